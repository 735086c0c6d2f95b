import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The patient cannot come and told the receiver so. */
export const cannotCome = act({
  type: 'referral',
  verb: 'cannot-come',
  body: z.strictObject({ why: text() }),
  read: ({ why }) => ({ why }),
  labels: ({ referralActs }) => ({ why: referralActs.cannotCome.why }),

  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <WordsField
        name="why"
        label={words.referralActs.cannotCome.why}
        hint={words.referralActs.everyoneReads}
        value={typed.why}
        errors={errors}
        optional
      />
    );
  },
});
