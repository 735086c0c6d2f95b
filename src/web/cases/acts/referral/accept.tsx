import { z } from 'zod';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, DateField, NumberField } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';
import { anticipatedDay, anticipatedErrors } from './anticipated.ts';

/** The receiver takes it and says, if it can, when the patient will be seen. */
export const accept = act({
  type: 'referral',
  verb: 'accept',
  body: z.strictObject({ weeks: text(20), day: text(40), walkIn: tick(), comment: text() }),
  read: ({ weeks, day, walkIn, comment }, ui) => ({
    ...{ anticipated: anticipatedDay({ weeks, day }, ui), walkIn, comment },
  }),
  check: (typed, ui) => anticipatedErrors(typed, ui),
  fieldOf: ([name = '']) => (name === 'anticipated' ? 'day' : name),
  refusedAt: { 'start-in-past': 'day' },
  labels: ({ referralActs: { accept: words, commentToAll } }) => ({
    ...{ weeks: words.weeks, day: words.day, comment: commentToAll },
  }),
  beside: true,
  icon: 'check',
  form: ({ typed, errors }) => {
    const { accept: words, commentToAll } = useUi().words.referralActs;
    const dayError = errorOf(errors, 'weeks') ? undefined : errorOf(errors, 'day');
    return (
      <>
        <p class="dim">{words.lead}</p>
        <fieldset class="field stack">
          <legend>{words.wait}</legend>
          <NumberField
            name="weeks"
            label={words.weeks}
            hint={words.weeksHint}
            value={typed.weeks}
            error={errorOf(errors, 'weeks')}
          />
          <DateField name="day" label={words.day} value={typed.day} error={dayError} />
        </fieldset>
        <Checkbox name="walkIn" label={words.walkIn} checked={typed.walkIn} />
        <WordsField name="comment" label={commentToAll} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
