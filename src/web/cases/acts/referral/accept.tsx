import { z } from 'zod';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { Checkbox } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';
import { anticipatedDay, anticipatedErrors } from './anticipated.ts';
import { WhenFields } from './when-fields.tsx';

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
    return (
      <>
        <p class="dim">{words.lead}</p>
        <fieldset class="field stack">
          <legend>{words.wait}</legend>
          <WhenFields typed={typed} errors={errors} />
        </fieldset>
        <Checkbox name="walkIn" label={words.walkIn} checked={typed.walkIn} />
        <WordsField name="comment" label={commentToAll} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
