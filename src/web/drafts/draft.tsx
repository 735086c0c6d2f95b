import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { cannotWait } from '../../app/drafts/ask.ts';
import {
  addFilesToDraft,
  discardDraft,
  giveToSign,
  leaveOutFile,
  saveDraft,
} from '../../app/drafts/drafts.ts';
import { type FilledDraft, fillDraft } from '../../app/drafts/fill-draft.ts';
import { noticeOverlap } from '../../app/drafts/overlap.ts';
import { takeRecent } from '../../app/drafts/recent-files.ts';
import { isChoice, sendDraft, sentBefore } from '../../app/drafts/send-draft.ts';
import { mustAcceptTerms } from '../../app/programme/terms.ts';
import type { Outcome } from '../../app/run-verb.ts';
import { answerSet } from '../../domain/forms/check.ts';
import { fileProblem } from '../../http/file-problem.ts';
import { key } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { readSurvey } from '../cases/acts/econsult/close.tsx';
import { refusalSentences } from '../cases/refusal.ts';
import { withPatients } from '../roles.ts';
import { asksSurvey, body, contentOf, type DraftBody, problemsOf, surveyOf } from './draft-body.ts';
import { DraftPage, type DraftPageProps } from './draft-page.tsx';

const params = z.strictObject({ key });
const common = { enter: ['person'], roles: withPatients, phi: true, params } as const;
type DraftAsk = Ask<z.infer<typeof params>, unknown, DraftBody>;
type More = Partial<Omit<DraftPageProps, 'filled' | 'reading' | 'errors'>>;

/** The form of a draft, and throwing it away. */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    url: '/drafts/:key',
    query: z.strictObject({ terms: z.literal('accepted').optional() }),
    handle: async ({ app, actor, params: { key: draft }, query, words }) => {
      const filled = await fillDraft(app, me({ actor }), draft);
      if (!filled) return missing();
      const { service, patient, draft: kept } = filled;
      const unready = service === null || patient === null || cannotWait(kept);
      return unready && kept.converts === ''
        ? redirect(`/ask/${draft}`)
        : drawn(filled, query.terms ? { note: { text: words.terms.thanks } } : {});
    },
  }),
  route({
    ...common,
    method: 'POST',
    url: '/drafts/:key',
    body,
    multipart: true,
    handle: async ask => (await post(ask)) ?? whereItLed(ask),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/drafts/:key/discard',
    handle: async ({ app, actor, params: { key: draft } }) =>
      (await discardDraft(app, actor, draft)) ? redirect('/drafts') : missing(),
  }),
];

function me({ actor }: Pick<Ask, 'actor'>): PersonActor {
  if (actor.kind !== 'person') throw new Error('a route of persons');
  return actor;
}

function drawn(
  filled: FilledDraft,
  more: More & Partial<Pick<DraftPageProps, 'errors'>>,
  status = 200,
): Reply {
  const { reading } = filled;
  return page(<DraftPage filled={filled} reading={reading} errors={[]} {...more} />, { status });
}

/** A second click finds the draft gone, and its receipt says where the first one led. */
async function whereItLed({ app, actor, receipt }: DraftAsk): Promise<Reply> {
  const led = receipt === undefined ? null : await sentBefore(app, actor, receipt);
  return led ? redirect(storyUrl(led)) : missing();
}

/** A place off the network has not got it yet: how it goes there is asked at once. */
async function afterSending(ask: DraftAsk, sent: Extract<Outcome, { ok: true }>): Promise<string> {
  const away = await ask.app.db.as(me(ask), tx => tx.workspaces.mayInvite(sent.caseKey));
  return away ? `/referrals/${sent.caseKey}/invite?done=send` : storyUrl(sent);
}

function storyUrl({
  requestKey,
  events: [first = 'sent'],
}: {
  requestKey: string;
  events: readonly string[];
}) {
  return `/requests/${requestKey}?done=${first}`;
}

/** Every press keeps what was typed first; then the button says what else. Null when the draft is gone. */
async function post(ask: DraftAsk): Promise<Reply | null> {
  const { app, body: typed, words, params: at } = ask;
  const before = await fillDraft(app, me(ask), at.key);
  const kept = before && (await keep(ask, before));
  if (!kept) return null;
  const stale: More = kept.stale ? { note: { look: 'soon', text: words.drafts.stale } } : {};
  const tried = typed.tried === 'yes';
  const again: More = { ...stale, receipt: ask.receipt, signedBy: typed.signedBy, tried };
  await takeRecent(app, me(ask), { key: at.key, offered: typed.offered, ticked: typed.recent });
  const refused = await addFiles(ask);
  if (refused.length > 0) return redraw(ask, { ...again, fileErrors: refused });
  const [what, file] = [typed.do.slice(0, 6), typed.do.slice(6)];
  if (what === 'leave-' && key.safeParse(file).success)
    await leaveOutFile(app, me(ask), { key: at.key, attachmentKey: file });
  if (typed.do === 'send') return send(ask, again);
  if (typed.do === 'keep') return redraw(ask, { ...again, note: { text: words.drafts.kept } });
  return redraw(ask, again);
}

/** Saves what was typed, also over what another tab saved meanwhile: the person who types now decides, and is told. */
async function keep(ask: DraftAsk, { draft, ...filled }: FilledDraft): Promise<{ stale: boolean } | null> {
  const { app, body: typed, receipt = '' } = ask;
  const content = contentOf(typed, { draft, ...filled }, Date.parse(app.clock.now()));
  const change = { ...content, savedFrom: receipt };
  const mine = receipt !== '' && draft.savedFrom === receipt;
  const version = mine ? draft.version : Number(typed.version) || 0;
  const done = await saveDraft(app, me(ask), { key: draft.key, version, change });
  if (!done || 'saved' in done) return done && { stale: false };
  const theirs = done.stale;
  const second = await saveDraft(app, me(ask), { key: draft.key, version: theirs.version, change });
  return second && { stale: theirs.savedFrom !== receipt };
}

/** Keeps the files of this post in the draft; a sentence for each that was not taken. */
async function addFiles(ask: DraftAsk): Promise<string[]> {
  const { app, files, params: at, words } = ask;
  if (files.length === 0) return [];
  const added = await addFilesToDraft(app, me(ask), { key: at.key, files });
  return (added ?? []).flatMap(one => ('refused' in one ? [fileProblem(words, one.refused)] : []));
}

/** The form again. After it was sent once, what is still wrong stays drawn. */
async function redraw(ask: DraftAsk, more: More): Promise<Reply | null> {
  const filled = await fillDraft(ask.app, me(ask), ask.params.key);
  if (!filled) return null;
  const { reading } = filled;
  const files = (more.fileErrors ?? []).map(message => ({ field: 'file', message }));
  const found = more.tried ? problemsOf(ask.ui, filled, reading, ask.body.signedBy) : [];
  return drawn(filled, { ...more, errors: [...found, ...files] }, files.length > 0 ? 422 : 200);
}

async function send(ask: DraftAsk, again: More): Promise<Reply | null> {
  const { app, ui, body: typed, receipt } = ask;
  const filled = await fillDraft(app, me(ask), ask.params.key);
  if (!filled) return null;
  const { reading } = filled;
  const errors = problemsOf(ui, filled, reading, typed.signedBy);
  if (errors.length > 0) return drawn(filled, { ...again, errors, tried: true }, 422);
  if (filled.signedBy === null) return give(ask, filled, again);
  if (typed.beside === '' && (await noticeOverlap(app, me(ask), filled.draft)) === 'similar') {
    const error = { field: 'beside', label: ui.words.drafts.beside.reason, message: ui.words.fields.missing };
    return drawn(filled, { ...again, errors: tried(ask) ? [error] : [], overlaps: true }, 409);
  }
  if (await mustAcceptTerms(app, me(ask))) return redirect(`/terms?draft=${ask.params.key}`);
  const outcome = await sendDraft(app, me(ask), {
    ...{ filled, answers: answerSet(filled.form, reading) },
    ...(asksSurvey(filled) && { survey: readSurvey(surveyOf(filled)) }),
    ...(receipt !== undefined && { receipt }),
    ...(typed.beside !== '' && { beside: ui.words.drafts.beside.note(typed.beside) }),
  });
  if (outcome.ok) return redirect(await afterSending(ask, outcome));
  const text = [ui.words.drafts.refused, ...reasonsOf(ask, filled, outcome.refusal)].join(' ');
  // Somebody sent another form with this receipt: the next try is a try of its own.
  const fresh = outcome.refusal === 'receipt-differs' ? undefined : receipt;
  return drawn(
    filled,
    {
      ...again,
      overlaps: typed.beside !== '',
      beside: typed.beside,
      receipt: fresh,
      note: { look: 'late', text },
    },
    409,
  );
}

/** Complete, but its writer may not sign: it waits for the clinician they chose. */
async function give(ask: DraftAsk, { draft, signers }: FilledDraft, again: More): Promise<Reply | null> {
  const { app, body: typed, words } = ask;
  const signer = signers.find(one => one.key === typed.signedBy)!;
  const given = await giveToSign(app, me(ask), { key: draft.key, signer: signer.member });
  const note = given
    ? { text: words.drafts.toSign.given(signer.name) }
    : { look: 'late' as const, text: words.drafts.toSign.notGiven };
  return redraw(ask, { ...again, note });
}

/** The question was answered once already, without a reason. */
function tried({ body: { asked } }: DraftAsk): boolean {
  return asked === 'yes';
}

function reasonsOf({ words }: DraftAsk, { draft }: FilledDraft, refusal: string): string[] {
  if (refusal === 'stale' || refusal === 'not-found') return [words.drafts.movedOn];
  if (draft.converts !== '') return refusalSentences(words, refusal, { type: 'econsult', verb: 'convert' });
  const verb = isChoice(draft) ? 'propose' : draft.kind === 'econsult' ? 'open' : 'send';
  return refusalSentences(words, refusal, { type: draft.kind, verb });
}
