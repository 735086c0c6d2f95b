import type { Line } from '../app/ports/directory.ts';
import type { Querier } from './querier.ts';

interface LineRow extends Pick<Line, 'city' | 'ninetieth' | 'people' | 'phone' | 'demo'> {
  id: number;
  category: string | null;
  category_en: string | null;
  category_fr: string | null;
  /** Null of a facility. */
  site_en: string | null;
  site_fr: string;
  joint_key: string | null;
  joint_en: string;
  joint_fr: string;
  postal_code: string | null;
  latitude: number | null;
  longitude: number | null;
  ninetieth_more: boolean;
  too_few: boolean;
  paused_until: Line['pausedUntil'];
  pause_over: boolean | null;
}

/** What a list shows of some entries, by their inside ids. */
export async function linesOf(q: Querier, entries: readonly number[]): Promise<Map<number, Line>> {
  if (entries.length === 0) return new Map();
  const rows = await q.rows<LineRow>(
    'select l.*, l.paused_until <= app_now()::date as pause_over from directory_lines($1) l',
    [entries],
  );
  return new Map(rows.map(row => [row.id, lineOf(row)]));
}

function lineOf(row: LineRow): Line {
  const { city, ninetieth, people, phone, demo, latitude, longitude } = row;
  return {
    ...{ city, ninetieth, people, phone, demo },
    categoryCode: row.category,
    category: { en: row.category_en, fr: row.category_fr },
    siteName: row.site_en === null ? null : { en: row.site_en, fr: row.site_fr },
    joint:
      row.joint_key === null ? null : { key: row.joint_key, name: { en: row.joint_en, fr: row.joint_fr } },
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    postalCode: row.postal_code,
    ninetiethMore: row.ninetieth_more,
    tooFew: row.too_few,
    pausedUntil: row.pause_over ? null : row.paused_until,
  };
}
