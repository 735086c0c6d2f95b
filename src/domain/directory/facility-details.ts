import type { Point } from './place.ts';

/** What whoever keeps a facility says of it. */
export interface FacilityDetails {
  nameEn: string;
  nameFr: string;
  address: string | null;
  city: string | null;
  postalCode: string | null;
  phone: string | null;
  fax: string | null;
}

/** Where it stands on the map. */
export interface Standing {
  /** Null when nobody knows. */
  point: Point | null;
  /** Only the postal area is known. */
  approximate: boolean;
}

export const facilityFields = ['nameEn', 'nameFr', 'address', 'city', 'postalCode', 'phone', 'fax'] as const;
const addressFields = ['address', 'city', 'postalCode'] as const;

/** Before and after of every field that differs. */
export function facilityChanges(
  before: FacilityDetails,
  after: FacilityDetails,
): Record<string, { before: string | null; after: string | null }> {
  const changed = facilityFields.filter(field => before[field] !== after[field]);
  return Object.fromEntries(changed.map(field => [field, { before: before[field], after: after[field] }]));
}

/**
 * Where a facility is once its address is another: the middle of the new postal area; within the same postal code where it
 * was, and no longer exactly. `centre` is of the new postal code, null when that is unknown.
 */
export function standingAfter(
  before: FacilityDetails & Standing,
  after: FacilityDetails,
  centre: Point | null,
): Standing {
  const { point, approximate } = before;
  if (addressFields.every(field => before[field] === after[field])) return { point, approximate };
  const next = before.postalCode === after.postalCode ? (point ?? centre) : centre;
  return { point: next, approximate: next !== null };
}
