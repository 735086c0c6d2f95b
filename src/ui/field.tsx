import type { ComponentChildren } from 'preact';
import { useUi } from './context.ts';
import { Icon } from './icon.tsx';

/** What every field has. The id is `f-` and the name, so that a summary of errors can lead to it. */
export interface FieldProps {
  /** Name in the posted form. */
  name: string;
  label: ComponentChildren;
  /** One short sentence under the label. */
  hint?: ComponentChildren;
  /** A sentence: what is wrong and what to do. */
  error?: string;
  required?: boolean;
  /** Where a prefilled value comes from: "From the chart, today". */
  prefilled?: string;
  /** Replaces the id. */
  id?: string;
  /** Reads the label aloud only. */
  quiet?: boolean;
}

/** The id of a field's input, and of a group's first choice. */
export function fieldId({ id, name }: Pick<FieldProps, 'id' | 'name'>): string {
  return id ?? `f-${name}`;
}

/** What ties an input to its hint and error, for `{...}` on the input. */
export function tied(field: FieldProps) {
  const id = fieldId(field);
  const described = [field.hint && `${id}-h`, field.error && `${id}-e`].filter(Boolean).join(' ');
  return {
    id,
    name: field.name,
    required: field.required || undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': field.error ? ('true' as const) : undefined,
  };
}

/** Label, hint, error and one input, top to bottom. */
export function Field({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  const id = fieldId(field);
  return (
    <div class={fieldClass(field)}>
      <Prefilled from={field.prefilled} />
      <label for={id} class={field.quiet ? 'sr' : undefined}>
        {field.label}
        <Required when={field.required} />
      </label>
      <Explained field={field} />
      {children}
    </div>
  );
}

/** Legend, hint, error and several choices. */
export function Group({
  children,
  line,
  ...field
}: FieldProps & { line?: boolean; children: ComponentChildren }) {
  return (
    <fieldset class={fieldClass(field)} aria-describedby={tied(field)['aria-describedby']}>
      <Prefilled from={field.prefilled} />
      <legend class={field.quiet ? 'sr' : undefined}>
        {field.label}
        <Required when={field.required} />
      </legend>
      <Explained field={field} />
      {line ? <div class="line">{children}</div> : children}
    </fieldset>
  );
}

function fieldClass({ error, prefilled }: FieldProps): string {
  return ['field', error && 'bad', prefilled && 'pre'].filter(Boolean).join(' ');
}

function Prefilled({ from }: { from?: string }) {
  return from ? <span class="was">{from}</span> : null;
}

function Required({ when }: { when?: boolean }) {
  const { words } = useUi();
  return when ? <span class="req"> {words.fields.required}</span> : null;
}

function Explained({ field }: { field: FieldProps }) {
  const id = fieldId(field);
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${id}-h`}>
          {field.hint}
        </p>
      )}
      {field.error && (
        <p class="err" id={`${id}-e`}>
          <Icon name="alert" /> {field.error}
        </p>
      )}
    </>
  );
}
