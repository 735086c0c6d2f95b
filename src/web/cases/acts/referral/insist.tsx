import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The requester still wants the visit. */
export const insist = act({
  type: 'referral',
  verb: 'insist',
  body: z.strictObject({ reason: text() }),
  read: ({ reason }) => ({ reason }),
  labels: ({ referralActs }) => ({ reason: referralActs.insist.reason }),
  beside: true,

  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="reason"
        label={words.referralActs.insist.reason}
        hint={words.referralActs.insist.hint}
        value={typed.reason}
        errors={errors}
      />
    );
  },
});
