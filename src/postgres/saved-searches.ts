import { key as newKey } from '../app/ports/ids.ts';
import type { SavedSearch, SavedSearches } from '../app/ports/saved-searches.ts';
import type { Querier } from './querier.ts';

/** Most that one member keeps. */
const most = 100;

/** Saved searches, in one transaction. */
export function savedSearchesOf(q: Querier): SavedSearches {
  return {
    all: () => q.rows<SavedSearch>('select key, name, asked from saved_searches order by lower(name), id'),
    save: async ({ name, asked }) => {
      await q.rows('select pg_advisory_xact_lock(7264, app_member()::integer)');
      const known = await q.count('update saved_searches set name = $2 where md5(asked) = md5($1)', [
        asked,
        name,
      ]);
      if (known > 0) return true;
      const { n } = (await q.one<{ n: number }>('select count(*)::int as n from saved_searches'))!;
      if (n >= most) return false;
      await q.count(
        'insert into saved_searches (key, member_id, name, asked) values ($1, app_member(), $2, $3)',
        [newKey(), name, asked],
      );
      return true;
    },
    rename: async (key, name) =>
      (await q.count('update saved_searches set name = $2 where key = $1', [key, name])) > 0,
    remove: async key => (await q.count('delete from saved_searches where key = $1', [key])) > 0,
  };
}
