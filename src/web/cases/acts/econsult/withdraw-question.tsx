import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The specialist no longer needs what was asked. */
export const withdrawQuestion = act({
  type: 'econsult',
  verb: 'withdraw-question',
  body: z.strictObject({ why: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ acts }) => ({ why: acts.whyOptional }),
  icon: 'x',
  beside: true,
  form: ({ typed, errors }) => {
    const { acts } = useUi().words;
    return (
      <TextArea
        name="why"
        label={acts.whyOptional}
        hint={acts.withdrawHint}
        rows={5}
        value={typed.why}
        error={errorOf(errors, 'why')}
      />
    );
  },
});
