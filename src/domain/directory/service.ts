import type { Day } from '../case/time.ts';

/** Advice is an eConsult group, a visit a service that takes referrals, community what people reach themselves. */
export type ServiceKind = 'econsult' | 'referral' | 'community';

/** Languages a service may work in (BCP 47; ase is American Sign Language), English and French first. */
export const serviceLanguages = [
  ...[
    'en',
    'fr',
    'ar',
    'ase',
    'cr',
    'es',
    'fa',
    'hi',
    'it',
    'oj',
    'pa',
    'pt',
    'so',
    'ta',
    'tl',
    'uk',
    'ur',
    'vi',
    'zh',
  ],
] as const;

export type Mode = 'in-person' | 'virtual';

/** How one asks: an eConsult, a referral, a time booked at once, or the patients themselves. */
export const ways = ['econsult', 'referral', 'direct-booking', 'self-referral'] as const;
export type Way = (typeof ways)[number];

export type Accessibility = 'wheelchair' | 'transit' | 'parking' | 'interpreter';

/** Parts of Ontario by the first letter of a postal code: east, centre, Toronto, west, north. */
export const regions = ['K', 'L', 'M', 'N', 'P'] as const;

/**
 * How long people waited lately, in days; worked out every night, or drawn for a demo. `people` is how many it rests on;
 * `more`: not reached yet, so longer than these.
 */
export interface UsualWait {
  median: number;
  medianMore?: boolean;
  ninetieth: number;
  ninetiethMore?: boolean;
  people: number;
  at: Day;
}

/** What a site offers. Text in both languages; ids are inside ids. */
export interface Service {
  id: number;
  key: string;
  kind: ServiceKind;
  site: number;
  siteKey: string;
  siteName: { en: string; fr: string };
  onNetwork: boolean;
  unit: number | null;
  category: string;
  categoryName: { en: string; fr: string };
  name: { en: string; fr: string };
  description: { en: string; fr: string };
  /** What it wants to see, and what not. */
  willSee: { en: string; fr: string };
  willNotSee: { en: string; fr: string };
  /** What it wants done before somebody is sent. */
  needed: { en: string; fr: string };
  /** First letters of the postal codes it serves; empty for all of Ontario. */
  regions: readonly string[];
  ways: readonly Way[];
  /** What the patient pays; '' for nothing. */
  cost: { en: string; fr: string };
  accessibility: readonly Accessibility[];
  address: string | null;
  city: string | null;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  phone: string | null;
  fax: string | null;
  languages: readonly string[];
  modes: readonly Mode[];
  minAge: number | null;
  maxAge: number | null;
  /** Sexes it is for; empty for all. */
  sexes: readonly string[];
  urgent: boolean;
  accepting: boolean;
  pausedUntil: Day | null;
  /** Promise of the first decision or answer, in business days; never more than the machine's own. */
  promiseDays: number | null;
  usual: UsualWait | null;
  /** What its site says of it, for six months; days. */
  claimed?: { days: number; on: Day } | null;
  labels: readonly string[];
  medium: string | null;
  /** The form it wants; the general one when absent. */
  form: string | null;
  demo: boolean;
}
