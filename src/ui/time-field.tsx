import { Field, type FieldProps, tied } from './field.tsx';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, `HH:MM`. A value that is no time is kept as text, since a time input would drop it. */
export function TimeField(props: FieldProps & { value?: string }) {
  const isTime = props.value === undefined || props.value === '' || time.test(props.value);
  return (
    <Field {...props}>
      <input
        class="in short"
        type={(isTime ? 'time' : 'text') as 'text'}
        value={props.value}
        {...tied(props)}
      />
    </Field>
  );
}
