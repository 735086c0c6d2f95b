import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { addService } from '../test/support/cases.ts';
import type { TestDatabase } from '../test/support/database.ts';
import { addSite } from '../test/support/world.ts';
import type { BenchPlace } from './place.ts';

const services = 2_000;

/** What becomes of a case: by lot, as in a busy year. Those without an end still wait. */
const lots = `
  create temp table made as
  select n as id, 1 + n % ${services} as service, now() - random() * interval '3 years' as began, random() as lot,
    make_interval(secs => (3 - 40 * ln(1 - random())) * 86400.0) as waits, random() < 0.15 as urgent, random() < 0.05 as away
  from generate_series(1, $1::int) n`;

const iso = (at: string) => `to_char((${at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** As a verb writes it: where the case stands, and who owes what. */
const standing = (status: string) => `'status', '${status}', 'hold', jsonb_build_object('accountable',
  jsonb_build_object('side', 'receiver', 'site', 12), 'next', 'decide', 'from', ${iso('m.began')}, 'due', ${iso("m.began + interval '7 days'")})`;

const events: readonly (readonly [seq: number, type: string, where: string, at: string, body: string])[] = [
  [
    ...([1, 'sent', 'true', 'm.began'] as const),
    `jsonb_build_object('title', 'Low mood since the birth of a second child', 'urgency', case when m.urgent then 'urgent' else 'routine' end,
      'requester', jsonb_build_object('site', 1, 'clinician', 2), 'receiver', jsonb_build_object('site', 12, 'service', m.service),
      'hops', 0, 'patient', jsonb_build_object('reachable', true), 'startedAt', ${iso('m.began')}, 'mayContact', true, ${standing('sent')})`,
  ],
  [
    2,
    'accepted',
    'm.lot >= 0.1',
    "m.began + interval '2 days'",
    `jsonb_build_object('walkIn', false, ${standing('accepted')})`,
  ],
  [
    3,
    'unavailable-set',
    'm.away',
    "m.began + interval '3 days'",
    `jsonb_build_object('from', (m.began + interval '9 days')::date, 'until', (m.began + interval '15 days')::date)`,
  ],
  [
    4,
    'declined',
    "m.lot < 0.1 and m.began + interval '4 days' < now()",
    "m.began + interval '4 days'",
    `jsonb_build_object('reason', 'out-of-scope', 'class', 'not-us', ${standing('declined')})`,
  ],
  [
    ...([5, 'booked', 'm.lot >= 0.1 and m.began + m.waits / 2 < now()', 'm.began + m.waits / 2'] as const),
    `jsonb_build_object('appointment', jsonb_build_object('label', 'initial-visit', 'start', ${iso('m.began + m.waits')}, 'medium', 'in-person',
      'place', 'Room 4', 'instructions', 'Bring a list of what you take.'), ${standing('booked')})`,
  ],
  [
    6,
    'visited',
    'm.lot >= 0.1 and m.began + m.waits < now()',
    'm.began + m.waits',
    `jsonb_build_object('when', ${iso('m.began + m.waits')}, ${standing('seen')})`,
  ],
];

/** Cases written straight into the tables: 1 million in a minute or two, four events each. */
async function fill(place: BenchPlace, cases: number): Promise<void> {
  const database = place as unknown as TestDatabase;
  const site = await addSite(database, 'Somerset Clinic');
  const first = await addService(database, site.id);
  const client = await place.superuser.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query('select setseed(0.4)');
    await client.query(
      `insert into services (key, site_id, kind, name_en, name_fr, category)
       select 'bench' || n, site_id, kind, name_en, name_fr, category from services, generate_series(2, ${services}) n where id = $1`,
      [first.id],
    );
    await client.query(lots, [cases]);
    await client.query(
      `insert into requests (id, key, reference, opened_at) overriding system value select id, 'bench' || id, 'bench' || id, began from made`,
    );
    await client.query(
      `insert into cases (id, key, request_id, type, state, version, turn, last_hash, requester_patient, opened_at)
       overriding system value
       select id, 'bench' || id, id, 'referral', jsonb_build_object('type', 'referral', 'status', 'accepted', 'title',
         'Low mood since the birth of a second child', 'receiver', jsonb_build_object('site', 12, 'service', service),
         'requester', jsonb_build_object('site', 1), 'hold', jsonb_build_object('due', began)), 4, 4, '', '{}', began from made`,
    );
    for (const [seq, type, where, at, body] of events) {
      await client.query(
        `insert into case_events (case_id, seq, type, audience, at, side, clinical, lead, body_hash, chain_hash)
         select m.id, ${seq}, '${type}', 'everyone', ${at}, 'receiver', false, false, sha256(m.id::text::bytea), sha256(m.id::text::bytea)
         from made m where ${where}`,
      );
      await client.query(
        `insert into event_bodies (case_id, seq, audience, side, body)
         select m.id, ${seq}, 'everyone', 'receiver', (${body})::text from made m where ${where}`,
      );
    }
    await client.query('vacuum analyze cases, case_events, event_bodies');
  } finally {
    client.release();
  }
}

/**
 * Works out the waits of so many cases as `eservices compute-waits` does, in a process of its own: seconds, and the most
 * memory that process held.
 */
export async function waits(place: BenchPlace, cases: number): Promise<void> {
  await fill(place, cases);
  const child = fork(join(import.meta.dirname, 'compute-waits.ts'), [JSON.stringify(place.addresses.app)], {
    execArgv: ['--import', 'tsx'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the computation ended with ${code}`);
}
