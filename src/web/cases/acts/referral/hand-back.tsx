import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The intake knows nobody else. */
export const handBack = act({
  type: 'referral',
  verb: 'hand-back',
  body: z.strictObject({ reason: text() }),
  read: ({ reason }) => ({ reason }),
  labels: ({ referralActs }) => ({ reason: referralActs.handBack.reason }),

  icon: 'back',
  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="reason"
        label={words.referralActs.handBack.reason}
        value={typed.reason}
        errors={errors}
      />
    );
  },
});
