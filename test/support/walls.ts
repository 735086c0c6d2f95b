import type { Actor } from '../../src/app/actor.ts';
import { csrfToken } from '../../src/http/csrf.ts';
import { openSession, type Player } from './cast.ts';
import type { TestDatabase } from './database.ts';
import type { Page, RunningApp } from './server.ts';

/** Tables that a page may write to although it showed and changed nothing of anybody, and those that jobs work on. */
const bookkeeping = [
  ...['audit', 'audit_seals', 'audit_horizon', 'sessions', 'sign_in_attempts', 'jobs', 'recurring'],
  ...['schema_migrations', 'messages'],
];

/** What jobs move on by themselves meanwhile, left out: how far messages got, when the timer looks next. */
const watched: Readonly<Record<string, (row: 'old' | 'new') => string>> = {
  notices: row => `row(${row}.id, ${row}.params)`,
  links: row => `case when ${row}.nonce is null then to_jsonb(${row}) end`,
  case_access: row => `to_jsonb(${row}) - 'look_at'`,
};

/** From now on the database remembers what is written to every table but the bookkeeping, whoever writes. */
export async function watchWrites({ superuser }: TestDatabase): Promise<void> {
  await superuser.query(`
    create table written (at bigint generated always as identity, what text);
    create function remember_write() returns trigger language plpgsql security definer as $$
    begin insert into written (what) values (tg_table_name || ' ' || tg_op); return null; end $$`);
  const { rows } = await superuser.query<{ name: string }>(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename <> all ($1)`,
    [[...bookkeeping, 'written']],
  );
  const trigger = (name: string, on: string, when = '') =>
    `create trigger remember_${on.replaceAll(' ', '_')} after ${on} on "${name}" for each row ${when} execute function remember_write();`;
  const triggers = rows.flatMap(({ name }) => {
    const part = watched[name];
    if (!part) return trigger(name, 'insert or update or delete');
    const changes = `when (${part('old')} is distinct from ${part('new')})`;
    const [made, gone] = [`when (${part('new')} is not null)`, `when (${part('old')} is not null)`];
    return [trigger(name, 'insert', made), trigger(name, 'update', changes), trigger(name, 'delete', gone)];
  });
  // A statement each: one lock at a time cannot meet the jobs' in a deadlock.
  for (const sql of triggers) await superuser.query(sql);
}

/** What was written since the last call, after `watchWrites`: 'cases update', one for each row. */
export async function writtenSince({ superuser }: TestDatabase): Promise<string[]> {
  const { rows } = await superuser.query<{ what: string }>('delete from written returning what');
  return rows.map(({ what }) => what);
}

/** A row of the log as tests read it. */
export interface Logged {
  id: number;
  kind: string;
  site: number | null;
  member: number | null;
  acting_for: number | null;
  outsider: number | null;
  patient: number | null;
  result: 'o' | 'd' | 'm';
  act: string;
  what: string;
  ids: number[];
  why: string | null;
}

/** Rows of the log after `id`, without those of jobs. */
export async function loggedAfter({ superuser }: TestDatabase, id: number): Promise<Logged[]> {
  const { rows } = await superuser.query<Logged>(
    `select id, kind::text, site, member, acting_for, outsider, patient, result::text, act, what, ids, why
     from audit where id > $1 and kind <> 'j' order by id`,
    [id],
  );
  return rows;
}

export async function lastLogged({ superuser }: TestDatabase): Promise<number> {
  return (await superuser.query('select coalesce(max(id), 0) as id from audit')).rows[0].id;
}

/** Is this row the word of the database on that actor: who, where, for whom. */
export function isBy(row: Logged, actor: Actor): boolean {
  if (actor.kind === 'person') {
    const { member, site, actingFor } = actor;
    return (
      row.kind === 'p' && row.member === member && row.site === site && row.acting_for === (actingFor ?? null)
    );
  }
  if (actor.kind === 'patient') return row.kind === 'l' && row.outsider === actor.link;
  if (actor.kind === 'guest') return row.kind === 'g' && row.outsider === actor.link;
  return row.kind === actor.kind[0];
}

export interface Sending {
  method: 'GET' | 'POST';
  path: string;
  form?: Record<string, string>;
  files?: Record<string, string>;
  /** In a session that nobody else uses, as the page ends it. */
  fresh?: boolean;
}

let sources = 0;

/** One request of a player in a new browser with their session, from an address nobody has asked from yet. */
export async function send(
  app: RunningApp,
  database: TestDatabase,
  player: Player,
  what: Sending,
): Promise<Page> {
  sources += 1;
  const source = `10.${(sources >> 16) & 255}.${(sources >> 8) & 255}.${sources & 255}`;
  const browser = app.insider({ 'x-forwarded-for': source });
  const suspended = player.kind.startsWith('suspended');
  const token =
    what.fresh && player.token && !suspended ? await openSession(database, player.actor) : player.token;
  const [name, value] = token ? ['session', token] : ['visit', 'v'.repeat(43)];
  browser.cookies.set(name!, value!);
  browser.csrf = csrfToken(app.app.config.secretKey, value!);
  if (what.method === 'GET') return browser.get(what.path);
  if (!what.files) return browser.post(what.path, what.form);
  const fields = Object.entries(what.form ?? {});
  const files = Object.entries(what.files).map(
    ([field, file]) => [field, new File(['%PDF-1.4\n%%EOF'], file)] as const,
  );
  return browser.postFiles(what.path, [...fields, ...files]);
}

/** A page without what is different each time it is drawn: tokens, receipts, its number and the keys in its addresses. */
export function withoutChance(page: Page): string {
  return page.html
    .replaceAll(page.headers.get('x-request-id') ?? 'none', 'NUMBER')
    .replace(/name="csrf" value="[^"]*"/g, 'CSRF')
    .replace(/[0-9a-hjkmnp-tv-z]{26}/g, 'KEY');
}

/** Where two pages begin to differ, with what stands around it; undefined when they do not. */
export function firstDifference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  const from = Math.max(0, (at === -1 ? one.length : at) - 80);
  return `${one.slice(from, from + 200)} | ${other.slice(from, from + 200)}`;
}
