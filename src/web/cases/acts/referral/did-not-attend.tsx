import { z } from 'zod';
import type { Referral } from '../../../../domain/referral/referral.ts';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The patient did not come. From the second time on the receiver may decline with it. */
export const didNotAttend = act({
  type: 'referral',
  verb: 'did-not-attend',
  body: z.strictObject({ decline: tick(), comment: text() }),
  read: ({ decline, comment }) => ({ decline, comment }),
  labels: ({ referralActs: { missed, commentToAll } }) => ({
    decline: missed.decline,
    comment: commentToAll,
  }),
  refusedAt: { 'not-yet-twice': 'decline' },
  form: ({ typed, errors, one }) => {
    const { missed: words, commentToAll } = useUi().words.referralActs;
    const missed = (one.state as Referral).missed ?? 0;
    return (
      <>
        <p class="dim">{words.count(missed)}</p>
        {(missed > 0 || typed.decline) && (
          <Checkbox
            name="decline"
            label={words.decline}
            checked={typed.decline}
            error={errorOf(errors, 'decline')}
          />
        )}
        <WordsField name="comment" label={commentToAll} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
