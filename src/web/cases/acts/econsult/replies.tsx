import { z } from 'zod';
import type { CaseStory } from '../../../../app/read-request.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { questionsOf } from '../../../requests/asked-apart.tsx';

/** A text for each numbered question; empty ones too, so that each stays with its question. */
export const repliesBody = {
  reply: z.preprocess(
    value => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(100_000)).max(8),
  ),
};

/** The replies of the latest answer of a case, as a form begins with them. */
export function repliesIn({ events }: Pick<CaseStory, 'events'>): string[] {
  const said = events.findLast(({ type }) => type === 'advice' || type === 'amended')?.body;
  return typeof said === 'object' && Array.isArray(said.replies) ? said.replies.map(String) : [];
}

interface Props {
  one: CaseStory;
  typed: readonly string[] | undefined;
  errors: readonly FieldError[];
}

/** Each of several questions with a field for its own reply; nothing when one was asked. */
export function Replies({ one, typed = [], errors }: Props) {
  const { acts } = useUi().words;
  const questions = questionsOf(one);
  if (questions.length === 0) return null;
  return (
    <fieldset class="field stack">
      <legend>{acts.replies}</legend>
      <p class="hint">{acts.repliesHint}</p>
      {questions.map((question, index) => (
        <TextArea
          key={question}
          name="reply"
          id={`f-replies-${index}`}
          label={acts.replyTo(index + 1, question)}
          rows={3}
          value={typed[index]}
          error={errorOf(errors, `replies-${index}`)}
        />
      ))}
    </fieldset>
  );
}
