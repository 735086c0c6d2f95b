import { type StandardAnswer, type TextUse, textUses } from '../../app/ports/standard-answers.ts';
import { placeholders } from '../../domain/case/placeholders.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

/** A text as typed. */
export interface TypedText {
  /** '' for a new one. */
  key: string;
  title: string;
  words: string;
  whose: string;
  usedFor: string;
}

export interface TextsPageProps {
  texts: readonly StandardAnswer[];
  /** What could not be kept. */
  typed?: TypedText;
  errors?: readonly FieldError[];
  done?: boolean;
  /** What a new text is for, when the page that led here says so. */
  usedFor?: TextUse;
}

/** The texts that a specialist and their group keep for answers: each to be changed where it stands, and a new one. */
export function TextsPage({ texts, typed, errors = [], done, usedFor = 'answer' }: TextsPageProps) {
  const w = useUi().words.standardAnswers;
  const named = errors.map(one => ({ ...one, field: `${one.field}${typed?.key ? `-${typed.key}` : ''}` }));
  const blank: TypedText = { key: '', title: '', words: '', whose: 'own', usedFor };
  const shown = (one: TypedText) => (typed?.key === one.key ? typed : one);
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      <ErrorSummary errors={named} />
      {done && <Note focus>{w.kept}</Note>}
      {texts.length === 0 && <p>{w.none}</p>}
      {texts.map(({ key, title, words, own, usedFor: use }) => (
        <details key={key} class="card flat" open={typed?.key === key}>
          <summary>
            <bdi>{title}</bdi>{' '}
            <span class="dim">
              {w.uses[use]}, {own ? w.ownShort : w.groupShort}
            </span>
          </summary>
          <TextForm
            text={shown({ key, title, words, whose: own ? 'own' : 'group', usedFor: use })}
            errors={named}
          />
        </details>
      ))}
      <section class="card stack" aria-labelledby="new">
        <h2 id="new">{w.add}</h2>
        <TextForm text={shown(blank)} errors={named} />
      </section>
    </Frame>
  );
}

function TextForm({ text, errors }: { text: TypedText; errors: readonly FieldError[] }) {
  const w = useUi().words.standardAnswers;
  const of = text.key && `-${text.key}`;
  const field = (name: 'title' | 'words') => ({
    ...{ name, id: `f-${name}${of}`, label: w.fields[name], value: text[name] },
    ...{ error: errorOf(errors, `${name}${of}`), required: true },
  });
  return (
    <Form action="/standard-answers" class="stack act" label={text.title || w.add}>
      {text.key && <input type="hidden" name="key" value={text.key} />}
      <TextField {...field('title')} width="mid" />
      <TextArea
        {...field('words')}
        rows={6}
        hint={w.wordsHint(placeholders.map(one => `{${w.placeholders[one]}}`))}
      />
      <Radios
        name="usedFor"
        id={`f-usedFor${of}`}
        label={w.usedFor}
        value={text.usedFor}
        line
        choices={textUses.map(value => ({ value, label: w.uses[value] }))}
      />
      <Radios
        name="whose"
        id={`f-whose${of}`}
        label={w.whose}
        value={text.whose}
        line
        choices={[
          { value: 'own', label: w.own },
          { value: 'group', label: w.group },
        ]}
      />
      <div class="acts line">
        <SubmitButton look="main" name="do" value="keep">
          {w.keep}
        </SubmitButton>
        {text.key && (
          <SubmitButton look="text" name="do" value="remove">
            {w.remove}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}
