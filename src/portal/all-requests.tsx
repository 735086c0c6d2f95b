import { z } from 'zod';
import {
  type AllRequests,
  askCode,
  goToRequest,
  readAllRequests,
  tryCode,
} from '../app/patient/all-requests.ts';
import { type PatientPage, patientCase } from '../app/patient/portal.ts';
import { patientSteps } from '../domain/timeline/patient-steps.ts';
import { key, text } from '../http/form.ts';
import { missing, page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../ui/error-summary.tsx';
import { TextField } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';
import { ExpectedLine } from './expected.tsx';
import { headline, nowLine } from './headline.ts';
import { placeOf } from './story-parts.ts';

const common = { enter: ['patient'], phi: true } as const;

/** All requests of the patient, after a code that came by their second way. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url: '/p/all' },
    query: z.strictObject({ sent: z.literal('1').optional() }),
    handle: ask => show(ask, { sent: ask.query.sent === '1' }),
  }),
  route({
    ...{ ...common, method: 'POST', url: '/p/all/code' },
    async handle(ask) {
      if (await askCode(ask.app, ask.actor)) return redirect('/p/all?sent=1');
      return show(ask, { note: ask.words.patientPage.all.tooMany });
    },
  }),
  route({
    ...{ ...common, method: 'POST', url: '/p/all', body: z.strictObject({ code: text(40) }) },
    async handle(ask) {
      const given = { code: ask.body.code, session: ask.session ?? '' };
      if (await tryCode(ask.app, ask.actor, given)) return redirect('/p/all');
      const message = ask.words.patientPage.all.wrong;
      return show(ask, { sent: true, errors: [{ field: 'code', message }] });
    },
  }),
  route({
    ...{ ...common, method: 'POST', url: '/p/all/go', body: z.strictObject({ key }) },
    async handle(ask) {
      const to = { key: ask.body.key, session: ask.session ?? '' };
      return (await goToRequest(ask.app, ask.actor, to)) ? redirect('/p') : missing();
    },
  }),
];

interface Shown {
  /** A code is on its way. */
  sent?: boolean;
  note?: string;
  errors?: readonly FieldError[];
}

async function show(ask: Pick<Ask, 'app' | 'actor' | 'session'>, shown: Shown): Promise<Reply> {
  const all = await readAllRequests(ask.app, ask.actor, ask.session ?? '');
  const status = shown.errors ? 422 : shown.note ? 409 : 200;
  return page(<AllPage all={all} {...shown} />, { status });
}

function AllPage({ all, sent, note, errors = [] }: Shown & { all: AllRequests }) {
  const { words } = useUi();
  const said = words.patientPage.all;
  return (
    <Frame title={said.title} kind="plainer">
      <ErrorSummary errors={errors} />
      {note && (
        <Note look="soon" focus>
          <p>{note}</p>
        </Note>
      )}
      <h1>{said.title}</h1>
      {all.open ? (
        all.pages.map(one => <OneRequest key={one.story.key} page={one} />)
      ) : (
        <CodeCard way={all.way} sent={sent} errors={errors} />
      )}
      <p>
        <a href="/p">{words.portal.record.back}</a>
      </p>
      <CrisisLines />
    </Frame>
  );
}

type CodeProps = Pick<Shown, 'sent'> & {
  way: Extract<AllRequests, { open: false }>['way'];
  errors: readonly FieldError[];
};

function CodeCard({ way, sent, errors }: CodeProps) {
  const said = useUi().words.patientPage.all;
  if (way === null) return <p>{said.noWay}</p>;
  return (
    <section class="card stack" aria-labelledby="code">
      <h2 id="code">{said.codeTitle}</h2>
      <p>{said.lead[way.channel](way.hint)}</p>
      {sent && (
        <Form action="/p/all" class="stack">
          <TextField
            name="code"
            label={said.code}
            hint={said.codeHint}
            error={errorOf(errors, 'code')}
            inputmode="numeric"
            autocomplete="one-time-code"
            width="short"
            maxLength={40}
          />
          <SubmitButton look="main" big>
            {said.submit}
          </SubmitButton>
        </Form>
      )}
      <Form action="/p/all/code">
        <SubmitButton look={sent ? 'plain' : 'main'} big={!sent}>
          {sent ? said.again : said.send}
        </SubmitButton>
      </Form>
    </section>
  );
}

/** Where one request is, with whom, until when, and when the visit may be. */
function OneRequest({ page: found }: { page: PatientPage }) {
  const ui = useUi();
  const { portal, patientPage } = ui.words;
  const { story, current } = found;
  const place = placeOf(found, ui);
  const steps = patientSteps(story.cases.map(patientCase));
  return (
    <section class="card stack" aria-labelledby={`r-${story.key} n-${story.key}`}>
      <p id={`n-${story.key}`} class="s dim code">
        {story.reference}
      </p>
      <h2 id={`r-${story.key}`}>{headline(portal, steps, { state: current.state, place, now: ui.now })}</h2>
      {current.state.hold && <p>{nowLine(portal, current.state, { now: ui.now, place })}</p>}
      <ExpectedLine page={found} />
      <Form action="/p/all/go">
        <input type="hidden" name="key" value={story.key} />
        <SubmitButton>{patientPage.all.open(story.reference)}</SubmitButton>
      </Form>
    </section>
  );
}
