import type { SavedSearch } from '../../app/ports/saved-searches.ts';
import { useUi } from '../../ui/context.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';

/** Longest name of a saved search, in characters. */
export const longestName = 80;

/** Links to the searches one keeps; nothing without any. */
export function SavedLinks({ saved }: { saved: readonly SavedSearch[] }) {
  const w = useUi().words.atHand.saved;
  if (saved.length === 0) return null;
  return (
    <section class="stack">
      <h2>{w.title}</h2>
      <ul class="plain rows s">
        {saved.map(one => (
          <li key={one.key}>
            <a href={`/directory?${one.asked}`}>{one.name}</a>
          </li>
        ))}
      </ul>
      <p class="s">
        <a href="/directory/searches">{w.all}</a>
      </p>
    </section>
  );
}

interface SaveSearchProps {
  /** The search of this page as it would be kept. */
  asked: string;
  /** Its words, for a name. */
  words: string;
  saved: readonly SavedSearch[];
}

/** Keeps the search of this page; says so where it is kept already. Nothing for a search for everything. */
export function SaveSearch({ asked, words, saved }: SaveSearchProps) {
  const w = useUi().words.atHand.saved;
  if (asked === '') return null;
  const same = saved.find(one => one.asked === asked);
  if (same)
    return (
      <p class="s" role="status">
        {w.isSaved(same.name)} <a href="/directory/searches">{w.all}</a>
      </p>
    );
  return (
    <details>
      <summary class="s">{w.save}</summary>
      <Form action="/directory/searches" class="stack" label={w.save}>
        <input type="hidden" name="asked" value={asked} />
        <TextField
          {...{ name: 'name', label: w.name, hint: w.hint, value: words.slice(0, longestName) }}
          maxLength={longestName}
          width="mid"
        />
        <SubmitButton>{w.keep}</SubmitButton>
      </Form>
    </details>
  );
}
