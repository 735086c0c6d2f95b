import type { ComponentChildren } from 'preact';

export interface NoteProps {
  /** `told` informs, `soon` warns, `late` is harm or error. */
  look?: 'told' | 'soon' | 'late';
  title?: ComponentChildren;
  /** Names the note for those who hear the page. */
  label?: string;
  /** Takes the focus as the page loads: for the outcome of a post. */
  focus?: boolean;
  id?: string;
  children?: ComponentChildren;
}

/** For what changes a decision; at most one per half screen. */
export function Note({ look, title, label, focus, id, children }: NoteProps) {
  return (
    <section
      class={['note', look === 'told' ? undefined : look, 'stack'].filter(Boolean).join(' ')}
      id={id}
      aria-label={label}
      tabIndex={focus ? -1 : undefined}
      autofocus={focus}
    >
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
