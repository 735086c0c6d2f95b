import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** Entered in error, such as for the wrong patient. */
export const voidCase = act({
  type: 'both',
  verb: 'void',
  body: z.strictObject({ why: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ everyAct }) => ({ why: everyAct.whyVoid }),
  confirm: true,
  icon: 'x',
  form: ({ typed, errors }) => {
    const { everyAct } = useUi().words;
    return (
      <>
        <p>{everyAct.voidWhat}</p>
        <TextArea
          {...{ name: 'why', label: everyAct.whyVoid, value: typed.why, required: true }}
          error={errorOf(errors, 'why')}
        />
      </>
    );
  },
});
