import { type Filters, isOfOneSex } from './filters.ts';
import { regions } from './service.ts';

/** What of a patient narrows a search by itself. */
export const limitNames = ['age', 'sex', 'language', 'region', 'urgency'] as const;
export type LimitName = (typeof limitNames)[number];

/** One of them, for this patient, and whether somebody has taken it out. */
export interface Limit {
  name: LimitName;
  filter: Filters;
  applied: boolean;
}

/** What a search asks of a patient's record. */
export interface SearchedFor {
  /** Years. */
  age: number;
  sex: string;
  language: string;
  /** '' when not known. */
  postalCode: string;
  urgent: boolean;
}

const prefix = 'patient:';

/** Names a limit among the things that a draft passes over; no word of a problem looks like it. */
export function limitKey(name: LimitName): string {
  return `${prefix}${name}`;
}

/** Whether a thing passed over is a limit rather than a word. */
export function isLimitKey(key: string): boolean {
  return key.startsWith(prefix);
}

/** The limits that a patient and an urgency bring, in a fixed order. Who lives outside Ontario brings no region. */
export function limitsOf(who: SearchedFor, without: readonly string[] = []): Limit[] {
  const region = regions.find(letter => who.postalCode.startsWith(letter));
  const filters: Record<LimitName, Filters | null> = {
    age: { age: who.age },
    sex: isOfOneSex(who.sex) ? { sex: who.sex } : null,
    language: { language: who.language },
    region: region ? { region } : null,
    urgency: who.urgent ? { urgent: true } : null,
  };
  return limitNames.flatMap(name => {
    const filter = filters[name];
    return filter ? [{ name, filter, applied: !without.includes(limitKey(name)) }] : [];
  });
}

/** Those that count, as one set of filters. */
export function filtersOf(limits: readonly Limit[]): Filters {
  return Object.assign({}, ...limits.filter(one => one.applied).map(one => one.filter));
}
