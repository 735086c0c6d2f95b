import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

const asked = ['requester', 'patient'] as const;

/** The receiver needs to know more, from the requester or from a patient who can be reached. */
export const askInfo = act({
  type: 'referral',
  verb: 'ask-info',
  body: z.strictObject({ of: text(20), text: text(60_000) }),
  read: ({ of, text }) => ({ of: of || 'requester', text }),
  begin: () => ({ of: 'requester' }),
  labels: ({ referralActs: { askInfo: words } }) => ({ of: words.of, text: words.question }),
  refusedAt: { 'patient-unreachable': 'of' },
  beside: true,
  icon: 'ask',
  form: ({ typed, errors, one }) => {
    const { askInfo: words } = useUi().words.referralActs;
    const { reachable, deceased } = one.state.patient;
    const choices = asked.map(value => ({ value, label: words.ofChoices[value] }));
    return (
      <>
        {((reachable && !deceased) || typed.of === 'patient') && (
          <Radios
            name="of"
            label={words.of}
            choices={choices}
            value={typed.of}
            error={errorOf(errors, 'of')}
            line
          />
        )}
        <WordsField
          name="text"
          label={words.question}
          hint={words.hint}
          rows={6}
          value={typed.text}
          errors={errors}
        />
      </>
    );
  },
});
