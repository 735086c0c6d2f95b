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

/** One language of a text may be empty; a page then shows the other, marked as such. */
export interface Bilingual {
  en: string;
  fr: string;
}

/** Opening hours of a day, in the time zone of the site: minutes after midnight, Monday is 1 and Sunday 7. */
export interface OpenHours {
  weekday: number;
  opens: number;
  closes: number;
}

/** Where a service is offered. */
export interface Place {
  /** '' where the address says enough. */
  name: Bilingual;
  address: string | null;
  city: string | null;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  phone: string | null;
  /** By day and hour; empty when nobody said. */
  hours: readonly OpenHours[];
}

/** Who works at a service. */
export interface ServiceClinician {
  name: string;
  profession: Bilingual;
  /** Inside id, where the clinician works here on the network. */
  member: number | null;
  /** Away up to the day before. */
  outUntil: Day | null;
}

export const appointmentMedia = ['in-person', 'phone', 'video'] as const;
export type AppointmentMedium = (typeof appointmentMedia)[number];

/** What an appointment is called, a code of domain/referral, and how it is mostly held. */
export interface AppointmentKind {
  label: string;
  medium: AppointmentMedium | null;
}

/** How referrals reach a service: itself, through its central intake alone, or either. */
export const intakeWays = ['direct', 'intake', 'both'] as const;
export type IntakeWay = (typeof intakeWays)[number];

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
  /** Promise of the first decision or answer, in business days or business hours; never more than the machine's own. */
  promiseDays: number | null;
  promiseHours: number | null;
  usual: UsualWait | null;
  /** What its site says of it, for six months; days. */
  claimed?: { days: number; on: Day } | null;
  /** Labels of its appointments, and how the first is mostly held: short for `appointments`. */
  labels: readonly string[];
  medium: AppointmentMedium | null;
  appointments: readonly AppointmentKind[];
  /** The first is where patients mostly go, and where `address` to `longitude` are; never empty where its site has an address. */
  places: readonly Place[];
  clinicians: readonly ServiceClinician[];
  /** What a patient must have or not have, beside age and sex. */
  conditions: Bilingual;
  /** How a patient prepares. */
  preparation: Bilingual;
  publicEmail: string | null;
  /** For patients who were sent. */
  patientEmail: string | null;
  /** https only. */
  link: string | null;
  /** New patients a week. */
  capacity: number | null;
  /** Nobody answers up to the day before; null when somebody does. */
  outOfOffice: { until: Day; message: Bilingual } | null;
  takes: IntakeWay;
  /** The central intake of `takes`; null for direct. */
  intake: { site: number; key: string; name: Bilingual } | null;
  /** The day on which its site last said that all is right; null when never. */
  verifiedOn: Day | null;
  /** A year and more ago, or never. */
  stale: boolean;
  /** Counts up with every change. */
  version: number;
  /** The form it wants; the general one when absent. */
  form: string | null;
  demo: boolean;
}

/** What a service promises for its first decision or answer: so many business days, or business hours. */
export interface ServicePromise {
  many: number;
  unit: 'days' | 'hours';
}

/** Null: what the machine gives everybody. */
export function promiseOf({
  promiseDays,
  promiseHours,
}: Pick<Service, 'promiseDays' | 'promiseHours'>): ServicePromise | null {
  if (promiseHours !== null) return { many: promiseHours, unit: 'hours' };
  return promiseDays === null ? null : { many: promiseDays, unit: 'days' };
}
