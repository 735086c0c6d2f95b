import { z } from 'zod';
import { outcomeEffects, outcomes } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { HarmFields, harmBody } from './harm.tsx';

/** About 90 days on, the requester says what happened. */
export const reportOutcome = act({
  type: 'econsult',
  verb: 'report-outcome',
  body: z.strictObject({ outcome: text(40), effect: text(40), text: text(100_000), ...harmBody }),
  begin: () => ({ effect: 'unknown' }),
  read: ({ effect, ...typed }) => ({ ...typed, ...(effect && { effect }) }),
  labels: ({ acts, econsult: { survey } }) => ({
    ...{ outcome: acts.outcome, effect: acts.effect, text: acts.comment },
    ...{ harm: survey.harm, harmSaid: survey.harmSaid },
  }),
  icon: 'check',
  beside: true,
  form: ({ typed, errors }) => {
    const { acts, econsult } = useUi().words;
    return (
      <>
        <Radios
          name="outcome"
          label={acts.outcome}
          hint={acts.outcomeHint}
          choices={outcomes.map(value => ({ value, label: econsult.outcomes[value] }))}
          value={typed.outcome}
          error={errorOf(errors, 'outcome')}
          required
        />
        <Radios
          name="effect"
          label={acts.effect}
          choices={outcomeEffects.map(value => ({ value, label: econsult.outcomeEffects[value] }))}
          value={typed.effect}
          error={errorOf(errors, 'effect')}
        />
        <TextArea name="text" label={acts.comment} value={typed.text} error={errorOf(errors, 'text')} />
        <HarmFields typed={typed} errors={errors} />
      </>
    );
  },
});
