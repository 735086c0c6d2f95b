import { z } from 'zod';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** A side writes something down for itself; an intake and its receiver may share it. */
export const note = act({
  type: 'both',
  verb: 'note',
  body: z.strictObject({ text: text(100_000), shared: tick() }),
  read: ({ text, shared }) => ({ text, shared }),
  labels: ({ acts }) => ({ text: acts.note }),
  icon: 'edit',
  beside: true,
  form: ({ typed, errors, side, one }) => {
    const { acts } = useUi().words;
    const mayShare = one.state.via !== undefined && side !== 'requester';
    return (
      <>
        <TextArea
          name="text"
          label={acts.note}
          hint={acts.noteHint}
          rows={5}
          value={typed.text}
          error={errorOf(errors, 'text')}
          required
        />
        {mayShare && <Checkbox name="shared" label={acts.noteShared} checked={typed.shared} />}
      </>
    );
  },
});
