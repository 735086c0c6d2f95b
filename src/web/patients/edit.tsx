import { z } from 'zod';
import { openPatient, type SavedPatient, savePatient } from '../../app/patient/patients.ts';
import type { LikelySame } from '../../app/ports/patients.ts';
import type { PatientProblem, TypedPatient } from '../../domain/patient/check-patient.ts';
import { listName, type PatientDetails } from '../../domain/patient/patient.ts';
import { key } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { cardInWords, todayAt } from '../../ui/patient-words.ts';
import { withPatients } from '../roles.ts';
import { blankPatient, type PatientBody, patientBody, typedFrom, typedPatient } from './patient-body.ts';
import { PatientFields, patientErrors } from './patient-fields.tsx';
import { askAbout, type Purpose, purpose, purposeQuery } from './purpose.ts';
import { PatientFacts } from './show.tsx';

interface EditProps {
  typed: TypedPatient;
  purpose: Purpose;
  /** The record that is changed; absent for a new one. */
  existing?: { key: string; version: number };
  problems?: readonly PatientProblem[];
  warnings?: readonly PatientProblem[];
  likelySame?: readonly LikelySame[];
  /** What somebody else saved meanwhile. */
  stale?: PatientDetails;
}

/** Add or change a patient: one form, sent back whole with what is wrong beside each field. */
export function EditPatientPage(props: EditProps) {
  const ui = useUi();
  const { patients } = ui.words;
  const { typed, existing, problems = [], warnings = [] } = props;
  const forAsk = props.purpose.for === 'ask';
  const back = existing ? `/patients/${existing.key}` : `/patients${purposeQuery(props.purpose)}`;
  const title = existing ? patients.editTitle : patients.newTitle;
  return (
    <Frame title={title} here={forAsk ? 'ask' : 'patients'}>
      <header class="stack">
        <h1>{title}</h1>
      </header>
      <ErrorSummary errors={patientErrors(ui, problems)} />
      {props.stale && (
        <Note look="soon" focus>
          {patients.stale}
        </Note>
      )}
      <Form class="wide" label={title}>
        <input type="hidden" name="version" value={existing?.version ?? ''} />
        {props.likelySame && <SamePeople people={props.likelySame} purpose={props.purpose} />}
        <PatientFields typed={typed} problems={problems} warnings={warnings} today={todayAt(ui)} />
        <div class="line acts">
          <SubmitButton look="main">{forAsk ? patients.saveForAsk : patients.save}</SubmitButton>
          <a class="btn text" href={back}>
            {patients.cancel}
          </a>
        </div>
      </Form>
      {props.stale && (
        <section class="card stack" aria-labelledby="theirs">
          <h2 id="theirs">{patients.staleNow}</h2>
          <PatientFacts patient={props.stale} />
        </section>
      )}
    </Frame>
  );
}

function SamePeople({ people, purpose }: { people: readonly LikelySame[]; purpose: Purpose }) {
  const ui = useUi();
  const { same } = ui.words.patients;
  return (
    <Note look="soon" title={same.title} focus>
      <p>{same.lead}</p>
      <ul class="plain rows">
        {people.map(({ patient, why }) => (
          <li key={patient.key} class="line">
            <span>
              <bdi class="b">{listName(patient)}</bdi>, {dayWithYear(patient.birthDate, ui)},{' '}
              {cardInWords(ui, patient.card, true)} <span class="dim">({same[why]})</span>
            </span>
            <a
              class="far"
              href={purpose.for === 'ask' ? askAbout(purpose, patient.key) : `/patients/${patient.key}`}
            >
              {same.open}
            </a>
          </li>
        ))}
      </ul>
      <SubmitButton name="nobodyElse" value="yes">
        {same.other}
      </SubmitButton>
    </Note>
  );
}

const byKey = z.strictObject({ key });

const add = route({
  method: 'GET',
  url: '/patients/new',
  enter: ['person'],
  roles: withPatients,
  phi: false,
  query: purpose,
  handle: async ({ query, lang }) => page(<EditPatientPage typed={blankPatient(lang)} purpose={query} />),
});

const added = route({
  method: 'POST',
  url: '/patients/new',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  query: purpose,
  body: patientBody,
  handle: ask => save(ask),
});

const edit = route({
  method: 'GET',
  url: '/patients/:key/edit',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: byKey,
  query: purpose,
  handle: async ({ app, actor, params, query }) => {
    const patient = await openPatient(app, actor, params.key, 'open-to-change');
    if (!patient) return missing();
    const { key, version } = patient;
    return page(<EditPatientPage typed={typedFrom(patient)} purpose={query} existing={{ key, version }} />);
  },
});

const edited = route({
  method: 'POST',
  url: '/patients/:key/edit',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: byKey,
  query: purpose,
  body: patientBody,
  handle: ask => save(ask, { key: ask.params.key, version: Number(ask.body.version) || 0 }),
});

/** A problem, a likely twin or a change by somebody else sends the form back with all that was typed. */
async function save(
  { app, actor, body, query, ui }: Ask<unknown, Purpose, PatientBody>,
  existing?: { key: string; version: number },
): Promise<Reply> {
  const typed = typedPatient(body);
  const { nobodyElse } = body;
  const outcome = await savePatient(app, actor, { typed, today: todayAt(ui), nobodyElse, existing });
  return replyTo(outcome, { typed, purpose: query, existing });
}

function replyTo(outcome: SavedPatient, shown: EditProps): Reply {
  if (outcome === 'missing') return missing();
  if ('saved' in outcome) {
    const { key } = outcome.saved;
    return redirect(
      shown.purpose.for === 'ask' ? askAbout(shown.purpose, key) : `/patients/${key}?saved=yes`,
    );
  }
  if ('stale' in outcome) {
    const { key, version } = outcome.stale;
    return page(<EditPatientPage {...shown} stale={outcome.stale} existing={{ key, version }} />, {
      status: 409,
    });
  }
  return page(<EditPatientPage {...shown} {...outcome} />, { status: 422 });
}

export const routes: Route[] = [add, added, edit, edited];
