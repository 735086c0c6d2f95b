import type { AskRoutes } from '../../app/ask-routes.ts';
import type { PatientLine, PatientRecord } from '../../app/ports/patients.ts';
import type { Service } from '../../domain/directory/service.ts';
import { asksNothing, patientQuery } from '../../domain/patient/name-search.ts';
import { fullName, listName } from '../../domain/patient/patient.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { ageInWords } from '../../ui/patient-words.ts';
import { ChosenRoute } from './chosen-route.tsx';
import { EmergencyNote } from './emergency-note.tsx';
import { OpenRequests } from './open-requests.tsx';
import { RoutesList } from './routes-list.tsx';

export interface AskPageProps {
  /** The draft that keeps what is typed; absent before the first press. */
  draftKey?: string;
  problem: string;
  urgency: 'routine' | 'urgent';
  /** The route that is chosen already. */
  chosen: Service | null;
  patient: PatientRecord | null;
  recent: readonly PatientLine[];
  routes: AskRoutes | null;
  errors?: readonly FieldError[];
  /** Of the search for a patient. */
  found?: readonly PatientLine[];
  patientWords?: string;
}

/** The problem, whose it is, and below them every route. */
export function AskPage(props: AskPageProps) {
  const { ask } = useUi().words;
  const { draftKey, problem, urgency, routes, errors = [] } = props;
  return (
    <Frame title={ask.title} here="ask">
      <Form action={draftKey === undefined ? '/ask' : `/ask/${draftKey}`} class="wide" label={ask.title}>
        <header class="stack">
          <h1>{ask.title}</h1>
          <p class="dim">{ask.lead}</p>
        </header>
        <ErrorSummary errors={errors} />
        {props.chosen && <ChosenRoute service={props.chosen} draft={draftKey !== undefined} />}
        <div class="cols side">
          <div class="stack">
            <TextArea
              name="problem"
              label={ask.problem}
              hint={ask.problemHint}
              value={problem}
              rows={6}
              big
              error={errorOf(errors, 'problem')}
              required
            />
            <div class="line">
              {props.chosen?.accepting && (
                <SubmitButton look="main" icon="right" name="service" value={props.chosen.key}>
                  {ask.toForm}
                </SubmitButton>
              )}
              <SubmitButton
                look={routes || props.chosen?.accepting ? 'plain' : 'main'}
                icon="search"
                name="do"
                value="show"
              >
                {routes ? ask.again : props.chosen ? ask.otherRoutes : ask.show}
              </SubmitButton>
            </div>
          </div>
          <Whom {...props} />
        </div>
        {routes && (
          <>
            <EmergencyNote urgent={routes.urgent} />
            <OpenRequests routes={routes} />
            <RoutesList routes={routes} advice={urgency !== 'urgent'} />
          </>
        )}
      </Form>
    </Frame>
  );
}

/** Beside the problem: whose it is, how soon, and where to turn in danger. */
function Whom(props: AskPageProps) {
  const { words, person } = useUi();
  const { ask, frame } = words;
  const { patient, urgency } = props;
  return (
    <div class="card flat stack">
      {patient && !props.found ? <Chosen patient={patient} /> : <Choose {...props} />}
      <Radios
        name="urgency"
        label={ask.urgency}
        value={urgency}
        choices={[
          { value: 'routine', label: ask.routine },
          { value: 'urgent', label: ask.urgent, hint: ask.notUrgentAdvice },
        ]}
      />
      {person?.actingFor && <p class="s">{ask.askingFor(person.actingFor)}</p>}
      <p class="s dim">
        {frame.danger.question} {frame.danger.emergency} {frame.danger.crisis}
      </p>
    </div>
  );
}

function Chosen({ patient }: { patient: PatientRecord }) {
  const ui = useUi();
  const { ask, patients, directory } = ui.words;
  const facts = [
    ageInWords(ui, patient.birthDate),
    patients.sexes[patient.sexAtBirth].toLocaleLowerCase(ui.lang),
    [patient.address.city, patient.address.postalCode.slice(0, 3)].filter(Boolean).join(' '),
    directory.languages([patient.language]),
  ];
  return (
    <section aria-label={ask.patient}>
      <input type="hidden" name="patient" value={patient.key} />
      <strong>
        <bdi>{fullName(patient)}</bdi>
      </strong>
      <p class="s dim">{facts.filter(Boolean).join(', ')}</p>
      <details>
        <summary class="s">{ask.change}</summary>
        <Finder />
      </details>
    </section>
  );
}

function Choose({ patient, recent, found, patientWords, errors = [] }: AskPageProps) {
  const { ask, patients } = useUi().words;
  const nothing = asksNothing(patientQuery(patientWords ?? ''))
    ? patients.search.askMore
    : patients.search.nothing;
  return (
    <section class="stack" aria-label={ask.patient}>
      {patient && <input type="hidden" name="patient" value={patient.key} />}
      <Finder typed={patientWords} error={errorOf(errors, 'words')} />
      {found && <p class="s b">{found.length > 0 ? patients.search.found(found.length) : nothing}</p>}
      {found && <People people={found} />}
      {!found && recent.length > 0 && (
        <>
          <p class="s dim">{ask.recent}</p>
          <People people={recent} />
        </>
      )}
    </section>
  );
}

function Finder({ typed, error }: { typed?: string; error?: string }) {
  const { ask, patients } = useUi().words;
  return (
    <div class="stack">
      <TextField
        name="words"
        type="search"
        label={ask.patient}
        hint={patients.search.hint}
        value={typed}
        error={error}
        autocomplete="off"
      />
      <div class="line">
        <SubmitButton name="do" value="find" icon="search">
          {patients.search.submit}
        </SubmitButton>
        <SubmitButton name="do" value="add" look="text" icon="plus">
          {patients.add}
        </SubmitButton>
      </div>
    </div>
  );
}

/** Each is a button, so that choosing keeps what is typed. */
function People({ people }: { people: readonly PatientLine[] }) {
  const ui = useUi();
  return (
    <ul class="plain people">
      {people.map(one => (
        <li key={one.key}>
          <SubmitButton name="pick" value={one.key} look="text">
            <bdi>{listName(one)}</bdi>
          </SubmitButton>{' '}
          <span class="s dim">{dayWithYear(one.birthDate, ui)}</span>
        </li>
      ))}
    </ul>
  );
}
