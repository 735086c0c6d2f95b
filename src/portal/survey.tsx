import { z } from 'zod';
import { giveSurvey, openSurvey } from '../app/patient/visit-surveys.ts';
import { ageBands, agreements, surveyOf, surveyQuestions } from '../domain/patient/visit-survey.ts';
import { text } from '../http/form.ts';
import { page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../ui/error-summary.tsx';
import { Radios, Select } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { showPage } from './page.tsx';

const common = { enter: ['patient'], phi: true, url: '/p/survey' } as const;
const body = z.strictObject({
  ...{ case: text(40), satisfied: text(10), informed: text(10), easy: text(10) },
  ...{ 'messages-tracking': text(10), 'messages-better': text(10), age: text(20) },
});

/** How the visit was, answered once. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', handle: ask => show(ask, {}) }),
  route({
    ...{ ...common, method: 'POST', body },
    async handle(ask) {
      const { case: caseKey, ...typed } = ask.body;
      const answers = surveyOf(typed);
      const errors = [{ field: 'satisfied', message: ask.words.survey.missing }];
      if (!answers) return show(ask, { typed, errors });
      const kept = await giveSurvey(ask.app, ask.actor, { caseKey, answers });
      return kept ? redirect('/p?done=survey') : showPage(ask, { note: ask.words.survey.over, status: 409 });
    },
  }),
];

interface Shown {
  typed?: Readonly<Record<string, string>>;
  errors?: readonly FieldError[];
}

async function show(ask: Pick<Ask, 'app' | 'actor' | 'words'>, shown: Shown): Promise<Reply> {
  const caseKey = await openSurvey(ask.app, ask.actor);
  if (caseKey === null) return showPage(ask, { note: ask.words.survey.over, status: 409 });
  return page(<SurveyPage caseKey={caseKey} {...shown} />, { status: shown.errors ? 422 : 200 });
}

function SurveyPage({ caseKey, typed = {}, errors = [] }: Shown & { caseKey: string }) {
  const { words } = useUi();
  const said = words.survey;
  const grades = agreements.map(value => ({ value, label: said.agreements[value] }));
  return (
    <Frame title={said.title} kind="plainer">
      <ErrorSummary errors={errors} />
      <section class="card stack" aria-labelledby="survey">
        <h1 id="survey">{said.title}</h1>
        <p>{said.lead}</p>
        <Form action="/p/survey" receipt class="stack">
          <input type="hidden" name="case" value={caseKey} />
          {surveyQuestions.map(name => (
            <Radios
              key={name}
              name={name}
              label={said.questions[name]}
              choices={grades}
              value={typed[name]}
              error={errorOf(errors, name)}
            />
          ))}
          <Select
            name="age"
            label={said.age}
            choices={[
              { value: '', label: said.notSaid },
              ...ageBands.map(value => ({ value, label: said.ages[value] })),
            ]}
            value={typed.age}
          />
          <p class="s">{said.private}</p>
          <div class="line acts">
            <SubmitButton look="main" big>
              {said.submit}
            </SubmitButton>
            <a href="/p">{words.portal.record.back}</a>
          </div>
        </Form>
      </section>
      <CrisisLines />
    </Frame>
  );
}
