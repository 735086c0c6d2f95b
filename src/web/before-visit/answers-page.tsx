import type { AskedByPhone } from '../../app/patient/answers-by-phone.ts';
import { inLang } from '../../domain/forms/items.ts';
import { Acts } from '../../ui/action-bar.tsx';
import { answerErrors } from '../../ui/answer-words.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { QuestionnaireFields, UpdateForm } from '../../ui/questionnaire.tsx';
import { CaseHead, PatientStrip } from '../cases/case-head.tsx';
import { verbWord } from '../cases/names.ts';

export interface AnswersPageProps {
  found: AskedByPhone;
  me: { member: number };
  /** Of the form that is drawn again; the case's own when absent. */
  turn?: number | undefined;
  /** It was pressed to be sent. */
  sent?: boolean | undefined;
  /** Why it was not recorded. */
  note?: readonly string[] | undefined;
}

/** The questions before a visit for somebody of the clinic who has the patient on the phone. */
export function AnswersPage(props: AnswersPageProps) {
  const { words } = useUi();
  const { found, note, me } = props;
  const { story, one } = found;
  const label = verbWord(words, 'referral', 'answer-form');
  return (
    <Frame
      title={`${label}, ${story.reference}`}
      here="worklist"
      strip={<PatientStrip patient={one.patient} reference={story.reference} />}
    >
      <header class="stack">
        <p class="s">
          <a href={`/requests/${story.key}`}>{words.acts.backTo(story.reference)}</a>
        </p>
        <h1 id="act">
          {words.fields.about(label, '')}
          <bdi>{one.state.title}</bdi>
        </h1>
        <CaseHead story={story} one={one} me={me} />
      </header>
      {note && (
        <Note look="soon" title={words.acts.refusedTitle} focus>
          {note.map(line => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      {found.asked && <Questions {...props} asked={found.asked} />}
    </Frame>
  );
}

type Asked = NonNullable<AskedByPhone['asked']>;

function Questions({ found, asked, turn, sent = false }: AnswersPageProps & { asked: Asked }) {
  const ui = useUi();
  const { form, typed, reading } = asked;
  const { one, story } = found;
  const { staff } = ui.words.beforeVisit;
  const at = `/referrals/${one.key}/answer-form`;
  const title = inLang(form.title, form._title, ui.lang);
  const asOneTypes = {
    ...{ 'hx-post': at, 'hx-trigger': 'change delay:600ms, input delay:3s', 'hx-select': '#questions' },
    ...{ 'hx-target': '#questions', 'hx-swap': 'outerMorph', 'hx-sync': 'replace' },
  };
  return (
    <>
      <ErrorSummary errors={sent ? answerErrors(ui, { typed, reading }) : []} />
      <p>{staff.lead}</p>
      <p class="dim s">{staff.notKept}</p>
      <Form action={at} receipt turn={turn ?? one.turn} class="stack act" label={title} htmx={asOneTypes}>
        <div class="stack" id="questions">
          <QuestionnaireFields form={form} typed={typed} reading={reading} showProblems={sent} />
        </div>
        <UpdateForm />
        <Acts>
          <SubmitButton look="main" name="do" value="send">
            {staff.send}
          </SubmitButton>
          <ButtonLink look="text" href={`/requests/${story.key}`}>
            {ui.words.acts.back}
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}
