import { z } from 'zod';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { Checkbox } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The receiver takes the time back. */
export const unbook = act({
  type: 'referral',
  verb: 'unbook',
  body: z.strictObject({ why: text(), told: tick() }),
  read: ({ why, told }) => ({ why, ...(told && { told }) }),
  labels: ({ referralActs }) => ({ why: referralActs.unbook.why }),

  form: ({ typed, errors }) => {
    const { words } = useUi();
    return (
      <>
        <WordsField
          name="why"
          label={words.referralActs.unbook.why}
          hint={words.referralActs.everyoneReads}
          value={typed.why}
          errors={errors}
          optional
        />
        <Checkbox
          name="told"
          label={words.referralActs.unbook.told}
          hint={words.referralActs.unbook.toldHint}
          checked={typed.told}
        />
      </>
    );
  },
});
