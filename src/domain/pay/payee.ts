/** Who may be paid. */
export interface Payee {
  /** Of the account. */
  person: number;
  /** Licences of the account as they are kept, of all its memberships. */
  licences: readonly string[];
}

/** A number without letters is one of the College of Physicians and Surgeons of Ontario. */
export function collegeOf(licence: string | null): string | null {
  const said = licence?.trim();
  if (!said) return null;
  return /^[A-Za-z]+/.exec(said)?.[0].toUpperCase() ?? 'CPSO';
}

/** As numbers are compared, whatever was typed between their parts. */
function numberOf(licence: string): string | null {
  const said = licence.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (!said) return null;
  return /^\d/.test(said) ? `CPSO${said}` : said;
}

/**
 * Who is one and the same for a cap: memberships of one account, in however many groups, and accounts with one licence
 * number. Gives a name for each account.
 */
export function payees(all: readonly Payee[]): (person: number) => string {
  const above = new Map<string, string>();
  const top = (of: string): string => {
    let at = of;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  for (const { person, licences } of all)
    for (const licence of licences) {
      const number = numberOf(licence);
      if (number === null) continue;
      const [one, other] = [top(`person ${person}`), top(`licence ${number}`)];
      if (one !== other) above.set(one, other);
    }
  return person => top(`person ${person}`);
}
