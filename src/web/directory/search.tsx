import { type DirectoryResults, searchDirectory } from '../../app/directory.ts';
import type { Found } from '../../app/ports/directory.ts';
import type { Ranked } from '../../domain/directory/rank.ts';
import { serviceLanguages } from '../../domain/directory/service.ts';
import { json, page } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import type { Lang } from '../../words/lang.ts';
import type { Words } from '../../words/words.ts';
import { DirectoryPage } from './list.tsx';
import { kinds, pageSize, type Query, query } from './query.ts';

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

type Wrong = FieldError & { field: 'lang' | 'limit' | 'kind' | 'near' | 'page' };

/** What of the address is no language, kind or number; `near` is known only after the search. */
function wrongIn({ lang, limit, kind, page }: Query, { directory: words }: Words): Wrong[] {
  const wrong: Wrong[] = [];
  if (lang !== '' && !serviceLanguages.some(one => one === lang))
    wrong.push({ field: 'lang', label: words.language, message: words.languageUnknown });
  if (kind !== '' && !kinds.some(one => one === kind))
    wrong.push({ field: 'kind', label: words.kind, message: words.kindUnknown });
  if (limit !== '' && !isBetween(limit, 1, 100))
    wrong.push({ field: 'limit', label: 'limit', message: words.limitWrong });
  if (page !== '' && !isBetween(page, 1, 10))
    wrong.push({ field: 'page', label: 'page', message: words.pageWrong });
  return wrong;
}

function isBetween(text: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function search({ app, actor, query: asked }: Ask<unknown, Query>): Promise<DirectoryResults> {
  const limit = asked.limit === '' ? pageSize : Number(asked.limit);
  const kind = kinds.find(one => one === asked.kind);
  return searchDirectory(app, actor, {
    text: asked.q,
    near: asked.near,
    limit,
    from: asked.page === '' ? 0 : (Number(asked.page) - 1) * limit,
    ...(asked.lang === '' ? {} : { language: asked.lang, wishes: { language: asked.lang } }),
    ...(kind && kind !== 'all' ? { kinds: [kind] } : {}),
  });
}

function nearWrong({ directory: words }: Words): Wrong {
  return { field: 'near', label: words.near, message: words.nearUnknown };
}

/**
 * `{total, results: [{id, name, category, city, postalCode, distanceKm, url}]}`; names are in the language asked for
 * where we have it. 400 names the wrong parameter and says why in a sentence.
 */
async function asJson(ask: Ask<unknown, Query>) {
  const refuse = ({ field, message }: Wrong) =>
    json({ error: 'bad-parameter', parameter: field, message }, 400);
  const [wrong] = wrongIn(ask.query, ask.words);
  if (wrong) return refuse(wrong);
  const found = await search(ask);
  if (found.nearUnknown) return refuse(nearWrong(ask.words));
  const { lang: asked } = ask.query;
  const lang = asked === 'en' || asked === 'fr' ? asked : ask.lang;
  return json({ total: found.total, results: found.results.map(one => resultOf(one, lang)) });
}

function resultOf({ entry, km }: Ranked<Found>, lang: Lang) {
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

const none: DirectoryResults = { total: 0, results: [], reachable: 0, read: [], nearUnknown: false };

async function asPage(ask: Ask<unknown, Query>) {
  const wrong = wrongIn(ask.query, ask.words);
  const found = wrong.length > 0 ? none : await search(ask);
  if (found.nearUnknown) wrong.push(nearWrong(ask.words));
  const shown = wrong.length > 0 ? none : found;
  return page(<DirectoryPage asked={ask.query} found={shown} errors={wrong} />, {
    status: wrong.length > 0 ? 400 : 200,
  });
}
