import type { Accountable, CaseType, NextStep, Side } from '../../domain/case/state.ts';
import type { Day, Instant } from '../../domain/case/time.ts';

/** The folders that come first: what is mine, whatever its status. Drafts are counted by `Drafts`. */
export const myFolders = [
  'needs-me',
  'overdue',
  'for-me',
  'not-assigned',
  'waits-on-others',
  'letters-owed',
] as const;
export type MyFolder = (typeof myFolders)[number];

/** One of mine, one status of one type in one direction, or everything: for a search, the last changed first. */
export type Folder = MyFolder | 'everything' | { side: Side; type: CaseType; status: string };

export interface Filters {
  type?: CaseType;
  /** Inside id of a service. */
  service?: number;
  /** Assigned to me (or the member I act for) or to nobody; to one member. Everyone when absent. */
  assigned?: 'me-or-none' | number;
  urgent?: boolean;
  /** Of the receiver's triage: a code, and the words of a protocol. */
  priority?: string;
  protocol?: string;
  /** Of the patient: a language, and the first letter of the postal code. */
  language?: string;
  region?: string;
  /** Inside id of the site on the other side. */
  other?: number;
  /** Member id of the clinician in whose name it was asked. */
  clinician?: number;
  /** Start of a family or given name, digits of a health card, or a reference number. */
  search?: string;
}

export interface Place {
  filters?: Filters;
  /** Rows to give, 1 to 100. */
  limit: number;
  /** Where the page before ended: `next` of that page. */
  after?: string;
  /** What the log of access calls it; `worklist` when absent. */
  act?: 'worklist' | 'export';
}

/** One row of a worklist, with what is drawn of it. Names are in both languages where data has both. */
export interface WorklistRow {
  caseKey: string;
  requestKey: string;
  reference: string;
  type: CaseType;
  side: Side;
  title: string;
  status: string;
  flag: string | null;
  urgency: string;
  due: Instant | null;
  waitingSince: Instant;
  updated: Instant;
  /** Nobody of this party has opened it. */
  unread: boolean;
  /** It is this party's turn. */
  accountable: boolean;
  patient: { id: number | null; name: string; birthDate: Day | null; sex: string | null };
  service: { en: string; fr: string } | null;
  /** 9 in 10 of those who asked for the service waited at most so many days; null when too few did to say. */
  usual: number | null;
  /** Who owes what; null when the case has ended. Site and member are named where the case names them. */
  hold: {
    side: Accountable['side'];
    next: NextStep;
    site: { en: string; fr: string } | null;
    member: string | null;
  } | null;
  /** The site on the other side: who asked, for a receiver; who was asked, for a requester. */
  other: { en: string; fr: string } | null;
  assigned: { member: number; name: string } | null;
  /** It was sent beside another request, which is booked now: this one may be withdrawn. Docs/decisions/0011. */
  bookedBeside: boolean;
  /** Of the receiver's triage; null on other sides. */
  priority: string | null;
  protocol: string | null;
  language: string | null;
  /** First letter of the patient's postal code. */
  region: string | null;
}

/** What open cases of the site can be told apart by, for filters. */
export interface Facets {
  /** By English name, at most 200 each. */
  services: { id: number; key: string; en: string; fr: string }[];
  others: { id: number; key: string; en: string; fr: string }[];
  /** In whose name it was asked, by name; inside ids are of members. */
  clinicians: { id: number; key: string; name: string }[];
  priorities: string[];
  protocols: string[];
  languages: string[];
  regions: string[];
}

export interface WorklistPage {
  rows: WorklistRow[];
  next: string | null;
}

/** Where a request stands in a folder, from 1, and the keys of the requests beside it. */
export interface Neighbours {
  at: number;
  all: number;
  previous: string | null;
  next: string | null;
}

export interface StatusCount {
  side: Side;
  type: CaseType;
  status: string;
  count: number;
  /** The count stopped at its limit: there are more. */
  more: boolean;
}

export interface FolderCounts {
  mine: Record<MyFolder, number>;
  open: StatusCount[];
}

/** Another request of the same patient at the actor's site. */
export interface EarlierRequest {
  key: string;
  reference: string;
  type: CaseType;
  side: Side;
  status: string;
  since: Instant;
  title: string;
  service: { en: string; fr: string } | null;
}

/** Worklists of the actor's site. They read `case_access` alone; only the rows of one page are joined with their cases. */
export interface Worklists {
  /**
   * Open folders by due time, the ended by their last change. Writes one audit row, for lists of more than 25 one for
   * each 25. An unknown `after` begins again.
   */
  page(folder: Folder, place: Place): Promise<WorklistPage>;
  /** By due time; null when the request is not in it, or has nothing due there. */
  neighbours(folder: Folder, asked: { requestKey: string; filters: Filters }): Promise<Neighbours | null>;
  /** Every folder of mine and every open status, exact. */
  counts(): Promise<FolderCounts>;
  /** Ended folders, each counted to 1,000. */
  endedCounts(): Promise<StatusCount[]>;
  facets(): Promise<Facets>;
  /** Of the patient of a request, by its inside id; at most 10, the latest first. Writes an audit row when there are any. */
  earlier(request: number): Promise<EarlierRequest[]>;
  /** How many of a folder are due in each stretch of time: before `ends[0]`, before `ends[1]`, ..., later. */
  dueCounts(folder: Folder, ends: readonly Instant[], filters?: Filters): Promise<number[]>;
}
