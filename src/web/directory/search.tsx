import { atHandIn } from '../../app/directory/at-hand.ts';
import { type DirectoryResults, searchDirectory, searchIn } from '../../app/directory/directory.ts';
import { json, page } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { Words } from '../../words/words.ts';
import { withPatients } from '../roles.ts';
import { searchOf, type Wrong, wrongIn } from './asked.ts';
import { DirectoryPage } from './list.tsx';
import { type Query, query } from './query.ts';
import { resultJson } from './result-json.ts';

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

function search({ app, actor, query: asked }: Ask<unknown, Query>): Promise<DirectoryResults> {
  return searchDirectory(app, actor, searchOf(asked));
}

function nearWrong({ directory: words }: Words): Wrong {
  return { field: 'near', label: words.near, message: words.nearUnknown };
}

/**
 * `{total, results}`, see `resultJson`; names and reasons are in the language asked for where we have it. 400 names the wrong
 * parameter and says why in a sentence.
 */
async function asJson(ask: Ask<unknown, Query>) {
  const refuse = ({ field, message, why }: Wrong) =>
    json({ error: 'bad-parameter', parameter: field, ...(why && { why }), message }, 400);
  const [wrong] = wrongIn(ask.query, ask.words);
  if (wrong) return refuse(wrong);
  const found = await search(ask);
  if (found.nearUnknown) return refuse(nearWrong(ask.words));
  const { lang: asked } = ask.query;
  const lang = asked === 'en' || asked === 'fr' ? asked : ask.lang;
  return json({ total: found.total, results: found.results.map(one => resultJson(one, lang)) });
}

const none: DirectoryResults = {
  ...{ total: 0, results: [], reachable: 0, understood: 0, read: [], alike: [] },
  ...{ vague: false, near: null, nearUnknown: false },
};

/** What is found, and what somebody who sends patients has at hand. */
function look({ app, actor, query: asked }: Ask<unknown, Query>, isWrong: boolean) {
  return app.db.as(actor, async tx => {
    const found = isWrong ? none : await searchIn(tx, searchOf(asked));
    const keeps = actor.kind === 'person' && withPatients.some(role => actor.roles.includes(role));
    return { found, kept: keeps ? await atHandIn(tx, asked.q === '' ? [] : found.alike) : null };
  });
}

async function asPage(ask: Ask<unknown, Query>) {
  const wrong = wrongIn(ask.query, ask.words);
  const { found, kept } = await look(ask, wrong.length > 0);
  if (found.nearUnknown) wrong.push(nearWrong(ask.words));
  const shown = wrong.length > 0 ? none : found;
  return page(<DirectoryPage asked={ask.query} found={shown} errors={wrong} kept={kept} />, {
    status: wrong.length > 0 ? 400 : 200,
  });
}
