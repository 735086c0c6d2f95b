import {
  type AppointmentKind,
  intakeWays,
  type Place,
  regions,
  type ServiceClinician,
  type ServiceKind,
  serviceLanguages,
  ways,
} from './service.ts';

/** How a field of a listing is read: `paragraphs` keeps line breaks, `many` is any of a list, `keyed` is found by its key. */
export type FieldRule =
  | { is: 'line' | 'paragraphs'; max: number; required?: boolean }
  | { is: 'link' | 'email' | 'phone' | 'day' | 'tick' }
  | { is: 'number'; min: number; max: number }
  | { is: 'one'; of: readonly string[] }
  | { is: 'many'; of: readonly string[]; required?: boolean }
  | { is: 'keyed' };

const line = (max: number) => ({ is: 'line', max }) as const;
const paragraphs = (max: number) => ({ is: 'paragraphs', max }) as const;
const age = { is: 'number', min: 0, max: 130 } as const;
const name = { is: 'line', max: 200, required: true } as const;

/** The fields of a listing by the form they are on, in the order of that form. */
export const listingParts = {
  information: {
    ...{ nameEn: name, nameFr: name, category: { is: 'keyed' } },
    ...{ descriptionEn: paragraphs(4_000), descriptionFr: paragraphs(4_000) },
    ...{ phone: { is: 'phone' }, fax: { is: 'phone' } },
    ...{ publicEmail: { is: 'email' }, patientEmail: { is: 'email' }, link: { is: 'link' } },
    languages: { is: 'many', of: serviceLanguages, required: true },
    accessibility: { is: 'many', of: ['wheelchair', 'transit', 'parking', 'interpreter'] },
    ...{ costEn: line(500), costFr: line(500) },
  },
  offer: {
    ...{ willSeeEn: paragraphs(4_000), willSeeFr: paragraphs(4_000) },
    ...{ willNotSeeEn: paragraphs(4_000), willNotSeeFr: paragraphs(4_000) },
    ...{ minAge: age, maxAge: age, sexes: { is: 'many', of: ['female', 'male'] } },
    regions: { is: 'many', of: regions },
    ...{ conditionsEn: paragraphs(2_000), conditionsFr: paragraphs(2_000) },
    ...{ neededEn: paragraphs(4_000), neededFr: paragraphs(4_000) },
    ways: { is: 'many', of: ways, required: true },
    modes: { is: 'many', of: ['in-person', 'virtual'], required: true },
    urgent: { is: 'tick' },
    promiseDays: { is: 'number', min: 1, max: 60 },
    promiseHours: { is: 'number', min: 1, max: 40 },
    form: { is: 'keyed' },
    ...{ preparationEn: paragraphs(4_000), preparationFr: paragraphs(4_000) },
  },
  places: {},
  people: {},
  enablement: {
    ...{
      accepting: { is: 'tick' },
      pausedUntil: { is: 'day' },
      capacity: { is: 'number', min: 1, max: 10_000 },
    },
    ...{ outUntil: { is: 'day' }, outMessageEn: line(500), outMessageFr: line(500) },
    ...{ takes: { is: 'one', of: intakeWays }, intake: { is: 'keyed' } },
  },
} as const satisfies Record<string, Record<string, FieldRule>>;

export type ListingPart = keyof typeof listingParts;
export const partNames = Object.keys(listingParts) as ListingPart[];

type KeysOf<T> = T extends unknown ? keyof T : never;
export type PlainField = KeysOf<(typeof listingParts)[ListingPart]>;

/** What a plain field holds. A `keyed` one holds a code or a key; '' is nothing. */
export type PlainValue = string | number | boolean | readonly string[] | null;

/** A listing whole, as it is kept and as its history compares it. */
export interface Listing {
  plain: Record<PlainField, PlainValue>;
  places: readonly Place[];
  clinicians: readonly ServiceClinician[];
  appointments: readonly AppointmentKind[];
}

export type ListingField = PlainField | 'places' | 'clinicians' | 'appointments';

/** What one save did to one field. */
export type Changes = Partial<Record<ListingField, { before: unknown; after: unknown }>>;

/** Plain fields of all parts. */
export const plainFields = partNames.flatMap(part => Object.keys(listingParts[part]) as PlainField[]);

export function ruleOf(field: PlainField): FieldRule {
  const all: Record<string, FieldRule> = Object.assign({}, ...Object.values(listingParts));
  return all[field]!;
}

/** What differs, field by field; empty when nothing does. */
export function changesOf(before: Listing, after: Listing): Changes {
  const changes: Changes = {};
  const note = (field: ListingField, was: unknown, is: unknown) => {
    if (JSON.stringify(was) !== JSON.stringify(is)) changes[field] = { before: was, after: is };
  };
  for (const field of plainFields) note(field, before.plain[field], after.plain[field]);
  note('places', before.places, after.places);
  note('clinicians', before.clinicians, after.clinicians);
  note('appointments', before.appointments, after.appointments);
  return changes;
}

/** What the fields of a listing say against one another, each beside the field that is to be mended. */
export type ListingConflict =
  | 'ages'
  | 'out-message'
  | 'intake-missing'
  | 'no-place'
  | 'same-label'
  | 'two-promises'
  | 'promise-too-long';

/** Business days in the week within which every eConsult is answered. */
const adviceDays = 5;

export function conflictsOf(
  { plain, places, appointments }: Listing,
  kind: ServiceKind,
): { field: ListingField; problem: ListingConflict }[] {
  const found: { field: ListingField; problem: ListingConflict }[] = [];
  const { minAge, maxAge, outUntil, outMessageEn, outMessageFr, takes, intake } = plain;
  if (minAge !== null && maxAge !== null && Number(minAge) > Number(maxAge))
    found.push({ field: 'maxAge', problem: 'ages' });
  if (!outUntil && (outMessageEn || outMessageFr)) found.push({ field: 'outUntil', problem: 'out-message' });
  if (takes !== 'direct' && !intake) found.push({ field: 'intake', problem: 'intake-missing' });
  if (kind === 'econsult' && Number(plain.promiseDays) > adviceDays)
    found.push({ field: 'promiseDays', problem: 'promise-too-long' });
  if (plain.promiseDays !== null && plain.promiseHours !== null)
    found.push({ field: 'promiseHours', problem: 'two-promises' });
  if (places.some(place => !place.address && !place.city && place.latitude === null))
    found.push({ field: 'places', problem: 'no-place' });
  if (new Set(appointments.map(one => one.label)).size < appointments.length)
    found.push({ field: 'appointments', problem: 'same-label' });
  return found;
}
