import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { assignAll } from '../../app/worklist/assign-all.ts';
import { sayWhenAll } from '../../app/worklist/say-when-all.ts';
import { page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { dayWithYear, number } from '../../ui/format.ts';
import { anticipatedDay, anticipatedErrors } from '../cases/acts/referral/anticipated.ts';
import { withPatients } from '../roles.ts';
import { BulkDone, bulkBody, folderOf } from './bulk.tsx';

const body = z.strictObject(bulkBody);
type BulkAsk = Ask<unknown, unknown, z.infer<typeof body>>;
const post = {
  ...{ method: 'POST' as const, enter: ['person'] as const, roles: withPatients, phi: true },
  body,
};

async function assign(ask: BulkAsk): Promise<Reply> {
  const { app, actor, words, receipt, lang } = ask;
  const { member, pick } = ask.body;
  const from = folderOf(ask.body.from);
  const { bulk } = words.worklist;
  const { to, count, refused } = await assignAll(app, actor as PersonActor, { cases: pick, member, receipt });
  if (refused.length === 0 && count > 0) return redirect(`/worklist/${from}?done=${count}&to=${member}`);
  const done = count > 0 && to ? bulk.done(number(count, lang), count === 1, to) : bulk.nothing;
  const said = [done, ...(refused.length === 0 ? [bulk.choosePerson] : [])];
  return page(<BulkDone {...{ from, title: bulk.title, said, refused }} />, { status: 422 });
}

async function sayWhen(ask: BulkAsk): Promise<Reply> {
  const { app, actor, words, receipt, lang, ui } = ask;
  const { weeks, pick } = ask.body;
  const from = folderOf(ask.body.from);
  const { bulk } = words.worklist;
  const title = bulk.sayWhen;
  const wrong = weeks === '' || pick.length === 0 || anticipatedErrors({ weeks, day: '' }, ui).length > 0;
  if (wrong)
    return page(<BulkDone {...{ from, title, said: [bulk.chooseWeeks], refused: [] }} />, { status: 422 });
  const anticipated = anticipatedDay({ weeks, day: '' }, ui);
  const { count, refused } = await sayWhenAll(app, actor as PersonActor, {
    cases: pick,
    anticipated,
    receipt,
  });
  const day = dayWithYear(anticipated, ui);
  const said = [count > 0 ? bulk.saidWhen(number(count, lang), count === 1, day) : bulk.nothing];
  return page(<BulkDone {...{ from, title, said, refused }} />, { status: refused.length > 0 ? 422 : 200 });
}

/** What may be done to the picked rows of a list. */
export const routes: Route[] = [
  route({ ...post, url: '/worklist/assign', handle: assign }),
  route({ ...post, url: '/worklist/say-when', handle: sayWhen }),
];
