import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { todayAt } from '../../../../ui/patient-words.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** A treatment will follow: the second wait begins. */
export const decideToTreat = act({
  type: 'referral',
  verb: 'decide-to-treat',
  body: z.strictObject({ on: text(40), comment: text() }),
  read: ({ on, comment }) => ({ on, comment }),
  labels: ({ referralActs: { treatment, commentToAll } }) => ({ on: treatment.on, comment: commentToAll }),
  refusedAt: { 'in-the-future': 'on' },
  form: ({ typed, errors }) => {
    const ui = useUi();
    const { treatment, commentToAll } = ui.words.referralActs;
    return (
      <>
        <DateField
          name="on"
          label={treatment.on}
          hint={treatment.hint}
          value={typed.on || todayAt(ui)}
          error={errorOf(errors, 'on')}
        />
        <WordsField name="comment" label={commentToAll} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
