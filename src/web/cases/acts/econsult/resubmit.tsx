import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The requester adds what was missing and asks the same group again. */
export const resubmit = act({
  type: 'econsult',
  verb: 'resubmit',
  body: z.strictObject({ text: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ acts }) => ({ text: acts.missing }),
  files: true,
  icon: 'right',
  beside: true,
  form: ({ typed, errors }) => {
    const { acts } = useUi().words;
    return (
      <TextArea
        name="text"
        label={acts.missing}
        hint={acts.missingHint}
        rows={6}
        value={typed.text}
        error={errorOf(errors, 'text')}
        required
      />
    );
  },
});
