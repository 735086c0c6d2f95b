import { z } from 'zod';
import { recentPatients, searchPatients } from '../../app/patient/patients.ts';
import type { PatientLine } from '../../app/ports/patients.ts';
import { asksNothing, patientQuery } from '../../domain/patient/name-search.ts';
import { listName } from '../../domain/patient/patient.ts';
import { text } from '../../http/form.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { ageInWords, cardInWords } from '../../ui/patient-words.ts';
import { withPatients } from '../roles.ts';
import { askAbout, type Purpose, purpose, purposeQuery } from './purpose.ts';

interface ListProps {
  /** Why somebody is looked for. */
  purpose: Purpose;
  words?: string;
  found?: readonly PatientLine[];
  recent?: readonly PatientLine[];
}

/** Find a patient of the site, or see who was last worked on. */
export function PatientsPage({ purpose: why, words: typed, found, recent }: ListProps) {
  const { words } = useUi();
  const { patients } = words;
  const forAsk = why.for === 'ask';
  const suffix = purposeQuery(why);
  return (
    <Frame title={patients.title} here={forAsk ? 'ask' : 'patients'}>
      <header class="stack">
        <h1>{forAsk ? patients.choosing : patients.title}</h1>
        <p class="dim">{patients.lead}</p>
      </header>
      <Form action={`/patients${suffix}`} class="stack" label={patients.search.label}>
        <TextField
          name="words"
          type="search"
          label={patients.search.label}
          hint={patients.search.hint}
          value={typed}
          autocomplete="off"
        />
        <div class="line">
          <SubmitButton look="main" icon="search">
            {patients.search.submit}
          </SubmitButton>
          <ButtonLink href={`/patients/new${suffix}`} icon="plus">
            {patients.add}
          </ButtonLink>
        </div>
      </Form>
      {found && <Found found={found} typed={typed ?? ''} purpose={why} />}
      {recent && (
        <section class="stack" aria-labelledby="recent">
          <h2 id="recent">{patients.recent}</h2>
          {recent.length === 0 ? <Empty>{patients.empty}</Empty> : <Lines lines={recent} purpose={why} />}
        </section>
      )}
    </Frame>
  );
}

interface FoundProps {
  found: readonly PatientLine[];
  typed: string;
  purpose: Purpose;
}

function Found({ found, typed, purpose }: FoundProps) {
  const { search } = useUi().words.patients;
  const nothing = asksNothing(patientQuery(typed)) ? search.askMore : search.nothing;
  return (
    <section class="stack" aria-labelledby="found">
      <h2 id="found" tabIndex={-1} autofocus>
        {search.found(found.length)}
      </h2>
      {found.length === 0 && <Empty>{nothing}</Empty>}
      {found.length > 0 && <Lines lines={found} purpose={purpose} />}
      {found.length === 25 && <Note>{search.many}</Note>}
    </section>
  );
}

function Lines({ lines, purpose }: { lines: readonly PatientLine[]; purpose: Purpose }) {
  const { columns } = useUi().words.patients;
  return (
    <table class="mini">
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.born}</th>
          <th scope="col">{columns.sex}</th>
          <th scope="col">{columns.card}</th>
          <th scope="col">{columns.city}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <Line key={line.key} line={line} purpose={purpose} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, purpose }: { line: PatientLine; purpose: Purpose }) {
  const ui = useUi();
  const { patients } = ui.words;
  return (
    <tr>
      <th scope="row">
        <a href={purpose.for === 'ask' ? askAbout(purpose, line.key) : `/patients/${line.key}`}>
          <bdi>{listName(line)}</bdi>
        </a>
        {line.preferredName && (
          <>
            <br />
            <span class="dim s">{patients.called(line.preferredName)}</span>
          </>
        )}
      </th>
      <td>
        {dayWithYear(line.birthDate, ui)} <span class="dim">{ageInWords(ui, line.birthDate)}</span>
      </td>
      <td>{patients.sexes[line.sexAtBirth]}</td>
      <td>{cardInWords(ui, line.card, true)}</td>
      <td>
        <bdi>{line.city}</bdi>
      </td>
    </tr>
  );
}

const list = route({
  method: 'GET',
  url: '/patients',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  query: purpose,
  handle: async ({ app, actor, query }) => {
    const recent = await recentPatients(app, actor);
    return page(<PatientsPage purpose={query} recent={recent} />);
  },
});

const search = route({
  method: 'POST',
  url: '/patients',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  limit: 'search',
  query: purpose,
  body: z.strictObject({ words: text() }),
  handle: async ({ app, actor, query, body }) => {
    const words = body.words.slice(0, 200);
    const found = await searchPatients(app, actor, words);
    return page(<PatientsPage purpose={query} words={words} found={found} />);
  },
});

export const routes: Route[] = [list, search];
