import type { ComponentChildren } from 'preact';
import { useUi } from './context.ts';
import type { IconName } from './drawings.ts';
import { ButtonLink, type ButtonLook, Form, SubmitButton } from './form.tsx';
import { Icon } from './icon.tsx';

/** Something this viewer may do now. Its label is the verb; its page asks for what the verb must carry. */
export interface Action {
  label: string;
  href: string;
  icon?: IconName;
  /** The turn of the case: there is nothing to type, so it is pressed here. */
  post?: number;
}

export interface ActionBarProps {
  /** Likeliest first: one main button, at most three more, the rest folded. */
  actions: readonly Action[];
  /** "You act as intake, Grand River Mood and Anxiety Clinic" */
  note?: string;
  /** Different on each bar of a page. */
  id?: string;
  /** No main button: the present case has it. */
  quiet?: boolean;
}

/** The acts that are allowed now; those that are not are never drawn. */
export function ActionBar({ actions, note, id = 'more', quiet }: ActionBarProps) {
  if (actions.length === 0 && note === undefined) return null;
  const [main, ...others] = actions;
  const rest = others.slice(3);
  return (
    <div class="line acts">
      {main && <ActionButton action={main} look={quiet ? 'plain' : 'main'} />}
      {others.slice(0, 3).map(action => (
        <ActionButton key={action.href} action={action} />
      ))}
      {rest.length > 0 && <More actions={rest} id={id} />}
      {note && <span class="far dim s">{note}</span>}
    </div>
  );
}

function ActionButton({ action, look }: { action: Action; look?: ButtonLook['look'] }) {
  const { href, icon, label, post } = action;
  if (post === undefined)
    return (
      <ButtonLink look={look} icon={icon} href={href}>
        {label}
      </ButtonLink>
    );
  return (
    <Form action={href} receipt turn={post} class="inline">
      <SubmitButton look={look} icon={icon}>
        {label}
      </SubmitButton>
    </Form>
  );
}

function More({ actions, id }: { actions: readonly Action[]; id: string }) {
  const words = useUi().words.parts.actions;
  return (
    <>
      <button type="button" class="btn text" popovertarget={id}>
        {words.more} <Icon name="down" />
      </button>
      <div popover id={id} class="card">
        <h2>{words.more}</h2>
        <ul class="plain stack">
          {actions.map(action => (
            <li key={action.href}>
              {action.post === undefined ? (
                <a href={action.href}>{action.label}</a>
              ) : (
                <ActionButton action={action} look="text" />
              )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Buttons of a form in their row. */
export function Acts({ children }: { children: ComponentChildren }) {
  return <div class="line acts">{children}</div>;
}
