import { z } from 'zod';
import { letIn, readHelpers, takeBack } from '../app/patient/let-in.ts';
import type { Helper } from '../app/ports/portal-people.ts';
import { key, text } from '../http/form.ts';
import { missing, page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../ui/error-summary.tsx';
import { Radios, TextField } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { dayWithYear } from '../ui/format.ts';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';

const common = { enter: ['patient'], phi: true } as const;
const fields = z.strictObject({ name: text(200), email: text(300), language: text(2) });
const back = z.strictObject({ key });

/** Who may see this request besides the patient: given and taken back by the patient. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url: '/p/people' },
    query: z.strictObject({ done: z.enum(['given', 'taken']).optional() }),
    handle: ask => show(ask, { done: ask.query.done }),
  }),
  route({
    ...{ ...common, method: 'POST', url: '/p/people', body: fields },
    async handle(ask) {
      const { name, email } = ask.body;
      const language = ask.body.language === 'fr' ? 'fr' : 'en';
      const outcome = await letIn(ask.app, ask.actor, { name, email, language });
      if (outcome === 'done') return redirect('/p/people?done=given');
      const field = outcome === 'no-name' ? 'name' : 'email';
      const errors = [{ field, message: ask.words.patientPage.people.problems[outcome] }];
      return show(ask, { typed: { name, email, language }, errors });
    },
  }),
  route({
    ...{ ...common, method: 'POST', url: '/p/people/take-back', body: back },
    async handle(ask) {
      const done = await takeBack(ask.app, ask.actor, ask.body.key);
      return done ? redirect('/p/people?done=taken') : missing();
    },
  }),
];

interface Shown {
  done?: 'given' | 'taken';
  typed?: { name: string; email: string; language: string };
  errors?: readonly FieldError[];
}

async function show(ask: Pick<Ask, 'app' | 'actor'>, shown: Shown): Promise<Reply> {
  const helpers = await readHelpers(ask.app, ask.actor);
  if (helpers === null) return page(<NotYours />, { status: 409 });
  return page(<People helpers={helpers} {...shown} />, { status: shown.errors ? 422 : 200 });
}

/** What a helper finds: the patient alone lets people in. */
function NotYours() {
  const { words } = useUi();
  const said = words.patientPage.people;
  return (
    <Frame title={said.title} kind="plainer">
      <section class="card stack" aria-labelledby="people">
        <h1 id="people">{said.title}</h1>
        <p>{said.notYours}</p>
        <p>
          <a href="/p">{words.portal.record.back}</a>
        </p>
      </section>
      <CrisisLines />
    </Frame>
  );
}

function People({ helpers, done, typed, errors = [] }: Shown & { helpers: readonly Helper[] }) {
  const { words } = useUi();
  const said = words.patientPage.people;
  return (
    <Frame title={said.title} kind="plainer">
      <ErrorSummary errors={errors} />
      {done && (
        <Note look="told" focus>
          <p>{said.done[done]}</p>
        </Note>
      )}
      <div class="stack">
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
      </div>
      {helpers.length === 0 ? <p>{said.nobody}</p> : <Helpers helpers={helpers} />}
      <section class="card stack" aria-labelledby="let-in">
        <h2 id="let-in">{said.add}</h2>
        <p>{said.addLead}</p>
        <LetInForm typed={typed} errors={errors} />
      </section>
      <p>
        <a href="/p">{words.portal.record.back}</a>
      </p>
      <CrisisLines />
    </Frame>
  );
}

function Helpers({ helpers }: { helpers: readonly Helper[] }) {
  const ui = useUi();
  const said = ui.words.patientPage.people;
  return (
    <ul class="plain rows">
      {helpers.map(({ key: helper, name, email, givenAt }) => (
        <li key={helper} class="stack">
          <span>
            <strong>{name}</strong>
            <br />
            {email}
            <br />
            <span class="s dim">{said.since(dayWithYear(givenAt, ui))}</span>
          </span>
          <Form action="/p/people/take-back">
            <input type="hidden" name="key" value={helper} />
            <SubmitButton look="harm">{said.takeBack(name)}</SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}

function LetInForm({ typed, errors }: Pick<Shown, 'typed'> & { errors: readonly FieldError[] }) {
  const ui = useUi();
  const said = ui.words.patientPage.people;
  const named = (name: string) => ({ name, error: errorOf(errors, name) });
  return (
    <Form action="/p/people" class="stack" labelledBy="let-in">
      <TextField {...named('name')} label={said.name} value={typed?.name} maxLength={200} />
      <TextField {...named('email')} label={said.email} value={typed?.email} type="email" />
      <Radios
        {...named('language')}
        label={said.language}
        value={typed?.language ?? ui.lang}
        choices={(['en', 'fr'] as const).map(value => ({
          value,
          label: ui.words.choices.site.languages[value],
        }))}
        line
      />
      <SubmitButton look="main" big>
        {said.submit}
      </SubmitButton>
    </Form>
  );
}
