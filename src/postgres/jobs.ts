import { type Job, type Jobs, LeaseLost, type ParkedJob } from '../app/ports/jobs.ts';
import type { Querier } from './querier.ts';

const mostTries = 5;
const leaseMinutes = 5;

const claim = `
  update jobs set attempts = attempts + 1, lease = gen_random_uuid(),
    run_after = now() + make_interval(mins => ${leaseMinutes})
  where id in (
    select id from jobs
    where parked_at is null and run_after <= now() and attempts < ${mostTries} and kind = any ($1)
    order by run_after, id limit $2 for update skip locked)
  returning id, kind, payload, attempts as attempt, lease`;

/** A worker that died on the last try left no word of it. */
const parkTheAbandoned = `
  update jobs set parked_at = now(), lease = null, last_error = coalesce(last_error, 'the worker died at every try')
  where parked_at is null and run_after <= now() and attempts >= ${mostTries}`;

/** Waits 10 s, 40 s, 90 s, 160 s; the fifth failure parks. */
const fail = `
  update jobs set lease = null, last_error = left($3, 500),
    parked_at = case when attempts >= ${mostTries} then now() end,
    run_after = now() + make_interval(secs => 10 * attempts * attempts),
    unique_key = case when exists (
      select from jobs o where o.unique_key = jobs.unique_key and o.lease is null and o.parked_at is null
    ) then null else unique_key end
  where id = $1 and lease = $2`;

const schedule = `
  with known as (
    insert into recurring (kind, every)
    select kind, make_interval(secs => every) from unnest($1::text[], $2::float8[]) as r (kind, every)
    on conflict do nothing
  ), now_due as (
    update recurring set due = now() + every where due <= now() and kind = any ($1) returning kind
  )
  insert into jobs (kind, unique_key) select kind, 'recurring:' || kind from now_due on conflict do nothing`;

/** Jobs of one transaction; `onAdd` hears of each that is due now. */
export function jobsOf(q: Querier, onAdd: () => void): Jobs {
  return {
    add: async (...jobs) => {
      if (jobs.length === 0) return;
      const rows = jobs.map(
        (_, i) =>
          `($${i * 4 + 1}, $${i * 4 + 2}, $${i * 4 + 3}, coalesce($${i * 4 + 4}::timestamptz, now()))`,
      );
      await q.rows(
        `insert into jobs (kind, payload, unique_key, run_after) values ${rows.join(', ')} on conflict do nothing`,
        jobs.flatMap(job => [
          job.kind,
          JSON.stringify(job.payload),
          job.unique ?? null,
          job.runAfter ?? null,
        ]),
      );
      if (jobs.some(job => job.runAfter === undefined)) onAdd();
    },
    finish: async job => {
      if ((await q.count('delete from jobs where id = $1 and lease = $2', [job.id, job.lease])) === 0)
        throw new LeaseLost(`job ${job.id} was taken by another worker`);
    },
    done: async job => {
      await q.count('delete from jobs where id = $1 and lease = $2', [job.id, job.lease]);
    },
    release: async job => {
      const sql = `update jobs set lease = null, attempts = attempts - 1, run_after = now(), unique_key = null
        where id = $1 and lease = $2`;
      await q.count(sql, [job.id, job.lease]);
    },
    schedule: async recurring => {
      const got = await q.one<{ ok: boolean }>('select pg_try_advisory_xact_lock(7261, 2) as ok');
      if (got?.ok) await q.rows(schedule, [recurring.map(r => r.kind), recurring.map(r => r.every)]);
    },
    claim: async (kinds, limit) => {
      await q.rows(parkTheAbandoned);
      return q.rows<Job>(claim, [kinds, limit]);
    },
    fail: async (job, reason) => {
      await q.rows(fail, [job.id, job.lease, reason]);
    },
    parked: limit =>
      q.rows<ParkedJob>(
        `select id, kind, attempts, last_error as "lastError", parked_at as "parkedAt" from jobs
         where parked_at is not null order by parked_at desc limit $1`,
        [limit],
      ),
    requeue: async id =>
      (await q.one<{ started: boolean }>('select start_again($1) as started', [id]))?.started === true,
  };
}
