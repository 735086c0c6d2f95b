import type { ComponentChildren } from 'preact';
import type { IconName } from './drawings.ts';
import { Icon } from './icon.tsx';

/** The colours of a status; `none` is grey. */
export type TagRole = 'new' | 'held' | 'ask' | 'date' | 'ok' | 'told' | 'back' | 'late' | 'none';

export interface Look {
  role: TagRole;
  icon: IconName;
}

/** A status: word, shape and colour. `statusLook` gives role and icon; the word is the viewer's. */
export function Tag({ role, icon, label }: Look & { label: ComponentChildren }) {
  return (
    <span class={role === 'none' ? 'tag' : `tag ${role}`}>
      <Icon name={icon} />
      {label}
    </span>
  );
}

/** Beside the name of an urgent request. */
export function UrgentMark({ label }: { label: string }) {
  return (
    <span class="urgent">
      <Icon name="up" />
      {label}
    </span>
  );
}
