import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { Note } from '../../../../ui/note.tsx';
import { act } from '../../act.ts';

/** The patient got worse: the receiver must look at it soon. */
export const reportWorse = act({
  type: 'both',
  verb: 'report-worse',
  body: z.strictObject({ text: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ everyAct }) => ({ text: everyAct.whatChanged }),
  icon: 'worse',
  form: ({ typed, errors }) => {
    const { everyAct } = useUi().words;
    return (
      <>
        <Note look="late">
          <p>{everyAct.emergency}</p>
        </Note>
        <TextArea
          name="text"
          label={everyAct.whatChanged}
          hint={everyAct.whatChangedHint}
          rows={5}
          value={typed.text}
          error={errorOf(errors, 'text')}
          required
        />
      </>
    );
  },
});
