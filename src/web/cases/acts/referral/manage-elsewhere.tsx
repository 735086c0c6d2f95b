import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { DateField, TextField } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** Somebody outside the network looks after it. */
export const manageElsewhere = act({
  type: 'referral',
  verb: 'manage-elsewhere',
  body: z.strictObject({ where: text(), until: text(40) }),
  read: ({ where, until }) => ({ where, until }),
  labels: ({ referralActs: { elsewhere: words } }) => ({ where: words.where, until: words.until }),
  form: ({ typed, errors }) => {
    const { elsewhere: words, everyoneReads } = useUi().words.referralActs;
    return (
      <>
        <TextField
          name="where"
          label={words.where}
          hint={everyoneReads}
          value={typed.where}
          error={errorOf(errors, 'where')}
          required
        />
        <DateField name="until" label={words.until} value={typed.until} error={errorOf(errors, 'until')} />
      </>
    );
  },
});
