import { type AskedBefore, answerBefore, askedBefore } from '../app/patient/before-visit.ts';
import { inLang } from '../domain/forms/items.ts';
import { postedAnswers, withAnswers } from '../domain/forms/posted.ts';
import { text } from '../http/form.ts';
import { page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { answerErrors } from '../ui/answer-words.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';
import { QuestionnaireFields, UpdateForm } from '../ui/questionnaire.tsx';
import { showPage } from './page.tsx';

const at = '/p/before-visit';
const common = { enter: ['patient'], phi: true, url: at } as const;

/** What the clinic asks before the visit. What is typed is kept as one types, and by a button without script. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET' },
    async handle(ask) {
      const asked = await askedBefore(ask.app, ask.actor);
      return asked ? page(<BeforeVisitPage asked={asked} />) : over(ask);
    },
  }),
  route({ ...{ ...common, method: 'POST', body: withAnswers({ do: text(20) }) }, handle: post }),
];

async function post(ask: Ask<unknown, unknown, { do: string }>): Promise<Reply> {
  const { app, actor, body, receipt } = ask;
  const asked = await askedBefore(app, actor, before => postedAnswers(body, before));
  if (!asked) return over(ask);
  if (body.do !== 'send') return page(<BeforeVisitPage asked={asked} kept={body.do === 'keep'} />);
  if (asked.reading.problems.length > 0) return page(<BeforeVisitPage asked={asked} sent />, { status: 422 });
  const outcome = await answerBefore(app, actor, { asked, receipt });
  return outcome.ok ? redirect('/p?done=answer-form') : over(ask);
}

function over(ask: Pick<Ask, 'app' | 'actor' | 'words'>): Promise<Reply> {
  return showPage(ask, { note: ask.words.beforeVisit.over, status: 409 });
}

interface Shown {
  asked: AskedBefore;
  /** It was pressed to be sent. */
  sent?: boolean;
  /** It was pressed to be kept. */
  kept?: boolean;
}

const asOneTypes = {
  ...{ 'hx-post': at, 'hx-trigger': 'change delay:600ms, input delay:3s', 'hx-select': '#questions' },
  ...{ 'hx-target': '#questions', 'hx-swap': 'outerMorph', 'hx-sync': 'replace' },
};

function BeforeVisitPage({ asked, sent = false, kept = false }: Shown) {
  const ui = useUi();
  const words = ui.words.beforeVisit;
  const { form, typed, reading } = asked;
  const title = inLang(form.title, form._title, ui.lang);
  const errors = sent ? answerErrors(ui, { typed, reading }) : [];
  return (
    <Frame title={title} kind="plainer">
      <ErrorSummary errors={errors} />
      {kept && (
        <Note look="told" focus>
          <p>{words.kept}</p>
        </Note>
      )}
      <section class="stack" aria-labelledby="before-visit">
        <h1 id="before-visit">{title}</h1>
        <p>{words.lead}</p>
        <Form action={at} receipt class="stack" label={title} htmx={asOneTypes}>
          <div class="stack" id="questions">
            <QuestionnaireFields form={form} typed={typed} reading={reading} showProblems={sent} />
          </div>
          <UpdateForm />
          <div class="line acts">
            <SubmitButton look="main" big name="do" value="send">
              {words.send}
            </SubmitButton>
            <SubmitButton big name="do" value="keep">
              {words.keep}
            </SubmitButton>
            <a href="/p">{ui.words.portal.record.back}</a>
          </div>
        </Form>
      </section>
      <CrisisLines />
    </Frame>
  );
}
