import { z } from 'zod';
import { audiences } from '../../../../domain/case/events.ts';
import type { Side } from '../../../../domain/case/state.ts';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, Select, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** Whom a side may write to: never only to itself, that is a note. */
export function audiencesFor(side: Side, on: { via: boolean; patient: boolean }) {
  return audiences.filter(one => {
    if (one === side) return false;
    if (one === 'intake' || (one === 'all' && !on.via)) return on.via;
    return one !== 'everyone' || on.patient;
  });
}

/** Anybody on the case writes to everybody or to one side. */
export const message = act({
  type: 'both',
  verb: 'message',
  body: z.strictObject({ text: text(100_000), to: text(40), answerWanted: tick() }),
  begin: () => ({ to: 'clinical' }),
  read: ({ text, to, answerWanted }) => ({ text, to, answerWanted }),
  labels: ({ acts }) => ({ text: acts.message, to: acts.to }),
  files: true,
  icon: 'say',
  form: ({ typed, errors, side, one }) => {
    const { acts, case: words } = useUi().words;
    const { via, patient } = one.state;
    const to = audiencesFor(side, { via: via !== undefined, patient: patient.reachable });
    return (
      <>
        <Select
          name="to"
          label={acts.to}
          choices={to.map(value => ({ value, label: words.audiences[value] }))}
          value={typed.to}
          error={errorOf(errors, 'to')}
        />
        <TextArea
          name="text"
          label={acts.message}
          rows={5}
          value={typed.text}
          error={errorOf(errors, 'text')}
          required
        />
        <Checkbox name="answerWanted" label={acts.answerWanted} checked={typed.answerWanted} />
      </>
    );
  },
});
