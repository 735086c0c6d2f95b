import { z } from 'zod';
import {
  keepLearning,
  type LearningStart,
  readLearningEntry,
  removeLearning,
  startLearning,
  typedOf,
} from '../../app/econsult/learning.ts';
import {
  namesPatient,
  readLearning,
  type TypedLearning,
  withoutPatient,
} from '../../domain/library/learning.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { Ui } from '../../ui/context.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { todayAt } from '../../ui/patient-words.ts';
import type { Words } from '../../words/words.ts';
import { withPatients } from '../roles.ts';
import { EntryPage } from './entry-page.tsx';

const common = { enter: ['person'], roles: withPatients, phi: false } as const;
const params = z.strictObject({ key });
const fields = {
  ...{ day: text(100), kind: text(40), minutes: text(100), topic: text(2_000) },
  ...{ asked: text(40_000), learnt: text(40_000), changed: text(40_000), sources: text(20_000) },
  ...{ seen: text(200_000), do: text(10) },
};
const newBody = z.strictObject({ ...fields, case: key.optional() });

/** What a new entry begins with: nothing but today, or what the eConsult says. */
function begunWith(ui: Ui, start: LearningStart | null): TypedLearning {
  const types: Record<string, string> = ui.words.econsult.questionTypes;
  const topic = [start?.specialty?.[ui.lang], start?.questionType && types[start.questionType]];
  return {
    ...{ day: start?.day ?? todayAt(ui), kind: start?.kind ?? '', topic: topic.filter(Boolean).join(', ') },
    ...{ minutes: String(start?.minutes ?? ''), asked: '', learnt: '', changed: '', sources: '' },
  };
}

function errorsOf({ learning: w }: Words, read: ReturnType<typeof readLearning>): FieldError[] {
  if ('value' in read) return [];
  const labels: Record<string, string> = { ...w.texts, day: w.day, kind: w.kind, minutes: w.minutes };
  return read.problems.map(({ field, why }) => ({ field, label: labels[field], message: w.problems[why] }));
}

interface Posted {
  ask: Ask<unknown, unknown, unknown>;
  body: z.infer<typeof newBody>;
  of?: { key: string; version: number };
}

/** What is wrong, and what may name a patient, comes back with the form; otherwise it is kept. */
async function keep({ ask, body, of }: Posted): Promise<Reply> {
  const { app, actor, ui, words } = ask;
  const { seen, do: act, case: caseKey, ...typed } = body;
  const start = caseKey ? await startLearning(app, actor, { caseKey, zone: ui.zone }) : null;
  const from = caseKey && start ? { caseKey, requestKey: start.requestKey } : undefined;
  const known = start?.known ?? [];
  if (act === 'replace') {
    const clean = withoutPatient(typed, known, kind => words.answered.kinds[kind]);
    return page(<EntryPage {...{ of, from }} typed={{ ...typed, ...clean }} replaced />);
  }
  const read = readLearning(typed, todayAt(ui));
  const errors = errorsOf(words, read);
  const marked = namesPatient(typed, known);
  const before = seen.split('\n');
  if (!('value' in read) || marked.some(one => !before.includes(one.replace(/\s+/g, ' '))))
    return page(<EntryPage {...{ typed, of, from, errors }} marked={oneLined(marked)} />, { status: 422 });
  const outcome = await keepLearning(app, actor, { learnt: read.value, of: of ?? null });
  if (outcome === 'done') return redirect(`/learning?year=${read.value.day.slice(0, 4)}&done=kept`);
  return page(<EntryPage {...{ typed, of, from }} problem={outcome} />, { status: 409 });
}

/** A mark may reach over a line break, which the list of those seen is divided by. */
const oneLined = (marked: readonly string[]) => marked.map(one => one.replace(/\s+/g, ' '));

/** An entry of one's own learning record: begun with an eConsult or with nothing, changed, deleted. */
export const routes: Route[] = [
  route({
    ...common,
    ...{ method: 'GET', url: '/learning/new' },
    query: z.strictObject({ case: key.optional() }),
    async handle({ app, actor, query, ui }) {
      const caseKey = query.case;
      const start = caseKey ? await startLearning(app, actor, { caseKey, zone: ui.zone }) : null;
      if (caseKey && !start) return missing();
      const from = caseKey && start ? { caseKey, requestKey: start.requestKey } : undefined;
      return page(<EntryPage typed={begunWith(ui, start)} from={from} />);
    },
  }),
  route({
    ...common,
    ...{ method: 'POST', url: '/learning/new', body: newBody },
    handle: ask => keep({ ask, body: ask.body }),
  }),
  route({
    ...common,
    ...{ method: 'GET', url: '/learning/:key', params },
    async handle({ app, actor, params }) {
      const found = await readLearningEntry(app, actor, params.key);
      return found ? page(<EntryPage typed={typedOf(found)} of={found} />) : missing();
    },
  }),
  route({
    ...common,
    ...{ method: 'POST', url: '/learning/:key', params, body: z.strictObject(fields) },
    async handle(ask) {
      const found = await readLearningEntry(ask.app, ask.actor, ask.params.key);
      if (!found) return missing();
      return keep({ ask, body: ask.body, of: { key: found.key, version: ask.turn ?? 0 } });
    },
  }),
  route({
    ...common,
    ...{ method: 'POST', url: '/learning/:key/remove', params },
    handle: async ({ app, actor, params }) =>
      (await removeLearning(app, actor, params.key)) ? redirect('/learning?done=removed') : missing(),
  }),
];
