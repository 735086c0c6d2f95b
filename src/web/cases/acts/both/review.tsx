import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The receiver has seen what was flagged. */
export const review = act({
  type: 'both',
  verb: 'review',
  body: z.strictObject({ comment: text(100_000) }),
  read: ({ comment }) => ({ comment }),
  labels: ({ acts }) => ({ comment: acts.comment }),
  icon: 'check',
  beside: true,
  form: ({ typed, errors }) => {
    const { acts } = useUi().words;
    return (
      <TextArea
        name="comment"
        label={acts.comment}
        hint={acts.commentHint}
        value={typed.comment}
        error={errorOf(errors, 'comment')}
      />
    );
  },
});
