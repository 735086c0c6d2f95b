import { harms } from '../../../../domain/econsult/harm.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../../../ui/fields.tsx';

/** Fields of the flag, as typed. */
export const harmBody = { harm: text(40), harmSaid: text(100_000) };

interface HarmProps {
  typed: { harm?: string; harmSaid?: string };
  errors: readonly FieldError[];
}

/** Whether the advice, or the wait for it, could have harmed: said where the requester says what came of it. */
export function HarmFields({ typed, errors }: HarmProps) {
  const { survey } = useUi().words.econsult;
  const choices = harms.map(value => ({ value: value as string, label: survey.harms[value] }));
  return (
    <>
      <Radios
        name="harm"
        label={survey.harm}
        hint={survey.harmHint}
        choices={[{ value: '', label: survey.harms.no }, ...choices]}
        value={typed.harm ?? ''}
        error={errorOf(errors, 'harm')}
      />
      <TextArea
        name="harmSaid"
        label={survey.harmSaid}
        rows={2}
        value={typed.harmSaid}
        error={errorOf(errors, 'harmSaid')}
      />
    </>
  );
}
