import { searchIn } from '../../../app/directory.ts';
import type { Tx } from '../../../app/ports/database.ts';
import { localDay } from '../../../domain/case/deadline.ts';
import type { ServiceKind } from '../../../domain/directory/service.ts';
import { age } from '../../../ui/format.ts';
import type { ActOn } from '../act.ts';

/** A service as a line of the choice. */
export interface Offered {
  key: string;
  kind: ServiceKind;
  name: { en: string; fr: string };
  site: { en: string; fr: string };
  city: string | null;
  /** Median days, when known. */
  wait: number | null;
  accepting: boolean;
  virtual: boolean;
}

interface Wanted {
  /** What was typed to search for. */
  look: string;
  /** Keys of what is chosen already: these stay in sight whatever is searched for. */
  chosen: readonly string[];
  kinds: readonly ServiceKind[];
  /** Also those that take nobody now. */
  closed?: boolean;
}

const shown = 8;

/** Services for the patient of the case, best first, without the one that has it; what is chosen stands on top. */
export async function findServices(tx: Tx, { one }: ActOn, wanted: Wanted): Promise<Offered[]> {
  const { patient, state } = one;
  const chosen = await chosenOf(tx, wanted);
  const { results } = await searchIn(tx, {
    text: wanted.look,
    kinds: wanted.kinds,
    near: patient.address.postalCode,
    wishes: { age: age(patient.birthDate, localDay(tx.now, 'America/Toronto')), language: patient.language },
    limit: 3 * shown,
  });
  const here = state.receiver.service;
  const [own] = here === undefined ? [] : await tx.directory.servicesByIds([here]);
  const found = results
    .map(({ entry }) => entry)
    .filter(entry => entry.key !== own?.key && (wanted.closed || entry.accepting))
    .map(
      ({ key, kind, name, siteName, city, wait, accepting, modes }): Offered => ({
        ...{
          key,
          kind: kind as ServiceKind,
          name,
          city,
          wait,
          accepting,
          virtual: modes.includes('virtual'),
        },
        site: siteName ?? { en: '', fr: '' },
      }),
    );
  return [...chosen, ...found.filter(each => !chosen.some(({ key }) => key === each.key)).slice(0, shown)];
}

async function chosenOf(tx: Tx, { chosen, kinds }: Wanted): Promise<Offered[]> {
  const found: Offered[] = [];
  for (const key of chosen.slice(0, 5)) {
    const service = await tx.directory.service(key);
    if (!service || !kinds.includes(service.kind)) continue;
    const { kind, name, siteName: site, city, usual, accepting, modes } = service;
    const wait = usual?.median ?? null;
    found.push({ key, kind, name, site, city, wait, accepting, virtual: modes.includes('virtual') });
  }
  return found;
}
