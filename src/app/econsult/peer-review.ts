import { type IdentifierKind, identifiersIn, withoutIdentifiers } from '../../domain/library/deidentify.ts';
import { adviceAsItStands } from '../../domain/timeline/corrected.ts';
import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { GroupReviews, OpenReview, Ratings, RatingsOfMe, ReviewOfMe } from '../ports/peer-reviews.ts';

type Reads = Pick<App, 'db'>;

/** What a specialist reads of their own answers, and what they have to review. */
export interface MyQuality {
  groups: readonly { key: string; name: { en: string; fr: string }; reviewing: boolean }[];
  open: readonly OpenReview[];
  rated: RatingsOfMe;
  reviews: readonly ReviewOfMe[];
}

/** The actor's own, nobody else's. */
export function readQuality(app: Reads, actor: PersonActor): Promise<MyQuality> {
  return app.db.as(actor, async tx => {
    const { peerReviews: reviews } = tx;
    const mine = {
      ...{ groups: await reviews.myGroups(), open: await reviews.mine() },
      ...{ rated: await reviews.ratingsOfMe(), reviews: await reviews.ofMe() },
    };
    await log(tx, 'read-quality', 'ok');
    return mine;
  });
}

/**
 * What of reviews waits for the actor: how many to give, and groups they lead in which a colleague called an answer not safe,
 * or an asker said that one could have harmed.
 */
export interface ReviewsWaiting {
  toGive: number;
  unsafe: readonly { key: string; name: { en: string; fr: string } }[];
  harmed: readonly { key: string; name: { en: string; fr: string } }[];
}

export async function reviewsWaiting(app: Reads, actor: PersonActor): Promise<ReviewsWaiting> {
  const answers = actor.roles.some(role => role === 'clinician' || role === 'resident');
  const leads = actor.roles.some(role => role === 'lead' || role === 'steward');
  if (!answers && !leads) return { toGive: 0, unsafe: [], harmed: [] };
  return app.db.as(actor, async tx => ({
    toGive: answers ? (await tx.peerReviews.mine()).length : 0,
    unsafe: leads ? await tx.peerReviews.unsafeGroups() : [],
    harmed: leads ? await tx.harms.groups() : [],
  }));
}

/** An answer as its reviewer reads it. */
export interface ToReview {
  key: string;
  name: { en: string; fr: string };
  month: string;
  title: string;
  question: string;
  answer: string;
}

/** Question and answer with what may tell who somebody is replaced by `word` of its kind; null when the actor has none of that key. */
export function readReview(
  app: Reads,
  actor: PersonActor,
  { key, word }: { key: string; word: (kind: IdentifierKind) => string },
): Promise<ToReview | null> {
  return app.db.as(actor, async tx => {
    const found = await tx.peerReviews.text(key);
    const [ids, patient] = found ? [[found.caseId], found.patientId ?? undefined] : [[], undefined];
    const result = found ? 'ok' : 'missing';
    await tx.audit.add({ act: 'review-answer', what: 'case', ids, patient, result });
    if (!found) return null;
    const { name, month, title, question, answer } = found;
    const known = found.names.flatMap(one => one.split(/\s+/)).filter(one => one.length > 1);
    const stands = adviceAsItStands(answer ?? []);
    const clean = (text: string) => withoutIdentifiers(text, identifiersIn(text, known), word);
    return {
      ...{ key, name, month, title: clean(title) },
      question: clean(String(question?.question ?? '')),
      answer: clean(stands ? answerText(stands) : ''),
    };
  });
}

function answerText(answer: Record<string, unknown>): string {
  const told = (answer.recommendations as { text: string }[] | undefined)?.map(one => `- ${one.text}`) ?? [];
  const replies = (answer.replies as string[] | undefined) ?? [];
  const references = (answer.references as string[] | undefined) ?? [];
  return [answer.text, ...replies, ...told, answer.redFlags, ...references].filter(Boolean).join('\n');
}

/** False, written down, when it is not the actor's to give, or is over. */
export function giveReview(
  app: Reads,
  actor: PersonActor,
  given: { key: string; ratings: Ratings; safe: boolean; comment: string },
): Promise<boolean> {
  return tried(app, actor, 'give-review', tx => tx.peerReviews.give(given.key, given));
}

/** The reviewer knows who it is about, or cannot: nobody reads it instead. */
export function declineReview(app: Reads, actor: PersonActor, key: string): Promise<boolean> {
  return tried(app, actor, 'decline-review', tx => tx.peerReviews.decline(key));
}

/** Whether the actor reviews for a group in which they answer. */
export function chooseReviewing(
  app: Reads,
  actor: PersonActor,
  { group, on }: { group: string; on: boolean },
): Promise<boolean> {
  return tried(app, actor, 'choose-reviewing', tx => tx.peerReviews.setReviewing(group, on));
}

/** For whoever keeps the group; null for others. */
export function readGroupReviews(app: Reads, actor: PersonActor, key: string): Promise<GroupReviews | null> {
  return app.db.as(actor, tx => tx.peerReviews.ofGroup(key));
}

/** 0: answers of the group are no longer reviewed. */
export function setGroupReviews(
  app: Reads,
  actor: PersonActor,
  { key, perMonth }: { key: string; perMonth: number },
): Promise<boolean> {
  return tried(app, actor, 'set-reviews', tx => tx.peerReviews.setGroup(key, perMonth));
}

/** The lead dealt with an answer that was not safe. */
export function settleUnsafe(app: Reads, actor: PersonActor, review: string): Promise<boolean> {
  return tried(app, actor, 'settle-unsafe', tx => tx.peerReviews.settleUnsafe(review));
}

function tried(
  app: Reads,
  actor: PersonActor,
  act: string,
  work: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await work(tx);
    await log(tx, act, done ? 'ok' : 'missing');
    return done;
  });
}

function log(tx: Tx, act: string, result: 'ok' | 'missing'): Promise<void> {
  return tx.audit.add({ act, what: 'peer-review', ids: [], result });
}
