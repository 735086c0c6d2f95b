import { useUi } from '../ui/context.ts';
import { errorOf, type FieldError } from '../ui/error-summary.tsx';
import { DateField, FileField, NumberField, Radios, Select, TextArea, TextField } from '../ui/fields.tsx';
import { TimeField } from '../ui/time-field.tsx';
import type { GuestField } from './guest-acts.ts';

const accepted = '.pdf,.jpg,.jpeg,.png,.gif,.tif,.tiff,.txt';

/** One field of a guest's form. */
export function GuestFieldView(props: {
  field: GuestField;
  value: string | undefined;
  errors: readonly FieldError[];
}) {
  const { words } = useUi();
  const { field, errors } = props;
  const { name, kind, required, choices, begin } = field;
  const value = props.value ?? begin;
  const common = {
    ...{ name, required, error: errorOf(errors, name) },
    label: words.workspace[field.label],
    ...(field.hint && { hint: words.workspace[field.hint] }),
  };
  const all = choices?.(words) ?? [];
  switch (kind) {
    case 'text':
      return <TextField {...common} value={value} maxLength={300} />;
    case 'number':
      return <NumberField {...common} value={value} width="short" />;
    case 'area':
      return <TextArea {...common} value={value} rows={4} />;
    case 'date':
      return <DateField {...common} value={value ?? ''} />;
    case 'time':
      return <TimeField {...common} value={value ?? ''} />;
    case 'select':
      return <Select {...common} value={value} empty={words.fields.choose} choices={all} />;
    case 'radios':
      return <Radios {...common} value={value} choices={all} line />;
    case 'files':
      return <FileField {...common} accept={accepted} multiple />;
    default:
      return kind satisfies never;
  }
}
