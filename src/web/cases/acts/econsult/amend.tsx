import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { NumberField, TextArea, TextField } from '../../../../ui/fields.tsx';
import { type ActFormProps, type ActOn, act } from '../../act.ts';
import { type AdviceRow, AdviceRows, oneMore, readRows, rowsBody, rowsOf } from './advice-rows.tsx';
import { linesIn } from './answer-typed.ts';
import { QuoteButtons, quotesOn, withQuote } from './quote.tsx';
import { Replies, repliesBody, repliesIn } from './replies.tsx';

interface AmendTyped {
  text: string;
  why: string;
  minutes: string;
  redFlags: string;
  references: string;
  reply: string[];
  rows: AdviceRow[];
  shown?: number;
  /** As in an answer. */
  insert?: string;
}

const body = z
  .strictObject({
    text: text(100_000),
    why: text(100_000),
    minutes: text(40),
    redFlags: text(100_000),
    references: text(100_000),
    ...repliesBody,
    ...rowsBody,
  })
  .transform(({ task, kindOf, condition, who, due, ...rest }): AmendTyped => {
    return { ...rest, rows: rowsOf({ task, kindOf, condition, who, due }) };
  });

/** The latest answer, to be corrected: what was advised stays, with what was done about it. */
function latest({ one }: ActOn): Partial<AmendTyped> {
  const said = one.events.findLast(({ type }) => type === 'advice' || type === 'amended')?.body;
  if (typeof said !== 'object') return {};
  const references = Array.isArray(said.references) ? said.references.join('\n') : '';
  return {
    text: String(said.text ?? ''),
    redFlags: String(said.redFlags ?? ''),
    references,
    reply: repliesIn(one),
  };
}

/** The author corrects the latest answer; the earlier text stays readable. */
export const amend = act<AmendTyped>({
  type: 'econsult',
  verb: 'amend',
  body,
  begin: latest,
  read: ({ rows, shown: _shown, insert: _insert, references, minutes, reply, ...rest }) => ({
    ...rest,
    replies: reply,
    ...(minutes && { minutes }),
    references: linesIn(references),
    recommendations: readRows(rows),
  }),
  again: (typed, pressed) =>
    pressed === 'row' ? { ...typed, shown: oneMore(typed.rows) } : { ...typed, insert: pressed },
  fieldOf: path => (path[0] === 'references' ? 'references' : path.join('-')),
  labels: ({ acts }) => ({
    text: acts.advice,
    why: acts.whyAmended,
    minutes: acts.minutesMore,
    redFlags: acts.redFlags,
    references: acts.references,
    recommendations: acts.tasks,
  }),
  files: true,
  icon: 'edit',
  beside: true,
  form: AmendFields,
});

function AmendFields(props: ActFormProps<AmendTyped>) {
  const { typed, errors, one } = props;
  const ui = useUi();
  const { acts } = ui.words;
  const quotes = quotesOn(props, ui);
  return (
    <>
      <TextField
        {...{ name: 'why', label: acts.whyAmended, value: typed.why, required: true }}
        error={errorOf(errors, 'why')}
      />
      <TextArea
        {...{ name: 'text', label: acts.advice, hint: acts.amendHint, rows: 9, required: true }}
        {...{ value: withQuote(typed.text, typed.insert, quotes), error: errorOf(errors, 'text') }}
      />
      <QuoteButtons quotes={quotes} />
      <Replies one={one} typed={typed.reply} errors={errors} />
      <AdviceRows rows={typed.rows} shown={typed.shown} errors={errors} />
      <NumberField
        {...{ name: 'minutes', label: acts.minutesMore, value: typed.minutes }}
        error={errorOf(errors, 'minutes')}
      />
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
