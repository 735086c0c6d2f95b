import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The receiver needs no reply after all. */
export const withdrawQuestion = act({
  type: 'referral',
  verb: 'withdraw-question',
  body: z.strictObject({ comment: text() }),
  read: ({ comment }) => ({ comment }),
  labels: ({ referralActs }) => ({ comment: referralActs.commentToAll }),
  beside: true,

  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="comment"
        label={words.referralActs.commentToAll}
        value={typed.comment}
        errors={errors}
        optional
      />
    );
  },
});
