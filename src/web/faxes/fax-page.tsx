import { asides, type FaxIn } from '../../app/ports/faxes-in.ts';
import type { PatientLine, PatientRecord } from '../../app/ports/patients.ts';
import type { FaxReading } from '../../domain/faxes/read-fax.ts';
import type { PatientProblem, TypedPatient } from '../../domain/patient/check-patient.ts';
import { listName } from '../../domain/patient/patient.ts';
import { FileView } from '../../ui/attached.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextField } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { dayLong, dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { cardInWords, todayAt } from '../../ui/patient-words.ts';
import { PatientFields } from '../patients/patient-fields.tsx';
import { Compared, Read, useMarks } from './confirm.tsx';
import { patientProposals, referralProposals, valuesIn } from './proposed.ts';
import { blankReferral, ReferralFields, type TypedReferral } from './referral-fields.tsx';

export interface FaxPageProps {
  fax: FaxIn;
  services: readonly { key: string; name: { en: string; fr: string } }[];
  /** What a machine read off it; null before it has, or when nothing reads here. */
  reading: FaxReading | null;
  /** Whose it is, once chosen. */
  patient: PatientRecord | null;
  /** `proposed`: with words that a machine read, before anybody asked. */
  find?: { words: string; found: readonly PatientLine[]; proposed?: boolean };
  /** Somebody new is added. */
  adding?: {
    typed: TypedPatient;
    problems: readonly PatientProblem[];
    warnings: readonly PatientProblem[];
    same: readonly PatientLine[];
  };
  typed?: TypedReferral;
  errors?: readonly FieldError[];
  note?: readonly string[];
}

/** The fax at the left as it came; at the right whose it is, then what it says. */
export function FaxPage(props: FaxPageProps) {
  const { words } = useUi();
  const w = words.faxes;
  const { fax, patient, adding, errors = [], note } = props;
  return (
    <Frame title={w.title} here="worklist">
      <p class="s">
        <a href="/faxes">{w.back}</a>
      </p>
      <h1>
        <bdi>{fax.name}</bdi>
      </h1>
      {fax.same && <Note look="soon">{w.same}</Note>}
      <ErrorSummary errors={errors} />
      {note && (
        <Note look="late" title={w.refused} focus>
          {note.map(line => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      <div class="cols two">
        <section class="stack" aria-labelledby="image">
          <h2 id="image">{w.image}</h2>
          <FileView file={{ ...fax, key: fax.file }} />
        </section>
        <div class="stack">
          {fax.state !== 'new' && <Handled fax={fax} />}
          {fax.state === 'new' &&
            (patient ? (
              <Referral {...props} patient={patient} />
            ) : adding ? (
              <AddPatient {...props} adding={adding} />
            ) : (
              <Whose {...props} />
            ))}
          {fax.state === 'new' && <SomethingElse {...props} />}
        </div>
      </div>
    </Frame>
  );
}

type Adding = NonNullable<FaxPageProps['adding']>;

function AddPatient({ fax, adding, reading, errors = [] }: FaxPageProps & { adding: Adding }) {
  const ui = useUi();
  const w = ui.words.faxes;
  const marks = useMarks(patientProposals(reading), { ...adding.typed });
  return (
    <Form action={`/faxes/${fax.key}/patient`} class="stack" label={w.newPatient}>
      <input type="hidden" name="version" value="" />
      {adding.same.length > 0 && (
        <Note look="soon" title={w.sameTitle} focus>
          <People fax={fax} people={adding.same} />
          <SubmitButton name="nobodyElse" value="yes">
            {w.other}
          </SubmitButton>
        </Note>
      )}
      <PatientFields {...adding} today={todayAt(ui)} marked={marks} />
      <Compared marks={marks} errors={errors} />
      <SubmitButton look="main">{w.addPatient}</SubmitButton>
    </Form>
  );
}

function Whose({ fax, find, reading, errors = [] }: FaxPageProps) {
  const ui = useUi();
  const w = ui.words.faxes;
  const here = `/faxes/${fax.key}`;
  return (
    <section class="card stack" aria-labelledby="whose">
      <h2 id="whose">{w.step.patient}</h2>
      <Read reading={reading} />
      <Form action={`${here}/find`} class="stack" label={w.step.patient}>
        <TextField
          name="words"
          type="search"
          label={w.find}
          value={find?.words}
          error={errorOf(errors, 'words')}
          autocomplete="off"
        />
        <div class="line">
          <SubmitButton look="main" icon="search">
            {w.findSubmit}
          </SubmitButton>
          <ButtonLink href={`${here}?new=yes`} icon="plus">
            {w.newPatient}
          </ButtonLink>
        </div>
      </Form>
      {find && (
        <>
          <p tabIndex={-1} autofocus={!find.proposed}>
            {w.found(find.found.length)}
          </p>
          <People fax={fax} people={find.found} />
        </>
      )}
    </section>
  );
}

function People({ fax, people }: { fax: FaxIn; people: readonly PatientLine[] }) {
  const ui = useUi();
  return (
    <ul class="plain rows">
      {people.map(one => (
        <li key={one.key} class="line">
          <span>
            <bdi class="b">{listName(one)}</bdi>, {dayWithYear(one.birthDate, ui)},{' '}
            {cardInWords(ui, one.card, true)}
          </span>
          <a class="far" href={`/faxes/${fax.key}?patient=${one.key}`}>
            {ui.words.faxes.choose}
            <span class="sr"> {listName(one)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Referral(props: FaxPageProps & { patient: PatientRecord }) {
  const { fax, patient, services, reading, typed, errors = [] } = props;
  const ui = useUi();
  const w = ui.words.faxes;
  const proposed = referralProposals(reading, services);
  const began = { ...blankReferral, receivedOn: fax.cameAt.slice(0, 10), ...valuesIn(proposed) };
  const marks = useMarks(proposed, typed ?? began);
  return (
    <Form action={`/faxes/${fax.key}/transcribe`} receipt class="card stack" labelledBy="referral">
      <h2 id="referral">{w.step.referral}</h2>
      <p class="line">
        <span>
          {w.patient}: <bdi class="b">{listName(patient)}</bdi>, {dayWithYear(patient.birthDate, ui)}
        </span>
        <a class="far" href={`/faxes/${fax.key}`}>
          {w.change}
        </a>
      </p>
      <input type="hidden" name="patient" value={patient.key} />
      <ReferralFields typed={typed ?? began} services={services} errors={errors} marked={marks} />
      <Compared marks={marks} errors={errors} />
      <SubmitButton look="main" icon="right">
        {w.submit}
      </SubmitButton>
    </Form>
  );
}

/** Not a referral, one that is here already, or for somebody else: kept, with what was done. */
function SomethingElse({ fax, errors = [] }: FaxPageProps) {
  const w = useUi().words.faxes;
  return (
    <details class="card" open={errorOf(errors, 'state') !== undefined}>
      <summary>{w.notReferral}</summary>
      <Form action={`/faxes/${fax.key}/aside`} class="stack" label={w.notReferral}>
        <Radios
          name="state"
          label={w.aside}
          error={errorOf(errors, 'state')}
          choices={asides.map(value => ({ value, label: w.asides[value] }))}
          required
        />
        <TextField name="why" label={w.asideWhy} hint={w.asideWhyHint} maxLength={500} />
        <SubmitButton>{w.asideSubmit}</SubmitButton>
      </Form>
    </details>
  );
}

function Handled({ fax }: { fax: FaxIn }) {
  const ui = useUi();
  const w = ui.words.faxes;
  return (
    <section class="card stack" aria-labelledby="handled">
      <h2 id="handled">{w.handled(w.states[fax.state], fax.handledAt ? dayLong(fax.handledAt, ui) : '')}</h2>
      {fax.why && <p class="typed">{fax.why}</p>}
      {fax.request ? (
        <p>
          {w.became} <a href={`/requests/${fax.request}`}>{fax.reference}</a>.
        </p>
      ) : (
        <Form action={`/faxes/${fax.key}/aside`}>
          <input type="hidden" name="state" value="new" />
          <input type="hidden" name="why" value="" />
          <SubmitButton>{w.restore}</SubmitButton>
        </Form>
      )}
    </section>
  );
}
