import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import { type Actor, visitor } from '../app/actor.ts';
import { DatabaseUnavailable } from '../app/ports/database.ts';
import { databaseOn, openDatabase } from './database.ts';
import { openPool, toInstant } from './pool.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
});
afterAll(() => t.drop());

const walled = ['people', 'members', 'delegations', 'credentials', 'links', 'sessions', 'sign_in_attempts'];

// What the database is, and questionnaires without an answer: nothing of anybody.
const about = ['schema_migrations', 'installation', 'forms'];

describe('the second wall', () => {
  it('stands before every table, forced', async () => {
    const { rows } = await t.owner.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows.map(row => row.name).filter(name => !about.includes(name))).toEqual([]);
  });

  it.each(walled)('%s cannot be read or written by the application at all', async table => {
    await expect(t.app.query(`select * from ${table}`)).rejects.toThrow('permission denied');
    await expect(t.app.query(`delete from ${table}`)).rejects.toThrow('permission denied');
  });

  it('with nothing set there are no jobs to see and none can be added', async () => {
    await t.db.as(world.clerk.actor, tx => tx.jobs.add({ kind: 'hidden', payload: {} }));
    expect((await t.app.query('select * from jobs')).rows).toEqual([]);
    await expect(t.app.query(`insert into jobs (kind) values ('x')`)).rejects.toThrow('row-level security');
    await expect(
      t.app.query(`insert into audit (act, what, ids, result) values ('x', 'case', '{}', 'o')`),
    ).rejects.toThrow('row-level security');
    expect((await t.app.query(`update sites set city = 'Elsewhere'`)).rowCount).toBe(0);
    expect((await t.app.query('delete from jobs')).rowCount).toBe(0);
  });

  it('no function of the owner can be led astray by a search path', async () => {
    const { rows } = await t.owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
         and not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false)`,
    );
    expect(rows).toEqual([]);
  });

  it('the application owns nothing and passes no policy', async () => {
    const { rows } = await t.owner.query(
      `select relname from pg_class where relowner = 'eservices_app'::regrole
       union all select rolname from pg_roles where rolname = 'eservices_app' and (rolsuper or rolbypassrls or rolcreaterole)`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a transaction', () => {
  const settings = async (pool: TestDatabase['app']) =>
    (
      await pool.query(
        `select app_kind() as kind, app_site() as site, app_link() as link, app_party() as party`,
      )
    ).rows[0];

  it('says who acts, and the connection remembers nothing of it', async () => {
    const single = databaseOn(t.app);
    const seen: unknown[] = [];
    const ask = (actor: Actor) =>
      single.as(actor, async tx => {
        seen.push((await tx.sites.byIds([world.clinic.id])).length, tx.actor.kind);
      });
    await ask(world.clerk.actor);
    await ask({ kind: 'patient', link: 7, request: 9 });
    expect(seen).toEqual([1, 'person', 1, 'patient']);
    expect(await settings(t.app)).toEqual({ kind: null, site: null, link: null, party: null });
  });

  it('gives nothing of one actor to the next on the same connection', async () => {
    const { rows } = await t.owner
      .query(`begin; select set_config('app.site', '5', true); commit; select app_site() as site`)
      .then(results => (results as unknown as { rows: unknown[] }[])[3]!);
    expect(rows).toEqual([{ site: null }]);
  });

  it('keeps nothing when the work throws', async () => {
    const failed = t.db.as(world.clerk.actor, async tx => {
      await tx.jobs.add({ kind: 'never', payload: {} });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect((await t.owner.query(`select from jobs where kind = 'never'`)).rowCount).toBe(0);
  });

  it('does not call kept what PostgreSQL has dropped', async () => {
    const swallowed = t.db.as(world.clerk.actor, async tx => {
      await tx.jobs.add({ kind: 'swallowed', payload: {} });
      await tx.people.delegate(1, 1).catch(() => {});
    });
    await expect(swallowed).rejects.toThrow('nothing was kept');
  });

  it('refuses a query that nobody awaited', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await t.db.as(visitor, async tx => {
      late = new Promise(resolve => setTimeout(resolve, 20)).then(() => tx.sites.byKey('x'));
    });
    await expect(late).rejects.toThrow('the transaction has ended');
  });

  it('does not take an id that is no number', async () => {
    const forged = { ...world.clerk.actor, site: "1', true); drop table sites; --" as unknown as number };
    await expect(t.db.as(forged, async () => 1)).rejects.toThrow('whole numbers');
  });

  it('reads times as instants with milliseconds', async () => {
    expect(await t.db.as(visitor, async tx => tx.now)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(toInstant('2026-11-22 14:00:00.123456+00')).toBe('2026-11-22T14:00:00.123Z');
    expect(toInstant('2026-11-22 14:00:00+05:30')).toBe('2026-11-22T08:30:00.000Z');
    expect(toInstant('2026-11-22 09:00:00.5-05')).toBe('2026-11-22T14:00:00.500Z');
  });
});

describe('when connections are short', () => {
  it('waits no longer than it may, names the reason, and hangs nowhere', async () => {
    const small = openDatabase(t.addresses.app, { size: 2, waitMs: 300 });
    const all = Array.from({ length: 8 }, () =>
      small
        .as(visitor, () => new Promise(resolve => setTimeout(resolve, 700)))
        .then(
          () => 'served',
          error => (error instanceof DatabaseUnavailable ? 'shed' : String(error)),
        ),
    );
    // Whether it is up is told before anybody has waited to the end.
    const first = await Promise.race([small.ready(), ...all]);
    const outcomes = await Promise.all(all);
    expect(outcomes.filter(o => o === 'served')).toHaveLength(2);
    expect(outcomes.filter(o => o === 'shed')).toHaveLength(6);
    expect(first).toBe(true);
    expect(await small.as(visitor, async tx => tx.actor.kind)).toBe('visitor');
    await small.close();
  });

  it('outlives the death of its connections, idle or at work', async () => {
    const errors: Error[] = [];
    const db = openDatabase(t.addresses.app, { size: 2, onError: error => errors.push(error) });
    await db.as(visitor, async () => {});
    const killAll = () =>
      t.superuser.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'eservices_app' and datname = current_database()`,
      );
    await killAll();
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    const torn = db.as(visitor, async tx => {
      await killAll();
      await tx.sites.byKey('x');
    });
    await expect(torn).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await db.as(visitor, async tx => tx.actor.kind)).toBe('visitor');
    await db.close();
  });

  it('a connection that dies before anybody listens ends no process, and its next query says so', async () => {
    const pool = openPool(t.addresses.app, { size: 1 });
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise(resolve => client.once('end', resolve));
    await t.superuser.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await ended;
    await expect(client.query('select 1')).rejects.toThrow(/not queryable/);
    client.release(true);
    await pool.end();
  });

  it('gives up a statement that takes too long, and the connection goes on', async () => {
    const db = openDatabase(t.addresses.app, { size: 1, limits: { statementMs: 100 } });
    const other = await t.owner.connect();
    await other.query('begin; lock table sites in access exclusive mode');
    await expect(db.as(visitor, tx => tx.sites.byKey('x'))).rejects.toThrow('statement timeout');
    await other.query('rollback');
    other.release();
    expect(await db.as(visitor, tx => tx.sites.byKey('x'))).toBeNull();
    await db.close();
  });
});

describe('a demo', () => {
  it('is one from its creation, and its clock only moves forward', async () => {
    const demo = await freshDatabase({ demo: true });
    const moved = await demo.db.as(visitor, tx => tx.demo.moveClock(48));
    const { now, isDemo } = await demo.db.as(visitor, async tx => ({
      now: tx.now,
      isDemo: await tx.demo.isDemo(),
    }));
    expect(isDemo).toBe(true);
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(47.9 * 3_600_000);
    expect(Date.parse(moved)).toBeLessThanOrEqual(Date.parse(now));
    await expect(demo.db.as(visitor, tx => tx.demo.moveClock(-1))).rejects.toThrow('forward');
    await expect(demo.owner.query('update installation set demo = false')).rejects.toThrow(
      'from its creation',
    );
    await expect(demo.owner.query(`update installation set clock_offset = '0'`)).rejects.toThrow(
      'only moves forward',
    );
    await expect(demo.owner.query('delete from installation')).rejects.toThrow('from its creation');
    await demo.drop();
  });

  it('is never made of a real database', async () => {
    await expect(t.db.as(visitor, tx => tx.demo.moveClock(1))).rejects.toThrow('only the clock of a demo');
    await expect(t.owner.query('update installation set demo = true')).rejects.toThrow('from its creation');
  });
});
