import { z } from 'zod';
import { cancelReasons } from '../../../../domain/referral/referral.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The requester takes the question back: a page of its own, because it ends the case. */
export const cancel = act({
  type: 'referral',
  verb: 'cancel',
  body: z.strictObject({ reason: text(40), comment: text() }),
  read: ({ reason, comment }) => ({ reason, comment }),
  labels: ({ referralActs: { cancel: words, comment } }) => ({ reason: words.reason, comment }),
  confirm: true,
  icon: 'x',
  form: ({ typed, errors }) => {
    const { referral, referralActs: words } = useUi().words;
    return (
      <>
        <p class="dim">{words.cancel.lead}</p>
        <Radios
          name="reason"
          label={words.cancel.reason}
          choices={cancelReasons.map(value => ({ value, label: referral.cancelReasons[value] }))}
          value={typed.reason}
          error={errorOf(errors, 'reason')}
          required
        />
        <WordsField
          name="comment"
          label={words.commentToReceiver}
          value={typed.comment}
          errors={errors}
          optional
        />
      </>
    );
  },
});
