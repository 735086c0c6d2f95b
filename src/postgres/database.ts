import type pg from 'pg';
import type { Actor } from '../app/actor.ts';
import { type Database, DatabaseUnavailable, type Tx } from '../app/ports/database.ts';
import type { Instant } from '../domain/case/time.ts';
import { adviceGroupsOf } from './advice-groups.ts';
import { askingRegionsOf } from './asking-regions.ts';
import { attachmentsOf } from './attachments.ts';
import { auditOf } from './audit.ts';
import { beginAs, type Limits, setActor } from './begin.ts';
import { caseLaterOf } from './case-later.ts';
import { caseProofsOf } from './case-proofs.ts';
import { casesOf } from './cases.ts';
import { categoriesOf } from './categories.ts';
import { claimsOf } from './claims.ts';
import { demoOf } from './demo.ts';
import { directoryOf } from './directory.ts';
import { draftsOf } from './drafts.ts';
import { exchangeOf } from './exchange.ts';
import { facilitiesOf } from './facilities.ts';
import { favouritesOf } from './favourites.ts';
import { faxesOf } from './faxes.ts';
import { faxesInOf } from './faxes-in.ts';
import { formBurdenOf } from './form-burden.ts';
import { formLibraryOf } from './form-library.ts';
import { formsOf } from './forms.ts';
import { harmsOf } from './harms.ts';
import { importsOf } from './imports.ts';
import { jobsOf } from './jobs.ts';
import { joinRequestsOf } from './join-requests.ts';
import { learningOf } from './learning.ts';
import { libraryOf } from './library.ts';
import { listingsOf } from './listings.ts';
import { looksOf } from './looks.ts';
import { messagesOf } from './messages.ts';
import { myListsOf } from './my-lists.ts';
import { noticesOf } from './notices.ts';
import { openingWishesOf } from './opening-wishes.ts';
import { overlapsOf } from './overlaps.ts';
import { patientLinksOf } from './patient-links.ts';
import { patientsOf } from './patients.ts';
import { payOf } from './pay.ts';
import { peerReviewsOf } from './peer-reviews.ts';
import { peopleOf } from './people.ts';
import type { Address } from './pool.ts';
import { openPool, type PoolOptions } from './pool.ts';
import { portalPeopleOf } from './portal-people.ts';
import { programmeOf } from './programme.ts';
import { type Querier, querierOn } from './querier.ts';
import { receiptsOf } from './receipts.ts';
import { retentionOf } from './retention.ts';
import { savedSearchesOf } from './saved-searches.ts';
import { schedulesOf } from './schedules.ts';
import { sheetsOf } from './sheets.ts';
import { sitesOf } from './sites.ts';
import { staffOf } from './staff.ts';
import { standardAnswersOf } from './standard-answers.ts';
import { synonymsOf } from './synonyms.ts';
import { termsOf } from './terms.ts';
import { triageListsOf } from './triage-lists.ts';
import { unmetNeedsOf } from './unmet-needs.ts';
import { urgentPhrasesOf } from './urgent-phrases.ts';
import { visitFormsOf } from './visit-forms.ts';
import { visitSurveysOf } from './visit-surveys.ts';
import { visitsOf } from './visits.ts';
import { waitsOf } from './waits.ts';
import { worklistsOf } from './worklists.ts';
import { workspacesOf } from './workspaces.ts';

export interface DatabaseOptions extends PoolOptions {
  limits?: Partial<Limits>;
  /** Called after the commit of a transaction that added jobs for now. */
  onJobs?: () => void;
}

const usual: Limits = { statementMs: 10_000, lockMs: 5_000, idleMs: 15_000 };

/** A database at `address`. The second pool of one connection is for the health check alone. */
export function openDatabase(address: Address, options: DatabaseOptions = {}): Database {
  const pool = openPool(address, options);
  const health = openPool(address, { ...options, size: 1, waitMs: 250 });
  const database = databaseOn(pool, options);
  return {
    ...database,
    ready: () => answers(health),
    close: async () => void (await Promise.all([pool.end(), health.end()])),
  };
}

/** A database on a pool that somebody else opened, for the operator's commands and for tests. */
export function databaseOn(pool: pg.Pool, options: DatabaseOptions = {}): Database {
  const limits = { ...usual, ...options.limits };
  return {
    as: (actor, work) => transact(pool, { actor, limits, onJobs: options.onJobs }, work),
    ready: () => answers(pool),
    close: () => pool.end(),
  };
}

interface Ask {
  actor: Actor;
  limits: Limits;
  onJobs?: () => void;
}

async function transact<T>(pool: pg.Pool, ask: Ask, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  let end = () => {};
  try {
    const began = (await client.query(beginAs(ask.actor, ask.limits))) as unknown as pg.QueryResult[];
    const [q, over] = querierOn(client, ask.actor, began[2]?.rows[0].now);
    end = over;
    const added = { jobs: false };
    const result = await work(txOn(q, () => (added.jobs = true)));
    end();
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('a statement had failed, so nothing was kept');
    if (added.jobs) ask.onJobs?.();
    return result;
  } catch (error) {
    end();
    broken ??= await rollBack(client);
    throw unavailable(error) ?? error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new DatabaseUnavailable('no connection to the database', { cause: error });
  }
}

/** The reason when the connection cannot be used again. */
async function rollBack(client: pg.ClientBase): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const lost = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', '25P03', '53300']);
const torn = /Connection terminated|ECONNRESET|ECONNREFUSED|EPIPE|ENOENT|not queryable/;

function unavailable(error: unknown): DatabaseUnavailable | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (!lost.has(code) && !torn.test(`${code} ${error.message}`)) return undefined;
  return new DatabaseUnavailable('the connection to the database was lost', { cause: error });
}

async function answers(pool: pg.Pool): Promise<boolean> {
  const late = new Promise<false>(resolve => setTimeout(resolve, 250, false).unref());
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}

/** Every noun but `jobs`, which wakes the worker. A new one is a line here and a line of `Tx`. */
const nouns: { [K in Exclude<keyof Tx, 'now' | 'actor' | 'jobs'>]: (q: Querier) => Tx[K] } = {
  joinRequests: joinRequestsOf,
  audit: auditOf,
  sites: sitesOf,
  people: peopleOf,
  staff: staffOf,
  demo: q => demoOf(q, (actor, at) => pretend(q, actor, at)),
  cases: casesOf,
  worklists: worklistsOf,
  proofs: caseProofsOf,
  programme: programmeOf,
  receipts: receiptsOf,
  notices: noticesOf,
  messages: messagesOf,
  patientLinks: patientLinksOf,
  portalPeople: portalPeopleOf,
  workspaces: workspacesOf,
  faxes: faxesOf,
  faxesIn: faxesInOf,
  patients: patientsOf,
  formBurden: formBurdenOf,
  formLibrary: formLibraryOf,
  forms: formsOf,
  drafts: draftsOf,
  directory: directoryOf,
  exchange: exchangeOf,
  imports: importsOf,
  listings: listingsOf,
  claims: claimsOf,
  categories: categoriesOf,
  synonyms: synonymsOf,
  openingWishes: openingWishesOf,
  askingRegions: askingRegionsOf,
  sheets: sheetsOf,
  peerReviews: peerReviewsOf,
  harms: harmsOf,
  terms: termsOf,
  overlaps: overlapsOf,
  facilities: facilitiesOf,
  favourites: favouritesOf,
  retention: retentionOf,
  savedSearches: savedSearchesOf,
  pay: payOf,
  standardAnswers: standardAnswersOf,
  caseLater: caseLaterOf,
  unmetNeeds: unmetNeedsOf,
  urgentPhrases: urgentPhrasesOf,
  schedules: schedulesOf,
  visits: visitsOf,
  visitForms: visitFormsOf,
  visitSurveys: visitSurveysOf,
  waits: waitsOf,
  adviceGroups: adviceGroupsOf,
  learning: learningOf,
  library: libraryOf,
  myLists: myListsOf,
  triageLists: triageListsOf,
  looks: looksOf,
  attachments: attachmentsOf,
};

const querier = Symbol('querier');

/** One transaction. A noun is made when it is first asked for: there are forty, and most transactions speak of three. */
class Nouns {
  readonly [querier]: Querier;
  readonly now: Tx['now'];
  readonly actor: Tx['actor'];
  readonly jobs: Tx['jobs'];

  constructor(q: Querier, onJob: () => void) {
    this[querier] = q;
    this.now = q.now;
    this.actor = q.actor;
    this.jobs = jobsOf(q, onJob);
  }
}

for (const [name, make] of Object.entries(nouns))
  Object.defineProperty(Nouns.prototype, name, {
    get(this: Nouns) {
      const value = make(this[querier]);
      Object.defineProperty(this, name, { value });
      return value;
    },
  });

const txOn = (q: Querier, onJob: () => void) => new Nouns(q, onJob) as Nouns & Tx;

/** The operator's own transaction as somebody else, at another time. Row-level security is the owner's all along. */
async function pretend(q: Querier, actor: Actor, now: Instant): Promise<Tx> {
  if (q.actor.kind !== 'operator') throw new Error('only the operator pretends to be somebody else');
  await q.rows(`select ${setActor(actor)}`);
  return txOn({ ...q, actor, now }, () => {});
}
