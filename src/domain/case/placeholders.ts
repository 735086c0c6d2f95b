/** What a standard text may leave to the case: each has a name in both languages (`words/<language>/standard-answers.ts`). */
export const placeholders = [
  'patient',
  'birthDate',
  'question',
  'requester',
  'visit',
  'today',
  'reference',
] as const;
export type Placeholder = (typeof placeholders)[number];

const inBraces = /\{([^{}\n]{1,40})\}/g;
const plain = (name: string) => name.normalize('NFC').trim().toLowerCase().replaceAll('’', "'");

/** The placeholders of each name, whatever its case and apostrophes. */
function byName(names: readonly Readonly<Record<Placeholder, string>>[]): Map<string, Placeholder> {
  return new Map(names.flatMap(of => placeholders.map(one => [plain(of[one]), one] as const)));
}

/**
 * Puts what the case says where a text has `{a name}`, in the names of any language. What the case does not know, and what is no
 * placeholder, stays as it is. What is put in is never read again.
 */
export function filledIn(
  text: string,
  values: Readonly<Partial<Record<Placeholder, string>>>,
  names: readonly Readonly<Record<Placeholder, string>>[],
): string {
  const known = byName(names);
  return text.replace(inBraces, (whole, name: string) => {
    const one = known.get(plain(name));
    return (one && values[one]) || whole;
  });
}

/** The placeholders that still stand in a text, as they were written. */
export function leftIn(text: string, names: readonly Readonly<Record<Placeholder, string>>[]): string[] {
  const known = byName(names);
  const found = [...text.matchAll(inBraces)].filter(([, name]) => known.has(plain(name!)));
  return [...new Set(found.map(([whole]) => whole))];
}
