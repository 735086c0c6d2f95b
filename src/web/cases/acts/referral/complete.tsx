import { z } from 'zod';
import type { StandardAnswer } from '../../../../app/ports/standard-answers.ts';
import { noNoteReasons, outcomes } from '../../../../domain/referral/referral.ts';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, Radios, Select } from '../../../../ui/fields.tsx';
import { type ActFormProps, act } from '../../act.ts';
import { InsertText, leftOpen, said, withText } from '../../insert-text.tsx';
import { WordsField } from '../../words-field.tsx';

interface CompleteTyped {
  outcome: string;
  note: string;
  noNote: string;
  patientReads: boolean;
  /** Key of a template to put behind the note. */
  insert?: string;
}

/** The receiver is done: how it ended, and the consult note (typed, from a template, or as a file) or why none will come. */
export const complete = act<CompleteTyped, readonly StandardAnswer[]>({
  type: 'referral',
  verb: 'complete',
  body: z.strictObject({ outcome: text(40), note: text(60_000), noNote: text(40), patientReads: tick() }),
  begin: () => ({ patientReads: true }),
  load: async tx => (await tx.standardAnswers.here()).filter(one => one.usedFor === 'note'),
  read: ({ outcome, note, noNote, patientReads }) => ({ outcome, note, noNote, patientReads }),
  again: (typed, pressed) => ({ ...typed, insert: pressed }),
  check: (typed, ui) => leftOpen('note', typed.note, ui),
  labels: ({ referralActs: { complete: words } }) => ({
    ...{ outcome: words.outcome, note: words.note, noNote: words.noNote },
  }),
  refusedAt: { 'note-missing': 'note' },
  files: true,
  beside: true,
  icon: 'check',
  form: CompleteFields,
});

function CompleteFields(props: ActFormProps<CompleteTyped, readonly StandardAnswer[]>) {
  const { typed, errors, more } = props;
  const ui = useUi();
  const { referral, referralActs } = ui.words;
  const words = referralActs.complete;
  const reasons = noNoteReasons.map(value => ({ value, label: referral.noNoteReasons[value] }));
  const chosen = more.find(({ key }) => key === typed.insert);
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
      <InsertText texts={more} usedFor="note" />
      <WordsField
        name="note"
        label={words.note}
        hint={words.noteHint}
        rows={8}
        value={withText(typed.note ?? '', chosen, said(props, ui))}
        errors={errors}
        optional
      />
      <Checkbox
        name="patientReads"
        label={words.patientReads}
        hint={words.patientReadsHint}
        checked={typed.patientReads}
      />
    </>
  );
}
