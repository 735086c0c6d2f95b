import type { ComponentChildren } from 'preact';
import type { Instant } from '../domain/case/time.ts';
import { useUi } from './context.ts';
import type { IconName } from './drawings.ts';
import { momentShort } from './format.ts';
import { Icon } from './icon.tsx';

export interface CaseHeadingProps {
  /** "1. eConsult" */
  title: string;
  /** A `Tag`. */
  tag: ComponentChildren;
  /** From whom to whom. */
  between: ComponentChildren;
  /** "Nov 12 to 17, answered in 4 days" */
  when?: ComponentChildren;
  id?: string;
}

/** Above the timeline of one case of the story. */
export function CaseHeading({ title, tag, between, when, id }: CaseHeadingProps) {
  return (
    <div class="caseh" id={id}>
      <h3>{title}</h3>
      {tag}
      <span class="s dim">{between}</span>
      {when && <span class="far s dim">{when}</span>}
    </div>
  );
}

/** What happened, oldest first. Its children are `Happened`, `Said` and last an `Awaited`. */
export function Timeline({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <ol class="tl" aria-label={label}>
      {children}
    </ol>
  );
}

/** Colour of a node: somebody spoke, or it went well. */
export type NodeRole = 'say' | 'ok' | 'back' | 'late' | 'ask';

interface NodeProps {
  icon: IconName;
  role?: NodeRole;
}

function Node({ icon, role }: NodeProps) {
  return (
    <span class={role ? `node ${role}` : 'node'}>
      <Icon name={icon} />
    </span>
  );
}

/** An event in one line. */
export function Happened({
  at,
  children,
  id,
  ...node
}: NodeProps & { at: Instant; id?: string; children: ComponentChildren }) {
  return (
    <li id={id}>
      <Node {...node} />
      <div class="ev">
        <span>{children}</span>
        <At at={at} />
      </div>
    </li>
  );
}

export interface SaidProps extends NodeProps {
  /** Name of the writer. */
  who: string;
  /** "asked", "supplied it for Dr. Okafor-Reid" */
  did: ComponentChildren;
  at: Instant;
  /** A `Tag` in the head of the message. */
  tag?: ComponentChildren;
  /** The answer of a specialist: teal edge. */
  answer?: boolean;
  id?: string;
  children: ComponentChildren;
}

/** A message, question or answer, with its text and files. */
export function Said({ who, did, at, tag, answer, id, children, ...node }: SaidProps) {
  return (
    <li id={id}>
      <Node {...node} />
      <article class={answer ? 'msg ans' : 'msg'}>
        <header>
          <strong>{who}</strong>
          <span class="dim">{did}</span>
          {tag}
          <At at={at} />
        </header>
        {children}
      </article>
    </li>
  );
}

/** The last node: what is awaited now. "Go to latest" leads here. */
export function Awaited({
  icon,
  id = 'latest',
  children,
}: {
  icon: IconName;
  id?: string;
  children: ComponentChildren;
}) {
  const ui = useUi();
  return (
    <li id={id}>
      <span class="node now">
        <Icon name={icon} />
      </span>
      <div class="ev">
        <span>{children}</span>
        <time datetime={ui.now}>{ui.words.time.now}</time>
      </div>
    </li>
  );
}

function At({ at }: { at: Instant }) {
  const ui = useUi();
  return <time datetime={at}>{momentShort(at, ui)}</time>;
}

/** What people typed, with their line breaks. Never HTML. */
export function Typed({ text, lang }: { text: string; lang?: string }) {
  return (
    <p class="typed" lang={lang}>
      {text}
    </p>
  );
}
