import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The requester supplies what was asked. */
export const supplyInfo = act({
  type: 'econsult',
  verb: 'supply-info',
  body: z.strictObject({ answer: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ acts }) => ({ answer: acts.supplied }),
  files: true,
  icon: 'clip',
  beside: true,
  form: ({ typed, errors }) => {
    const { acts } = useUi().words;
    return (
      <TextArea
        name="answer"
        label={acts.supplied}
        hint={acts.suppliedHint}
        rows={6}
        value={typed.answer}
        error={errorOf(errors, 'answer')}
        required
      />
    );
  },
});
