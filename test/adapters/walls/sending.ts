import type { Route } from '../../../src/http/route.ts';
import type { Story } from '../../support/cast-story.ts';
import type { Sending } from '../../support/walls.ts';
import type { Cells, Outcome, Row } from './who.ts';

/** One row of the table for what belongs to one of the two sites. */
export interface Cell {
  route: Route;
  row: Row;
  whose: 'ours' | 'theirs';
  cells: Cells;
}

export const nameOf = ({ method, url }: Route) => `${method} ${url}`;

/** Nothing is shown and nothing done. */
export const isDenied = (outcome: Outcome) => outcome === 404 || outcome === 'sign-in';

/** The request that a row describes. */
export function sending({ route, row, whose }: Cell, story: Story): Sending {
  const place = story[whose];
  return {
    method: route.method,
    path: row.path?.(place, story) ?? route.url,
    form: row.form?.(place, story) ?? {},
    files: row.files,
    fresh: route.url.startsWith('/sign-out') || route.url === '/account/password',
  };
}
