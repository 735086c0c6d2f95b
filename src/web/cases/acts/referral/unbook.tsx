import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The receiver takes the time back. */
export const unbook = act({
  type: 'referral',
  verb: 'unbook',
  body: z.strictObject({ why: text() }),
  read: ({ why }) => ({ why }),
  labels: ({ referralActs }) => ({ why: referralActs.unbook.why }),

  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="why"
        label={words.referralActs.unbook.why}
        hint={words.referralActs.everyoneReads}
        value={typed.why}
        errors={errors}
        optional
      />
    );
  },
});
