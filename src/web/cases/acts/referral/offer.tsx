import { z } from 'zod';
import { startOfSlot } from '../../../../app/schedule/slots.ts';
import { momentToCome } from '../../../../domain/case/typed-moment.ts';
import { text } from '../../../../http/form.ts';
import type { Ui } from '../../../../ui/context.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { TimeField } from '../../../../ui/time-field.tsx';
import { act } from '../../act.ts';
import { type UsualVisit, usualVisit, VisitPart } from './visit-part.tsx';
import {
  checkVisit,
  readVisit,
  showLater,
  type TypedVisit,
  visitFields,
  visitLabels,
  visitRefusedAt,
} from './visit-typed.ts';

const until = { untilDay: text(40), untilTime: text(40) };
type TypedOffer = TypedVisit & { untilDay: string; untilTime: string };

function untilOf({ untilDay: day, untilTime: time }: TypedOffer, { zone, now }: Ui) {
  return momentToCome({ day, time }, zone, now);
}

function check(typed: TypedOffer, ui: Ui): FieldError[] {
  const wrong = checkVisit(typed, ui);
  const end = untilOf(typed, ui);
  const { moment, appointment } = ui.words.referralActs;
  if ('problem' in end) {
    const field = end.problem.field === 'day' ? 'untilDay' : 'untilTime';
    return [...wrong, { field, message: moment[end.problem.code] }];
  }
  const start = typed.slot === '' ? momentToCome(typed, ui.zone, ui.now) : startOfSlot(typed.slot);
  return 'at' in start && start.at !== undefined && start.at < end.at
    ? [...wrong, { field: 'untilDay', message: appointment.untilAfterStart }]
    : wrong;
}

/** A slot came free at short notice: the patient may have it until a given moment. */
export const offer = act<TypedOffer, UsualVisit>({
  type: 'referral',
  verb: 'offer',
  body: z.strictObject({ ...visitFields, ...until }),
  read: (typed, ui) => {
    const end = untilOf(typed, ui);
    return { ...readVisit(typed, ui), until: 'at' in end ? end.at : '' };
  },
  check,
  fieldOf: ([name = '']) => (name === 'start' || name === 'until' ? '' : name),
  labels: words => ({
    ...visitLabels(words),
    untilDay: words.referralActs.appointment.untilDay,
    untilTime: words.referralActs.appointment.untilTime,
  }),
  refusedAt: visitRefusedAt,
  load: usualVisit,
  again: showLater,
  icon: 'clock',
  form: ({ typed, errors, more }) => {
    const { appointment: words } = useUi().words.referralActs;
    return (
      <>
        <VisitPart typed={typed} errors={errors} usual={more} />
        <fieldset class="field">
          <legend>{words.until}</legend>
          <div class="cols two">
            <DateField
              name="untilDay"
              label={words.untilDay}
              value={typed.untilDay}
              error={errorOf(errors, 'untilDay')}
              required
            />
            <TimeField
              name="untilTime"
              label={words.untilTime}
              value={typed.untilTime}
              error={errorOf(errors, 'untilTime')}
              required
            />
          </div>
        </fieldset>
      </>
    );
  },
});
