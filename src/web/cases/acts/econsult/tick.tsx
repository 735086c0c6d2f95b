import { z } from 'zod';
import type { Advised } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { DateField, Radios, Select, TextField } from '../../../../ui/fields.tsx';
import { type ActOn, act } from '../../act.ts';

const states = ['done', 'not-done', 'later'] as const;

/** What the answers of the case advise, as far as the viewer may read them. */
function advisedIn({ one }: Pick<ActOn, 'one'>): Advised[] {
  return one.events.flatMap(({ body }) =>
    typeof body === 'object' && Array.isArray(body.recommendations)
      ? (body.recommendations as Advised[]).filter(each => typeof each.text === 'string')
      : [],
  );
}

/** The requester says what became of a recommendation. Usually pressed beside the story; here when that was refused. */
export const tick = act({
  type: 'econsult',
  verb: 'tick',
  body: z.strictObject({ recommendation: text(40), state: text(40), why: text(100_000), due: text(40) }),
  read: typed => ({ ...typed }),
  labels: ({ acts }) => ({
    recommendation: acts.recommendation,
    state: acts.becameOfIt,
    why: acts.whyNot,
    due: acts.laterOn,
  }),
  icon: 'task',
  form: ({ typed, errors, one }) => {
    const { acts, econsult } = useUi().words;
    return (
      <>
        <Select
          name="recommendation"
          label={acts.recommendation}
          choices={advisedIn({ one }).map(({ id, text }) => ({ value: String(id), label: text }))}
          value={typed.recommendation}
          error={errorOf(errors, 'recommendation')}
        />
        <Radios
          name="state"
          label={acts.becameOfIt}
          choices={states.map(value => ({ value, label: econsult.recommendationStates[value] }))}
          value={typed.state}
          error={errorOf(errors, 'state')}
          required
        />
        <TextField
          name="why"
          label={acts.whyNot}
          hint={acts.whyNotHint}
          value={typed.why}
          error={errorOf(errors, 'why')}
        />
        <DateField name="due" label={acts.laterOn} value={typed.due} error={errorOf(errors, 'due')} />
      </>
    );
  },
});
