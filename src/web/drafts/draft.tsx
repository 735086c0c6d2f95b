import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { addFilesToDraft, discardDraft, leaveOutFile, myDrafts, saveDraft } from '../../app/drafts.ts';
import { type FilledDraft, fillDraft } from '../../app/fill-draft.ts';
import { sendDraft, sentBefore } from '../../app/send-draft.ts';
import { answerSet, readAnswers } from '../../domain/forms/check.ts';
import { fileProblem } from '../../http/file-problem.ts';
import { key } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { refusalSentences } from '../cases/refusal.ts';
import { withPatients } from '../roles.ts';
import { body, contentOf, type DraftBody, problemsOf } from './draft-body.ts';
import { DraftPage, type DraftPageProps } from './draft-page.tsx';
import { DraftsPage } from './drafts-page.tsx';

const params = z.strictObject({ key });
const common = { enter: ['person'], roles: withPatients, phi: true } as const;
type DraftAsk = Ask<z.infer<typeof params>, unknown, DraftBody>;

/** Drafts: the list, the form of one, and throwing it away. */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    url: '/drafts',
    handle: async ({ app, actor }) => page(<DraftsPage lines={await myDrafts(app, actor)} />),
  }),
  route({ ...common, method: 'GET', url: '/drafts/:key', params, handle: ask => show(ask) }),
  route({
    ...common,
    method: 'POST',
    url: '/drafts/:key',
    params,
    body,
    multipart: true,
    handle: ask => post(ask),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/drafts/:key/discard',
    params,
    handle: async ({ app, actor, params: { key: draft } }) =>
      (await discardDraft(app, actor, draft)) ? redirect('/drafts') : missing(),
  }),
];

function me({ actor }: Pick<Ask, 'actor'>): PersonActor {
  if (actor.kind !== 'person') throw new Error('a route of persons');
  return actor;
}

type More = Partial<Omit<DraftPageProps, 'filled' | 'reading'>>;

async function show(
  ask: Pick<DraftAsk, 'app' | 'actor' | 'params'>,
  more: More = {},
  status = 200,
): Promise<Reply> {
  const filled = await fillDraft(ask.app, me(ask), ask.params.key);
  if (!filled) return missing();
  const reading = readAnswers(filled.form, filled.answers);
  return page(<DraftPage filled={filled} reading={reading} errors={[]} {...more} />, { status });
}

/** Every press keeps what was typed first; then the button says what else. */
async function post(ask: DraftAsk): Promise<Reply> {
  const {
    app,
    params: { key: draft },
    body: typed,
    words,
    files,
  } = ask;
  const before = await fillDraft(app, me(ask), draft);
  const kept = before && (await keep(ask, before));
  if (!kept) return whereItWent(ask);
  const stale: More = kept.stale ? { note: { look: 'soon', text: words.drafts.stale } } : {};
  const again: More = { ...stale, receipt: ask.receipt, signedBy: typed.signedBy };
  const added = await addFilesToDraft(app, me(ask), {
    key: draft,
    files: files.filter(one => one.bytes.length > 0 || one.name !== ''),
  });
  const refused = (added ?? []).flatMap(one => ('refused' in one ? [fileProblem(words, one.refused)] : []));
  if (refused.length > 0) {
    const errors = refused.map(message => ({ field: 'file', message }));
    return show(ask, { ...again, errors, fileErrors: refused }, 422);
  }
  const [what, file] = [typed.do.slice(0, 6), typed.do.slice(6)];
  if (what === 'leave-' && key.safeParse(file).success) {
    await leaveOutFile(app, me(ask), { key: draft, attachmentKey: file });
    return show(ask, again);
  }
  if (typed.do === 'send') return send(ask, again);
  if (typed.do === 'keep') return show(ask, { ...again, note: { text: words.drafts.kept } });
  return show(ask, again);
}

/** No such draft, unless this very form has sent it. */
async function whereItWent(ask: DraftAsk): Promise<Reply> {
  const request = await sentBefore(ask.app, me(ask), ask.receipt);
  return request === null ? missing() : redirect(`/requests/${request}`);
}

/** Saves what was typed, also over what another tab saved meanwhile: the person who types now decides. */
async function keep(ask: DraftAsk, filled: FilledDraft): Promise<{ stale: boolean } | null> {
  const {
    app,
    params: { key: draft },
    body: typed,
  } = ask;
  const change = contentOf(typed, filled);
  const done = await saveDraft(app, me(ask), { key: draft, version: Number(typed.version) || 0, change });
  if (!done) return null;
  if ('saved' in done) return { stale: false };
  const second = await saveDraft(app, me(ask), { key: draft, version: done.stale.version, change });
  return second ? { stale: true } : null;
}

async function send(ask: DraftAsk, again: More): Promise<Reply> {
  const { app, ui, words, body: typed, receipt } = ask;
  const filled = await fillDraft(app, me(ask), ask.params.key);
  if (!filled) return whereItWent(ask);
  const reading = readAnswers(filled.form, filled.answers);
  const errors = problemsOf(ui, filled, reading, typed.signedBy);
  const drawn = { filled, reading, ...again };
  if (errors.length > 0) return page(<DraftPage {...drawn} errors={errors} />, { status: 422 });
  const signer = filled.signers.find(one => one.key === typed.signedBy);
  const outcome = await sendDraft(app, me(ask), {
    ...{ filled, answers: answerSet(filled.form, reading) },
    ...(receipt !== undefined && { receipt }),
    ...(signer && { signedBy: signer.member }),
  });
  if (outcome.ok)
    return redirect(
      `/requests/${outcome.requestKey}?done=${filled.draft.converts ? 'convert' : filled.draft.kind === 'econsult' ? 'open' : 'send'}`,
    );
  const type = filled.draft.converts ? 'econsult' : filled.draft.kind;
  const verb = filled.draft.converts ? 'convert' : type === 'econsult' ? 'open' : 'send';
  const lines =
    outcome.refusal === 'stale' || outcome.refusal === 'not-found'
      ? [words.drafts.movedOn]
      : refusalSentences(words, outcome.refusal, { type, verb });
  const text = [words.drafts.refused, ...lines].join(' ');
  const fresh = outcome.refusal === 'receipt-differs' ? undefined : receipt;
  return page(<DraftPage {...drawn} errors={[]} receipt={fresh} note={{ look: 'late', text }} />, {
    status: 409,
  });
}
