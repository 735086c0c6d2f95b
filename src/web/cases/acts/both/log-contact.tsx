import { z } from 'zod';
import { momentOf, typedOf } from '../../../../domain/case/typed-moment.ts';
import { contactOutcomes, contactWays } from '../../../../domain/case/verbs/log-contact.ts';
import { text } from '../../../../http/form.ts';
import type { Ui } from '../../../../ui/context.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { DateField, Radios, TextArea } from '../../../../ui/fields.tsx';
import { TimeField } from '../../../../ui/time-field.tsx';
import { act } from '../../act.ts';

interface Typed {
  day: string;
  time: string;
  how: string;
  outcome: string;
  comment: string;
}

function wrongMoment(typed: Typed, { zone, words }: Ui): FieldError[] {
  const moment = momentOf(typed, zone);
  if ('at' in moment) return [];
  return [{ field: moment.problem.field, message: words.referralActs.moment[moment.problem.code] }];
}

/** A call or letter that happened elsewhere is written down. */
export const logContact = act<Typed>({
  type: 'both',
  verb: 'log-contact',
  body: z.strictObject({
    ...{ day: text(40), time: text(40), how: text(40), outcome: text(40), comment: text(100_000) },
  }),
  read: ({ day, time, ...rest }, { zone }) => {
    const moment = momentOf({ day, time }, zone);
    return { ...rest, when: 'at' in moment ? moment.at : '' };
  },
  check: wrongMoment,
  fieldOf: ([name = '']) => (name === 'when' ? '' : name),
  refusedAt: { 'in-the-future': 'day' },
  labels: ({ everyAct, acts }) => ({
    ...{ day: everyAct.contactDay, time: everyAct.contactTime, how: everyAct.contactHow },
    ...{ outcome: everyAct.contactOutcome, comment: acts.comment },
  }),
  icon: 'phone',
  form: ({ typed, errors }) => {
    const { words, zone, now } = useUi();
    const { everyAct, acts, case: codes } = words;
    const { day, time } = typed.day === '' && typed.time === '' ? typedOf(now, zone) : typed;
    return (
      <>
        <div class="cols two">
          <DateField name="day" label={everyAct.contactDay} value={day} error={errorOf(errors, 'day')} />
          <TimeField name="time" label={everyAct.contactTime} value={time} error={errorOf(errors, 'time')} />
        </div>
        <Radios
          {...{ name: 'how', label: everyAct.contactHow, value: typed.how, required: true }}
          choices={contactWays.map(value => ({ value, label: codes.contactWays[value] }))}
          error={errorOf(errors, 'how')}
        />
        <Radios
          {...{ name: 'outcome', label: everyAct.contactOutcome, value: typed.outcome, required: true }}
          choices={contactOutcomes.map(value => ({ value, label: codes.contactOutcomes[value] }))}
          error={errorOf(errors, 'outcome')}
        />
        <TextArea
          {...{ name: 'comment', label: acts.comment, value: typed.comment }}
          error={errorOf(errors, 'comment')}
        />
      </>
    );
  },
});
