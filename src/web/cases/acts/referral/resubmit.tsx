import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The requester asks the same receiver again. */
export const resubmit = act({
  type: 'referral',
  verb: 'resubmit',
  body: z.strictObject({ changed: text() }),
  read: ({ changed }) => ({ changed }),
  labels: ({ referralActs }) => ({ changed: referralActs.resubmit.changed }),
  beside: true,
  icon: 'right',
  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="changed"
        label={words.referralActs.resubmit.changed}
        hint={words.referralActs.resubmit.hint}
        value={typed.changed}
        errors={errors}
      />
    );
  },
});
