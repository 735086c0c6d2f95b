import { useUi } from '../../ui/context.ts';
import type { ActOn } from './act.ts';

/** What was asked and said so far, beside a form. */
export function Beside({ on }: { on: ActOn }) {
  const { words } = useUi();
  return (
    <section class="stack" aria-label={words.acts.asked}>
      <h2>{words.acts.asked}</h2>
      <p class="b">
        <bdi>{on.one.state.title}</bdi>
      </p>
    </section>
  );
}
