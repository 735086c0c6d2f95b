import { z } from 'zod';
import { typedOf } from '../../../../domain/case/typed-moment.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { TimeField } from '../../../../ui/time-field.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';
import { checkMoment, momentPast, zoneHere } from './visit-typed.ts';

/** The patient was seen: when it was booked, or when somebody says. */
export const visited = act({
  type: 'referral',
  verb: 'visited',
  body: z.strictObject({ day: text(40), time: text(40), comment: text() }),
  read: ({ day, time, comment }, ui) => ({ when: momentPast({ day, time }, ui), comment }),
  check: (typed, ui) => checkMoment(typed, ui),
  fieldOf: ([name = '']) => (name === 'when' ? '' : name),
  labels: ({ referralActs: { visited: words } }) => ({
    ...{ day: words.day, time: words.time, comment: words.comment },
  }),
  refusedAt: { 'in-the-future': 'day', 'before-the-start': 'day' },
  icon: 'calok',
  begin: ({ one, story }) => {
    const start = one.state.appointment?.start;
    return start ? typedOf(start, zoneHere(one.state, story)) : {};
  },
  form: ({ typed, errors }) => {
    const { words, zone, now } = useUi();
    const { visited: said } = words.referralActs;
    const shown = typed.day === '' && typed.time === '' ? typedOf(now, zone) : typed;
    return (
      <>
        <div class="cols two">
          <DateField name="day" label={said.day} value={shown.day} error={errorOf(errors, 'day')} />
          <TimeField name="time" label={said.time} value={shown.time} error={errorOf(errors, 'time')} />
        </div>
        <WordsField name="comment" label={said.comment} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
