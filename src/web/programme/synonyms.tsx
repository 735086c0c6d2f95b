import { z } from 'zod';
import { listSynonyms, readSynonyms, removeSynonyms, saveSynonyms } from '../../app/directory/synonyms.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { SynonymForm, typedOf } from './synonym-form.tsx';
import { groupsShown, SynonymsPage } from './synonyms-page.tsx';

const steward = { enter: ['person'], roles: ['steward'], phi: false } as const;
const list = '/programme/synonyms';
const params = z.strictObject({ key });
const body = z.strictObject({ english: text(20_000), french: text(20_000), also: text(20_000) });
const empty = { english: '', french: '', also: '' };

type Saving = Pick<Ask, 'app' | 'actor' | 'turn'> & { body: z.infer<typeof body> };

/** What one steward writes over what another wrote is shown first: the form carries the version it was drawn from. */
async function save({ app, actor, turn, body: typed }: Saving, groupKey?: string): Promise<Reply> {
  const outcome = await saveSynonyms(app, actor, { typed, key: groupKey, version: turn });
  if (!outcome) return missing();
  if (outcome.ok) return redirect(`${list}?done=saved`);
  if ('changed' in outcome)
    return page(<SynonymForm group={outcome.changed} typed={typed} stale />, { status: 409 });
  const { problems } = outcome;
  const group = groupKey === undefined ? undefined : await readSynonyms(app, actor, groupKey);
  // Drawn anew from the version it was typed over, so that a change meanwhile is still found at the next press.
  const drawn = group && { ...group, version: turn ?? 0 };
  return page(<SynonymForm group={drawn ?? undefined} typed={typed} problems={problems} />, { status: 422 });
}

/** The list of words that mean the same, for stewards of the programme. */
export const routes: Route[] = [
  route({
    ...steward,
    ...{ method: 'GET', url: list, limit: 'search' },
    query: z.strictObject({
      q: text(200).optional(),
      page: text(4).optional(),
      done: z.enum(['saved', 'removed']).optional(),
    }),
    async handle({ app, actor, query }) {
      const at = /^[1-9]\d{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1;
      const q = query.q ?? '';
      const asked = { words: q, from: (at - 1) * groupsShown, limit: groupsShown };
      const found = await listSynonyms(app, actor, asked);
      return found ? page(<SynonymsPage found={found} q={q} at={at} done={query.done} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/new` },
    // Read, so that a steward of another site learns nothing.
    handle: async ({ app, actor }) =>
      (await listSynonyms(app, actor, { words: '', from: 0, limit: 0 }))
        ? page(<SynonymForm typed={empty} />)
        : missing(),
  }),
  route({ ...steward, ...{ method: 'POST', url: `${list}/new` }, body, handle: ask => save(ask) }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/:key` },
    params,
    async handle({ app, actor, params }) {
      const group = await readSynonyms(app, actor, params.key);
      return group ? page(<SynonymForm group={group} typed={typedOf(group)} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/:key` },
    params,
    body,
    handle: ask => save(ask, ask.params.key),
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/:key/remove` },
    params,
    async handle({ app, actor, params, turn }) {
      const outcome = await removeSynonyms(app, actor, { key: params.key, version: turn });
      if (!outcome) return missing();
      if (outcome.ok) return redirect(`${list}?done=removed`);
      if (!('changed' in outcome)) return missing();
      const { changed } = outcome;
      return page(<SynonymForm group={changed} typed={typedOf(changed)} stale />, { status: 409 });
    },
  }),
];
