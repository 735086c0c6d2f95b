import { type Bounds, isWithin } from './bounds.ts';
import type { Point } from './place.ts';
import type { ServiceKind, Way } from './service.ts';

/** What somebody wants of a service. Absent parts ask nothing. */
export interface Filters {
  /** Whom it must see. Years. */
  age?: number;
  /** Sex at birth; of 'intersex' and 'unknown' the service decides. */
  sex?: string;
  language?: string;
  /** First letter of the postal code where the patient lives. */
  region?: string;
  /** What it must offer. */
  urgent?: boolean;
  virtual?: boolean;
  accepting?: boolean;
  way?: Way;
  /** Half of the people within so many days. */
  maxWaitDays?: number;
  /** From the place that is searched near. */
  maxKm?: number;
  bounds?: Bounds;
}

/** What of an entry the filters look at. */
export interface Filterable {
  kind: ServiceKind | 'facility';
  point: Point | null;
  postalCode: string | null;
  languages: readonly string[];
  modes: readonly string[];
  minAge: number | null;
  maxAge: number | null;
  sexes: readonly string[];
  /** Empty for all of Ontario. */
  regions: readonly string[];
  ways: readonly string[];
  urgent: boolean;
  accepting: boolean;
  /** Days; null when unknown or of fewer than six people. */
  wait: number | null;
  waitMore?: boolean;
}

/**
 * Whether an entry is what was asked for. What nobody said of it counts two ways: a limit that was never set (age, sex,
 * language, region) keeps nobody out, so the entry stays; an offer that was never made (virtual, accepting, urgent, a way to
 * ask, a wait, a place) cannot be counted on, so it goes. A wait that is only known to be longer is not within anything.
 * Advice and purely virtual services are near to everybody. `km`: from where the search is near, null when not known.
 */
export function passes(entry: Filterable, filters: Filters, km: number | null): boolean {
  return maySee(entry, filters) && offers(entry, filters) && isThere(entry, filters, km);
}

/** Nobody of these is kept out. */
export function maySee(entry: Filterable, { age, sex, language, region }: Filters): boolean {
  if (age !== undefined && (age < (entry.minAge ?? 0) || age > (entry.maxAge ?? 150))) return false;
  if (isOfOneSex(sex) && entry.sexes.length > 0 && !entry.sexes.includes(sex)) return false;
  if (language !== undefined && entry.languages.length > 0 && !entry.languages.includes(language))
    return false;
  return region === undefined || servesRegion(entry, region);
}

/** Of somebody whose sex is neither, or not known, a service is left to decide. */
export function isOfOneSex(sex: string | undefined): sex is 'female' | 'male' {
  return sex === 'female' || sex === 'male';
}

/** A facility says nothing of whom it serves: it counts where it stands. */
export function servesRegion(
  entry: Pick<Filterable, 'kind' | 'regions' | 'postalCode'>,
  region: string,
): boolean {
  if (entry.kind === 'facility') return entry.postalCode === null || entry.postalCode.startsWith(region);
  return entry.regions.length === 0 || entry.regions.includes(region);
}

function offers(entry: Filterable, { urgent, virtual, accepting, way, maxWaitDays }: Filters): boolean {
  if (urgent && !entry.urgent) return false;
  if (virtual && !entry.modes.includes('virtual')) return false;
  if (accepting && !entry.accepting) return false;
  if (way !== undefined && !entry.ways.includes(way)) return false;
  return maxWaitDays === undefined || (entry.wait !== null && !entry.waitMore && entry.wait <= maxWaitDays);
}

/** Advice, and what is only virtual, is as near to one as to another. */
export function isEverywhere({ kind, modes }: Pick<Filterable, 'kind' | 'modes'>): boolean {
  return kind === 'econsult' || (modes.length === 1 && modes[0] === 'virtual');
}

function isThere(entry: Filterable, { maxKm, bounds }: Filters, km: number | null): boolean {
  if (bounds && !(entry.point && isWithin(entry.point, bounds))) return false;
  return maxKm === undefined || isEverywhere(entry) || (km !== null && km <= maxKm);
}
