import type { Facility } from '../../domain/directory/facility.ts';
import type { Point } from '../../domain/directory/place.ts';
import type { Synonyms } from '../../domain/directory/synonyms.ts';
import type { Role } from '../actor.ts';
import type { Host, NewService } from '../demo/network.ts';
import type { Particulars } from '../demo/particulars.ts';
import type { Takes } from '../demo/takes.ts';
import type { GroupSettings } from './advice-groups.ts';

/** What an import changed. */
export interface Saved {
  added: number;
  changed: number;
  unchanged: number;
}

/** A group of data/synonyms.csv. `ref` is its name there, for good. */
export interface ShippedSynonyms extends Synonyms {
  ref: string;
}

/** What an entry of the directory says, as stems. */
export interface EntryStems {
  name: readonly string[];
  terms: readonly string[];
  text: readonly string[];
}

/** A kind of service, or by its publisher's word a kind of facility, with the words by which people ask for it. */
export interface Category {
  code: string;
  name_en: string;
  name_fr: string;
  terms: string;
  /** Code of the kind above it; '' at the top. */
  parent: string;
  /** 'yes' for a kind of facility, as its publisher names it; '' for a kind of service. */
  of_places: string;
}

/** A site of the network to be made, or brought up to date, by its `ref`. */
export interface NewSite {
  ref: string;
  nameEn: string;
  nameFr: string;
  kind: 'practice' | 'clinic' | 'hospital' | 'group' | 'central-intake' | 'programme';
  address?: string;
  city?: string;
  postalCode?: string;
  latitude?: number;
  longitude?: number;
  phone?: string;
  fax?: string;
  /** It is real and does not work here: it is not marked as demo. */
  real?: boolean;
}

/** A service of the demo network, whole. */
export type DemoService = NewService & Takes & Particulars & { phone?: string; real?: boolean };

/** What an entry of the directory is: a service, or a facility where `service` is null. */
export interface EntryOf {
  site: number | null;
  service: number | null;
  kind: string;
  latitude: number | null;
  longitude: number | null;
  languages: readonly string[];
}

/** An entry without up-to-date stems: its text in both languages. */
export interface UnindexedEntry extends EntryOf {
  name: string;
  terms: string;
  text: string;
}

export interface IndexedEntry extends EntryOf {
  stems: EntryStems;
}

/** Somebody invented for the demo network, who works at one place. */
export interface DemoStaff {
  /** Inside id. */
  site: number;
  name: string;
  email: string;
  roles: readonly Role[];
  title?: string;
  licence?: string;
}

/** How the advice groups of the demo give out their questions. */
export interface DemoAdvice {
  /** Inside id of the site whose assigner is in the story; every other group assigns by itself. */
  site: number;
  /** Inside id of the member there who answers the sub-specialties. */
  mood: number;
  settings: Pick<GroupSettings, 'escalation' | 'subSpecialties'> & { weeklyCap: number };
}

/** Filling the directory from files; by the operator alone. */
export interface Imports {
  /** Inserts new facilities and updates changed ones, by `source` and `ref`. */
  saveFacilities(source: string, facilities: readonly Facility[]): Promise<Saved>;
  saveCentres(centres: ReadonlyMap<string, Point>): Promise<void>;
  /** Brings what is shipped to this version; what a steward changed, removed or took into another group stays so. */
  saveSynonyms(list: readonly ShippedSynonyms[]): Promise<void>;
  /** True when one was new or changed: the directory is then to be indexed anew. */
  saveCategories(list: readonly Category[]): Promise<boolean>;
  /** Imported facilities, by name. */
  hosts(): Promise<Host[]>;
  /** Sites that work here, marked as demo, and real ones that do not. Inside ids by ref. */
  saveDemoSites(sites: readonly NewSite[]): Promise<Map<string, number>>;
  /** These facilities work here from now on, marked as demo. */
  joinDemo(sites: readonly number[]): Promise<void>;
  /** Inside ids, in the order given; marked as demo unless real. */
  saveDemoServices(services: readonly DemoService[]): Promise<number[]>;
  /** These services take referrals through that central intake alone. */
  takeThrough(services: readonly number[], intake: number): Promise<void>;
  /** Somebody invented at each site; without a job title, so the sign-in page does not list them. */
  saveDemoStaff(staff: readonly DemoStaff[]): Promise<void>;
  /** After services and people. */
  agreeDemoAdvice(advice: DemoAdvice): Promise<void>;
  /** Members who see patients are named at the services of their demo sites, in place of nobody. */
  nameDemoStaff(): Promise<void>;
  /** Every site and service that the directory shows, with its words. */
  entries(): Promise<UnindexedEntry[]>;
  saveEntries(entries: readonly IndexedEntry[]): Promise<void>;
  /** Counts the stems anew; after `saveEntries`. */
  countStems(): Promise<void>;
  record(source: string, fileHash: string, counts: Readonly<Record<string, number>>): Promise<void>;
}
