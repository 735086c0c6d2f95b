import { searchIn } from '../../../app/directory/directory.ts';
import type { Tx } from '../../../app/ports/database.ts';
import { localDay } from '../../../domain/case/deadline.ts';
import type { ServiceKind } from '../../../domain/directory/service.ts';
import type { PatientDetails } from '../../../domain/patient/patient.ts';
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
  /** Key of one that is left out. */
  without?: string;
}

type ForWhom = Pick<PatientDetails, 'birthDate' | 'language' | 'address'>;

const shown = 8;

/** As `servicesFor` for the patient of a case, without the service that has it. */
export async function findServices(tx: Tx, { one }: ActOn, wanted: Wanted): Promise<Offered[]> {
  const here = one.state.receiver.service;
  const [own] = here === undefined ? [] : await tx.directory.servicesByIds([here]);
  return servicesFor(tx, one.patient, { ...wanted, ...(own && { without: own.key }) });
}

/** Services for a patient, best first; what is chosen stands on top. */
export async function servicesFor(tx: Tx, patient: ForWhom, wanted: Wanted): Promise<Offered[]> {
  const chosen = await chosenOf(tx, wanted);
  const { results } = await searchIn(tx, {
    text: wanted.look,
    kinds: wanted.kinds,
    near: patient.address.postalCode,
    wishes: { age: age(patient.birthDate, localDay(tx.now, 'America/Toronto')), language: patient.language },
    limit: 3 * shown,
  });
  const found = results
    .map(({ entry }) => entry)
    .filter(entry => entry.key !== wanted.without && (wanted.closed || entry.accepting))
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
