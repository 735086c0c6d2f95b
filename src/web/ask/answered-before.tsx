import { useUi } from '../../ui/context.ts';

/** The place of answers that their specialists let others read; there is no library of them yet, and it says so. */
export function AnsweredBefore() {
  const { ask } = useUi().words;
  return (
    <section class="stack" aria-labelledby="answered">
      <h3 id="answered">{ask.answered}</h3>
      <p class="s dim">{ask.noAnswered}</p>
    </section>
  );
}
