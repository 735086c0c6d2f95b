import { z } from 'zod';
import {
  type AnswerProblem,
  answerJoin,
  type NamedJoinRequest,
  readJoinRequest,
} from '../../app/people/answer-join.ts';
import { joinAnswers } from '../../app/ports/join-requests.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, momentLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { placeOf } from './joining.tsx';

interface AnswerPageProps {
  request: NamedJoinRequest;
  typed: { answer: string; note: string };
  problems?: readonly AnswerProblem[];
  /** Somebody answered since the form was drawn for the first time. */
  stale?: boolean;
}

/** What the programme answers a site that asks to join. */
function AnswerPage({ request, typed, problems = [], stale }: AnswerPageProps) {
  const { words } = useUi();
  const { joining: said, title } = words.programme;
  const { form } = said;
  const errors = problems.map(({ field, problem }) => ({
    field,
    label: form[field],
    message: said.problems[problem],
  }));
  const choices = joinAnswers.map(value => ({ value, label: form.choices[value] }));
  return (
    <Frame title={form.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme">{title}</a>
        </p>
        <h1>{form.title}</h1>
        <p class="dim">{form.lead}</p>
      </header>
      <ErrorSummary errors={errors} />
      <Standing request={request} stale={stale} />
      <Facts request={request} />
      <Form
        class="stack"
        action={`/programme/joining/${request.key}`}
        turn={request.version}
        label={form.title}
      >
        <Radios
          name="answer"
          label={form.answer}
          value={typed.answer}
          choices={choices}
          error={errorOf(errors, 'answer')}
          required
        />
        <TextArea
          name="note"
          label={form.note}
          hint={form.noteHint}
          value={typed.note}
          error={errorOf(errors, 'note')}
        />
        <div class="acts">
          <SubmitButton look="main">{stale ? form.saveAnyway : form.save}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

/** What was answered so far, and by whom. */
function Standing({ request, stale }: Pick<AnswerPageProps, 'request' | 'stale'>) {
  const ui = useUi();
  const { joining: said } = ui.words.programme;
  const { answer, answeredAt, answeredByName, note } = request;
  if (answer === null || answeredAt === null) return null;
  const [what, moment] = [said.answers[answer], momentLong(answeredAt, ui)];
  const name = answeredByName || said.form.somebody;
  return (
    <Note look={stale ? 'soon' : 'told'} focus={stale}>
      <p>{stale ? said.form.stale(what, name, moment) : said.form.was(what, name, moment)}</p>
      {note && <bdi>{note}</bdi>}
    </Note>
  );
}

function Facts({ request }: { request: NamedJoinRequest }) {
  const ui = useUi();
  const { join, programme } = ui.words;
  const said = programme.joining;
  const facts: [string, string][] = [
    [said.site, [request.siteName, placeOf(request)].filter(Boolean).join(', ')],
    [said.kind, join.kinds[request.kind]],
    [said.wants, request.uses.map(name => join.use[name]).join(', ')],
    [said.lead, [request.leadName, request.leadTitle, request.email].filter(Boolean).join(', ')],
    [said.remarks, request.remarks],
    [said.asked, dayWithYear(request.askedAt, ui)],
  ];
  return (
    <dl class="kv card">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </>
        ))}
    </dl>
  );
}

const params = z.strictObject({ key });
const steward = {
  enter: ['person'],
  roles: ['steward'],
  phi: false,
  url: '/programme/joining/:key',
} as const;

/** Answering a site that asks to join, for stewards of the programme. */
export const routes: Route[] = [
  route({
    ...steward,
    method: 'GET',
    params,
    async handle({ app, actor, params }) {
      const request = await readJoinRequest(app, actor, params.key);
      if (!request) return missing();
      return page(
        <AnswerPage request={request} typed={{ answer: request.answer ?? '', note: request.note }} />,
      );
    },
  }),
  route({
    ...steward,
    method: 'POST',
    params,
    body: z.strictObject({ answer: text(20), note: text(10_000) }),
    async handle({ app, actor, params, body: typed, turn }) {
      const outcome = await answerJoin(app, actor, { ...params, ...typed, version: turn });
      if (!outcome) return missing();
      if (outcome.ok) return redirect('/programme?done=answered');
      if ('answered' in outcome)
        return page(<AnswerPage request={outcome.answered} typed={typed} stale />, { status: 409 });
      const request = await readJoinRequest(app, actor, params.key);
      if (!request) return missing();
      // From the version it was typed over: an answer meanwhile is still found at the next press.
      const drawn = { ...request, version: turn ?? 0 };
      return page(<AnswerPage request={drawn} typed={typed} problems={outcome.problems} />, { status: 422 });
    },
  }),
];
