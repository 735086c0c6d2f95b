import type { LibraryEntry } from '../../app/ports/library.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';
import { EntryLines } from '../library/entry-lines.tsx';

/** Answers that their specialists let others read and that speak of the problem; how many, and the first of them. */
export function AnsweredBefore({ found }: { found: { entries: readonly LibraryEntry[]; total: number } }) {
  const { ask, answered } = useUi().words;
  return (
    <section class="stack" aria-labelledby="answered">
      <h3 id="answered">{found.total === 0 ? ask.answered : ask.answeredTimes(found.total)}</h3>
      {found.total === 0 && <p class="s dim">{ask.noAnswered}</p>}
      <EntryLines entries={found.entries} level="h4" />
      {found.total > found.entries.length ? (
        // What was typed goes along in the form around it, never in an address.
        <SubmitButton look="text" name="page" value="1" formAction="/library">
          {answered.all(found.total)}
        </SubmitButton>
      ) : (
        <p class="s">
          <a href="/library">{answered.toLibrary}</a>
        </p>
      )}
    </section>
  );
}
