import type { ComponentChildren } from 'preact';
import { useUi } from './context.ts';
import type { IconName } from './drawings.ts';
import { Icon } from './icon.tsx';

export interface FormProps {
  /** Where it posts; the page itself when absent. */
  action?: string;
  /** Set for every form that runs a verb: `true` draws a new key, a string keeps that of the form sent back. */
  receipt?: true | string;
  /** Seq of the last event that changed the case, as seen by the writer. */
  turn?: number;
  multipart?: boolean;
  class?: string;
  id?: string;
  /** What script does sooner with this form; without script nothing is missing. */
  htmx?: Readonly<Record<`hx-${string}`, string>>;
  /** Accessible name: a text, or the id of a heading. */
  label?: string;
  labelledBy?: string;
  children: ComponentChildren;
}

/** A form that posts, with what every post of ours carries: csrf, and receipt and turn where they matter. */
export function Form(props: FormProps) {
  const { action, receipt, turn, multipart, children, label, labelledBy, htmx, ...rest } = props;
  const ui = useUi();
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      noValidate
      aria-label={label}
      aria-labelledby={labelledBy}
      {...rest}
      {...htmx}
    >
      <input type="hidden" name="csrf" value={ui.csrf} />
      {receipt && <input type="hidden" name="receipt" value={receipt === true ? ui.receipt() : receipt} />}
      {turn !== undefined && <input type="hidden" name="turn" value={turn} />}
      {children}
    </form>
  );
}

export interface ButtonLook {
  /** The likely act of a page area is `main`, the others are outlined; `harm` is red, `text` a link. */
  look?: 'main' | 'plain' | 'text' | 'harm';
  big?: boolean;
  icon?: IconName;
}

export interface SubmitButtonProps extends ButtonLook {
  name?: string;
  value?: string;
  /** Posts this form elsewhere. */
  formAction?: string;
  class?: string;
  children: ComponentChildren;
}

/** A button that sends its form. Its label is the verb. */
export function SubmitButton({ look, big, icon, class: more, children, ...rest }: SubmitButtonProps) {
  return (
    <button type="submit" class={buttonClass({ look, big }, more)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** What Enter in a field presses, where another button of the form comes before its main one. Nobody sees or reaches it. */
export function EnterSubmits() {
  return <button type="submit" class="sr" tabIndex={-1} aria-hidden="true" />;
}

export interface ButtonLinkProps extends ButtonLook {
  href: string;
  class?: string;
  children: ComponentChildren;
}

/** A link that looks like a button: it leads to the page where the act is done. */
export function ButtonLink({ look, big, icon, class: more, children, href }: ButtonLinkProps) {
  return (
    <a href={href} class={buttonClass({ look, big }, more)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

function buttonClass({ look, big }: ButtonLook, more?: string): string {
  return ['btn', look === 'plain' ? undefined : look, big ? 'big' : undefined, more]
    .filter(Boolean)
    .join(' ');
}
