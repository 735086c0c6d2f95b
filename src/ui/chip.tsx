import type { ComponentChildren } from 'preact';
import type { IconName } from './drawings.ts';
import { Icon } from './icon.tsx';

export interface ChipProps {
  /** Makes it a link, as in the filters of a story. */
  href?: string;
  /** The one that is chosen. */
  on?: boolean;
  /** Longer than 9 in 10 waited. */
  over?: boolean;
  icon?: IconName;
  title?: string;
  children: ComponentChildren;
}

/** A small fact or filter. */
export function Chip({ href, on, over, icon, title, children }: ChipProps) {
  const look = ['chip', on && 'on', over && 'over'].filter(Boolean).join(' ');
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  return href === undefined ? (
    <span class={look} title={title}>
      {inside}
    </span>
  ) : (
    <a class={look} href={href} title={title} aria-current={on ? 'true' : undefined}>
      {inside}
    </a>
  );
}
