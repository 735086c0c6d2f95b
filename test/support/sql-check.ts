import type pg from 'pg';
import type { Actor } from '../../src/app/actor.ts';
import { beginAs } from '../../src/postgres/begin.ts';
import type { Story } from './cast-story.ts';
import type { TestDatabase } from './database.ts';
import { everybody, isProgrammeSteward, readWorld, sees, type View, viewsOf } from './sql-model.ts';

const limits = { statementMs: 20_000, lockMs: 5_000, idleMs: 60_000 };

/** As the role of the application, with the settings of an actor: what `beginAs` says, inside a transaction that is open. */
async function become(client: pg.ClientBase, actor: Actor | null): Promise<void> {
  const settings = beginAs(actor ?? { kind: 'visitor' }, limits)
    .replace(/^begin; /, '')
    .replace(/; select app_now.*$/, '');
  await client.query(settings);
  if (actor === null) await client.query(`select set_config('app.kind', '', true)`);
}

/** Runs one statement inside a savepoint and takes it back: its rows, or the code of its refusal. */
export async function trial(
  client: pg.ClientBase,
  sql: string,
  values: unknown[] = [],
): Promise<{ rows: Record<string, unknown>[]; count: number } | { refused: string; message: string }> {
  try {
    const [, ...done] = (await client.query(
      `savepoint trial; ${inlined(sql, values)}; rollback to savepoint trial;
        release savepoint trial`,
    )) as unknown as pg.QueryResult[];
    const { rows, rowCount } = done.at(-3)!;
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    await client.query('rollback to savepoint trial; release savepoint trial');
    const { code, message } = error as { code?: string; message: string };
    return { refused: code ?? 'error', message };
  }
}

/** One message for all statements, which takes no parameters: ours are numbers or absent. */
function inlined(sql: string, values: readonly unknown[]): string {
  return sql.replace(/\$(\d)/g, (_, n: string) => {
    const value = values[Number(n) - 1];
    return value === null || value === undefined ? 'null' : String(Number(value));
  });
}

/** A row or more in the tables that the story does not fill. */
export async function fillTheRest({ owner }: TestDatabase): Promise<void> {
  await owner.query(`insert into receipts (sender, key, body_hash, led)
    select 'person:' || id, 'form', '', '{}' from people on conflict do nothing`);
  await owner.query(`insert into recurring (kind, every) values ('x', '1 day')`);
  await owner.query(
    `insert into waits (service_id, measure, computed_at) select min(id), 'wait1', now() from services`,
  );
  await owner.query(`insert into wait_points (service_id, measure, at, median, median_more, ninetieth, ninetieth_more, people)
    select min(id), 'wait2', '2026-01-01', 1, false, 2, false, 6 from services`);
  await owner.query(`insert into join_requests (key, receipt, site_name, kind, address, city, postal_code, phone, uses,
    lead_name, lead_title, email, language, remarks)
    values ('j', 'j', 's', 'clinic', '', '', '', '', '{ask}', 'n', '', 'e', 'en', '')`);
  await owner.query(
    `insert into units (key, site_id, name_en, name_fr) select 'u', min(id), 'U', 'U' from sites`,
  );
  await owner.query(`insert into jobs (kind, parked_at) values ('x', now())`);
  await owner.query(`insert into directory_entries (id, site_id, kind, languages)
    select 1, min(id), 'facility', '{}' from sites`);
  await owner.query(
    `insert into directory_texts (entry, name_stems, term_stems, text_stems) values (1, '{}', '{}', '{}')`,
  );
  await owner.query(`insert into directory_postings (stem, entry, field) values ('mood', 1, 3)`);
  await owner.query(`insert into directory_stems (stem, entries) values ('mood', 1)`);
  await owner.query(`insert into fsa_centres (fsa, latitude, longitude) values ('K1A', 45, -75)`);
  await owner.query(
    `insert into synonyms (key, english, french, also) values ('s', '{low mood}', '{triste}', 'depression')`,
  );
  await owner.query(`insert into synonym_words (word, synonym_id) select 'low mood', id from synonyms`);
  await owner.query(`insert into favourite_services (member_id, service_id)
    select m.id, (select min(id) from services) from members m on conflict do nothing`);
  await owner.query(`insert into urgent_phrases (key, language, phrase) values ('u', 'en', 'chest pain')`);
  await owner.query(`insert into urgent_phrase_changes (phrase_id, member_id, was, now)
    select min(p.id), min(m.id), '', 'chest pain' from urgent_phrases p, members m`);
}

/** Every difference between what the policies let through and the model, as sentences; the rows seen per table. */
export async function compare(
  client: pg.ClientBase,
  story: Story,
): Promise<{ wrong: string[]; seen: Map<string, Set<string>> }> {
  const wrong: string[] = [];
  const seen = new Map<string, Set<string>>();
  const world = await readWorld(client);
  const views = viewsOf(story, world);
  await client.query('set local session authorization eservices_app');
  for (const { asker, view } of views) {
    await become(client, asker.actor);
    for (const table of Object.keys(world)) {
      if (isForAll(table) && !plain.includes(asker.name)) continue;
      const found = await compareOne(client, table, view);
      wrong.push(...found.wrong.map(line => `${asker.name} ${line}`));
      if (found.rows > 0) seen.set(table, (seen.get(table) ?? new Set()).add(asker.name));
    }
    wrong.push(...(await writes(client, view)).map(line => `${asker.name} ${line}`));
  }
  await become(client, story.actors['requester clinician']);
  const { id, version } = world.cases!.find(one => one.id === story.ours.referralId)!;
  wrong.push(...(await noticeWithEvent(client, { id: Number(id), version: Number(version) })));
  await client.query('reset session authorization');
  return { wrong, seen };
}

/** The database knows an event of this transaction by its number, which a savepoint hides: so this one is tried last. */
async function noticeWithEvent(
  client: pg.ClientBase,
  of: { id: number; version: number },
): Promise<string[]> {
  const event = { type: 'x', audience: 'all', at: '2026-11-22T14:00:00Z', side: 'requester', body: '{}' };
  const events = [{ ...event, clinical: true, lead: false }];
  const state = { status: 'sent', urgency: 'routine' };
  try {
    const change = { case: of.id, version: of.version, turn: 1, state, events };
    await client.query('select record_events($1)', [JSON.stringify(change)]);
    await client.query(notice, [of.id]);
    return [];
  } catch (error) {
    await client.query('rollback');
    return [`the requester cannot make a notice with an event: ${(error as Error).message}`];
  }
}

/** What is for everybody or for nobody is asked by a few. */
const plain: readonly string[] = ['nobody', 'visitor', 'stranger clinician', 'job'];
const isForAll = (table: string) => sees[table] === null || sees[table] === everybody;

async function compareOne(client: pg.ClientBase, table: string, view: View) {
  const rule = sees[table];
  if (rule === undefined) return { wrong: [`meets ${table}, of which the model says nothing`], rows: 0 };
  const got = await trial(client, `select ctid::text as "#" from "${table}"`);
  if (rule === null)
    return { wrong: 'refused' in got && got.refused === '42501' ? [] : [`may ask ${table}`], rows: 0 };
  if ('refused' in got) return { wrong: [`cannot ask ${table}: ${got.message}`], rows: 0 };
  const expected = new Set(view.world[table]!.filter(row => rule(view, row)).map(row => row['#']));
  const leaked = got.rows.filter(row => !expected.has(row['#'])).length;
  const missing = expected.size - (got.rows.length - leaked);
  const wrong = [
    ...(leaked > 0 ? [`sees ${leaked} rows too many of ${table}`] : []),
    ...(missing > 0 ? [`does not see ${missing} rows of ${table}`] : []),
  ];
  return { wrong, rows: got.rows.length };
}

/** A write, and who may do it. */
interface Write {
  name: string;
  sql: string;
  values?(view: View): unknown[];
  may(view: View): boolean;
}

const isPerson = ({ actor }: View) => actor?.kind === 'person';
const siteOf = ({ actor }: View) => (actor && 'site' in actor ? actor.site : null);
const memberOf = ({ actor }: View) => (actor?.kind === 'person' ? actor.member : null);
const linkOf = ({ actor }: View) => (actor && 'link' in actor ? actor.link : null);
const anySite = (view: View) => siteOf(view) ?? 1;
const file = `insert into attachments (key, site_id, member_id, link_id, name, kind, size, blob, hash, scan)
  values ('k', $1, $2, $3, 'n', 'pdf', 1, 'b', 'h', 'clean')`;
const patient = `insert into patients (key, site_id, details, birth_date, card, card_number, words, sort_name)
  values ('k', $1, '{}', '2000-01-01', '', '', '', '')`;
const draft = `insert into drafts (key, site_id, author_id, kind, content) values ('k', $1, $2, 'econsult', '{}')`;
const other = (view: View) => (view.world.sites!.find(site => site.id !== siteOf(view))!.id as number) ?? 0;
const job = ({ actor }: View) => actor?.kind === 'job';
const notice = `insert into notices (message_id, case_id, seq, recipient_kind, recipient_id, template, params, made_at, state_at)
  values ('m', $1, 1, 'site', 1, 'x', '{}', now(), now())`;
const caseOf = ({ actor, world }: View) =>
  actor?.kind === 'job' && actor.case !== null ? actor.case : (world.cases![0]!.id as number);
/** Every way in which the role may write to a table, for its own and for others. */
const allWrites: readonly Write[] = [
  { name: 'adds a patient of the site', sql: patient, values: view => [anySite(view)], may: isPerson },
  { name: 'adds a patient elsewhere', sql: patient, values: view => [other(view)], may: () => false },
  {
    name: 'adds a contact elsewhere',
    sql: `insert into patient_contacts (patient_id, site_id, position, details) values ($1, $2, 9, '{}')`,
    values: view => {
      const row = view.world.patients!.find(one => one.site_id !== siteOf(view))!;
      return [row.id, row.site_id];
    },
    may: () => false,
  },
  {
    name: 'begins a draft',
    sql: draft,
    values: view => [anySite(view), memberOf(view) ?? 1],
    may: isPerson,
  },
  {
    name: 'begins a draft elsewhere',
    sql: draft,
    values: view => [other(view), memberOf(view) ?? 1],
    may: () => false,
  },
  {
    name: 'adds a file',
    sql: file,
    values: view => [siteOf(view), memberOf(view), linkOf(view)],
    may: ({ actor }) => ['person', 'patient', 'guest'].includes(actor?.kind ?? ''),
  },
  {
    name: 'adds a file as another site',
    sql: file,
    values: view => [other(view), memberOf(view), linkOf(view)],
    may: () => false,
  },
  { name: 'adds a job', sql: `insert into jobs (kind) values ('x')`, may: ({ actor }) => actor !== null },
  { name: 'changes jobs', sql: 'update jobs set attempts = attempts + 1', may: job },
  {
    name: 'adds what recurs',
    sql: `insert into recurring (kind, every) values ('y', '1 day')`,
    may: job,
  },
  { name: 'forgets words', sql: 'update synonyms set removed_at = now()', may: isProgrammeSteward },
  {
    name: 'forgets what is urgent',
    sql: 'update urgent_phrases set removed_at = now()',
    may: isProgrammeSteward,
  },
  { name: 'forgets it without a trace', sql: 'delete from urgent_phrases', may: () => false },
  {
    name: 'makes something urgent',
    sql: `insert into urgent_phrases (key, language, phrase) values ('x', 'en', 'x')`,
    may: isProgrammeSteward,
  },
  { name: 'rewrites who changed it', sql: 'update urgent_phrase_changes set was = now', may: () => false },
  { name: 'forgets words without a trace', sql: 'delete from synonyms', may: () => false },
  { name: 'says who changed words', sql: 'update synonyms set changed_by = 1', may: () => false },
  { name: 'lets go of a word', sql: 'delete from synonym_words', may: isProgrammeSteward },
  {
    name: 'takes a word',
    sql: `insert into synonym_words (word, synonym_id) select 'blue', id from synonyms`,
    may: isProgrammeSteward,
  },
  { name: 'forgets what recurs', sql: 'delete from recurring', may: job },
  {
    name: 'makes up a wait',
    sql: `insert into waits (service_id, measure, urgency, computed_at) select id, 'wait1', 'urgent', now() from services limit 1`,
    may: job,
  },
  { name: 'forgets the waits', sql: 'delete from waits', may: job },
  {
    name: 'makes up what waits were',
    sql: `insert into wait_points (service_id, measure, at, median, median_more, ninetieth, ninetieth_more, people)
      select id, 'wait1', '2026-01-01', 1, false, 2, false, 6 from services limit 1`,
    may: job,
  },
  { name: 'forgets what waits were', sql: 'delete from wait_points', may: job },
  {
    name: 'writes in the log',
    sql: `insert into audit (act, what, ids, result) values ('x', 'case', '{}', 'o')`,
    may: ({ actor }) => actor !== null,
  },
  { name: 'makes a notice without an event', sql: notice, values: view => [caseOf(view)], may: ofItsCase },
  {
    name: 'moves notices',
    sql: `update notices set why = 'x' where case_id = $1`,
    values: view => [caseOf(view)],
    may: ofItsCase,
  },
  {
    name: 'moves notices of another case',
    sql: `update notices set why = 'x' where case_id <> $1`,
    values: view => [caseOf(view)],
    may: () => false,
  },
  {
    name: 'asks to join',
    sql: `insert into join_requests (key, receipt, site_name, kind, address, city, postal_code, phone, uses, lead_name,
      lead_title, email, language, remarks)
      values ('k', 'r', 's', 'clinic', '', '', '', '', '{ask}', 'n', '', 'e', 'en', '')`,
    may: ({ actor }) => actor?.kind === 'visitor' || actor?.kind === 'person',
  },
  {
    name: 'answers who asks to join',
    sql: `update join_requests set answer = 'duplicate'`,
    may: isProgrammeSteward,
  },
  { name: 'answers in another name', sql: 'update join_requests set answered_by = 1', may: () => false },
  { name: 'changes who asks to join', sql: `update join_requests set email = 'x@y'`, may: () => false },
  {
    name: 'keeps a receipt of somebody else',
    sql: `insert into receipts (sender, key, body_hash, led) values ('person:999', 'k', '', '{}')`,
    may: () => false,
  },
  {
    name: 'keeps a receipt',
    sql: `insert into receipts (sender, key, body_hash, led) values (app_sender(), 'k', '', '{}')`,
    may: ({ actor }) => actor !== null && !['visitor', 'operator'].includes(actor.kind) && !isLooseJob(actor),
  },
  {
    name: 'renames the site',
    sql: `update sites set city = 'x' where id = $1`,
    values: view => [anySite(view)],
    may: isPerson,
  },
  {
    name: 'renames other sites',
    sql: `update sites set city = 'x' where id <> $1`,
    values: view => [anySite(view)],
    may: () => false,
  },
  {
    name: 'adds a unit',
    sql: `insert into units (key, site_id, name_en, name_fr) values ('k', $1, 'x', 'x')`,
    values: view => [anySite(view)],
    may: isPerson,
  },
  {
    name: 'adds a unit elsewhere',
    sql: `insert into units (key, site_id, name_en, name_fr) values ('k', $1, 'x', 'x')`,
    values: view => [other(view)],
    may: () => false,
  },
  ...['first', 'last'].map(
    (which): Write => ({
      name: `makes a link of the ${which} request`,
      sql: `select make_link(sha256('x'), 'patient', $1, null, null, null, 'en', interval '1 hour')`,
      values: view => [requestOf(view, which)],
      may: view => worksOn(view, { request: requestOf(view, which) }),
    }),
  ),
  ...['first', 'last'].map(
    (which): Write => ({
      name: `makes a link of the ${which} case`,
      sql: `select make_link(sha256('x'), 'guest', null, $1, null, null, 'en', interval '1 hour')`,
      values: view => [pick(view.world.cases!, which).id],
      may: view => worksOn(view, { case: pick(view.world.cases!, which).id }),
    }),
  ),
  {
    name: 'closes a link',
    sql: 'select void_link($1)',
    values: view => [pick(view.world.links!, 'first').id],
    may: view => {
      const { request_id, case_id } = pick(view.world.links!, 'first');
      return worksOn(view, { request: request_id ?? undefined, case: case_id ?? undefined });
    },
  },
  {
    name: 'makes a link that sets a password',
    sql: `select make_link(sha256('x'), 'reset', null, null, null, $1, 'en', interval '1 hour')`,
    values: () => [1],
    may: job,
  },
  {
    name: 'opens a session without a password',
    sql: `select open_session(sha256('x'), $1, null)`,
    values: view => [(view.actor?.kind === 'person' && view.actor.person) || 1],
    may: () => false,
  },
  {
    name: 'opens a session of a link',
    sql: `select open_session(sha256('x'), null, $1)`,
    values: view => [pick(view.world.links!, 'first').id],
    may: () => false,
  },
  {
    name: 'teaches the directory a word',
    sql: `insert into synonyms (key, english, french, also) values ('x', '{x}', '{y}', '')`,
    may: isProgrammeSteward,
  },
];

type Row = View['world'][string][number];

const pick = (rows: readonly Row[], which: string): Row => rows.at(which === 'first' ? 0 : -1)!;
const requestOf = ({ world }: View, which: string) => pick(world.cases!, which).request_id;

/** Those who work on a case: both sides and the intake, while it is theirs; a copy or a guest does not. Its own job. */
function worksOn({ actor, parts }: View, about: { request?: unknown; case?: unknown }): boolean {
  const sides = { person: ['requester', 'receiver', 'intake'], job: ['system'] }[actor?.kind as string];
  return parts.some(
    part =>
      (part.request === about.request || part.case === about.case) &&
      part.until === null &&
      sides?.includes(part.side),
  );
}

function isLooseJob(actor: Actor): boolean {
  return actor.kind === 'job' && actor.case === null;
}

function ofItsCase({ actor }: View): boolean {
  return actor?.kind === 'job' && actor.case !== null;
}

async function writes(client: pg.ClientBase, view: View): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, sql, values, may } of allWrites) {
    const got = await trial(client, sql, values?.(view) ?? []);
    const did = !('refused' in got) && got.count > 0;
    if (did !== may(view))
      wrong.push(`${did ? '' : 'not '}${name}${'refused' in got ? `: ${got.message}` : ''}`);
  }
  return [...wrong, ...(await changes(client, view))];
}

/** Nobody changes or removes a row that they do not see, in any table. */
async function changes(client: pg.ClientBase, view: View): Promise<string[]> {
  const wrong: string[] = [];
  for (const [table, rows] of Object.entries(view.world)) {
    const rule = sees[table];
    if (isForAll(table) && view.actor?.kind === 'person') continue;
    const visible = rule ? rows.filter(row => rule(view, row)).length : 0;
    const got = await trial(client, `delete from "${table}"`);
    if (!('refused' in got) && got.count > visible) wrong.push(`removes rows of others of ${table}`);
  }
  return wrong;
}
