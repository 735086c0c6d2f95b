import { useUi } from './context.ts';

/** A field of the page with what is wrong there. */
export interface FieldError {
  /** Name of the field, or an id when it starts with `#`. */
  field: string;
  message: string;
  /** The field's label, for a message that does not name it. */
  label?: string;
}

/**
 * First on a page that came back: how many answers are needed, each a link to its field. Takes the focus as the page loads,
 * without script. Draws nothing when there is no error.
 */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const { words } = useUi();
  if (errors.length === 0) return null;
  return (
    <section class="note late" aria-labelledby="errors" tabIndex={-1} autofocus>
      <h2 id="errors">{title ?? words.fields.errors(errors.length)}</h2>
      <ul class="plain">
        {errors.map(({ field, label, message }) => (
          <li key={field + message}>
            <a href={field.startsWith('#') ? field : `#f-${field}`}>
              {label ? words.fields.about(label.replace(/\s*\?$/, ''), message) : message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The message beside a field, if it has one. */
export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find(error => error.field === field)?.message;
}
