import { maxOf, type Reading } from '../domain/forms/check.ts';
import { expressionOf, inLang, isEmergency, isTable, scoreOf, unitOf } from '../domain/forms/items.ts';
import { answerField } from '../domain/forms/posted.ts';
import type { Item } from '../domain/forms/questionnaire.ts';
import { Choices } from './answer-choices.tsx';
import { AnswerValueText } from './answer-value.tsx';
import { prefilled, type QuestionnaireProps, sentenceOf } from './answer-words.ts';
import { useUi } from './context.ts';
import { DateField, NumberField, TextArea, TextField } from './fields.tsx';
import { SubmitButton } from './form.tsx';
import { number } from './format.ts';
import { Note } from './note.tsx';
import { ScoreGroup } from './score-group.tsx';

/**
 * The questions of a form that are asked now, a card for each section. It is drawn inside a `Form` of the page, whose body
 * schema is `withAnswers({...})`; `postedAnswers` reads it back. Works without script: see `UpdateForm`.
 */
export function QuestionnaireFields(props: QuestionnaireProps) {
  const { lang } = useUi();
  return (
    <>
      {props.form.item.filter(asked(props.reading)).map(section => (
        <section
          key={section.linkId}
          class={section.item?.some(isTable) ? 'card stack phq' : 'card stack'}
          id={sectionId(section)}
          aria-labelledby={`${sectionId(section)}-h`}
        >
          <h2 id={`${sectionId(section)}-h`}>{inLang(section.text, section._text, lang)}</h2>
          <Items items={section.item ?? [section]} section={section} {...props} />
        </section>
      ))}
    </>
  );
}

/** Id of the card of a section, for the list of sections beside the form. */
export function sectionId(section: Item): string {
  return `s-${section.linkId}`;
}

/** Asks the server to draw the form again, by a button named `do`. Needs no script, and every form has it. */
export function UpdateForm() {
  const { words } = useUi();
  return (
    <p class="s dim">
      <SubmitButton name="do" value="update">
        {words.forms.update}
      </SubmitButton>{' '}
      {words.forms.updateHint}
    </p>
  );
}

function asked(reading: Reading): (one: Item) => boolean {
  const ids = new Set(reading.asked.map(one => one.linkId));
  return one => ids.has(one.linkId);
}

function Items({ items, section, ...props }: QuestionnaireProps & { items: readonly Item[]; section: Item }) {
  const table = section.item?.find(isTable);
  // Its sum and its warning are drawn with the table itself, where CSS shows them without asking the server.
  const drawn = (one: Item) => !table || (!isEmergency(one) && scoreOf(one) !== table.linkId);
  return (
    <>
      {items
        .filter(asked(props.reading))
        .filter(drawn)
        .map(one => (
          <Question key={one.linkId} one={one} section={section} {...props} />
        ))}
    </>
  );
}

type QuestionProps = QuestionnaireProps & { one: Item; section: Item };

function Question({ one, section, ...props }: QuestionProps) {
  const { lang } = useUi();
  const text = inLang(one.text, one._text, lang);
  if (isTable(one)) return <ScoreGroup group={one} section={section} {...props} />;
  if (one.type === 'group') {
    return (
      <fieldset class="field stack">
        <legend>{text}</legend>
        <Items items={one.item!} section={one} {...props} />
      </fieldset>
    );
  }
  if (one.type === 'display')
    return isEmergency(one) ? <Note look="late">{text}</Note> : <p class="hint">{text}</p>;
  if (expressionOf(one) !== undefined) return <WorkedOut one={one} text={text} reading={props.reading} />;
  if (one.readOnly) return <Given one={one} text={text} reading={props.reading} />;
  return <Answerable one={one} {...props} />;
}

/** What the form worked out; nothing while it has no result. */
function WorkedOut({ one, text, reading }: { one: Item; text: string; reading: Reading }) {
  const { words, lang } = useUi();
  const score = reading.scores.find(each => each.linkId === one.linkId);
  const { forms } = words;
  if (!score) return reading.tooSlow ? <p class="dim">{words.fields.about(text, forms.tooSlow)}</p> : null;
  const { sum, answered, questions } = score;
  const shown =
    answered === undefined || questions === undefined || answered === questions
      ? number(sum, lang)
      : forms.scoreSoFar(sum, answered, questions);
  return (
    <p>
      <span class="b">{words.fields.about(text, '')}</span> {shown}
    </p>
  );
}

/** An answer that is filled in and not asked. */
function Given({ one, text, reading }: { one: Item; text: string; reading: Reading }) {
  const answer = reading.answers[one.linkId];
  if (!answer) return null;
  return (
    <p>
      <span class="b">{text}</span> <AnswerValueText one={one} value={answer.value} />
    </p>
  );
}

function Answerable({ one, typed, reading, showProblems }: QuestionnaireProps & { one: Item }) {
  const ui = useUi();
  const answer = typed[one.linkId];
  const problem = reading.problems.find(each => each.linkId === one.linkId);
  const texts = [answer?.text ?? []].flat();
  const field = {
    name: answerField(one.linkId),
    label: inLang(one.text, one._text, ui.lang),
    required: one.required,
    error: showProblems && problem ? sentenceOf(ui, problem, answer) : undefined,
    prefilled: prefilled(ui, answer),
  };
  const value = texts[0] ?? '';
  switch (one.type) {
    case 'text':
      return <TextArea {...field} value={value} rows={rowsFor(value)} />;
    case 'date':
      return <DateField {...field} value={value} />;
    case 'integer':
      return <NumberField {...field} value={value} />;
    case 'decimal':
      return <NumberField {...field} decimal value={value} />;
    case 'quantity':
      return <NumberField {...field} decimal label={`${field.label} (${unitOf(one)})`} value={value} />;
    case 'boolean':
    case 'choice':
    case 'open-choice':
      return <Choices one={one} field={field} texts={texts} />;
    default:
      return <TextField {...field} value={value} width={maxOf(one) <= 60 ? 'mid' : undefined} />;
  }
}

function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 90), 0);
  return Math.min(12, Math.max(2, lines));
}
