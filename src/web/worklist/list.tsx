import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { reviewsWaiting } from '../../app/econsult/peer-review.ts';
import { readUnreached } from '../../app/people/unreached.ts';
import type { Folder } from '../../app/ports/worklists.ts';
import { atProgramme } from '../../app/programme/programme.ts';
import { folderNamed } from '../../app/worklist/worklist-folders.ts';
import { readDrafts, readWorklist } from '../../app/worklist/worklists.ts';
import { key } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { withPatients } from '../roles.ts';
import { DraftsPage } from './drafts-page.tsx';
import { askOf, filterBody, filterQuery, listUrl, type Typed, typedFilters } from './filters.tsx';
import { ListPage } from './list-page.tsx';
import { stretchEnds } from './stretches.ts';
import { Unreached } from './unreached.tsx';

/** The routes let persons in only. */
const meOf = (ask: Pick<Ask, 'actor'>) => ask.actor as PersonActor;
const params = z.strictObject({ folder: z.string().max(60) });
const query = filterQuery.extend({
  done: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  to: key.optional(),
});
type Query = z.infer<typeof query>;

/** Where everybody who works here arrives. Who has no part in requests about patients sees why, or the programme's page. */
async function home(ask: Ask<unknown, Query>): Promise<Reply> {
  const me = meOf(ask);
  if (await atProgramme(ask.app, me)) return redirect('/programme');
  const works = withPatients.some(role => me.roles.includes(role));
  return works
    ? list(ask, 'needs-me')
    : page(<NoPatientsPage unreached={await readUnreached(ask.app, me)} />);
}

function NoPatientsPage({ unreached }: { unreached: number }) {
  const { noPatients } = useUi().words.worklist;
  return (
    <Frame title={noPatients.title} here="worklist">
      <h1>{noPatients.title}</h1>
      <Unreached count={unreached} />
      <Empty>{noPatients.text}</Empty>
    </Frame>
  );
}

async function list(ask: Ask<unknown, Query>, folder: Folder, from?: string): Promise<Reply> {
  const { done, to, ...typed } = ask.query;
  return drawn(ask, { folder, typed, from, done: done && to ? { count: Number(done), to } : undefined });
}

interface Drawing {
  folder: Folder;
  from?: string;
  typed: Typed;
  /** Cases that were just assigned, and to whom. */
  done?: { count: number; to: string };
}

async function drawn(ask: Pick<Ask, 'app' | 'actor' | 'ui'>, drawing: Drawing): Promise<Reply> {
  const { folder, from = 'needs-me', typed, done } = drawing;
  const { ui } = ask;
  const ends = stretchEnds(ui.now, ui.zone);
  const asked = { folder, filters: askOf(typed), after: typed.after, ends };
  const view = await readWorklist(ask.app, ask.actor, asked);
  const { after: _, ...shown } = typed;
  const name = view.colleagues.find(one => one.key === done?.to)?.name;
  const count = number(done?.count ?? 0, ui.lang);
  const said = done && name && ui.words.worklist.bulk.done(count, done.count === 1, name);
  const unreached = folder === 'needs-me' ? await readUnreached(ask.app, meOf(ask)) : 0;
  const reviews = folder === 'needs-me' ? await reviewsWaiting(ask.app, meOf(ask)) : undefined;
  return page(
    <ListPage
      me={meOf(ask)}
      {...{ folder, from, typed: shown, view, ends, unreached, reviews }}
      done={said || undefined}
    />,
  );
}

async function drafts(ask: Ask): Promise<Reply> {
  const { lines, ...numbers } = await readDrafts(ask.app, ask.actor);
  return page(<DraftsPage lines={lines} numbers={numbers} />);
}

const person = { enter: ['person'] as const, phi: true };

export const routes: Route[] = [
  route({ ...person, method: 'GET', url: '/worklist', query, handle: home }),
  route({
    ...person,
    ...{ method: 'GET', url: '/worklist/:folder', roles: withPatients, params, query },
    async handle(ask) {
      const name = ask.params.folder;
      if (name === 'drafts') return drafts(ask);
      const folder = folderNamed(name);
      return folder ? list(ask, folder, name) : missing();
    },
  }),
  route({
    ...person,
    ...{
      method: 'POST',
      url: '/worklist/:folder',
      roles: withPatients,
      limit: 'search',
      params,
      body: filterBody,
    },
    async handle(ask) {
      const from = ask.params.folder;
      const typed = typedFilters(ask.body);
      const folder = folderNamed(from);
      if (!folder) return missing();
      // Only what is about no patient goes into an address.
      if (typed.q === undefined) return redirect(listUrl(from, typed));
      return drawn(ask, { folder: typed.here ? folder : 'everything', from, typed });
    },
  }),
];
