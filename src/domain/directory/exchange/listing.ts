import type { Day } from '../../case/time.ts';
import type { Note } from '../facility.ts';
import type { Accessibility, Bilingual, Mode, Place, ServiceKind, Way } from '../service.ts';

/**
 * What another directory may say and hear of ours, the same for every format. A `ref` is the name its source knows it by,
 * for good; ours are keys. What never leaves: e-mail for patients who were sent, intake, form, appointments, absences.
 */
export interface Listings {
  sites: ListedSite[];
  services: ListedService[];
  categories: ListedCategory[];
}

export interface ListedSite {
  ref: string;
  name: Bilingual;
  address: string | null;
  city: string | null;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  phone: string | null;
  fax: string | null;
  /** The publisher's own word for a kind of facility, and whether the point is only that of its area; our own lists alone. */
  type?: string | null;
  approximate?: boolean;
}

export interface ListedService {
  ref: string;
  /** The `ref` of its site. */
  site: string;
  kind: ServiceKind;
  /** The `code` of its category. */
  category: string;
  name: Bilingual;
  description: Bilingual;
  willSee: Bilingual;
  willNotSee: Bilingual;
  needed: Bilingual;
  conditions: Bilingual;
  preparation: Bilingual;
  cost: Bilingual;
  languages: string[];
  modes: Mode[];
  minAge: number | null;
  maxAge: number | null;
  sexes: string[];
  regions: string[];
  ways: Way[];
  accessibility: Accessibility[];
  urgent: boolean;
  accepting: boolean;
  /** Of a pause that goes on, or is still to come. */
  pausedUntil: Day | null;
  phone: string | null;
  fax: string | null;
  publicEmail: string | null;
  /** https only. */
  link: string | null;
  places: Place[];
  clinicians: { name: string; profession: Bilingual }[];
}

export interface ListedCategory {
  code: string;
  name: Bilingual;
  /** The code of the wider one. */
  parent: string | null;
}

/** Texts of a service in both languages. */
export const serviceTexts = [
  ...(['name', 'description', 'willSee', 'willNotSee', 'needed'] as const),
  ...(['conditions', 'preparation', 'cost'] as const),
] as const;

/** What a reader could not take as it stood. */
export interface ExchangeNote {
  code:
    | 'name-missing'
    | 'id-missing'
    | 'duplicate-id'
    | 'unknown-reference'
    | 'too-long'
    | 'columns'
    | 'cycle'
    | 'too-deep'
    | 'not-active'
    | 'no-such-table'
    | 'wrong-value'
    | 'coordinates-wrong'
    | 'hours-not-taken'
    | 'category-unknown'
    | 'not-taken'
    | 'claimed'
    | 'edited-here'
    | 'works-here'
    | Note['code'];
  /** The field, the reference, the value or the cycle, as in the file. */
  text?: string;
}

/** Something read, and where in the file: `services.csv 12`, `services[3]`, `HealthcareService/abc`. */
export interface Entry<T> {
  at: string;
  value: T;
  notes: ExchangeNote[];
}

export interface Refused {
  at: string;
  name: string;
  notes: ExchangeNote[];
}

/** A file as read: nothing of it is in the directory yet. */
export interface ReadListings {
  sites: Entry<ListedSite>[];
  services: Entry<ListedService>[];
  categories: Entry<ListedCategory>[];
  refused: Refused[];
}
