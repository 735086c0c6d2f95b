import { z } from 'zod';
import type { Actor, PersonActor } from '../../app/actor.ts';
import type { App } from '../../app/app.ts';
import {
  addAway,
  readGroup,
  removeAway,
  type SettingsOutcome,
  saveGroup,
  saveMember,
} from '../../app/econsult/advice-settings.ts';
import { readHarms, settleHarm } from '../../app/econsult/harms.ts';
import { readGroupReviews, setGroupReviews, settleUnsafe } from '../../app/econsult/peer-review.ts';
import { key, many, text, tick } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { GroupPage, type Refused } from './group-page.tsx';

/** Leads and stewards keep the groups of their site. */
export const groupKeepers = { enter: ['person'], roles: ['lead', 'steward'], phi: false } as const;

const params = z.strictObject({ key });
const ofMember = z.strictObject({ key, member: key });

/** What the page of a group draws; null for whoever does not keep it. */
async function drawnFor(app: App, actor: Actor, its: string) {
  const group = await readGroup(app, actor, its);
  const reviews = await readGroupReviews(app, actor as PersonActor, its);
  return group && reviews ? { group, reviews, harms: await readHarms(app, actor as PersonActor, its) } : null;
}

async function answer(
  { app, actor, params }: Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params'>,
  outcome: SettingsOutcome,
  refused: Omit<Refused, 'problems' | 'stale'> = {},
): Promise<Reply> {
  if (!outcome) return missing();
  if (outcome.ok) return redirect(`/groups/${params.key}?done=saved`);
  const drawn = await drawnFor(app, actor, params.key);
  if (!drawn) return missing();
  const isStale = 'stale' in outcome;
  const why = isStale ? { stale: true } : { ...refused, problems: outcome.problems };
  return page(<GroupPage {...drawn} refused={why} />, { status: isStale ? 409 : 422 });
}

/** The settings of one advice group. */
export const routes: Route[] = [
  route({
    ...groupKeepers,
    ...{ method: 'GET', url: '/groups/:key' },
    params,
    query: z.strictObject({ done: z.enum(['saved']).optional() }),
    async handle({ app, actor, params, query }) {
      const drawn = await drawnFor(app, actor, params.key);
      return drawn ? page(<GroupPage {...drawn} done={query.done} />) : missing();
    },
  }),
  route({
    ...groupKeepers,
    ...{ method: 'POST', url: '/groups/:key' },
    params,
    body: z.strictObject({ automatic: tick(), escalation: text(1_000), subSpecialties: text(20_000) }),
    async handle(ask) {
      const { app, actor, turn: version = 0, params, body } = ask;
      return answer(ask, await saveGroup(app, actor, { key: params.key, version, typed: body }), {
        group: body,
      });
    },
  }),
  route({
    ...groupKeepers,
    ...{ method: 'POST', url: '/groups/:key/reviews' },
    params,
    body: z.strictObject({ perMonth: text(20) }),
    async handle({ app, actor, params: its, body: { perMonth } }) {
      const count = perMonth.trim() === '' ? 0 : Number(perMonth);
      if (Number.isInteger(count) && count >= 0 && count <= 50) {
        const done = await setGroupReviews(app, actor as PersonActor, { key: its.key, perMonth: count });
        return done ? redirect(`/groups/${its.key}?done=saved`) : missing();
      }
      const drawn = await drawnFor(app, actor, its.key);
      return drawn ? page(<GroupPage {...drawn} perMonth={perMonth} />, { status: 422 }) : missing();
    },
  }),
  route({
    ...groupKeepers,
    ...{ method: 'POST', url: '/groups/:key/unsafe' },
    params,
    body: z.strictObject({ review: key }),
    async handle({ app, actor, params: its, body }) {
      const done = await settleUnsafe(app, actor as PersonActor, body.review);
      return done ? redirect(`/groups/${its.key}?done=saved`) : missing();
    },
  }),
  route({
    ...groupKeepers,
    ...{ method: 'POST', url: '/groups/:key/harm' },
    params,
    body: z.strictObject({ case: key, seq: z.coerce.number().int().min(1).max(1_000_000) }),
    async handle({ app, actor, params: its, body }) {
      const of = { group: its.key, key: body.case, seq: body.seq };
      const done = await settleHarm(app, actor as PersonActor, of);
      return done ? redirect(`/groups/${its.key}?done=saved`) : missing();
    },
  }),
  route({
    ...groupKeepers,
    ...{ method: 'POST', url: '/groups/:key/:member' },
    params: ofMember,
    body: z.strictObject({
      ...{ weeklyCap: text(20), subSpecialties: many(50), languages: many(10), regions: many(10) },
      conflicts: text(10_000),
    }),
    async handle(ask) {
      const { app, actor, params, body } = ask;
      const { key: group, member } = params;
      return answer(ask, await saveMember(app, actor, { group, member, typed: body }), {
        member,
        agreed: body,
      });
    },
  }),
  route({
    ...groupKeepers,
    ...{ method: 'POST', url: '/groups/:key/:member/away' },
    params: ofMember,
    body: z.strictObject({ from: text(20), until: text(20) }),
    async handle(ask) {
      const { app, actor, params, body } = ask;
      const { member } = params;
      return answer(ask, await addAway(app, actor, { member, typed: body }), { member, away: body });
    },
  }),
  route({
    ...groupKeepers,
    ...{ method: 'POST', url: '/groups/:key/:member/back' },
    params: ofMember,
    body: z.strictObject({ absence: key }),
    async handle({ app, actor, params, body }) {
      await removeAway(app, actor, body.absence);
      return redirect(`/groups/${params.key}?done=saved`);
    },
  }),
];
