import { localDay } from '../../domain/case/deadline.ts';
import { filtersOf, type Limit, limitsOf } from '../../domain/directory/for-patient.ts';
import { type Pool, poolOf } from '../../domain/directory/pool.ts';
import type { Read } from '../../domain/directory/reading.ts';
import { regionalFirst } from '../../domain/directory/regional.ts';
import type { ServiceKind } from '../../domain/directory/service.ts';
import { conceptsOf, indexSynonyms } from '../../domain/directory/synonyms.ts';
import { ageOn } from '../../domain/patient/birth-date.ts';
import type { PatientDetails } from '../../domain/patient/patient.ts';
import { answeredBefore } from '../econsult/library.ts';
import { type Busy, busyGroups } from '../econsult/whom.ts';
import type { OpenRequest } from '../ports/cases.ts';
import type { Tx } from '../ports/database.ts';
import type { Found } from '../ports/directory.ts';
import type { SentService } from '../ports/favourites.ts';
import type { LibraryEntry } from '../ports/library.ts';
import { type Spoken, searchIn } from './directory.ts';
import { soundsUrgent } from './urgent-phrases.ts';

/** Every good way to settle one problem of one patient. */
export interface AskRoutes {
  /** The words may mean an emergency: its route is shown first. */
  urgent: boolean;
  advice: readonly Spoken[];
  /** Of these groups, by key, those in which nobody is free now. They may be asked all the same. */
  busy: ReadonlyMap<string, Busy>;
  visits: readonly Spoken[];
  /** The pool of services to visit that fit; the default is its first. Null when nobody fits, or the words are too little known to say so. */
  pool: Pool<Found> | null;
  /** The default of the pool, with what it speaks of. */
  first: Spoken | null;
  /** What of the patient narrows all of them. */
  limits: readonly Limit[];
  /** Of the services that speak of it, those that this site sent to before. */
  sentBefore: readonly SentService[];
  /** What patients reach by themselves. */
  community: readonly Spoken[];
  /** Answers of the library that speak of it, and how many there are. */
  answered: { entries: readonly LibraryEntry[]; total: number };
  /** What the search made of the words. */
  read: readonly Read[];
  /** Open requests of the patient whose title speaks of the same. */
  similar: readonly OpenRequest[];
  /** The patient's other open requests asked by this site. */
  others: readonly OpenRequest[];
}

const adviceShown = 3;
/** Of so many the requester's regions come first. */
const adviceFound = 20;
const visitsShown = 6;
/** Of so many the first suitable is chosen. */
const pooled = 100;
const communityShown = 3;
const answeredShown = 3;
/** Who says less of the problem was found by a word beside it. */
const leastSaid = 0.1;
/** Of a problem that says more things than so many, as a letter does, each entry speaks of a smaller part. */
const plain = 8;

/** What the directory offers for the problem, by fit to words and patient; nothing of the patient is ever in a URL. */
export async function routesIn(
  tx: Tx,
  asked: {
    text: string;
    patient: PatientDetails & { id?: number };
    adviceToo?: boolean;
    /** Narrows by itself to what fits the patient, but for what is passed over. */
    urgency?: 'routine' | 'urgent';
    without?: readonly string[];
  },
): Promise<AskRoutes> {
  const { text, patient, adviceToo = true, without, urgency } = asked;
  const { birthDate, sexAtBirth: sex, language } = patient;
  const wishes = { age: ageOn(birthDate, localDay(tx.now, 'America/Toronto')).years, sex, language };
  const near = patient.address.postalCode;
  const who = { ...wishes, postalCode: near, urgent: urgency === 'urgent' };
  const limits = limitsOf(who, without);
  const filters = urgency === undefined ? {} : filtersOf(limits);
  const search = { text, problem: true, near, wishes, filters, ...(without && { without }) };
  const look = (kind: ServiceKind, limit: number) => lookFor(tx, { ...search, kinds: [kind], limit });
  const visits = await look('referral', pooled);
  const open = patient.id === undefined ? [] : await tx.cases.openOf(patient.id);
  const alike = open.length === 0 ? [] : await likeIn(tx, text, open);
  const advice = adviceToo ? await regional(tx, (await look('econsult', adviceFound)).results) : [];
  const pool = visits.vague ? null : poolOf(visits.results, filtersOf(limits));
  return {
    urgent: await soundsUrgent(tx, text),
    advice,
    busy: await busyGroups(
      tx,
      advice.map(one => one.entry.key),
    ),
    visits: visits.results.slice(0, visitsShown),
    pool,
    first: visits.results.find(one => one.entry.key === pool?.first.soonest.entry.key) ?? null,
    sentBefore: await tx.favourites.sentTo(visits.alike),
    limits: urgency === undefined ? [] : limits,
    community: adviceToo ? (await look('community', communityShown)).results : [],
    answered: adviceToo
      ? await answeredBefore(tx, text, { limit: answeredShown })
      : { entries: [], total: 0 },
    read: visits.read,
    similar: alike,
    others: open.filter(one => !alike.includes(one)),
  };
}

/** What speaks of enough of the problem. */
async function lookFor(tx: Tx, search: Parameters<typeof searchIn>[1]) {
  const found = await searchIn(tx, search);
  const least = leastSaid * Math.min(1, plain / Math.max(1, found.understood));
  return { ...found, results: found.results.filter(one => one.words >= least) };
}

/** Groups of the regions that the requester asks first before others of their specialty. */
async function regional(tx: Tx, found: readonly Spoken[]): Promise<Spoken[]> {
  const asked = await tx.askingRegions.mine();
  return regionalFirst(found, asked?.regions ?? []).slice(0, adviceShown);
}

/** Those whose title shares a word with the problem, or a word that means the same. */
async function likeIn(tx: Tx, text: string, open: readonly OpenRequest[]): Promise<OpenRequest[]> {
  const synonyms = indexSynonyms(await tx.directory.synonyms());
  const stemsOf = (words: string) => conceptsOf(words, synonyms).flatMap(one => one.stems);
  const said = new Set(stemsOf(text));
  return open.filter(one => stemsOf(one.title).some(stem => said.has(stem)));
}
