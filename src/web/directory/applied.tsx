import { useUi } from '../../ui/context.ts';
import { number } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Words } from '../../words/words.ts';
import { addressOf, type Query } from './query.ts';

/** What each filter of an address is called once it is applied. */
const said: Partial<
  Record<keyof Query, (value: string, words: Words, write: (n: number) => string) => string>
> = {
  age: (value, { search }) => search.forAge(Number(value)),
  sex: (value, { patients }) => patients.sexes[value === 'male' ? 'male' : 'female'],
  lang: (value, { directory }) => directory.languageName(value),
  region: (value, { directory }) => directory.regions[value] ?? value,
  within: (value, { search }, write) => search.withinKm(write(Number(value))),
  wait: (value, { search }) => search.withinWeeks(Number(value)),
  way: (value, { directory }) => directory.ways[value] ?? value,
  urgency: (value, { search }) => search.urgencies[value === 'urgent' ? 'urgent' : 'routine'],
  virtual: (_, { search }) => search.virtual,
  accepting: (_, { search }) => search.accepting,
  bounds: (_, { search }) => search.bounds,
};

const names = Object.keys(said) as (keyof Query)[];

/** Filters that a search has; that routine requests are taken narrows nothing. */
function appliedIn(asked: Query): (keyof Query)[] {
  return names.filter(name => asked[name] !== '' && !(name === 'urgency' && asked[name] === 'routine'));
}

/** Whether a search says more than words, place and kind. */
export function isNarrowed(asked: Query): boolean {
  return appliedIn(asked).length > 0;
}

/** What narrows the list now, each with a link to the same search without it. */
export function Applied({ asked }: { asked: Query }) {
  const { words, lang } = useUi();
  const applied = appliedIn(asked);
  if (applied.length === 0) return null;
  const without = (some: readonly (keyof Query)[]) =>
    addressOf({ ...asked, ...Object.fromEntries(some.map(name => [name, ''])) }, 1);
  return (
    <div class="line s">
      <span id="applied">{words.directory.labelled(words.search.applied)}</span>
      <ul class="plain line" aria-labelledby="applied">
        {applied.map(name => {
          const what = said[name]!(asked[name], words, n => number(n, lang));
          return (
            <li key={name}>
              <a class="chip" href={without([name])} aria-label={words.search.remove(what)}>
                {what} <Icon name="x" />
              </a>
            </li>
          );
        })}
      </ul>
      {applied.length > 1 && <a href={without(applied)}>{words.search.removeAll}</a>}
    </div>
  );
}
