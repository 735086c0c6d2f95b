import { z } from 'zod';
import { consentsOf, openPatient } from '../../app/patient/patients.ts';
import type { ConsentKept, PatientRecord } from '../../app/ports/patients.ts';
import type { Contact } from '../../domain/patient/contact.ts';
import { fullName, type PatientDetails } from '../../domain/patient/patient.ts';
import { key } from '../../http/form.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { dayLong, dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { ageInWords, cardInWords } from '../../ui/patient-words.ts';
import { withPatients } from '../roles.ts';

/** One patient of the site. The title holds no name: titles stay in histories. */
export function PatientPage(props: {
  patient: PatientRecord;
  consents: readonly ConsentKept[];
  saved: boolean;
}) {
  const { patient, saved } = props;
  const { patients } = useUi().words;
  const unverified = 'unverified' in patient.card && patient.card.unverified;
  return (
    <Frame title={patients.title} here="patients">
      <header class="stack">
        <p class="s">
          <a href="/patients">{patients.title}</a>
        </p>
        <h1>
          <bdi>{fullName(patient)}</bdi>
        </h1>
      </header>
      {saved && <Note focus>{unverified ? patients.savedUnverified : patients.saved}</Note>}
      <section class="card">
        <PatientFacts patient={patient} consents={props.consents} />
      </section>
      <div class="line acts">
        <ButtonLink look="main" href={`/ask?patient=${patient.key}`} icon="right">
          {patients.ask}
        </ButtonLink>
        <ButtonLink href={`/patients/${patient.key}/edit`} icon="edit">
          {patients.edit}
        </ButtonLink>
      </div>
    </Frame>
  );
}

/** What a record says, line by line; what is not known is left out. */
export function PatientFacts({
  patient,
  consents = [],
}: {
  patient: PatientDetails;
  consents?: readonly ConsentKept[];
}) {
  const ui = useUi();
  const { patients } = ui.words;
  const { fields } = patients;
  const { address } = patient;
  const place = [address.street, address.city, address.province, address.postalCode]
    .filter(Boolean)
    .join(', ');
  const facts: [string, string][] = [
    [fields.given, patient.given],
    [fields.family, patient.family],
    [fields.preferredName, patient.preferredName],
    [fields.birthDate, `${dayLong(patient.birthDate, ui)} (${ageInWords(ui, patient.birthDate)})`],
    [fields.sexAtBirth, patients.sexes[patient.sexAtBirth]],
    [fields.gender, patient.gender === 'not-said' ? '' : patients.genders[patient.gender]],
    [fields.pronouns, patient.pronouns],
    [patients.sections.card, cardInWords(ui, patient.card)],
    [fields.language, patients.languages[patient.language]],
    [fields.interpreter, patient.interpreter],
    [patients.address, place || patients.noAddress],
  ];
  return (
    <dl class="kv">
      {facts
        .filter(([, said]) => said !== '')
        .map(([label, said]) => (
          <Fact key={label} label={label}>
            <bdi>{said}</bdi>
          </Fact>
        ))}
      {patient.contacts.map((contact, index) => (
        <Fact key={index} label={patients.relations[contact.relation]}>
          <Reach contact={contact} kept={consents.find(one => one.contact === contact.id)} />
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Reach({ contact, kept }: { contact: Contact; kept?: ConsentKept }) {
  const ui = useUi();
  const { patients } = ui.words;
  const noted = kept ? ` (${patients.consentKept(dayWithYear(kept.at, ui), kept.by)})` : '';
  const consent =
    contact.email && `${patients.fields.emailConsent} ${patients.consents[contact.emailConsent]}${noted}`;
  const texts =
    contact.phone &&
    contact.textConsent &&
    contact.textConsent !== 'not-asked' &&
    `${patients.fields.textConsent} ${patients.consents[contact.textConsent]}${consent ? '' : noted}`;
  const reach = [contact.phone, texts, contact.email, consent].filter(Boolean);
  const who = contact.relation === 'patient' ? [] : [contact.name, patients.authorities[contact.authority]];
  return (
    <>
      {[...who, ...(reach.length === 0 ? [patients.noContact] : reach)].map((said, index) => (
        <span key={index}>
          {index > 0 && <br />}
          <bdi>{said}</bdi>
        </span>
      ))}
    </>
  );
}

const show = route({
  method: 'GET',
  url: '/patients/:key',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: z.strictObject({ key }),
  query: z.strictObject({ saved: z.literal('yes').optional() }),
  handle: async ({ app, actor, params, query }) => {
    const patient = await openPatient(app, actor, params.key);
    if (!patient) return missing();
    const consents = await consentsOf(app, actor, patient);
    return page(<PatientPage patient={patient} consents={consents} saved={query.saved === 'yes'} />);
  },
});

export const routes: Route[] = [show];
