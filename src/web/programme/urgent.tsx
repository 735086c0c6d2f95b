import { z } from 'zod';
import {
  addUrgent,
  changeUrgent,
  listUrgent,
  readUrgent,
  removeUrgent,
  type UrgentOutcome,
} from '../../app/directory/urgent-phrases.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { type TypedPhrase, UrgentForm, UrgentPage } from './urgent-page.tsx';

const steward = { enter: ['person'], roles: ['steward'], phi: false } as const;
const list = '/programme/urgent';
const params = z.strictObject({ key });

async function show(
  { app, actor }: Pick<Ask, 'app' | 'actor'>,
  more: { done?: 'saved'; typed?: TypedPhrase },
) {
  const found = await listUrgent(app, actor);
  return found ? page(<UrgentPage list={found} {...more} />, { status: more.typed ? 422 : 200 }) : missing();
}

/** The phrase as it is now, with what was typed over it. */
async function answer(
  { app, actor, params: { key: asked } }: Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params'>,
  outcome: UrgentOutcome | null,
  typed?: string,
): Promise<Reply> {
  if (!outcome) return missing();
  if (outcome.ok) return redirect(`${list}?done=saved`);
  const one = await readUrgent(app, actor, asked);
  if (!one) return missing();
  const form = <UrgentForm one={one} typed={typed ?? one.phrase} problem={outcome.problem} />;
  return page(form, { status: outcome.problem === 'stale' ? 409 : 422 });
}

/** What sounds like an emergency, for stewards of the programme. */
export const routes: Route[] = [
  route({
    ...steward,
    ...{ method: 'GET', url: list },
    query: z.strictObject({ done: z.enum(['saved']).optional() }),
    handle: ask => show(ask, ask.query),
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: list },
    body: z.strictObject({ language: text(2), phrase: text(1_000) }),
    async handle(ask) {
      const { app, actor, body } = ask;
      const language = body.language === 'fr' ? 'fr' : 'en';
      const outcome = await addUrgent(app, actor, { language, typed: body.phrase });
      if (!outcome) return missing();
      if (outcome.ok) return redirect(`${list}?done=saved`);
      return show(ask, { typed: { language, phrase: body.phrase, problem: outcome.problem } });
    },
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/:key` },
    params,
    async handle({ app, actor, params }) {
      const one = await readUrgent(app, actor, params.key);
      return one ? page(<UrgentForm one={one} typed={one.phrase} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/:key` },
    params,
    body: z.strictObject({ phrase: text(1_000) }),
    async handle(ask) {
      const { app, actor, turn: version = 0, params, body } = ask;
      const change = { key: params.key, version, typed: body.phrase };
      return answer(ask, await changeUrgent(app, actor, change), body.phrase);
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/:key/remove` },
    params,
    handle: async ask => {
      const { app, actor, turn: version = 0, params } = ask;
      return answer(ask, await removeUrgent(app, actor, { key: params.key, version }));
    },
  }),
];
