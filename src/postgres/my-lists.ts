import { key } from '../app/ports/ids.ts';
import {
  type ListSettings,
  listColumns,
  type MyLists,
  type SavedView,
  usualColumns,
} from '../app/ports/my-lists.ts';
import type { Querier } from './querier.ts';

const mostViews = 30;

/** Settings and saved views of the actor's member, in one transaction. */
export function myListsOf(q: Querier): MyLists {
  return {
    settings: () => settings(q),
    keepSettings: async ({ columns, opensNext }) =>
      void (await q.count(
        `insert into worklist_settings (member_id, columns, opens_next) values (app_member(), $1, $2)
         on conflict (member_id) do update set columns = excluded.columns, opens_next = excluded.opens_next`,
        [columns, opensNext],
      )),
    views: () => q.rows<SavedView>('select key, name, folder, filters from worklist_views order by name, id'),
    keepView: view => keepView(q, view),
    removeView: async view => (await q.count('delete from worklist_views where key = $1', [view])) === 1,
  };
}

async function settings(q: Querier): Promise<ListSettings> {
  const kept = await q.one<{ columns: string[]; opensNext: boolean }>(
    'select columns, opens_next as "opensNext" from worklist_settings',
  );
  if (!kept) return { columns: usualColumns, opensNext: false };
  return { ...kept, columns: listColumns.filter(one => kept.columns.includes(one)) };
}

async function keepView(q: Querier, { name, folder, filters }: Omit<SavedView, 'key'>): Promise<boolean> {
  await q.rows('select pg_advisory_xact_lock(7264, app_member()::integer)');
  const others = await q.one<{ n: number }>(
    'select count(*)::int as n from worklist_views where name <> $1',
    [name],
  );
  if ((others?.n ?? 0) >= mostViews) return false;
  await q.count(
    `insert into worklist_views (key, member_id, name, folder, filters) values ($1, app_member(), $2, $3, $4)
     on conflict (member_id, name) do update set folder = excluded.folder, filters = excluded.filters`,
    [key(), name, folder, JSON.stringify(filters)],
  );
  return true;
}
