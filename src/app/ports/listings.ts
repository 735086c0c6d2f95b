import type { Day, Instant } from '../../domain/case/time.ts';
import type { Changes, Listing, PlainField, PlainValue } from '../../domain/directory/listing.ts';
import type {
  AppointmentKind,
  Place,
  ServiceClinician,
  ServiceKind,
} from '../../domain/directory/service.ts';
import type { EntryStems, UnindexedEntry } from './imports.ts';

/** A listing as whoever keeps it sees it, also one that has ended. */
export interface KeptListing extends Listing {
  id: number;
  key: string;
  kind: ServiceKind;
  site: { id: number; key: string; nameEn: string; nameFr: string };
  version: number;
  verifiedOn: Day | null;
  /** Nobody said for a year that all is right. */
  stale: boolean;
  /** Days; what the site says of its wait, also one that is older than six months. */
  claimed: { days: number; on: Day; expired: boolean } | null;
  endedAt: Instant | null;
}

/** A line of the list of listings. */
export interface ListingLine {
  key: string;
  kind: ServiceKind;
  nameEn: string;
  nameFr: string;
  categoryEn: string;
  categoryFr: string;
  /** Of the facility it is at, where that is not the site itself. */
  placeEn: string | null;
  placeFr: string | null;
  accepting: boolean;
  pausedUntil: Day | null;
  verifiedOn: Day | null;
  stale: boolean;
}

export type ListingAct = 'added' | 'changed' | 'verified' | 'wait' | 'ended';

export interface HistoryLine {
  version: number;
  act: ListingAct;
  changes: Changes & Record<string, { before: unknown; after: unknown }>;
  at: Instant;
  /** Member; null for an import. */
  by: number | null;
}

/** A facility that a site keeps or may be asked for. */
export interface KeptFacility {
  key: string;
  nameEn: string;
  nameFr: string;
  since: Instant;
}

/** What a site says of its services, for those of it who keep that: stewards and leads. Everything else is not there. */
export interface Listings {
  /** Of one's own site and of the facilities it keeps, by name. */
  mine(): Promise<ListingLine[]>;
  keptFacilities(): Promise<KeptFacility[]>;
  /** Sites whose listings the actor keeps, the own one first: where a new service may be. */
  sites(): Promise<{ id: number; key: string; nameEn: string; nameFr: string }[]>;
  /** Locked for the transaction when `lock`. Null when the actor does not keep it. */
  byKey(key: string, lock?: boolean): Promise<KeptListing | null>;
  /** Its inside id. */
  add(one: {
    key: string;
    site: number;
    kind: ServiceKind;
    category: string;
    nameEn: string;
    nameFr: string;
  }): Promise<number>;
  /** Plain fields by name; `intake` is the key of a site. */
  setPlain(service: number, values: Partial<Record<PlainField, PlainValue>>): Promise<void>;
  setPlaces(service: number, places: readonly Place[]): Promise<void>;
  setClinicians(service: number, clinicians: readonly ServiceClinician[]): Promise<void>;
  setAppointments(service: number, appointments: readonly AppointmentKind[]): Promise<void>;
  /** All of it is right, on the day of the clock of cases. */
  verify(service: number): Promise<void>;
  /** Null takes it back. */
  claimWait(service: number, days: number | null): Promise<void>;
  openCases(service: number): Promise<number>;
  end(service: number): Promise<void>;
  /** With the version the service has now. */
  note(service: number, act: ListingAct, changes: HistoryLine['changes']): Promise<void>;
  /** Newest first, after `version` when given. */
  history(service: number, after?: number): Promise<HistoryLine[]>;
  /** What a search finds it by; null when it has ended. */
  entry(service: number): Promise<UnindexedEntry | null>;
  /** Puts it into the search anew; null takes it out. */
  index(service: number, entry: (UnindexedEntry & { stems: EntryStems }) | null): Promise<void>;
  /** Kinds of service a new one may be of: all that are not kinds of facility. */
  categories(): Promise<{ code: string; nameEn: string; nameFr: string; parent: string | null }[]>;
  /** Central intakes of the network, and whether a key names one. */
  intakes(): Promise<{ key: string; nameEn: string; nameFr: string }[]>;
  /** Services into which a listing splits what arrives, in order; for everybody. */
  splits(service: number): Promise<{ key: string; nameEn: string; nameFr: string }[]>;
  /** In place of those before; keys of services that take referrals. */
  setSplits(service: number, into: readonly string[]): Promise<void>;
  /** Whether services of other sites may name the actor's site as their central intake, and how many do. */
  intakeHere(): Promise<{ on: boolean; services: number }>;
  /** For jobs: who is asked now to check listings that nobody has checked for a year; each site counts as asked. */
  askToCheck(): Promise<{ site: number; person: number }[]>;
  /** False when services still name it, or it is not the actor's to say. */
  setIntakeHere(on: boolean): Promise<boolean>;
}
