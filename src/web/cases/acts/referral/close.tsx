import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** Nothing more is needed after a refusal. */
export const close = act({
  type: 'referral',
  verb: 'close',
  body: z.strictObject({ why: text() }),
  read: ({ why }) => ({ why }),
  labels: ({ referralActs }) => ({ why: referralActs.close.why }),

  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="why"
        label={words.referralActs.close.why}
        hint={words.referralActs.notThePatient}
        value={typed.why}
        errors={errors}
      />
    );
  },
});
