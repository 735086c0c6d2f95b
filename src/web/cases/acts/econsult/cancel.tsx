import { z } from 'zod';
import { cancelReasons } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The requester no longer wants an answer. */
export const cancel = act({
  type: 'econsult',
  verb: 'cancel',
  body: z.strictObject({ reason: text(40), text: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ acts }) => ({ reason: acts.reason, text: acts.explain }),
  confirm: true,
  icon: 'x',
  form: ({ typed, errors }) => {
    const { acts, econsult } = useUi().words;
    return (
      <>
        <p>{acts.cancelWhat}</p>
        <Radios
          name="reason"
          label={acts.reason}
          choices={cancelReasons.map(value => ({ value, label: econsult.cancelReasons[value] }))}
          value={typed.reason}
          error={errorOf(errors, 'reason')}
          required
        />
        <TextArea
          name="text"
          label={acts.explain}
          hint={acts.explainOther}
          value={typed.text}
          error={errorOf(errors, 'text')}
        />
      </>
    );
  },
});
