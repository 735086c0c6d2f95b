import type { ComponentChildren } from 'preact';
import { useUi } from './context.ts';
import { Due, type DueProps } from './due.tsx';

export interface HoldHeadProps {
  /** A `Tag`. */
  status: ComponentChildren;
  /** "You", "The patient", "Grand River Mood and Anxiety Clinic"; nobody when the case has ended. */
  holder?: ComponentChildren;
  /** Absent when the case has ended. */
  due?: DueProps;
  /** Beside the due time: "stopped for 3 days". */
  dueNote?: string;
  /** What is to be done, or the outcome of an ended case. */
  next: ComponentChildren;
}

/** The four facts on top of every page about one case, always in this order. */
export function HoldHead({ status, holder, due, dueNote, next }: HoldHeadProps) {
  const words = useUi().words.parts.hold;
  return (
    <dl class="hold">
      <div>
        <dt>{words.status}</dt>
        <dd>{status}</dd>
      </div>
      <div>
        <dt>{words.holder}</dt>
        <dd>{holder ?? words.nobody}</dd>
      </div>
      <div>
        <dt>{words.due}</dt>
        <dd>
          {due ? <Due hour {...due} /> : words.none}
          {dueNote && <span class="s dim"> {dueNote}</span>}
        </dd>
      </div>
      <div>
        <dt>{words.next}</dt>
        <dd>{next}</dd>
      </div>
    </dl>
  );
}
