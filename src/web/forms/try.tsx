import { z } from 'zod';
import { openForm } from '../../app/forms/form-library.ts';
import { localDay } from '../../domain/case/deadline.ts';
import type { TypedAnswers } from '../../domain/forms/answers.ts';
import { answerSet, type Reading } from '../../domain/forms/check.ts';
import { parseQuestionnaire } from '../../domain/forms/faults.ts';
import { type KnownFacts, populate } from '../../domain/forms/populate.ts';
import { postedAnswers, withAnswers } from '../../domain/forms/posted.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';
import type { Contact } from '../../domain/patient/contact.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { answerErrors } from '../../ui/answer-words.ts';
import { Answers } from '../../ui/answers.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { QuestionnaireFields, UpdateForm } from '../../ui/questionnaire.tsx';
import { Faults } from './faults.tsx';
import { contentOf, FormFrame, formKeepers } from './form-frame.tsx';

type Opened = NonNullable<Awaited<ReturnType<typeof openForm>>>;

interface TryPageProps {
  opened: Opened;
  form: Questionnaire;
  typed: TypedAnswers;
  reading: Reading;
  /** It was pressed to be sent. */
  sent: boolean;
}

const madeUp = { name: 'Robin Exemple', age: 67 };

/** A form as a requester would see it, about somebody who does not exist. Keeps nothing. */
function TryPage({ opened, form, typed, reading, sent }: TryPageProps) {
  const ui = useUi();
  const w = ui.words.library;
  const at = `/forms/${opened.form.key}/try`;
  const errors = sent ? answerErrors(ui, { typed, reading }) : [];
  return (
    <FormFrame form={opened.form} heading={w.tryTitle}>
      <p class="dim">{w.tryLead(madeUp.name, madeUp.age)}</p>
      {opened.faults.length > 0 && <Faults opened={opened} />}
      <ErrorSummary errors={errors} />
      {sent && errors.length === 0 && (
        <section class="card stack" aria-labelledby="result">
          <h2 id="result" tabIndex={-1}>
            {w.tryResult}
          </h2>
          <Answers form={form} set={answerSet(form, reading)} />
        </section>
      )}
      <Form
        class="wide"
        action={at}
        label={w.tryTitle}
        htmx={{
          'hx-post': at,
          'hx-trigger': 'change delay:600ms, input delay:3s',
          'hx-select': '#questions',
          'hx-target': '#questions',
          'hx-swap': 'outerMorph',
          'hx-sync': 'replace',
        }}
      >
        <div class="wide" id="questions">
          <QuestionnaireFields form={form} typed={typed} reading={reading} showProblems={sent} />
        </div>
        <UpdateForm />
        <SubmitButton look="main" name="do" value="send">
          {w.trySend}
        </SubmitButton>
      </Form>
    </FormFrame>
  );
}

function factsFor(words: Ask['words'], today: string): KnownFacts {
  const year = Number(today.slice(0, 4)) - madeUp.age;
  const contact: Contact = {
    relation: 'patient',
    authority: 'self',
    name: '',
    phone: '613-555-0100',
    email: 'robin@example.test',
    emailConsent: 'no',
    language: 'en',
  };
  return {
    ...{ today, question: words.library.tryQuestion },
    patient: {
      ...{ contacts: [contact], interpreter: '', pronouns: '', birthDate: `${year}-01-01` as never },
      sexAtBirth: 'female',
    },
    requester: { name: 'Dr. Alex Exemple', phone: '613-555-0199', site: 'Exemple' },
  };
}

/** A draft that is not sound yet is shown as far as it can be read: with its faults, and without questions. */
function readable(form: Questionnaire): boolean {
  try {
    parseQuestionnaire(form);
    return true;
  } catch {
    return false;
  }
}

async function draw(
  { app, actor, params, words }: Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params' | 'words'>,
  posted?: Record<string, unknown>,
): Promise<Reply> {
  const opened = await openForm(app, actor, params.key);
  const content = opened && contentOf(opened);
  if (!content) return missing();
  const form = readable(content) ? content : { ...content, item: [] };
  const today = localDay(app.clock.now(), 'America/Toronto');
  const filled = populate(form, {}, factsFor(words, today));
  const typed = posted ? postedAnswers(posted, filled) : filled;
  const reading = await app.formReader.read({ form, typed, today });
  const sent = posted?.do === 'send';
  const status = sent && reading.problems.length > 0 ? 422 : 200;
  return page(<TryPage opened={opened} form={form} typed={typed} reading={reading} sent={sent} />, {
    status,
  });
}

const params = z.strictObject({ key });

/** Trying a form. */
export const routes: Route[] = [
  route({ ...formKeepers, ...{ method: 'GET', url: '/forms/:key/try' }, params, handle: ask => draw(ask) }),
  route({
    ...formKeepers,
    ...{ method: 'POST', url: '/forms/:key/try' },
    params,
    body: withAnswers({ do: text(20) }),
    handle: ask => draw(ask, ask.body),
  }),
];
