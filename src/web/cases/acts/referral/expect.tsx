import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';
import { anticipatedDay, anticipatedErrors } from './anticipated.ts';
import { WhenFields } from './when-fields.tsx';

/** The receiver says anew by when it expects to see the patient. */
export const expect = act({
  type: 'referral',
  verb: 'expect',
  body: z.strictObject({ weeks: text(20), day: text(40), comment: text() }),
  read: ({ weeks, day, comment }, ui) => ({ anticipated: anticipatedDay({ weeks, day }, ui), comment }),
  check: (typed, ui) => anticipatedErrors(typed, ui),
  fieldOf: ([name = '']) => (name === 'anticipated' ? 'day' : name),
  refusedAt: { 'start-in-past': 'day', 'nothing-changed': 'day' },
  labels: ({ referralActs: { accept: words, commentToAll } }) => ({
    ...{ weeks: words.weeks, day: words.day, comment: commentToAll },
  }),
  icon: 'cal',
  form: ({ typed, errors }) => {
    const { commentToAll } = useUi().words.referralActs;
    return (
      <>
        <WhenFields typed={typed} errors={errors} />
        <WordsField name="comment" label={commentToAll} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
