import { localDay } from '../../domain/case/deadline.ts';
import type { Day } from '../../domain/case/time.ts';
import {
  type AnsweredCase,
  type LearningKind,
  type Learnt,
  learntAs,
  type TypedLearning,
} from '../../domain/library/learning.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key as newKey } from '../ports/ids.ts';
import type { LearningEntry, LearningYear } from '../ports/learning.ts';
import { type CaseStory, readCaseIn } from '../read-request.ts';

type Learns = Pick<App, 'db'>;

/** What an answered eConsult says of an entry that begins with it, and the words of its patient's name, which are not to be kept. */
export interface LearningStart {
  day: Day;
  kind: LearningKind;
  /** What the service belongs to, and the sort of question: nothing that somebody wrote about the patient. */
  specialty: { en: string; fr: string } | null;
  questionType: string | null;
  /** Of all answers the actor wrote; null for who asked. */
  minutes: number | null;
  known: readonly string[];
  requestKey: string;
}

/** What an entry begins with; null when the actor took no part in that eConsult, or it was not answered. */
export function startLearning(
  app: Learns,
  actor: Actor,
  { caseKey, zone }: { caseKey: string; zone: string },
): Promise<LearningStart | null> {
  return app.db.as(actor, async tx => {
    const found = await readCaseIn(tx, caseKey, 'econsult');
    if (!found || actor.kind !== 'person') return null;
    const { one, story } = found;
    const kind = learntAs(one as unknown as AnsweredCase, actor.member);
    return kind && { ...(await startOf(tx, one, kind)), day: answeredOn(one, zone), requestKey: story.key };
  });
}

const answeredOn = ({ state }: CaseStory, zone: string): Day =>
  localDay((state as unknown as { answer: { at: string } }).answer.at, zone);

async function startOf(tx: Tx, one: CaseStory, kind: LearningKind) {
  const bodies = (type: string) =>
    one.events
      .filter(event => event.type === type && typeof event.body === 'object')
      .map(event => event.body as Record<string, unknown>);
  const [question, advice] = [bodies('question').at(-1), bodies('advice').at(-1)];
  const answers = [...bodies('advice'), ...bodies('amended')];
  const spent = answers.reduce((sum, body) => sum + Number(body.minutes ?? 0), 0);
  const { service } = one.state.receiver;
  const { given, family } = one.patient;
  return {
    kind,
    specialty: service === undefined ? null : await tx.learning.specialtyOf(service),
    questionType: String(advice?.questionType ?? question?.questionType ?? '') || null,
    minutes: kind === 'econsult-answered' && spent > 0 ? spent : null,
    known: [given, family].flatMap(name => name.split(/\s+/)).filter(Boolean),
  };
}

/** A year of one's record, with what the other years hold; the latest year with an entry where none is named. */
export function readLearningYear(
  app: Learns,
  actor: Actor,
  year: number | null,
): Promise<{ years: LearningYear[]; year: number | null; entries: LearningEntry[] }> {
  return app.db.as(actor, async tx => {
    const years = await tx.learning.years();
    const shown = year ?? years[0]?.year ?? null;
    const entries = shown === null ? [] : await tx.learning.between(`${shown}-01-01`, `${shown}-12-31`);
    return { years, year: shown, entries: entries.reverse() };
  });
}

/** Entries of a stretch of days, both included, for a file. */
export function exportLearning(
  app: Learns,
  actor: Actor,
  { from, until }: { from: Day; until: Day },
): Promise<LearningEntry[]> {
  return app.db.as(actor, async tx => {
    await log(tx, 'export-learning', 'ok');
    return tx.learning.between(from, until);
  });
}

/** One entry of one's own. */
export function readLearningEntry(app: Learns, actor: Actor, key: string): Promise<LearningEntry | null> {
  return app.db.as(actor, async tx => {
    const found = await tx.learning.byKey(key);
    if (!found) await log(tx, 'read-learning', 'missing');
    return found;
  });
}

/** Keeps an entry, or changes the one `of` names. 'full': there are as many as one may keep. 'stale': changed since. */
export function keepLearning(
  app: Learns,
  actor: Actor,
  { learnt, of }: { learnt: Learnt; of: { key: string; version: number } | null },
): Promise<'done' | 'stale' | 'full'> {
  return app.db.as(actor, async tx => {
    const outcome = of
      ? await tx.learning.change(of, learnt)
      : (await tx.learning.keep(newKey(), learnt))
        ? 'done'
        : 'full';
    await log(tx, 'keep-learning', outcome === 'done' ? 'ok' : 'denied');
    return outcome;
  });
}

/** Deletes an entry for good; false when there is none of one's own. */
export function removeLearning(app: Learns, actor: Actor, key: string): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await tx.learning.remove(key);
    await log(tx, 'remove-learning', done ? 'ok' : 'missing');
    return done;
  });
}

function log(tx: Tx, act: string, result: 'ok' | 'denied' | 'missing'): Promise<void> {
  return tx.audit.add({ act, what: 'learning', ids: [], result });
}

/** An entry as a form shows it again. */
export const typedOf = ({
  day,
  kind,
  minutes,
  topic,
  asked,
  learnt,
  changed,
  sources,
}: Learnt): TypedLearning => ({
  ...{ day, kind, minutes: String(minutes) },
  ...{ topic, asked, learnt, changed, sources },
});
