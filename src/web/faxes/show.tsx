import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { openRequest } from '../../app/open-request.ts';
import { openFax, settleFax } from '../../app/outside/faxes-in.ts';
import { openPatient, savePatient, searchPatients } from '../../app/patient/patients.ts';
import { asides } from '../../app/ports/faxes-in.ts';
import type { PatientLine } from '../../app/ports/patients.ts';
import type { Outcome } from '../../app/run-verb.ts';
import type { FieldProblem } from '../../domain/case/problems.ts';
import { key, text, tick } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { todayAt } from '../../ui/patient-words.ts';
import type { Words } from '../../words/words.ts';
import { refusalSentences } from '../cases/refusal.ts';
import { blankPatient, patientBody, typedPatient } from '../patients/patient-body.ts';
import { patientErrors } from '../patients/patient-fields.tsx';
import { withPatients } from '../roles.ts';
import { FaxPage, type FaxPageProps } from './fax-page.tsx';
import { patientProposals, referralProposals, unchanged, valuesIn, wordsToFind } from './proposed.ts';
import { referralFields } from './referral-fields.tsx';

const params = z.strictObject({ key });
const common = { enter: ['person'], roles: withPatients, phi: true, params } as const;
const url = '/faxes/:key';
const query = z.strictObject({ patient: key.optional(), new: text(5).optional() });
const referralBody = z.strictObject({ patient: text(26), ...referralFields, compared: tick() });
const newBody = patientBody.extend({ compared: tick() });
const asideBody = z.strictObject({ state: text(20), why: text(500) });

/** One fax beside what is written in from it. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url, query },
    handle: open,
  }),
  route({
    ...{ ...common, method: 'POST', url: `${url}/find`, body: z.strictObject({ words: text(200) }) },
    async handle(ask) {
      if (!(await openFax(ask.app, ask.actor as PersonActor, ask.params.key))) return missing();
      const found = await searchPatients(ask.app, ask.actor, ask.body.words);
      return show(ask, { find: { words: ask.body.words, found } });
    },
  }),
  route({ ...{ ...common, method: 'POST', url: `${url}/patient`, body: newBody }, handle: addPatient }),
  route({
    ...{ ...common, method: 'POST', url: `${url}/transcribe`, body: referralBody },
    handle: transcribe,
  }),
  route({ ...{ ...common, method: 'POST', url: `${url}/aside`, body: asideBody }, handle: putAside }),
];

type FaxAsk = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'params' | 'ui' | 'words'>;
type Shown = Partial<Omit<FaxPageProps, 'fax' | 'services' | 'reading' | 'patient'>> & {
  patientKey?: string;
  status?: number;
};

type OpenAsk = Ask<z.infer<typeof params>, z.infer<typeof query>>;

/** With what a machine read: whoever it finds on the list, or the fields of somebody new. */
async function open(ask: OpenAsk): Promise<Reply> {
  const { app, actor, query: at, ui } = ask;
  const opened = await openFax(app, actor as PersonActor, ask.params.key);
  if (!opened) return missing();
  if (at.patient !== undefined) return draw(ask, opened, { patientKey: at.patient });
  const proposed = patientProposals(opened.reading);
  if (at.new) {
    const typed = { ...blankPatient(ui.lang), ...valuesIn(proposed) };
    return draw(ask, opened, { adding: { typed, problems: [], warnings: [], same: [] } });
  }
  let find: Shown['find'];
  for (const words of opened.fax.state === 'new' ? wordsToFind(proposed) : []) {
    if (find && find.found.length > 0) break;
    find = { words, found: await searchPatients(app, actor, words), proposed: true };
  }
  return draw(ask, opened, { find });
}

async function show(ask: FaxAsk, shown: Shown): Promise<Reply> {
  const opened = await openFax(ask.app, ask.actor as PersonActor, ask.params.key);
  return opened ? draw(ask, opened, shown) : missing();
}

type OpenedFax = NonNullable<Awaited<ReturnType<typeof openFax>>>;

async function draw(ask: FaxAsk, opened: OpenedFax, { patientKey, status, ...shown }: Shown): Promise<Reply> {
  const { app, actor } = ask;
  const patient = patientKey === undefined ? null : await openPatient(app, actor, patientKey, 'open-for-fax');
  const usual = status ?? (shown.errors?.length ? 422 : 200);
  return page(<FaxPage {...opened} patient={patient} {...shown} />, { status: usual });
}

/** Somebody who is not on the list yet, as on the page of patients. */
async function addPatient(
  ask: Ask<z.infer<typeof params>, unknown, z.infer<typeof newBody>>,
): Promise<Reply> {
  const { app, actor, ui, params: at } = ask;
  const opened = await openFax(app, actor as PersonActor, at.key);
  if (!opened) return missing();
  const { compared, ...body } = ask.body;
  const typed = typedPatient(body);
  if (!compared && unchanged(patientProposals(opened.reading), { ...typed }).length > 0) {
    const adding = { typed, problems: [], warnings: [], same: [] as PatientLine[] };
    return draw(ask, opened, { adding, errors: [notCompared(ask.words)] });
  }
  const done = await savePatient(app, actor, { typed, today: todayAt(ui), nobodyElse: body.nobodyElse });
  if (done === 'missing' || 'stale' in done) return missing();
  if ('saved' in done) return redirect(`/faxes/${at.key}?patient=${done.saved.key}`);
  const problems = 'problems' in done ? done.problems : [];
  const same = 'likelySame' in done ? done.likelySame.map(one => one.patient) : [];
  const adding = { typed, problems, warnings: done.warnings, same };
  return show(ask, { adding, errors: patientErrors(ui, problems), status: same.length > 0 ? 409 : 422 });
}

async function transcribe(
  ask: Ask<z.infer<typeof params>, unknown, z.infer<typeof referralBody>>,
): Promise<Reply> {
  const { app, actor, body, receipt, words, params: at } = ask;
  const opened = await openFax(app, actor as PersonActor, at.key);
  if (!opened) return missing();
  const { patient: patientKey, service, compared, ...typed } = body;
  if (!compared && unchanged(referralProposals(opened.reading, opened.services), body).length > 0)
    return draw(ask, opened, { patientKey, typed: body, errors: [notCompared(words)] });
  const outcome = await openRequest(app, actor, {
    ...{ type: 'referral', verb: 'transcribe', patientKey, service, receipt },
    input: { ...typed, attachments: [opened.fax.file] },
  });
  if (outcome.ok) return redirect(`/requests/${outcome.requestKey}?done=transcribe`);
  if (outcome.refusal === 'not-found') return missing();
  const errors = errorsOf(words, outcome);
  const note =
    errors.length > 0
      ? undefined
      : refusalSentences(words, outcome.refusal, { type: 'referral', verb: 'transcribe' });
  return show(ask, {
    patientKey,
    typed: body,
    errors,
    note,
    ...(note && { status: 409 }),
  });
}

function notCompared({ faxes: { read } }: Words): FieldError {
  return { field: 'compared', label: read.compared, message: read.notCompared };
}

/** Beside its field: what is missing, and a day that cannot be. */
function errorsOf(words: Words, no: Extract<Outcome, { ok: false }>): FieldError[] {
  const w = words.faxes;
  const labels: Record<string, string> = { title: w.subject, service: w.service, receivedOn: w.receivedOn };
  const say = (field: string, message: string) => ({ field, label: labels[field] ?? w.outsideName, message });
  if (no.refusal === 'in-the-future' || no.refusal === 'too-long-ago')
    return [say('receivedOn', words.case.refusals[no.refusal])];
  if (no.refusal === 'no-such-service') return [say('service', w.missing)];
  if (no.refusal !== 'bad-input') return [];
  const issues = (no.detail?.issues ?? []) as FieldProblem[];
  return issues.map(({ path }) => {
    const field = String(path[0] ?? '');
    return say(field, field === 'receivedOn' ? w.wrongDay : w.missing);
  });
}

async function putAside(
  ask: Ask<z.infer<typeof params>, unknown, z.infer<typeof asideBody>>,
): Promise<Reply> {
  const { app, actor, body, words, params: at } = ask;
  const state = [...asides, 'new' as const].find(one => one === body.state);
  const w = words.faxes;
  if (!state) return show(ask, { errors: [{ field: 'state', label: w.aside, message: w.chooseAside }] });
  const settled = await settleFax(app, actor as PersonActor, { key: at.key, state, why: body.why });
  return settled ? redirect(state === 'new' ? `/faxes/${at.key}` : '/faxes') : missing();
}
