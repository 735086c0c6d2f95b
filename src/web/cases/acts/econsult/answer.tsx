import { z } from 'zod';
import type { Tx } from '../../../../app/ports/database.ts';
import type { StandardAnswer } from '../../../../app/ports/standard-answers.ts';
import { answerKinds, questionTypes } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { NumberField, Radios, Select, TextArea } from '../../../../ui/fields.tsx';
import type { Words } from '../../../../words/words.ts';
import { type ActFormProps, act } from '../../act.ts';
import { InsertText, leftOpen, said, withText } from '../../insert-text.tsx';
import { AdviceRows, oneMore, readRows, rowsBody, rowsOf } from './advice-rows.tsx';
import { AnswerPreview } from './answer-preview.tsx';
import { type AnswerTyped, linesIn } from './answer-typed.ts';
import { QuoteButtons, quotesOn, withQuote } from './quote.tsx';
import { Replies, repliesBody } from './replies.tsx';

/** The fields of an answer as they are posted. */
export const answerBody = {
  kind: text(40),
  text: text(100_000),
  questionType: text(40),
  minutes: text(40),
  redFlags: text(100_000),
  references: text(100_000),
  ...repliesBody,
  ...rowsBody,
};

const body = z
  .strictObject(answerBody)
  .transform(({ task, kindOf, condition, who, due, ...rest }): AnswerTyped => {
    return { ...rest, rows: rowsOf({ task, kindOf, condition, who, due }) };
  });

/** The answer as its verb takes it. */
export function readAnswer(typed: AnswerTyped): Record<string, unknown> {
  const { kind, text: words, questionType, minutes, redFlags } = typed;
  return {
    ...{ kind, text: words, questionType, redFlags, replies: typed.reply },
    ...(minutes && { minutes }),
    references: linesIn(typed.references),
    recommendations: readRows(typed.rows),
  };
}

/** Standard texts of who answers. */
export async function answerTexts(tx: Tx): Promise<readonly StandardAnswer[]> {
  return (await tx.standardAnswers.here()).filter(one => one.usedFor === 'answer');
}

/** Labels of the fields of an answer. */
export const answerLabels = ({ acts }: Words) => ({
  kind: acts.kind,
  text: acts.advice,
  minutes: acts.minutesSpent,
  redFlags: acts.redFlags,
  references: acts.references,
  recommendations: acts.tasks,
  questionType: acts.questionType,
});

/** The specialist answers: advice, tasks, when to worry, and on what it rests. */
export const answer = act<AnswerTyped, readonly StandardAnswer[]>({
  type: 'econsult',
  verb: 'answer',
  body,
  begin: () => ({ kind: 'advice' }),
  load: tx => answerTexts(tx),
  read: readAnswer,
  again: drawnAgain,
  check: (typed, ui) => leftOpen('text', typed.text, ui),
  fieldOf: path => (path[0] === 'references' ? 'references' : path.join('-')),
  labels: answerLabels,
  files: true,
  icon: 'say',
  beside: true,
  others: ['ask-info', 'ask-colleague', 'convert', 'turn-back', 'release'],
  submit: ({ acts }) => acts.sendAnswer,
  form: AnswerFields,
});

/** Another button than the one that sends: one row more, a standard answer or a colleague's behind the text, or only the preview. */
export function drawnAgain<T extends AnswerTyped>(typed: T, pressed: string): T {
  if (pressed === 'row') return { ...typed, shown: oneMore(typed.rows) };
  return pressed === 'preview' ? typed : { ...typed, insert: pressed };
}

function AnswerFields(props: ActFormProps<AnswerTyped, readonly StandardAnswer[]>) {
  const typed = useInserted(props);
  return (
    <>
      <AdviceFields {...props} typed={typed} />
      <AnswerPreview {...props} typed={typed} />
    </>
  );
}

/** What is typed, with the text behind it whose button was pressed. */
export function useInserted<T extends AnswerTyped>(
  props: ActFormProps<T, unknown> & { more: readonly StandardAnswer[] },
): T {
  const ui = useUi();
  const chosen = props.more.find(({ key }) => key === props.typed.insert);
  const quoted = withQuote(props.typed.text ?? '', props.typed.insert, quotesOn(props, ui));
  return { ...props.typed, text: withText(quoted, chosen, said(props, ui)) };
}

/** The fields of an answer, which may go before a referral as well. */
export function AdviceFields(props: ActFormProps<AnswerTyped, readonly StandardAnswer[]>) {
  const { errors, one, more, typed } = props;
  const ui = useUi();
  const { acts, econsult, fields } = ui.words;
  const quotes = quotesOn(props, ui);
  return (
    <>
      <Radios
        name="kind"
        label={acts.kind}
        choices={answerKinds.map(value => ({ value, label: econsult.answerKinds[value] }))}
        value={typed.kind}
        error={errorOf(errors, 'kind')}
        line
      />
      <TextArea
        {...{ name: 'text', label: acts.advice, hint: acts.adviceHint, rows: 9, required: true }}
        {...{ value: typed.text, error: errorOf(errors, 'text') }}
      />
      <QuoteButtons quotes={quotes} />
      <InsertText texts={more} usedFor="answer" />
      <Replies one={one} typed={typed.reply} errors={errors} />
      <AdviceRows rows={typed.rows} shown={typed.shown} errors={errors} />
      <div class="cols two">
        <NumberField
          {...{ name: 'minutes', label: acts.minutesSpent, hint: acts.minutesHint, required: true }}
          {...{ value: typed.minutes, error: errorOf(errors, 'minutes') }}
        />
        <Select
          {...{ name: 'questionType', label: acts.questionType, hint: acts.questionTypeHint }}
          {...{ value: typed.questionType, error: errorOf(errors, 'questionType'), empty: fields.choose }}
          choices={questionTypes.map(value => ({ value, label: econsult.questionTypes[value] }))}
        />
      </div>
      <TextArea
        {...{ name: 'redFlags', label: acts.redFlags, hint: acts.redFlagsHint, rows: 2 }}
        {...{ value: typed.redFlags, error: errorOf(errors, 'redFlags') }}
      />
      <TextArea
        {...{ name: 'references', label: acts.references, hint: acts.referencesHint, rows: 3 }}
        {...{ value: typed.references, error: errorOf(errors, 'references') }}
      />
    </>
  );
}
