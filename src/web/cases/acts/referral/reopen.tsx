import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The receiver takes it up again. */
export const reopen = act({
  type: 'referral',
  verb: 'reopen',
  body: z.strictObject({ reason: text() }),
  read: ({ reason }) => ({ reason }),
  labels: ({ referralActs }) => ({ reason: referralActs.reopen.reason }),

  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="reason"
        label={words.referralActs.reopen.reason}
        value={typed.reason}
        errors={errors}
      />
    );
  },
});
