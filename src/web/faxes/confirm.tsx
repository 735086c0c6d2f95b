import type { FaxReading } from '../../domain/faxes/read-fax.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import { Note } from '../../ui/note.tsx';
import type { FieldMark } from '../patients/patient-fields.tsx';
import { type Proposed, patientProposals, unchanged } from './proposed.ts';

/** Marks for the fields that still say what the machine read, each with the line it was read off. */
export function useMarks(proposed: Proposed, typed: Readonly<Record<string, unknown>>) {
  const { read } = useUi().words.faxes;
  const marks = unchanged(proposed, typed).map((name): [string, FieldMark] => [
    name,
    { prefilled: read.mark, hint: read.off(proposed[name]!.line.slice(0, 160)) },
  ]);
  return Object.fromEntries(marks);
}

/** What was read is a proposal until somebody has compared it: asked for as long as a mark stands. */
export function Compared({ marks, errors }: { marks: object; errors: readonly FieldError[] }) {
  const { read } = useUi().words.faxes;
  if (Object.keys(marks).length === 0) return null;
  return <Checkbox name="compared" label={read.compared} error={errorOf(errors, 'compared')} required />;
}

/** What a machine read of whose it is: a help to find them, nothing that is kept. */
export function Read({ reading }: { reading: FaxReading | null }) {
  const ui = useUi();
  const { read } = ui.words.faxes;
  const { fields } = ui.words.patients;
  const proposed = Object.entries(patientProposals(reading));
  if (proposed.length === 0) return null;
  const labels = fields as Record<string, string>;
  const sexes: Record<string, string> = ui.words.patients.sexes;
  return (
    <Note title={read.title}>
      <dl class="kv tight">
        {proposed.map(([name, { value }]) => (
          <>
            <dt>{labels[name]}</dt>
            <dd>
              <bdi>{name === 'sexAtBirth' ? sexes[value] : value}</bdi>
            </dd>
          </>
        ))}
      </dl>
      <p class="s">{read.help}</p>
    </Note>
  );
}
