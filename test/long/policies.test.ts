import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOn } from '../support/cases.ts';
import { people } from '../support/cast.ts';
import { playStory, type Story } from '../support/cast-story.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { compare, fillTheRest } from '../support/sql-check.ts';
import { times } from './runs.ts';

interface Policy {
  tablename: string;
  policyname: string;
  cmd: string;
  qual: string | null;
  with_check: string | null;
}

let t: TestDatabase;
let story: Story;
let policies: Policy[];

beforeAll(async () => {
  t = await freshDatabase();
  story = await playStory(t, appOn(t), await people(t));
  await fillTheRest(t);
  // The owner's policy lets definer functions and the operator pass; the application's role never goes by it.
  const { rows } = await t.superuser.query<Policy>(
    `select tablename, policyname, cmd, qual, with_check from pg_policies
     where schemaname = 'public' and policyname <> 'owner' order by 1, 2`,
  );
  policies = rows;
});
afterAll(() => t.drop());

/** Spoiling these changes nothing, as something else holds as well. */
const alike: Readonly<Record<string, string>> = {
  'alter policy "add" on "audit" with check (true)':
    'a row without an actor has no kind, and the column needs one',
  'alter policy "machine_updates" on "notices" with check (true)':
    'the case of a notice is not among the columns it may change',
  'alter policy "steward" on "synonyms" using (true)':
    'everybody reads them, nobody may delete, and a changed row is held to the condition for new ones',
  'alter policy "steward" on "service_categories" using (true)': 'the same',
  'alter policy "keeper_changes" on "services" using (true)': 'the same',
  'alter policy "keeper_changes" on "services" with check (true)':
    'its site is not among the columns that may change',
  'alter policy "changes" on "clinic_types" using (true)':
    'its schedule is not among the columns that may change, and a changed row is held to the condition for new ones',
  'alter policy "changes" on "clinic_types" with check (true)':
    'its schedule is not among the columns that may change',
  'alter policy "changes" on "schedules" using (true)': 'the same of its site',
  'alter policy "changes" on "schedules" with check (true)': 'the same of its site',
  'alter policy "keeper_changes" on "form_library" using (true)': 'the same of its site',
  'alter policy "keeper_changes" on "form_library" with check (true)': 'the same of its site',
  'alter policy "answer" on "join_requests" using (true)':
    'both conditions are the same and speak of the reader alone',
  'alter policy "answer" on "join_requests" with check (true)': 'the same',
};

const nameOf = ({ tablename, policyname }: Policy) => `"${policyname}" on "${tablename}"`;

/** Every way to spoil a policy: gone, and each of its two conditions always true. */
function mutants(policy: Policy): string[] {
  const opened = [
    ...(policy.qual && policy.qual !== 'true' ? ['using (true)'] : []),
    ...(policy.with_check && policy.with_check !== 'true' ? ['with check (true)'] : []),
  ];
  // Without a condition of its own for new rows, a policy holds them to the one for old rows: both open together.
  const both = opened.length === 2 ? ['using (true) with check (true)'] : [];
  return [
    `drop policy ${nameOf(policy)}`,
    ...[...opened, ...both].map(how => `alter policy ${nameOf(policy)} ${how}`),
  ];
}

async function wrongAfter(sql: string): Promise<string[]> {
  const client: pg.PoolClient = await t.superuser.connect();
  try {
    await client.query('begin');
    await client.query(sql);
    return (await compare(client, story)).wrong;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

// Each of several hundred asks whole tables again: about an hour where nothing else runs.
describe('a policy that somebody spoils', () => {
  it('is noticed by the matrix of the second wall, each one', async () => {
    expect(await wrongAfter('select 1')).toEqual([]);
    const all = policies.flatMap(mutants).filter(sql => !(sql in alike));
    expect(all.length).toBeGreaterThan(50);
    const step = Math.max(1, Math.floor(all.length / times(all.length, 8)));
    const unnoticed: string[] = [];
    for (const sql of all.filter((_, i) => i % step === 0))
      if ((await wrongAfter(sql)).length === 0) unnoticed.push(sql);
    expect(unnoticed).toEqual([]);
  }, 7_200_000);
});
