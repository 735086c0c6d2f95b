import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { App } from '../app/app.ts';
import { actorOf, type Handler } from '../app/jobs/handler.ts';
import { sealAudit, sweepSignIn } from '../app/jobs/housekeeping.ts';
import { startWorker } from '../app/jobs/worker.ts';
import type { Anchor } from '../app/ports/audit.ts';
import { type Job, LeaseLost, type NewJob } from '../app/ports/jobs.ts';
import { openDatabase } from './database.ts';
import { openSignal } from './signal.ts';

const system = { kind: 'job', case: null } as const;

let t: TestDatabase;
let app: App;
beforeEach(async () => {
  t = await freshDatabase();
  app = { db: t.db } as App;
});
afterEach(() => t.drop());

const add = (job: NewJob) => t.db.as(system, tx => tx.jobs.add(job));
const claim = (kind: string) => t.db.as(system, tx => tx.jobs.claim([kind], 10));
const left = async () => (await t.owner.query('select count(*) as n from jobs')).rows[0].n;
/** As if `minutes` had gone by. */
const later = (minutes: number) =>
  t.owner.query('update jobs set run_after = run_after - make_interval(mins => $1)', [minutes]);

describe('jobs', () => {
  it('run exactly once with four workers', async () => {
    await t.owner.query('create table done (n int); grant insert on done to eservices_app');
    await t.owner.query(
      `insert into jobs (kind, payload) select 'count', jsonb_build_object('n', n) from generate_series(1, 400) n`,
    );
    const handler: Handler = {
      kind: 'count',
      run: async job => {
        await t.app.query('insert into done values ($1)', [job.payload.n]);
      },
    };
    const workers = Array.from({ length: 4 }, () => startWorker(app, [handler], { restMs: 20 }));
    await expect.poll(left, { timeout: 20_000 }).toBe(0);
    await Promise.all(workers.map(worker => worker.stop()));
    const { rows } = await t.owner.query('select count(*) as all, count(distinct n) as each from done');
    expect(rows[0]).toEqual({ all: 400, each: 400 });
  });

  it('do not exist when their transaction fails', async () => {
    const failed = t.db.as(system, async tx => {
      await tx.jobs.add({ kind: 'never', payload: {} });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow();
    expect(await claim('never')).toEqual([]);
  });

  it('wait for their time', async () => {
    await add({ kind: 'later', payload: {}, runAfter: new Date(Date.now() + 60_000).toISOString() });
    expect(await claim('later')).toEqual([]);
    await later(2);
    expect(await claim('later')).toHaveLength(1);
  });

  it('with the same key wait only once, but one may follow while another runs', async () => {
    for (let i = 0; i < 3; i++) await add({ kind: 'same', payload: { i }, unique: 'same:1' });
    const first = await claim('same');
    expect(first).toHaveLength(1);
    await add({ kind: 'same', payload: { i: 9 }, unique: 'same:1' });
    const second = await claim('same');
    expect(second.map(job => job.payload)).toEqual([{ i: 9 }]);
    await add({ kind: 'same', payload: { i: 10 }, unique: 'same:1' });
    await t.db.as(system, tx => tx.jobs.fail(first[0]!, 'again'));
    expect(await left()).toBe(3);
  });

  it('of a dead worker come back after the lease, and the dead one can no longer finish them', async () => {
    await add({ kind: 'send', payload: { case: 5 } });
    const [dead] = await claim('send');
    expect(await claim('send')).toEqual([]);
    await later(6);
    const [taken] = await claim('send');
    expect(taken).toMatchObject({ id: dead!.id, attempt: 2 });
    const lateEffect = t.db.as(actorOf(dead!), async tx => {
      await tx.jobs.add({ kind: 'effect', payload: {} });
      await tx.jobs.finish(dead!);
    });
    await expect(lateEffect).rejects.toBeInstanceOf(LeaseLost);
    expect(await claim('effect')).toEqual([]);
    await t.db.as(actorOf(taken!), tx => tx.jobs.finish(taken!));
    expect(await left()).toBe(0);
  });

  it('that always fail are parked after five tries, others go on, and can be tried again', async () => {
    let tries = 0;
    let good = 0;
    const handlers: Handler[] = [
      {
        kind: 'poison',
        run: async () => {
          tries++;
          throw new TypeError('the partner said no');
        },
      },
      { kind: 'good', run: async () => void good++ },
    ];
    await add({ kind: 'poison', payload: {} });
    const worker = startWorker(app, handlers, { restMs: 10 });
    const parked = () => t.db.as(system, tx => tx.jobs.parked(10));
    for (let n = 1; n <= 5; n++) {
      await expect.poll(() => tries).toBe(n);
      await expect
        .poll(async () => (await t.owner.query('select from jobs where lease is null')).rowCount)
        .toBe(1);
      await add({ kind: 'good', payload: {} });
      await later(10);
    }
    await expect.poll(() => good).toBe(5);
    expect(await parked()).toMatchObject([
      { kind: 'poison', attempts: 5, lastError: 'TypeError: the partner said no' },
    ]);
    const id = (await parked())[0]!.id;
    expect(await t.db.as(system, tx => tx.jobs.requeue(id))).toBe(true);
    expect(await t.db.as(system, tx => tx.jobs.requeue(id))).toBe(false);
    await expect.poll(() => tries).toBe(6);
    await worker.stop();
  });

  it('whose worker dies at every try are parked too', async () => {
    await add({ kind: 'killer', payload: {} });
    for (let n = 0; n < 5; n++) {
      expect(await claim('killer')).toHaveLength(1);
      await later(6);
    }
    expect(await claim('killer')).toEqual([]);
    expect(await t.db.as(system, tx => tx.jobs.parked(1))).toMatchObject([
      { kind: 'killer', lastError: 'the worker died at every try' },
    ]);
  });

  it('keep no value of a record in the reason of their failure', async () => {
    await add({ kind: 'leaky', payload: {} });
    const leaky: Handler = {
      kind: 'leaky',
      run: async () => void (await t.app.query(`select 'Jane Doe'::bigint`)),
    };
    const worker = startWorker(app, [leaky], { restMs: 10 });
    const reason = async () => (await t.owner.query('select last_error from jobs')).rows[0].last_error;
    await expect.poll(reason).toBe('database 22P02');
    await worker.stop();
  });
});

describe('a worker', () => {
  it('ends what runs and gives back what has not begun when it is stopped', async () => {
    const begun: number[] = [];
    let letGo = () => {};
    const gate = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const slow: Handler = {
      kind: 'slow',
      run: async job => {
        begun.push(job.id);
        await gate;
      },
    };
    for (let i = 0; i < 10; i++) await add({ kind: 'slow', payload: {} });
    const worker = startWorker(app, [slow], { restMs: 10 });
    await expect.poll(() => begun.length).toBe(4);
    const stopped = worker.stop();
    letGo();
    await stopped;
    expect(begun).toHaveLength(4);
    const { rows } = await t.owner.query('select attempts, lease from jobs');
    expect(rows).toEqual(Array.from({ length: 6 }, () => ({ attempts: 0, lease: null })));
  });

  it('is woken by another process, and hears again after the listening connection died', async () => {
    const here = openSignal(t.addresses.app);
    const there = openSignal(t.addresses.app);
    const db = openDatabase(t.addresses.app, { onJobs: there.ring });
    const ran: Job[] = [];
    const handler: Handler = { kind: 'wake', run: async job => void ran.push(job) };
    const worker = startWorker(app, [handler], { signal: here, restMs: 60_000 });
    const addThere = async () => {
      await db.as(system, tx => tx.jobs.add({ kind: 'wake', payload: {} }));
      return ran.length;
    };
    await expect.poll(addThere, { interval: 100 }).toBeGreaterThan(0);
    await t.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`,
    );
    const before = ran.length;
    await new Promise(resolve => setTimeout(resolve, 1_500));
    await addThere();
    await expect.poll(() => ran.length, { timeout: 5_000 }).toBeGreaterThan(before);
    await worker.stop();
    await Promise.all([here.close(), there.close(), db.close()]);
  });

  it('does what comes round, once for all processes, and seals the log', async () => {
    const anchors: Anchor[] = [];
    const handlers = [{ ...sealAudit(anchor => anchors.push(anchor)), every: 0.2 }, sweepSignIn];
    const workers = [1, 2, 3].map(() => startWorker(app, handlers, { restMs: 20 }));
    await t.db.as({ kind: 'visitor' }, tx =>
      tx.audit.add({ act: 'sign-in', what: 'person', ids: [1], result: 'ok' }),
    );
    await expect.poll(() => anchors.length, { timeout: 5_000 }).toBe(1);
    await Promise.all(workers.map(worker => worker.stop()));
    expect(anchors[0]).toMatchObject({ number: 1 });
    expect(await left()).toBeLessThanOrEqual(2);
  });

  it('goes on after the database was away', async () => {
    const errors: unknown[] = [];
    const away = { ...app, db: { ...t.db, as: t.db.as } } as App;
    let broken = true;
    away.db.as = (actor, work) => (broken ? Promise.reject(new Error('away')) : t.db.as(actor, work));
    const ran: Job[] = [];
    const worker = startWorker(away, [{ kind: 'after', run: async job => void ran.push(job) }], {
      restMs: 10,
      onError: error => errors.push(error),
    });
    await add({ kind: 'after', payload: {} });
    await expect.poll(() => errors.length).toBeGreaterThan(1);
    broken = false;
    await expect.poll(() => ran.length).toBe(1);
    await worker.stop();
  });
});
