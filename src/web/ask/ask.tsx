import { z } from 'zod';
import { type Asked, chooseRoute, keepAsked, readAsk } from '../../app/drafts/ask.ts';
import { searchPatients } from '../../app/patient/patients.ts';
import type { Draft } from '../../app/ports/drafts.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import type { Words } from '../../words/words.ts';
import { withPatients } from '../roles.ts';
import { AskPage, type AskPageProps } from './ask-page.tsx';

const body = z.strictObject({
  problem: text(20_000),
  urgency: text(10),
  /** Who was chosen before. */
  patient: text(26),
  /** Words to find a patient by. */
  words: text(),
  /** Who is chosen now, the route that is chosen, or another button. */
  pick: text(26),
  service: text(26),
  /** The service that was chosen in the directory, before there is a draft that says so. */
  chosen: text(26),
  do: text(10),
  /** The draft that script has begun for a page that was drawn before there was one. */
  draft: text(26),
  /** A thing said that is to be passed over, or no longer. */
  chip: text(200),
  /** The open request that takes these words instead of a new one. */
  add: text(26),
});
type Typed = z.infer<typeof body>;

const patient = key.optional();
const params = z.strictObject({ key });
const common = { enter: ['person'], roles: withPatients, phi: true } as const;
type Asking = Pick<Ask, 'app' | 'actor'>;
type Posting = Asking & { words: Words; body: Typed; draftKey?: string };

/**
 * One box for the problem, and every route that settles it. From the first press a draft keeps problem and patient, so its key
 * is all an address says.
 */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    url: '/ask',
    query: z.strictObject({ patient, service: key.optional() }),
    handle: ask => show(ask, { patientKey: ask.query.patient, serviceKey: ask.query.service }),
  }),
  route({ ...common, method: 'POST', url: '/ask', body, limit: 'search', handle: ask => post(ask) }),
  route({
    ...common,
    method: 'GET',
    url: '/ask/:key',
    params,
    query: z.strictObject({ patient }),
    handle: ask => show(ask, { draftKey: ask.params.key, patientKey: ask.query.patient, counts: true }),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/ask/:key',
    params,
    body,
    limit: 'search',
    handle: ask => post({ ...ask, draftKey: ask.params.key }),
  }),
];

async function show(
  { app, actor }: Asking,
  at: { draftKey?: string; patientKey?: string; serviceKey?: string; counts?: boolean },
  more: Partial<AskPageProps> = {},
): Promise<Reply> {
  const found = await readAsk(app, actor, at);
  if (!found) return missing();
  const { draft } = found;
  if (draft && draft.converts !== '') return redirect(`/econsults/${draft.converts}/convert`);
  const kept = { problem: draft?.question ?? '', urgency: draft?.urgency || ('routine' as const) };
  const status = more.errors && more.errors.length > 0 ? 422 : 200;
  return page(<AskPage {...found} {...kept} {...more} />, { status });
}

async function post(ask: Posting): Promise<Reply> {
  const { app, actor, body: typed } = ask;
  const asked = askedOf(ask);
  const { problem, urgency, patientKey } = asked;
  if (asked.draftKey === undefined && problem === '' && patientKey === '' && isOnlyShown(typed))
    return show(ask, { serviceKey: asked.serviceKey }, { urgency, errors: errorsOf(ask) });
  const draft = await keepAsked(app, actor, asked);
  if (!draft) return missing();
  const at = { draftKey: draft.key };
  if (typed.do === 'autosave') return show(ask, at);
  if (typed.add !== '') return redirect(`/requests/${typed.add}?draft=${draft.key}#write`);
  if (typed.do === 'add') return redirect(`/patients/new?for=ask&draft=${draft.key}`);
  if (wantsPatient(typed)) return find(ask, draft);
  if (typed.pick !== '') return redirect(`/ask/${draft.key}`);
  const errors = errorsOf(ask, draft);
  if (errors.length > 0) return show(ask, at, { errors });
  if (typed.do === 'choice') return redirect(`/drafts/${draft.key}/options`);
  return typed.service === '' ? redirect(`/ask/${draft.key}`) : choose(ask, draft);
}

function askedOf({ body: typed, draftKey: addressed }: Posting): Asked {
  const chosen = typed.pick || typed.patient;
  const draftKey = addressed ?? (typed.draft || undefined);
  return {
    ...(draftKey !== undefined && { draftKey }),
    patientKey: chosen,
    serviceKey: typed.chosen,
    turned: typed.chip,
    problem: typed.problem,
    urgency: typed.urgency === 'urgent' ? 'urgent' : 'routine',
  };
}

function isOnlyShown(typed: Typed): boolean {
  return typed.do !== 'add' && typed.do !== 'autosave' && !wantsPatient(typed);
}

/** *Find*, or the enter key in its field, which presses the first button of the page. */
function wantsPatient({ words, patient: chosen, pick, do: pressed }: Typed): boolean {
  if (pressed === 'autosave') return false;
  return pressed === 'find' || (words !== '' && chosen === '' && pick === '');
}

async function find(ask: Posting, draft: Draft): Promise<Reply> {
  const words = ask.body.words.slice(0, 200);
  const found = await searchPatients(ask.app, ask.actor, words);
  return show(ask, { draftKey: draft.key }, { found, patientWords: words });
}

function errorsOf({ body: typed, words: { ask } }: Posting, draft?: Draft): FieldError[] {
  const errors: FieldError[] = [];
  if (typed.problem === '')
    errors.push({ field: 'problem', label: ask.problem, message: ask.problemMissing });
  if ((draft?.patient ?? null) === null)
    errors.push({ field: 'words', label: ask.patient, message: ask.noPatient });
  return errors;
}

async function choose(ask: Posting, draft: Draft): Promise<Reply> {
  const { app, actor, body: typed, words } = ask;
  const chosen = await chooseRoute(app, actor, { draft, serviceKey: typed.service });
  if (chosen === 'cannot-wait') return show(ask, { draftKey: draft.key }, { errors: [notUrgent(words)] });
  return chosen === 'chosen' ? redirect(`/drafts/${draft.key}`) : missing();
}

function notUrgent({ ask }: Words): FieldError {
  return { field: 'urgency', label: ask.urgency, message: ask.notUrgentAdvice };
}
