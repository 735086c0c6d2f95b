import { z } from 'zod';
import { type AskRoutes, routesIn } from '../../app/ask-routes.ts';
import { beginDraft } from '../../app/drafts.ts';
import type { PatientLine, PatientRecord } from '../../app/ports/patients.ts';
import { formFor } from '../../domain/forms/precedence.ts';
import { fullName, listName } from '../../domain/patient/patient.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { CrisisLines } from '../../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { ageInWords } from '../../ui/patient-words.ts';
import { withPatients } from '../roles.ts';
import { EmergencyNote, RoutesList, SimilarNote } from './routes-list.tsx';

const query = z.strictObject({ patient: key.optional() });
const body = z.strictObject({
  patient: text(26),
  problem: text(20_000),
  urgency: text(10),
  service: text(26),
  do: text(10),
});
type Typed = z.infer<typeof body>;

const blank: Typed = { patient: '', problem: '', urgency: 'routine', service: '', do: '' };
const common = { enter: ['person'], roles: withPatients, phi: true } as const;

/** One box for the problem, and every route that settles it. */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    url: '/ask',
    query,
    handle: async ask => show(ask, { typed: { ...blank, patient: ask.query.patient ?? '' }, errors: [] }),
  }),
  route({ ...common, method: 'POST', url: '/ask', body, limit: 'search', handle: ask => post(ask) }),
];

async function post(ask: Ask<unknown, unknown, Typed>) {
  const typed = ask.body;
  const { words } = ask;
  const errors: FieldError[] = [];
  if (!key.safeParse(typed.patient).success)
    errors.push({ field: 'patient', message: words.ask.noPatient, label: words.ask.patient });
  if (typed.problem === '')
    errors.push({ field: 'problem', message: words.ask.problemMissing, label: words.ask.problem });
  if (errors.length > 0 || typed.service === '') return show(ask, { typed, errors });
  return choose(ask, typed);
}

/** The route becomes a draft with everything typed so far. */
async function choose({ app, actor }: Pick<Ask, 'app' | 'actor'>, typed: Typed) {
  const service = key.safeParse(typed.service).success
    ? await app.db.as(actor, tx => tx.directory.service(typed.service))
    : null;
  if (!service) return missing();
  const kind = service.kind === 'econsult' ? 'econsult' : 'referral';
  const draft = await beginDraft(app, actor, {
    ...{ kind, patientKey: typed.patient, question: typed.problem, service: service.id },
    form: formFor(kind, { ...(service.form && { service: service.form }), category: service.category }),
    urgency: typed.urgency === 'urgent' ? 'urgent' : 'routine',
  });
  return draft ? redirect(`/drafts/${draft.key}`) : missing();
}

interface Shown {
  typed: Typed;
  errors: readonly FieldError[];
}

async function show({ app, actor }: Pick<Ask, 'app' | 'actor'>, { typed, errors }: Shown) {
  const found = await app.db.as(actor, async tx => {
    const named = key.safeParse(typed.patient).success;
    const patient = named ? await tx.patients.byKey(typed.patient) : null;
    if (named && !patient) await tx.audit.add({ act: 'open', what: 'patient', ids: [], result: 'missing' });
    const recent = patient ? [] : await tx.patients.recent(12);
    const searched = patient !== null && typed.problem !== '';
    const routes = searched ? await routesIn(tx, { text: typed.problem, patient }) : null;
    const ids = patient ? [patient.id] : recent.map(one => one.id);
    const about = { act: searched ? 'ask' : 'open', what: 'patient', ids, result: 'ok' as const };
    if (ids.length > 0) await tx.audit.add({ ...about, ...(patient && { patient: patient.id }) });
    return { patient, recent, routes };
  });
  return page(<AskPage typed={typed} errors={errors} {...found} />, {
    status: errors.length > 0 ? 422 : 200,
  });
}

interface AskPageProps extends Shown {
  patient: PatientRecord | null;
  recent: readonly PatientLine[];
  routes: AskRoutes | null;
}

function AskPage({ typed, errors, patient, recent, routes }: AskPageProps) {
  const { words } = useUi();
  const w = words.ask;
  return (
    <Frame title={w.title} here="ask">
      <Form action="/ask" class="wide" label={w.title}>
        <header class="stack">
          <h1>{w.title}</h1>
          <p class="dim">{w.lead}</p>
          <ErrorSummary errors={errors} />
        </header>
        <div class="cols side">
          <div class="stack">
            <TextArea
              name="problem"
              label={w.problem}
              hint={w.problemHint}
              value={typed.problem}
              rows={6}
              error={errorOf(errors, 'problem')}
              required
            />
            <SubmitButton look={routes ? 'plain' : 'main'} icon="search" name="do" value="show">
              {routes ? w.again : w.show}
            </SubmitButton>
          </div>
          <aside class="card flat stack" aria-label={w.patient}>
            <Whom patient={patient} recent={recent} error={errorOf(errors, 'patient')} />
            <Radios
              name="urgency"
              label={w.urgency}
              value={typed.urgency || 'routine'}
              choices={[
                { value: 'routine', label: w.routine },
                { value: 'urgent', label: w.urgent, hint: w.notUrgentAdvice },
              ]}
            />
            <CrisisLines />
          </aside>
        </div>
        {routes && (
          <>
            <EmergencyNote urgent={routes.urgent} />
            <SimilarNote similar={routes.similar} />
            <RoutesList routes={routes} advice={typed.urgency !== 'urgent'} />
          </>
        )}
      </Form>
    </Frame>
  );
}

interface WhomProps {
  patient: PatientRecord | null;
  recent: readonly PatientLine[];
  error?: string;
}

/** The patient, or a choice of those last worked on: choosing here keeps what was typed. */
function Whom({ patient, recent, error }: WhomProps) {
  const ui = useUi();
  const w = ui.words.ask;
  if (patient)
    return (
      <div>
        <input type="hidden" name="patient" value={patient.key} />
        <p>
          <strong>
            <bdi>{fullName(patient)}</bdi>
          </strong>
        </p>
        <p class="s dim">
          {[
            ageInWords(ui, patient.birthDate),
            ui.words.patients.sexes[patient.sexAtBirth].toLocaleLowerCase(ui.lang),
            patient.address.city,
            ui.words.patients.languages[patient.language],
          ]
            .filter(Boolean)
            .join(', ')}{' '}
          <a href="/patients?for=ask">{w.change}</a>
        </p>
      </div>
    );
  const { patients } = ui.words;
  return (
    <div class="stack">
      <Radios
        name="patient"
        label={w.choosePatient}
        hint={recent.length > 0 ? w.recent : undefined}
        error={error}
        choices={recent.map(one => ({ value: one.key, label: listName(one) }))}
      />
      <p class="line s">
        <a href="/patients?for=ask">{patients.search.label}</a>
        <a href="/patients/new?for=ask">{w.addPatient}</a>
      </p>
    </div>
  );
}
