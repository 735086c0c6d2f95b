import { z } from 'zod';
import type { ParkedJob } from '../../app/ports/jobs.ts';
import { type ProgrammeView, readProgramme, startAgain } from '../../app/programme/programme.ts';
import { text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentShort, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Joining } from './joining.tsx';
import { LateTable } from './late-table.tsx';

interface PageProps {
  view: ProgrammeView;
  /** What came of starting work again. */
  again?: 'started' | 'gone';
  /** A request to join was answered. */
  answered?: boolean;
}

/** What the stewards of the network look after. No patient is on it. */
export function ProgrammePage({ view, again, answered }: PageProps) {
  const { words, lang } = useUi();
  const { programme } = words;
  const { late, sites, overdue } = view;
  const all = number(overdue, lang);
  return (
    <Frame title={programme.title} here="worklist">
      <header class="stack">
        <h1>{programme.title}</h1>
        <p class="dim">{programme.lead}</p>
      </header>
      {again && <Note focus>{programme.parked[again]}</Note>}
      {answered && <Note focus>{programme.joining.answered}</Note>}
      <section class="stack" aria-labelledby="late">
        <h2 id="late">{programme.late.title}</h2>
        <p>
          {late.length > 0 ? programme.late.summary(number(late.length, lang), all) : programme.late.none}{' '}
          {late.length === 0 && overdue > 0 && programme.late.noneOf(all)}
        </p>
        {late.length > 0 && <LateTable late={late} sites={sites} />}
      </section>
      <Joining joining={view.joining} />
      <section class="stack" aria-labelledby="words">
        <h2 id="words">{programme.directory}</h2>
        <p>
          {programme.wordsLead} <a href="/programme/synonyms">{programme.wordsLink}</a>
        </p>
        <p>
          {words.urgent.lead} <a href="/programme/urgent">{words.urgent.link}</a>
        </p>
        <p>
          <a href="/programme/terms">{words.terms.steward.title}</a>
        </p>
        <p>
          {words.listings.categories.lead}{' '}
          <a href="/programme/categories">{words.listings.categories.title}</a>
        </p>
        <p>
          {words.listings.answer.lead} <a href="/programme/claims">{words.listings.answer.title}</a>
        </p>
        <p>
          {words.exchange.lead} <a href="/programme/imports">{words.exchange.link}</a>
        </p>
      </section>
      <section class="stack" aria-labelledby="unmet">
        <h2 id="unmet">{words.unmet.title}</h2>
        <p>
          <a href="/programme/unmet">{words.unmet.link}</a>
        </p>
      </section>
      <section class="stack" aria-labelledby="pay">
        <h2 id="pay">{words.pay.both}</h2>
        <p>
          <a href="/figures">{words.pay.figures.title}</a>
        </p>
        <p>
          <a href="/pay">{words.pay.title}</a>
        </p>
      </section>
      <Parked parked={view.parked} />
    </Frame>
  );
}

function Parked({ parked }: Pick<ProgrammeView, 'parked'>) {
  const { parked: said } = useUi().words.programme;
  return (
    <section class="stack" aria-labelledby="parked">
      <h2 id="parked">{said.title}</h2>
      {parked.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <table class="mini fold">
          <thead>
            <tr>
              {[said.what, said.error, said.tries, said.since].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {parked.map(job => (
              <ParkedLine key={job.id} job={job} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ParkedLine({ job }: { job: ParkedJob }) {
  const ui = useUi();
  const { parked } = ui.words.programme;
  return (
    <tr>
      <th scope="row">{parked.kinds[job.kind] ?? job.kind}</th>
      <td>
        <code class="s">{job.lastError}</code>
      </td>
      <td>{number(job.attempts, ui.lang)}</td>
      <td>
        <time datetime={job.parkedAt}>{momentShort(job.parkedAt, ui)}</time>
      </td>
      <td>
        <Form action="/programme/start-again">
          <input type="hidden" name="job" value={job.id} />
          <SubmitButton>{parked.again}</SubmitButton>
        </Form>
      </td>
    </tr>
  );
}

const steward = { enter: ['person'] as const, roles: ['steward'] as const };

export const routes: Route[] = [
  route({
    ...steward,
    ...{ method: 'GET', url: '/programme', phi: true },
    query: z.strictObject({
      again: z.enum(['started', 'gone']).optional(),
      done: z.literal('answered').optional(),
    }),
    async handle({ app, actor, query }) {
      const view = await readProgramme(app, actor);
      return view
        ? page(<ProgrammePage view={view} again={query.again} answered={query.done === 'answered'} />)
        : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: '/programme/start-again', phi: false },
    body: z.strictObject({ job: text(15) }),
    async handle({ app, actor, body }) {
      const job = /^\d{1,15}$/.test(body.job) ? Number(body.job) : 0;
      const started = await startAgain(app, actor, job);
      return redirect(`/programme?again=${started ? 'started' : 'gone'}`);
    },
  }),
];
