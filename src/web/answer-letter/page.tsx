import type { CaseInStory } from '../../app/read-request.ts';
import { fullName } from '../../domain/patient/patient.ts';
import type { StoryItem } from '../../domain/timeline/timeline.ts';
import { useUi } from '../../ui/context.ts';
import { TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Typed } from '../../ui/timeline.tsx';
import type { Lang } from '../../words/lang.ts';
import { PatientStrip } from '../cases/case-head.tsx';
import { AnswerText } from '../requests/answer-text.tsx';
import { questionsOf } from '../requests/asked-apart.tsx';

export interface AnswerLetterProps {
  on: CaseInStory;
  answer: Extract<StoryItem, { kind: 'answer' }>;
  text: string;
  /** Of the letter, which need not be the reader's. */
  lang: Lang;
  /** The patient's page can show it now. */
  mayShow: boolean;
  error?: string;
  /** Said beside the letter instead. */
  wrong?: string;
}

/** The letter to be edited, with the answer beside it. */
export function AnswerLetterPage({ on, answer, text, lang, mayShow, error, wrong }: AnswerLetterProps) {
  const w = useUi().words.answerLetter;
  const here = `/econsults/${on.one.key}/patient-letter`;
  const other = lang === 'en' ? 'fr' : 'en';
  return (
    <Frame
      title={`${w.title}, ${on.story.reference}`}
      here="worklist"
      strip={<PatientStrip patient={on.one.patient} reference={on.story.reference} />}
    >
      <header class="stack">
        <p class="s">
          <a href={`/requests/${on.story.key}`}>{w.back}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {error && (
        <Note look="late" focus>
          {error}
        </Note>
      )}
      <div class="cols two">
        <section class="stack" aria-labelledby="answer">
          <h2 id="answer">{w.answer}</h2>
          <AnswerText item={answer} questions={questionsOf(on.one)} open />
        </section>
        <Form action={here} receipt turn={on.one.turn} class="stack act" label={w.title}>
          <p class="s">
            <a href={`${here}?in=${other}`} lang={other}>
              {w.inOther}
            </a>
          </p>
          <input type="hidden" name="in" value={lang} />
          <TextArea
            {...{ name: 'text', label: w.text, hint: w.textHint, rows: 20, value: text, required: true }}
            error={wrong}
          />
          {!mayShow && <p class="s dim">{w.notReachable}</p>}
          <div class="line acts">
            {mayShow && (
              <SubmitButton look="main" name="do" value="show">
                {w.show}
              </SubmitButton>
            )}
            <SubmitButton name="do" value="print" icon="print">
              {w.print}
            </SubmitButton>
          </div>
          {mayShow && <p class="s dim">{w.showHint}</p>}
        </Form>
      </div>
    </Frame>
  );
}

/** The letter on paper: to whom, when, and the words as they were typed. */
export function PrintedLetter({ on, text, lang }: Pick<AnswerLetterProps, 'on' | 'text' | 'lang'>) {
  const { words, zone, now } = useUi();
  const { street, city, province, postalCode } = on.one.patient.address;
  const to = [fullName(on.one.patient), street, `${city} ${province}  ${postalCode}`.trim()];
  return (
    <Frame title={`${words.answerLetter.title}, ${on.story.reference}`}>
      <p class="line">
        <a href={`/requests/${on.story.key}`}>{words.answerLetter.back}</a>
        <button type="button" class="btn" data-print hidden>
          {words.letter.print}
        </button>
      </p>
      <article class="card stack" lang={lang}>
        <p class="typed">{to.filter(Boolean).join('\n')}</p>
        <p>{dayLong(now, { lang, zone })}</p>
        <Typed text={text} />
      </article>
    </Frame>
  );
}
