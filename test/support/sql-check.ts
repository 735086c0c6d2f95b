import type pg from 'pg';
import type { Actor } from '../../src/app/actor.ts';
import { beginAs } from '../../src/postgres/begin.ts';
import type { Story } from './cast-story.ts';
import type { TestDatabase } from './database.ts';
import { everybody, readWorld, sees, type View, viewsOf } from './sql-model.ts';
import { fillSchedules } from './sql-schedules.ts';
import { allWrites, notice } from './sql-writes.ts';

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
  await fillListings(owner);
  await fillFaxes(owner);
  await fillSchedules(owner);
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
  await owner.query(`insert into opening_wishes (member_id, service_id)
    select m.id, (select min(id) from services) from members m`);
  await owner.query(`insert into favourite_services (member_id, service_id)
    select m.id, (select min(id) from services) from members m on conflict do nothing`);
  await owner.query(
    `insert into worklist_settings (member_id, columns, opens_next)
     select id, '{}', true from members where id < (select max(id) from members)`,
  );
  await owner.query(`insert into worklist_views (key, member_id, name, folder, filters)
    select 'v' || id, id, 'Mine', 'needs-me', '{}' from members`);
  await owner.query(`insert into triage_choices (site_id, kind, position, name_en, name_fr)
    select id, 'priority', 1, 'Soon', 'Bientôt' from sites`);
  await owner.query(`insert into request_looks (request_id, member_id, site_id)
    select r.id, m.id, m.site_id from requests r, members m`);
  await fillForms(owner);
  await owner.query(`insert into saved_searches (key, member_id, name, asked)
    select 's' || id, id, 'Sleep', 'q=sleep' from members`);
  await owner.query(`insert into learning_entries (key, person_id, on_day, kind, topic, asked, learnt, changed, sources, minutes)
    select 'l' || id, id, '2026-03-04', 'other', '', '', 'l', '', '', 5 from people`);
  await owner.query(`insert into urgent_phrases (key, language, phrase) values ('u', 'en', 'chest pain')`);
  await owner.query(`insert into urgent_phrase_changes (phrase_id, member_id, was, now)
    select min(p.id), min(m.id), '', 'chest pain' from urgent_phrases p, members m`);
}

/** A fax from the tray at every site, which no member added. */
async function fillFaxes(owner: pg.Pool): Promise<void> {
  await owner.query(`insert into attachments (key, site_id, name, kind, size, blob, hash, scan)
    select 'fax' || id, id, 'fax.pdf', 'pdf', 1, 'f' || id, 'f' || id, 'clean' from sites where on_network`);
  await owner.query(`insert into faxes_in (key, site_id, attachment_id, source)
    select 'in' || a.id, a.site_id, a.id, 'folder' from attachments a where a.key like 'fax%'`);
}

/** Two forms at every site that works here and one of the network; the second has no draft, so that one can be begun. */
async function fillForms(owner: pg.Pool): Promise<void> {
  await owner.query(`insert into form_library (slug, key, site_id, kind, serves)
    select 'own-' || id, 'own' || id, id, 'referral', 'listing' from sites where kind <> 'facility'`);
  await owner.query(`insert into form_library (slug, key, kind, serves)
    values ('of-all', 'of-all', 'referral', 'listing')`);
  await owner.query(`insert into form_library (slug, key, site_id, kind, serves)
    select 'bare-' || id, 'bare' || id, id, 'referral', 'listing' from sites where kind <> 'facility'`);
  await owner.query(
    `insert into form_drafts (slug, questionnaire) select slug, '{}' from form_library where slug not like 'bare-%'`,
  );
  await owner.query(`insert into forms (slug, version, title_en, title_fr, questionnaire)
    values ('of-all', 1, 'Of all', 'De tous', '{}')`);
  await owner.query(`insert into form_times (slug, link_id, seconds) values ('of-all', 'x', 1)`);
  await owner.query(
    `insert into form_burden (slug, figures, computed_at) select slug, '{}', now() from form_library`,
  );
}

/** A service at every site that has a steward, each with all that a listing says, and claims of everybody. */
async function fillListings(owner: pg.Pool): Promise<void> {
  const fillings = [
    `insert into services (key, site_id, kind, category, name_en, name_fr)
     select 'kept' || s.id, s.id, 'referral', (select min(code) from service_categories), 'Kept', 'Tenu' from sites s
     where s.kind <> 'programme' and exists (
       select from members m where m.site_id = s.id and m.roles && array['steward', 'lead'])`,
    'insert into service_places (service_id, position) select id, 1 from services on conflict do nothing',
    'insert into place_hours (place_id, weekday, opens, closes) select id, 1, 540, 600 from service_places',
    `insert into service_clinicians (service_id, position, name) select id, 1, 'Ada' from services`,
    `insert into service_labels (service_id, position, label) select id, 20, 'first' from services`,
    `insert into service_splits (service_id, into_id, position)
     select s.id, (select min(id) from services o where o.id <> s.id), 1 from services s`,
    `insert into listing_history (service_id, version, act, changes) select id, 1, 'added', '{}' from services`,
    `insert into facility_history (site_id, version, changes, by_member)
     select s.id, 1, '{}', min(m.id) from sites s, members m group by s.id`,
    `insert into listing_claims (key, facility_id, site_id, asked_by, reason, contact_name, contact_phone, email, language)
     select 'c' || m.id, s.id, m.site_id, m.id, 'r', 'n', '', 'e', 'en'
     from (select *, row_number() over (order by id) as n from members where roles && array['steward', 'lead']) m
     join (select id, row_number() over (order by id) as n from sites) s using (n)`,
    `insert into imports (source, file_hash, counts) values ('list', '', '{}')`,
    `insert into import_changes (import_id, site_id, after) select min(i.id), min(s.id), '{}' from imports i, sites s`,
  ];
  for (const sql of fillings) await owner.query(sql);
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
