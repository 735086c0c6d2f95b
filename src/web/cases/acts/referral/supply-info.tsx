import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The question of the receiver, which stands beside the form, is answered. */
export const supplyInfo = act({
  type: 'referral',
  verb: 'supply-info',
  body: z.strictObject({ text: text(60_000) }),
  read: ({ text }) => ({ text }),
  labels: ({ referralActs: { supplyInfo: words } }) => ({ text: words.answer }),
  files: true,
  beside: true,
  icon: 'say',
  form: ({ typed, errors }) => {
    const { supplyInfo: words } = useUi().words.referralActs;
    return (
      <WordsField
        name="text"
        label={words.answer}
        hint={words.hint}
        rows={6}
        value={typed.text}
        errors={errors}
      />
    );
  },
});
