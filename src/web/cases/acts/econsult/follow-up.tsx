import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The requester asks again after an answer. */
export const followUp = act({
  type: 'econsult',
  verb: 'follow-up',
  body: z.strictObject({ question: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ acts }) => ({ question: acts.furtherQuestion }),
  files: true,
  icon: 'ask',
  beside: true,
  form: ({ typed, errors }) => {
    const { acts } = useUi().words;
    return (
      <TextArea
        name="question"
        label={acts.furtherQuestion}
        hint={acts.furtherHint}
        rows={6}
        value={typed.question}
        error={errorOf(errors, 'question')}
        required
      />
    );
  },
});
