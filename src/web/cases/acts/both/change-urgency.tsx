import { z } from 'zod';
import { urgencies } from '../../../../domain/case/state.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The requester's clinician says it is more, or less, pressing than before. */
export const changeUrgency = act({
  type: 'both',
  verb: 'change-urgency',
  body: z.strictObject({ urgency: text(40), reason: text(100_000) }),
  begin: ({ one }) => ({ urgency: one.state.urgency === 'urgent' ? 'routine' : 'urgent' }),
  read: typed => ({ ...typed }),
  refusedAt: { 'nothing-changed': 'urgency' },
  labels: ({ everyAct }) => ({ urgency: everyAct.urgency, reason: everyAct.whyUrgency }),
  icon: 'up',
  form: ({ typed, errors }) => {
    const { everyAct, case: words } = useUi().words;
    return (
      <>
        <Radios
          name="urgency"
          label={everyAct.urgency}
          choices={urgencies.map(value => ({ value, label: words.urgencies[value] }))}
          value={typed.urgency}
          error={errorOf(errors, 'urgency')}
          line
        />
        <TextArea
          name="reason"
          label={everyAct.whyUrgency}
          hint={everyAct.whyUrgencyHint}
          value={typed.reason}
          error={errorOf(errors, 'reason')}
          required
        />
      </>
    );
  },
});
