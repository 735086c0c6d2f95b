import { Field, type FieldProps, fieldId, Group, tied } from './field.tsx';

/** The types of JSX have no union of input types; the attributes used here are the same for all of ours. */
type OneType = 'text';

export interface TextFieldProps extends FieldProps {
  /** As typed; given back unchanged after an error. */
  value?: string;
  type?: 'text' | 'email' | 'password' | 'search' | 'tel';
  /** Token of the HTML standard: `given-name`, `username webauthn`. */
  autocomplete?: string;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  maxLength?: number;
  placeholder?: string;
  /** BCP 47 tag of the value where it differs from the page. */
  lang?: string;
  width?: 'short' | 'mid';
  autofocus?: boolean;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, type, width, autofocus, autocomplete, inputmode, maxLength, placeholder, lang } = props;
  return (
    <Field {...props}>
      <input
        class={inputClass(width)}
        type={(type ?? 'text') as OneType}
        value={value}
        autocomplete={autocomplete}
        inputMode={inputmode}
        maxLength={maxLength}
        placeholder={placeholder}
        lang={lang}
        autofocus={autofocus}
        {...tied(props)}
      />
    </Field>
  );
}

/** A number as typed, so that a wrong one comes back as it was. Plain digits; the page parses it. */
export function NumberField(props: TextFieldProps & { decimal?: boolean }) {
  return <TextField width="short" {...props} inputmode={props.decimal ? 'decimal' : 'numeric'} />;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day, `YYYY-MM-DD`. A value that is no day is kept as text, since a date input would drop it. */
export function DateField(props: Omit<TextFieldProps, 'type'> & { min?: string; max?: string }) {
  const isDay = props.value === undefined || props.value === '' || day.test(props.value);
  return (
    <Field {...props}>
      <input
        class={inputClass(props.width ?? 'short')}
        type={(isDay ? 'date' : 'text') as OneType}
        value={props.value}
        min={props.min}
        max={props.max}
        autocomplete={props.autocomplete}
        {...tied(props)}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
  lang?: string;
  big?: boolean;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        class={props.big ? 'in big' : 'in'}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        lang={props.lang}
        {...tied(props)}
      >
        {/* A line break right after the tag is dropped by the parser: this one keeps the writer's own. */}
        {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
    </Field>
  );
}

export interface FileFieldProps extends FieldProps {
  multiple?: boolean;
  /** `.pdf,image/*` */
  accept?: string;
}

/** Files to send. Its form must be `multipart`. */
export function FileField(props: FileFieldProps) {
  return (
    <Field {...props}>
      <input class="in mid" type="file" multiple={props.multiple} accept={props.accept} {...tied(props)} />
    </Field>
  );
}

/** One thing to choose; `lang` where its word is not in the language of the page. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
  lang?: string;
}

export interface SelectProps extends FieldProps {
  choices: readonly (Choice & { group?: string })[];
  value?: string;
  /** A first line with no value: "Choose one". */
  empty?: string;
  width?: 'short' | 'mid';
}

/** One of many, folded. Choices with the same `group` stand together under its name. */
export function Select(props: SelectProps) {
  const groups = [...new Set(props.choices.map(choice => choice.group))];
  return (
    <Field {...props}>
      <select class={inputClass(props.width ?? 'mid')} {...tied(props)}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {groups.map(group => {
          const options = props.choices
            .filter(choice => choice.group === group)
            .map(choice => <Option key={choice.value} choice={choice} chosen={props.value} />);
          return group === undefined ? options : <optgroup label={group}>{options}</optgroup>;
        })}
      </select>
    </Field>
  );
}

function Option({ choice, chosen }: { choice: Choice; chosen?: string }) {
  return (
    <option value={choice.value} selected={choice.value === chosen} lang={choice.lang}>
      {choice.label}
    </option>
  );
}

export interface RadiosProps extends FieldProps {
  choices: readonly Choice[];
  value?: string;
  /** Side by side, for two or three short choices. */
  line?: boolean;
}

/** One of a few, all in sight. The first choice has the id of the field. */
export function Radios(props: RadiosProps) {
  return (
    <Group {...props}>
      {props.choices.map((choice, index) => (
        <Pick
          key={choice.value}
          type="radio"
          field={props}
          choice={choice}
          index={index}
          checked={choice.value === props.value}
        />
      ))}
    </Group>
  );
}

export interface CheckboxesProps extends FieldProps {
  choices: readonly Choice[];
  values?: readonly string[];
  line?: boolean;
}

/** Any number of a few. Posts one field per tick, all with the same name. */
export function Checkboxes(props: CheckboxesProps) {
  return (
    <Group {...props}>
      {props.choices.map((choice, index) => (
        <Pick
          key={choice.value}
          type="checkbox"
          field={props}
          choice={choice}
          index={index}
          checked={props.values?.includes(choice.value) ?? false}
        />
      ))}
    </Group>
  );
}

/** One yes or no. Posts `value` ('yes' when absent) if ticked, else nothing. */
export function Checkbox(props: FieldProps & { value?: string; checked?: boolean }) {
  const choice = { value: props.value ?? 'yes', label: '' };
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      {props.error && (
        <p class="err" id={`${fieldId(props)}-e`}>
          {props.error}
        </p>
      )}
      <div class="pick">
        <input type="checkbox" value={choice.value} checked={props.checked} {...tied(props)} />
        <label for={fieldId(props)}>
          {props.label}
          {props.hint && (
            <span class="dim" id={`${fieldId(props)}-h`}>
              {' '}
              {props.hint}
            </span>
          )}
        </label>
      </div>
    </div>
  );
}

interface PickProps {
  type: 'radio' | 'checkbox';
  field: FieldProps;
  choice: Choice;
  index: number;
  checked: boolean;
}

function Pick({ type, field, choice, index, checked }: PickProps) {
  const id = index === 0 ? fieldId(field) : `${fieldId(field)}-${index}`;
  return (
    <div class="pick">
      <input
        type={type as 'radio'}
        id={id}
        name={field.name}
        value={choice.value}
        checked={checked}
        required={type === 'radio' && field.required ? true : undefined}
        aria-describedby={field.error ? `${fieldId(field)}-e` : undefined}
        aria-invalid={field.error ? 'true' : undefined}
      />
      <label for={id} lang={choice.lang}>
        {choice.label}
        {choice.hint && <span class="dim"> {choice.hint}</span>}
      </label>
    </div>
  );
}

function inputClass(width?: 'short' | 'mid'): string {
  return width ? `in ${width}` : 'in';
}
