import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface Step {
  state: 'done' | 'now' | 'later';
  title: string;
  detail?: ComponentChildren;
}

/** A way in numbered steps: done ones have a check, the one of now is blue. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li
          key={step.title}
          class={step.state === 'later' ? undefined : step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span class={step.state === 'later' ? 'dot dim' : 'dot'}>
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <div>
            <strong>{step.title}</strong>
            <br />
            {step.state === 'now' ? step.detail : <span class="dim">{step.detail}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
