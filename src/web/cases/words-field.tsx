import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/fields.tsx';

export interface WordsFieldProps {
  /** Name of the field. */
  name: string;
  label: string;
  hint?: string;
  value: string;
  errors: readonly FieldError[];
  rows?: number;
  /** It may stay empty. */
  optional?: boolean;
}

/** Words that a verb carries. */
export function WordsField({ name, label, hint, value, errors, rows = 4, optional }: WordsFieldProps) {
  const { referralActs } = useUi().words;
  return (
    <TextArea
      name={name}
      label={label}
      hint={hint ?? (optional ? referralActs.optional : undefined)}
      rows={rows}
      value={value}
      error={errorOf(errors, name)}
      required={!optional}
    />
  );
}
