import { z } from 'zod';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, NumberField } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The patient can come soon, by phone or at the desk: on the list of those who are offered a freed time. */
export const shortNotice = act({
  type: 'referral',
  verb: 'short-notice',
  body: z.strictObject({ wanted: tick(), hours: text(10) }),
  read: ({ wanted, hours }) => ({ wanted, hours }),
  labels: ({ referralActs: { shortNotice: words } }) => ({ wanted: words.wanted, hours: words.hours }),
  refusedAt: { 'nothing-changed': 'wanted' },
  icon: 'clock',
  begin: ({ one }) => {
    const { shortNotice } = one.state as { shortNotice?: { hours: number } };
    return { wanted: shortNotice !== undefined, hours: String(shortNotice?.hours ?? 24) };
  },
  submit: words => words.schedules.form.save,
  form: ({ typed, errors }) => {
    const { shortNotice: said } = useUi().words.referralActs;
    return (
      <>
        <Checkbox
          name="wanted"
          label={said.wanted}
          hint={said.hint}
          checked={typed.wanted}
          error={errorOf(errors, 'wanted')}
        />
        <NumberField name="hours" label={said.hours} value={typed.hours} error={errorOf(errors, 'hours')} />
      </>
    );
  },
});
