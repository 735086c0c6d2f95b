import type { ComponentChildren } from 'preact';
import { useUi } from './context.ts';

export interface StripProps {
  name: string;
  /** Age, birth date, language, health card, phone: one short phrase each. */
  facts: readonly ComponentChildren[];
  /** At the right end: other requests, or the reference number. */
  aside?: ComponentChildren;
  /** More patients stand on the page. */
  several?: boolean;
}

/** Whose request this is, on top of every page about a patient; goes to `Frame` as `strip`. */
export function Strip({ name, facts, aside, several }: StripProps) {
  const { words } = useUi();
  return (
    <section class="strip" aria-label={several ? `${words.parts.patient}, ${name}` : words.parts.patient}>
      <div class="line">
        <strong>{name}</strong>
        {facts.map((fact, index) => (
          // The facts of a strip never change places.
          <span key={index}>{fact}</span>
        ))}
        {aside && <span class="far s">{aside}</span>}
      </div>
    </section>
  );
}

/** A reference or card number, unbroken. */
export function Code({ children }: { children: string }) {
  return <span class="code">{children}</span>;
}
