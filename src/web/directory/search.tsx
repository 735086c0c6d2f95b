import { z } from 'zod';
import { type DirectoryResults, searchDirectory } from '../../app/directory.ts';
import type { Found } from '../../app/ports/directory.ts';
import type { Ranked } from '../../domain/directory/rank.ts';
import { text } from '../../http/form.ts';
import { json, page } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Select, TextField } from '../../ui/fields.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { ResultCard } from './result-card.tsx';

const query = z.strictObject({ q: text(), lang: text(), near: text(), limit: text(), kind: text() });
type Query = z.infer<typeof query>;
const kinds = ['all', 'referral', 'econsult', 'facility'] as const;

/** The public directory: a page, and data for those who ask for `application/json`. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/directory',
    enter: ['public'],
    phi: false,
    limit: 'search',
    query,
    handle: async ask => (ask.wantsJson ? asJson(ask) : asPage(ask)),
  }),
];

function search({ app, actor, query: asked }: Ask<unknown, Query>, limit: number) {
  const kind = kinds.find(one => one === asked.kind);
  return searchDirectory(app, actor, {
    text: asked.q,
    near: asked.near,
    limit,
    ...(kind && kind !== 'all' ? { kinds: [kind] } : {}),
  });
}

/** `{total, results: [{id, name, category, city, postalCode, distanceKm, url}]}`; 400 names the wrong parameter. */
async function asJson(ask: Ask<unknown, Query>) {
  const asked = ask.query;
  const lang = asked.lang === '' ? ask.lang : asked.lang;
  const limit = asked.limit === '' ? 20 : Number(asked.limit);
  const wrong = (parameter: string) => json({ error: 'bad-parameter', parameter }, 400);
  if (lang !== 'en' && lang !== 'fr') return wrong('lang');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return wrong('limit');
  if (asked.kind !== '' && !kinds.some(kind => kind === asked.kind)) return wrong('kind');
  const found = await search(ask, limit);
  if (found.nearUnknown) return wrong('near');
  return json({ total: found.total, results: found.results.map(one => resultOf(one, lang)) });
}

function resultOf({ entry, km }: Ranked<Found>, lang: 'en' | 'fr') {
  return {
    id: entry.key,
    name: entry.name[lang],
    category: entry.category[lang],
    city: entry.city,
    postalCode: entry.postalCode,
    distanceKm: km === null ? null : Math.round(km * 10) / 10,
    url: `/directory/${entry.key}`,
  };
}

async function asPage(ask: Ask<unknown, Query>) {
  const found = await search(ask, 20);
  return page(<DirectoryPage query={ask.query} found={found} />, { status: found.nearUnknown ? 422 : 200 });
}

function DirectoryPage({ query: asked, found }: { query: Query; found: DirectoryResults }) {
  const words = useUi().words.directory;
  const errors = found.nearUnknown ? [{ field: 'near', label: words.near, message: words.nearUnknown }] : [];
  return (
    <Frame title={words.title} here="directory">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="dim">{words.lead}</p>
      </header>
      <ErrorSummary errors={errors} />
      <SearchForm asked={asked} nearError={errors[0]?.message} />
      <Results found={found} />
      <p class="xs dim">{words.sources}</p>
    </Frame>
  );
}

function SearchForm({ asked, nearError }: { asked: Query; nearError?: string }) {
  const words = useUi().words.directory;
  const options = kinds.map(value => ({ value, label: words.kinds[value] }));
  return (
    <form method="get" action="/directory" class="stack" aria-label={words.title}>
      <div class="cols three">
        <TextField
          name="q"
          type="search"
          label={words.words}
          hint={words.wordsHint}
          value={asked.q}
          maxLength={5000}
        />
        <TextField
          name="near"
          label={words.near}
          hint={words.nearHint}
          value={asked.near}
          error={nearError}
        />
        <Select name="kind" label={words.kind} choices={options} value={asked.kind || 'all'} />
      </div>
      <SubmitButton icon="search" look="main">
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function Results({ found }: { found: DirectoryResults }) {
  const words = useUi().words.directory;
  const more = found.total >= 1000;
  return (
    <section class="stack" aria-labelledby="results">
      <h2 id="results">{words.count(found.total, more)}</h2>
      {found.results.length === 0 && <p>{words.none}</p>}
      <ul class="plain stack">
        {found.results.map(one => (
          <ResultCard key={one.entry.key} result={one} />
        ))}
      </ul>
    </section>
  );
}
