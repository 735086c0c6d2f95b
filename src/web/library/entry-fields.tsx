import { z } from 'zod';
import type { EntryWords } from '../../app/ports/library.ts';
import { questionTypes } from '../../domain/econsult/econsult.ts';
import { languageOf } from '../../domain/library/language.ts';
import { text } from '../../http/form.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, Select, TextArea, TextField } from '../../ui/fields.tsx';
import type { Words } from '../../words/words.ts';

/** The fields of an entry as a form posts them. */
export const entryBody = {
  title: text(),
  question: text(100_000),
  answer: text(100_000),
  questionType: text(40),
  language: text(5),
};
const typedEntry = z.strictObject(entryBody);

/** The texts of a posted entry; an unknown type of question is none. */
export function wordsOf(typed: z.infer<typeof typedEntry>): EntryWords {
  const { title, question, answer, questionType } = typed;
  const language =
    typed.language === 'fr' || typed.language === 'en' ? typed.language : languageOf(answer, 'en');
  return {
    ...{ title, question, answer, language },
    questionType: questionTypes.find(one => one === questionType) ?? null,
  };
}

/** The error of a text that is missing or too long. */
export function entryError(
  { answered: w }: Words,
  problem: { field: 'title' | 'question' | 'answer'; why: 'missing' | 'too-long' } | null,
): FieldError[] {
  if (!problem) return [];
  const label = problem.field === 'title' ? w.heading : w[problem.field];
  return [{ field: problem.field, label, message: problem.why === 'missing' ? w.missing : w.tooLong }];
}

interface EntryFieldsProps {
  words: EntryWords;
  errors?: readonly FieldError[];
  /** Makes ids of several on one page differ. */
  of?: string;
}

/** Title, question, answer and what it asks about. */
export function EntryFields({ words, errors = [], of = '' }: EntryFieldsProps) {
  const { answered: w, econsult, patients } = useUi().words;
  const id = (name: string) => `f-${name}${of}`;
  const types = questionTypes.map(value => ({ value, label: econsult.questionTypes[value] }));
  return (
    <>
      <TextField
        name="title"
        id={id('title')}
        label={w.heading}
        value={words.title}
        error={errorOf(errors, 'title')}
      />
      <TextArea
        name="question"
        id={id('question')}
        label={w.question}
        value={words.question}
        error={errorOf(errors, 'question')}
      />
      <TextArea
        name="answer"
        id={id('answer')}
        label={w.answer}
        value={words.answer}
        error={errorOf(errors, 'answer')}
      />
      <Select
        name="questionType"
        id={id('questionType')}
        label={w.kind}
        empty={w.noKind}
        choices={types}
        value={words.questionType ?? ''}
      />
      <Radios
        name="language"
        id={id('language')}
        label={w.language}
        hint={w.languageHint}
        choices={(['en', 'fr'] as const).map(value => ({ value, label: patients.languages[value] }))}
        value={words.language}
        line
      />
    </>
  );
}
