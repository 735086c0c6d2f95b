import type { AtHand as AtHandOf } from '../../app/directory/at-hand.ts';
import { type DirectoryResults, readCharacters } from '../../app/directory/directory.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Pager } from '../../ui/pager.tsx';
import { MethodLink } from '../../ui/wait-sentence.tsx';
import { AtHand } from '../at-hand/at-hand.tsx';
import { SaveSearch } from '../at-hand/saved-links.tsx';
import { Applied, isNarrowed } from './applied.tsx';
import { MapSide } from './map-side.tsx';
import { addressOf, keptOf, pageSize, type Query } from './query.ts';
import { ResultCard } from './result-card.tsx';
import { SearchForm } from './search-form.tsx';

interface DirectoryPageProps {
  asked: Query;
  found: DirectoryResults;
  errors: readonly FieldError[];
  /** Of somebody who sends patients. */
  kept: AtHandOf | null;
}

/** The public directory: a form, and the entries that fit best. */
export function DirectoryPage({ asked, found, errors, kept }: DirectoryPageProps) {
  const { words, viewer, lang } = useUi();
  const w = words.directory;
  return (
    <Frame title={w.title} here={viewer === 'visitor' ? 'find' : 'directory'} main="page stack">
      <ErrorSummary errors={errors} />
      <header>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      <SearchForm asked={asked} errors={errors} />
      {kept && <AtHand kept={kept} open={keptOf(asked) === ''} />}
      {asked.q.length > readCharacters && <Note look="soon">{w.cut(number(readCharacters, lang))}</Note>}
      {errors.length === 0 && (
        <div class="cols found">
          <Results asked={asked} found={found} kept={kept} />
          {/* Nothing found anywhere: a map of nothing says no more. */}
          {(found.total > 0 || asked.bounds !== '') && (
            <MapSide title={words.map.results} bounds={asked.bounds} follow />
          )}
        </div>
      )}
      <p class="xs dim">
        {w.wait.how} <MethodLink />
      </p>
      <p class="xs dim">{w.sources}</p>
    </Frame>
  );
}

/** Where counting stops. */
const many = 1_000;

function Results({ asked, found, kept }: Pick<DirectoryPageProps, 'asked' | 'found' | 'kept'>) {
  const { lang, words } = useUi();
  const w = words.directory;
  const { total, results } = found;
  const how = total === 0 ? 'none' : total === 1 ? 'one' : total >= many ? 'many' : 'some';
  const { before } = pageOf(asked);
  const scale = Math.min(210, Math.max(30, ...results.map(one => one.entry.ninetieth ?? 0)));
  return (
    <section id="found" class="stack" aria-labelledby="results">
      <div class="line">
        <h2 id="results">{w.count(number(total, lang), how)}</h2>
        <a class="s tomap" href="#map" data-to-map hidden>
          {words.map.toMap}
        </a>
      </div>
      <Applied asked={asked} />
      {kept && <SaveSearch asked={keptOf(asked)} words={asked.q} saved={kept.saved} />}
      {total === 0 && <Nothing asked={asked} />}
      {found.near && results.length > 0 && (
        <p class="s dim" data-home={`${found.near.latitude},${found.near.longitude}`}>
          {words.map.home(asked.near)}
        </p>
      )}
      <ul class="plain stack">
        {results.map((one, index) => (
          <ResultCard
            key={one.entry.key}
            result={one}
            scale={scale}
            pin={before + index + 1}
            star={kept && { kept: isKept(kept, one.entry.key), back: addressOf(asked, pageOf(asked).at) }}
            best={index === 0 && asked.q !== '' && (asked.page === '' || asked.page === '1')}
          />
        ))}
      </ul>
      <Pages asked={asked} found={found} />
    </section>
  );
}

function isKept({ favourites }: AtHandOf, key: string): boolean {
  return favourites.some(one => one.key === key);
}

/** What to do when nothing was found: take a filter away, say it otherwise, or phone. */
function Nothing({ asked }: { asked: Query }) {
  const { directory, ask } = useUi().words;
  return (
    <>
      <p>{isNarrowed(asked) ? directory.noneFits : directory.none}</p>
      <p class="s dim">{ask.more211}</p>
    </>
  );
}

/** Which page it is, how many entries a page has, and how many come before it. */
function pageOf(asked: Query) {
  const at = asked.page === '' ? 1 : Number(asked.page);
  const limit = asked.limit === '' ? pageSize : Number(asked.limit);
  return { at, limit, before: (at - 1) * limit };
}

function Pages({ asked, found }: Pick<DirectoryPageProps, 'asked' | 'found'>) {
  const { directory } = useUi().words;
  const { at, limit, before } = pageOf(asked);
  if (found.results.length === 0) return null;
  const last = before + limit >= found.reachable;
  return (
    <>
      <Pager
        before={before}
        shown={found.results.length}
        all={found.reachable}
        previous={at > 1 ? addressOf(asked, at - 1) : undefined}
        next={!last && at < 10 ? addressOf(asked, at + 1) : undefined}
      />
      {last && found.total > found.reachable && <p class="s dim">{directory.narrow(found.reachable)}</p>}
    </>
  );
}
