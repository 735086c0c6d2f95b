import { z } from 'zod';
import { noNoteReasons, outcomes } from '../../../../domain/referral/referral.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, Select } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** The receiver is done: how it ended, and the consult note or why none will come. */
export const complete = act({
  type: 'referral',
  verb: 'complete',
  body: z.strictObject({ outcome: text(40), note: text(60_000), noNote: text(40) }),
  read: ({ outcome, note, noNote }) => ({ outcome, note, noNote }),
  labels: ({ referralActs: { complete: words } }) => ({
    ...{ outcome: words.outcome, note: words.note, noNote: words.noNote },
  }),
  refusedAt: { 'note-missing': 'note' },
  files: true,
  beside: true,
  icon: 'check',
  form: ({ typed, errors }) => {
    const { referral, referralActs } = useUi().words;
    const words = referralActs.complete;
    const reasons = noNoteReasons.map(value => ({ value, label: referral.noNoteReasons[value] }));
    return (
      <>
        <Radios
          name="outcome"
          label={words.outcome}
          choices={outcomes.map(value => ({ value, label: referral.outcomes[value] }))}
          value={typed.outcome}
          error={errorOf(errors, 'outcome')}
          required
        />
        <Select
          name="noNote"
          label={words.noNote}
          choices={[{ value: '', label: words.noteComes }, ...reasons]}
          value={typed.noNote}
          error={errorOf(errors, 'noNote')}
        />
        <WordsField
          name="note"
          label={words.note}
          hint={words.noteHint}
          rows={8}
          value={typed.note}
          errors={errors}
          optional
        />
      </>
    );
  },
});
