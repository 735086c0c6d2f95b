import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { NumberField } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** Advice instead of a visit. */
export const advise = act({
  type: 'referral',
  verb: 'advise',
  body: z.strictObject({ text: text(60_000), minutes: text(20) }),
  read: ({ text, minutes }) => ({ text, minutes: minutes === '' ? undefined : minutes }),
  labels: ({ referralActs: { advise: words } }) => ({ text: words.text, minutes: words.minutes }),
  files: true,
  beside: true,
  icon: 'say',
  form: ({ typed, errors }) => {
    const { advise: words } = useUi().words.referralActs;
    return (
      <>
        <WordsField
          name="text"
          label={words.text}
          hint={words.hint}
          rows={8}
          value={typed.text}
          errors={errors}
        />
        <NumberField
          name="minutes"
          label={words.minutes}
          value={typed.minutes}
          error={errorOf(errors, 'minutes')}
          required
        />
      </>
    );
  },
});
