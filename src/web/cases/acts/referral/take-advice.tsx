import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The advice answers the question. */
export const takeAdvice = act({
  type: 'referral',
  verb: 'take-advice',
  body: z.strictObject({ comment: text() }),
  read: ({ comment }) => ({ comment }),
  labels: ({ referralActs }) => ({ comment: referralActs.takeAdvice.comment }),
  beside: true,
  icon: 'check',
  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="comment"
        label={words.referralActs.takeAdvice.comment}
        value={typed.comment}
        errors={errors}
        optional
      />
    );
  },
});
