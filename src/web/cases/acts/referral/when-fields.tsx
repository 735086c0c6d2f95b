import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { DateField, NumberField } from '../../../../ui/fields.tsx';
import type { Expected } from './anticipated.ts';

/** By when the patient will be seen: in about so many weeks, or by a day. */
export function WhenFields({ typed, errors }: { typed: Expected; errors: readonly FieldError[] }) {
  const { accept: words } = useUi().words.referralActs;
  const weeksError = errorOf(errors, 'weeks');
  return (
    <>
      <NumberField
        name="weeks"
        label={words.weeks}
        hint={words.weeksHint}
        value={typed.weeks}
        error={weeksError}
      />
      <DateField
        name="day"
        label={words.day}
        value={typed.day}
        error={weeksError ? undefined : errorOf(errors, 'day')}
      />
    </>
  );
}
