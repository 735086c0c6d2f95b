import { z } from 'zod';
import { visitor } from '../../app/actor.ts';
import {
  askToJoin,
  type JoinProblem,
  type JoinProblems,
  joinLimits,
  type TypedJoin,
} from '../../app/people/ask-to-join.ts';
import { key } from '../../app/ports/ids.ts';
import { joinKinds, joinUses } from '../../app/ports/join-requests.ts';
import { many, text } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { CrisisLines } from '../../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkboxes, Radios, Select, TextArea, TextField, type TextFieldProps } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Steps } from '../../ui/steps.tsx';
import type { Words } from '../../words/words.ts';

const body = z.strictObject({
  siteName: text(),
  kind: text(),
  address: text(),
  city: text(),
  postalCode: text(),
  phone: text(),
  uses: many(),
  leadName: text(),
  leadTitle: text(),
  email: text(),
  language: text(),
  remarks: text(),
});

/** How to join, and the form by which a site asks the programme. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/join',
    enter: ['public'],
    phi: false,
    handle: async ask => page(<Join typed={{ ...empty, language: ask.lang }} errors={[]} />),
  }),
  route({
    method: 'POST',
    url: '/join',
    enter: ['public'],
    phi: false,
    limit: 'link',
    body,
    handle: async ({ app, body: typed, receipt, words }) => {
      const done = await askToJoin(app, visitor, { typed, receipt: receipt ?? key() });
      if (done.ok) return redirect('/join/received');
      const errors = explain(done.problems, words);
      return page(<Join typed={typed} errors={errors} receipt={receipt} />, { status: 422 });
    },
  }),
  route({
    method: 'GET',
    url: '/join/received',
    enter: ['public'],
    phi: false,
    handle: async () => page(<Received />),
  }),
];

const empty: TypedJoin = {
  ...{ siteName: '', kind: '', address: '', city: '', postalCode: '', phone: '', uses: [] },
  ...{ leadName: '', leadTitle: '', email: '', language: 'en', remarks: '' },
};

function explain(problems: JoinProblems, words: Words): FieldError[] {
  return problems.map(({ field, problem }) => ({
    ...{ field, label: words.join[field], message: sentence(field, problem, words) },
  }));
}

function sentence(field: keyof TypedJoin, problem: JoinProblem, { fields, join }: Words): string {
  const limit = field in joinLimits ? joinLimits[field as keyof typeof joinLimits] : 0;
  return {
    missing: fields.missing,
    'too-long': fields.tooLong(limit),
    unreadable: fields.unreadable,
    'postal-code': fields.notAPostalCode,
    phone: fields.notAPhone,
    email: fields.notAnEmail,
    choose: field === 'uses' ? join.chooseUse : fields.chooseOne,
  }[problem];
}

interface JoinProps {
  typed: TypedJoin;
  errors: readonly FieldError[];
  receipt?: string;
}

export function Join(props: JoinProps) {
  const words = useUi().words.join;
  return (
    <Frame title={words.title} kind="front" here="join" main="page wide">
      <ErrorSummary errors={props.errors} />
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <div class="cols two">
        <section class="stack" aria-labelledby="steps">
          <h2 id="steps">{words.stepsTitle}</h2>
          <Steps
            steps={words.steps.map(([title = '', detail], index) => ({
              ...{ title, detail },
              state: index === 0 ? ('now' as const) : ('later' as const),
            }))}
          />
          <CrisisLines />
        </section>
        <JoinForm {...props} />
      </div>
    </Frame>
  );
}

function JoinForm({ typed, errors, receipt }: JoinProps) {
  const words = useUi().words.join;
  return (
    <Form class="card stack" labelledBy="register" receipt={receipt ?? true} action="/join">
      <h2 id="register">{words.formTitle}</h2>
      <p>{words.noPatients}</p>
      <SiteFields typed={typed} errors={errors} />
      <LeaderFields typed={typed} errors={errors} />
      <TextArea
        name="remarks"
        label={words.remarks}
        value={typed.remarks}
        error={errorOf(errors, 'remarks')}
        maxLength={joinLimits.remarks}
      />
      <SubmitButton look="main" big icon="right">
        {words.send}
      </SubmitButton>
    </Form>
  );
}

function SiteFields({ typed, errors }: JoinProps) {
  const words = useUi().words;
  const { join } = words;
  const line = lineOf(typed, errors);
  return (
    <>
      <h3>{join.site}</h3>
      <TextField {...line('siteName', join.siteName)} autocomplete="organization" />
      <Select
        name="kind"
        label={join.kind}
        choices={joinKinds.map(kind => ({ value: kind, label: join.kinds[kind] }))}
        value={typed.kind}
        empty={words.fields.choose}
        error={errorOf(errors, 'kind')}
        required
      />
      <TextField {...line('address', join.address)} autocomplete="street-address" />
      <TextField {...line('city', join.city)} width="mid" autocomplete="address-level2" />
      <TextField {...line('postalCode', join.postalCode)} width="short" autocomplete="postal-code" />
      <TextField {...line('phone', join.phone)} type="tel" width="mid" autocomplete="tel" />
      <Checkboxes
        name="uses"
        label={join.uses}
        hint={join.usesHint}
        choices={joinUses.map(use => ({ value: use, label: join.use[use] }))}
        values={typed.uses}
        error={errorOf(errors, 'uses')}
        required
      />
    </>
  );
}

function LeaderFields({ typed, errors }: JoinProps) {
  const { join } = useUi().words;
  const line = lineOf(typed, errors);
  return (
    <>
      <h3>{join.leader}</h3>
      <TextField {...line('leadName', join.leadName)} autocomplete="name" />
      <TextField
        {...line('leadTitle', join.leadTitle)}
        hint={join.leadTitleHint}
        autocomplete="organization-title"
      />
      <TextField {...line('email', join.email)} hint={join.emailHint} type="email" autocomplete="email" />
      <Radios
        name="language"
        label={join.language}
        choices={[
          { value: 'en', label: join.languages.en },
          { value: 'fr', label: join.languages.fr },
        ]}
        value={typed.language}
        line
      />
    </>
  );
}

/** A required line with what was typed in it and what is wrong with that. */
function lineOf(typed: TypedJoin, errors: readonly FieldError[]) {
  return (name: Exclude<keyof TypedJoin, 'uses'>, label: string): TextFieldProps => ({
    ...{ name, label, value: typed[name], error: errorOf(errors, name), required: true },
    maxLength: name in joinLimits ? joinLimits[name as keyof typeof joinLimits] : undefined,
  });
}

export function Received() {
  const words = useUi().words.join.received;
  return (
    <Frame title={words.title} kind="front" here="join" main="page stack">
      <h1>{words.title}</h1>
      <Note focus label={words.title}>
        <p>
          <strong>{words.holder}</strong>
        </p>
        <p>{words.nothing}</p>
      </Note>
      <div class="line acts">
        <ButtonLink href="/directory" look="main" icon="search">
          {words.directory}
        </ButtonLink>
        <ButtonLink href="/">{words.back}</ButtonLink>
      </div>
      <CrisisLines />
    </Frame>
  );
}
