import type { Instant } from '../../domain/case/time.ts';
import type { Actor } from '../actor.ts';
import type { AdviceGroups } from './advice-groups.ts';
import type { AskingRegions } from './asking-regions.ts';
import type { Attachments } from './attachments.ts';
import type { AuditLog } from './audit.ts';
import type { CaseLater } from './case-later.ts';
import type { CaseProofs } from './case-proofs.ts';
import type { Cases } from './cases.ts';
import type { Categories } from './categories.ts';
import type { Claims } from './claims.ts';
import type { Demo } from './demo.ts';
import type { Directory } from './directory.ts';
import type { Drafts } from './drafts.ts';
import type { Exchange } from './exchange.ts';
import type { Facilities } from './facilities.ts';
import type { Favourites } from './favourites.ts';
import type { Faxes } from './faxes.ts';
import type { FaxesIn } from './faxes-in.ts';
import type { FormBurden } from './form-burden.ts';
import type { FormLibrary } from './form-library.ts';
import type { Forms } from './forms.ts';
import type { Harms } from './harms.ts';
import type { Imports } from './imports.ts';
import type { Jobs } from './jobs.ts';
import type { JoinRequests } from './join-requests.ts';
import type { Learning } from './learning.ts';
import type { Library } from './library.ts';
import type { Listings } from './listings.ts';
import type { Looks } from './looks.ts';
import type { Messages } from './messages.ts';
import type { MyLists } from './my-lists.ts';
import type { Notices } from './notices.ts';
import type { OpeningWishes } from './opening-wishes.ts';
import type { Overlaps } from './overlaps.ts';
import type { PatientLinks } from './patient-links.ts';
import type { Patients } from './patients.ts';
import type { Pay } from './pay.ts';
import type { PeerReviews } from './peer-reviews.ts';
import type { People } from './people.ts';
import type { PortalPeople } from './portal-people.ts';
import type { Programme } from './programme.ts';
import type { Receipts } from './receipts.ts';
import type { Retention } from './retention.ts';
import type { SavedSearches } from './saved-searches.ts';
import type { Schedules } from './schedules.ts';
import type { Sheets } from './sheets.ts';
import type { Sites } from './sites.ts';
import type { Staff } from './staff.ts';
import type { StandardAnswers } from './standard-answers.ts';
import type { SynonymList } from './synonyms.ts';
import type { Terms } from './terms.ts';
import type { TriageLists } from './triage-lists.ts';
import type { UnmetNeeds } from './unmet-needs.ts';
import type { UrgentPhrases } from './urgent-phrases.ts';
import type { VisitForms } from './visit-forms.ts';
import type { VisitSurveys } from './visit-surveys.ts';
import type { Visits } from './visits.ts';
import type { Waits } from './waits.ts';
import type { Worklists } from './worklists.ts';
import type { Workspaces } from './workspaces.ts';

/** One transaction of one actor. Everything reached through it is filtered by what that actor may see. */
export interface Tx {
  /** The clock of cases: real time, plus the offset of a demo database. Fixed for the transaction. */
  readonly now: Instant;
  readonly actor: Actor;
  readonly jobs: Jobs;
  readonly joinRequests: JoinRequests;
  readonly audit: AuditLog;
  readonly sites: Sites;
  readonly people: People;
  readonly staff: Staff;
  readonly demo: Demo;
  readonly cases: Cases;
  readonly proofs: CaseProofs;
  readonly programme: Programme;
  readonly receipts: Receipts;
  readonly worklists: Worklists;
  readonly notices: Notices;
  readonly messages: Messages;
  readonly patientLinks: PatientLinks;
  readonly portalPeople: PortalPeople;
  readonly patients: Patients;
  readonly formBurden: FormBurden;
  readonly formLibrary: FormLibrary;
  readonly forms: Forms;
  readonly drafts: Drafts;
  readonly attachments: Attachments;
  readonly directory: Directory;
  readonly imports: Imports;
  readonly exchange: Exchange;
  readonly listings: Listings;
  readonly claims: Claims;
  readonly categories: Categories;
  readonly synonyms: SynonymList;
  readonly openingWishes: OpeningWishes;
  readonly askingRegions: AskingRegions;
  readonly sheets: Sheets;
  readonly peerReviews: PeerReviews;
  readonly harms: Harms;
  readonly terms: Terms;
  readonly overlaps: Overlaps;
  readonly facilities: Facilities;
  readonly favourites: Favourites;
  readonly retention: Retention;
  readonly savedSearches: SavedSearches;
  readonly pay: Pay;
  readonly standardAnswers: StandardAnswers;
  readonly caseLater: CaseLater;
  readonly unmetNeeds: UnmetNeeds;
  readonly urgentPhrases: UrgentPhrases;
  readonly schedules: Schedules;
  readonly visits: Visits;
  readonly visitForms: VisitForms;
  readonly visitSurveys: VisitSurveys;
  readonly waits: Waits;
  readonly adviceGroups: AdviceGroups;
  readonly learning: Learning;
  readonly library: Library;
  readonly myLists: MyLists;
  readonly triageLists: TriageLists;
  readonly looks: Looks;
  readonly workspaces: Workspaces;
  readonly faxes: Faxes;
  readonly faxesIn: FaxesIn;
}

/** The only way to the data. Inside `work` there is no `Database`, so a nested acquire cannot be written. */
export interface Database {
  /**
   * Runs `work` in one transaction as `actor`: commits when it returns, rolls back when it throws.
   * Throws `DatabaseUnavailable` when there is no connection within 2 seconds or the server is away.
   */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** True when a connection answers within a quarter of a second; takes none from the pool's queue. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** There is no connection to be had now; asking again in a few seconds may work. A page turns it into 503. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
