import type { FileProblem } from '../../app/files/check-file.ts';
import type { Attachment } from '../../app/ports/attachments.ts';
import { type Outcome, runVerb } from '../../app/run-verb.ts';
import { keepFiles, runVerbWithFiles } from '../../app/run-verb-with-files.ts';
import type { FieldProblem } from '../../domain/case/problems.ts';
import type { RefusalCode } from '../../domain/case/refusals.ts';
import type { CaseType } from '../../domain/case/state.ts';
import { BadInput, parse } from '../../http/door.ts';
import { fileProblem } from '../../http/file-problem.ts';
import { key } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import type { Upload } from '../../http/route.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { momentShort } from '../../ui/format.ts';
import type { ActOn, AnyAct } from './act.ts';
import { fileField, waitingField } from './act-files.tsx';
import { type ActNote, ActPage } from './act-page.tsx';
import { afterActing } from './after-acting.ts';
import { fieldErrors } from './field-errors.ts';
import { type ActAsk, openAct } from './open-act.ts';
import { refusalSentences } from './refusal.ts';
import { actFor } from './registry.ts';
import { sentenceOf } from './told.ts';

type No = Extract<Outcome, { ok: false }>;

/** What came with the form, apart. */
interface Posted {
  typed: Record<string, unknown>;
  kept: readonly string[];
  /** The value of a button that only redraws the form. */
  again?: string;
}

/** Runs the verb and leads to the story; or gives the form back with its typing and why. */
export async function post(ask: ActAsk, type: CaseType): Promise<Reply> {
  const act = actFor(type, ask.params.verb);
  if (!act) return missing();
  const posted = partsOf(act, ask.body);
  const files = act.files ? ask.files.filter(one => one.field === fileField) : [];
  return posted.again === undefined
    ? send(ask, { act, type, posted }, files)
    : drawAgain(ask, { act, type, posted }, files);
}

/** Nothing is sent: the form with what was typed and chosen, changed as the button says. */
async function drawAgain(ask: ActAsk, { act, type, posted }: Given, files: readonly Upload[]) {
  const typed = act.again?.(posted.typed, posted.again!) ?? posted.typed;
  const { waiting, refused } = await keepFiles(ask.app, ask.actor, { files, kept: posted.kept });
  const errors = refusedFiles(ask, refused);
  return giveBack(ask, { act, type, posted: { ...posted, typed } }, { waiting, errors });
}

function refusedFiles({ words }: ActAsk, refused: readonly FileProblem[]): FieldError[] {
  return refused.map(one => ({ field: fileField, message: fileProblem(words, one) }));
}

async function send(ask: ActAsk, { act, type, posted }: Given, files: readonly Upload[]): Promise<Reply> {
  const { app, actor, params, receipt, turn } = ask;
  const verb = act.verbOf?.(posted.typed) ?? act.verb;
  const input = inputOf(ask, act, posted);
  const { filesIn } = act;
  const verbAsk = { type, caseKey: params.key, verb, input, receipt, turn, ...(filesIn && { filesIn }) };
  const done = await run({ app, actor }, { ...verbAsk, files, kept: posted.kept, filed: act.files === true });
  const { outcome, waiting } = done;
  if (outcome?.ok) return redirect(await afterActing(ask, { requestKey: outcome.requestKey, verb }));
  if (outcome?.refusal === 'not-found') return missing();
  const errors = refusedFiles(ask, done.refused);
  return giveBack(ask, { act, type, posted }, { no: outcome, waiting, errors });
}

/** No schema has this field: what `check` complains of is refused as bad input, after the case was found and not stale. */
const unread = 'unread';

function inputOf({ ui }: ActAsk, act: AnyAct, { typed }: Posted): Record<string, unknown> {
  const input = act.read(typed, ui);
  return act.check?.(typed, ui).length ? { ...input, [unread]: true } : input;
}

type Run = Parameters<typeof runVerbWithFiles>[2] & { filed: boolean };

async function run({ app, actor }: Pick<ActAsk, 'app' | 'actor'>, { filed, ...ask }: Run) {
  if (filed) return runVerbWithFiles(app, actor, ask);
  const { files: _files, kept: _kept, filesIn: _filesIn, ...plain } = ask;
  return { outcome: await runVerb(app, actor, plain), refused: [], waiting: [] };
}

/** Throws BadInput for a field the act does not have. */
function partsOf(act: AnyAct, body: ActAsk['body']): Posted {
  const { again, [waitingField]: waiting, ...rest } = body;
  const kept = [waiting ?? []].flat();
  if (kept.length > 0 && (!act.files || !kept.every(one => key.safeParse(one).success)))
    throw new BadInput([waitingField]);
  const pressed = [again ?? []].flat()[0];
  return {
    typed: parse<Record<string, unknown>>(act.body, rest),
    kept,
    ...(pressed !== undefined && { again: pressed }),
  };
}

interface Given {
  act: AnyAct;
  type: CaseType;
  posted: Posted;
}

interface Back {
  no?: No;
  waiting?: readonly Attachment[];
  errors?: readonly FieldError[];
}

/** The form again: drawn from the case as it is now, with what was typed. */
async function giveBack(ask: ActAsk, { act, type, posted }: Given, { no, waiting, errors = [] }: Back) {
  const found = await openAct(ask, { act, type, typed: posted.typed });
  if (!found) return missing();
  const { on, allowed, more, forms, earlier } = found;
  const all = [...errors, ...(no ? refusedFields(ask, { act, typed: posted.typed }, no) : [])];
  const note = no && all.length === 0 ? noteOf(ask, no, { act, found }) : undefined;
  // A form that was sent before with other words gets a receipt of its own.
  const receipt = no?.refusal === 'receipt-differs' ? undefined : ask.receipt;
  const status = note ? 409 : all.length > 0 ? 422 : 200;
  // A form that was only drawn again still answers for the case as its writer saw it.
  const turn = no ? undefined : ask.turn;
  const drawn = { act, on, typed: posted.typed, more, forms, allowed, errors: all, waiting, note, earlier };
  return page(<ActPage {...drawn} receipt={receipt} turn={turn} />, { status });
}

/** What is wrong beside the fields: what the act itself finds, the schema's issues, or a refusal of one field. */
function refusedFields({ words, ui }: ActAsk, of: { act: AnyAct; typed: unknown }, no: No): FieldError[] {
  const { act, typed } = of;
  const labelled = (one: FieldError): FieldError => ({ label: act.labels?.(words)[one.field], ...one });
  if (no.refusal === 'bad-input') {
    const found = (act.check?.(typed, ui) ?? []).map(labelled);
    const issues = fieldErrors(words, act, (no.detail?.issues ?? []) as FieldProblem[]);
    const others = issues.filter(
      one => one.field !== unread && !found.some(each => each.field === one.field),
    );
    return [...found, ...others];
  }
  const code = no.refusal as RefusalCode;
  const field = act.refusedAt?.[code];
  return field ? [labelled({ field, message: words.case.refusals[code] })] : [];
}

function noteOf(
  ask: ActAsk,
  no: No,
  { act, found }: { act: AnyAct; found: { on: ActOn; allowed: boolean } },
) {
  const { words, ui } = ask;
  const { on, allowed } = found;
  if (no.refusal !== 'stale') {
    const lines = refusalSentences(words, no.refusal, { type: on.one.type, verb: act.verb });
    return { title: words.acts.refusedTitle, lines } satisfies ActNote;
  }
  const naming = { ui, names: on.story.names, me: on.actor };
  const changed = (no.changed ?? [])
    .filter(event => typeof event.body === 'object')
    .map(event => `${sentenceOf(naming, on.one.type, event)} (${momentShort(event.at, ui)}).`);
  const lines = [...changed, allowed ? words.acts.staleText : words.acts.notNow];
  return { title: words.acts.staleTitle, lines } satisfies ActNote;
}
