import type { Pool } from 'pg';
import type { Script } from './cast.ts';

/** Keys of the services that a year of use has changed. */
export interface Aged {
  measured: string;
  paused: string;
  old: string;
  few: string;
}

const measured = `select id from services where $1 in (name_en, name_fr) and usual_people = 84 limit 1`;

/** Puts what a year of use would leave into the directory: measured waits, a pause, a listing nobody looked at for long. */
export async function ageDirectory(owner: Pool, { assessment }: Script): Promise<Aged> {
  await owner.query(
    `insert into waits (service_id, measure, urgency, median, median_more, ninetieth, ninetieth_more, people, waiting, oldest,
       trend, computed_at)
     select (${measured}), measure, urgency, median, false, ninetieth, more, people, waiting, current_date - 330, 'longer', now()
     from (values ('wait1', '', 23, 61, false, 94, 31), ('wait1', 'urgent', 6, 15, false, 12, 6),
       ('wait1', 'routine', 27, 70, true, 82, 25), ('wait1a', '', 9, 21, false, 90, null))
       as rows (measure, urgency, median, ninetieth, more, people, waiting)
     on conflict do nothing`,
    [assessment],
  );
  await owner.query(
    `insert into wait_points (service_id, measure, at, median, median_more, ninetieth, ninetieth_more, people)
     select (${measured}), 'wait1', (date_trunc('month', now()) - n * interval '1 month')::date, 26 - n, false, 64 - 2 * n, n < 2,
       40 + n
     from generate_series(0, 11) as n on conflict do nothing`,
    [assessment],
  );
  await owner.query(
    `insert into unmet_searches (month, region, category, times)
     select date_trunc('month', now())::date, region, category, times
     from (values ('N', 'sleep', 14), ('P', 'rheumatology', 9), ('K', '', 7)) as rows (region, category, times)
     on conflict do nothing`,
  );
  const pick = async (change: string, where: string) => {
    const { rows } = await owner.query<{ key: string }>(
      `update services set ${change} where id = (select id from services where demo and kind = 'referral' and ${where} order by id limit 1)
       returning key`,
    );
    return rows[0]!.key;
  };
  const { rows } = await owner.query<{ key: string }>(`select key from services where id = (${measured})`, [
    assessment,
  ]);
  return {
    measured: rows[0]!.key,
    paused: await pick('paused_until = app_now()::date + 30', "accepting and category = 'cardiology'"),
    old: await pick('verified_on = current_date - 500', "category = 'endocrinology'"),
    few: await pick('usual_people = 4', "category = 'rheumatology'"),
  };
}
