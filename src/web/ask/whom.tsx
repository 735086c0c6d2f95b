import { cannotWait } from '../../app/drafts/ask.ts';
import type { PatientLine, PatientRecord } from '../../app/ports/patients.ts';
import { asksNothing, patientQuery } from '../../domain/patient/name-search.ts';
import { fullName, listName } from '../../domain/patient/patient.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { Radios, TextField } from '../../ui/fields.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { ageInWords } from '../../ui/patient-words.ts';
import type { AskPageProps } from './ask-page.tsx';

/** Beside the problem: whose it is, how soon, and where to turn in danger. */
export function Whom(props: AskPageProps) {
  const { words, person } = useUi();
  const { ask, frame } = words;
  const { patient, urgency, chosen, errors = [] } = props;
  const error =
    errorOf(errors, 'urgency') ??
    (chosen && cannotWait({ kind: chosen.kind, urgency }) ? ask.notUrgentAdvice : undefined);
  return (
    <div class="card flat stack">
      {patient && !props.found ? <Chosen patient={patient} /> : <Choose {...props} />}
      <Radios
        name="urgency"
        label={ask.urgency}
        value={urgency}
        choices={[
          { value: 'routine', label: ask.routine },
          { value: 'urgent', label: ask.urgent, hint: error ? undefined : ask.notUrgentAdvice },
        ]}
        error={error}
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
