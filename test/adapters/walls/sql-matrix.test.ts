import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOn } from '../../support/cases.ts';
import { people } from '../../support/cast.ts';
import { playStory, type Story } from '../../support/cast-story.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { compare, fillTheRest } from '../../support/sql-check.ts';

let t: TestDatabase;
let story: Story;

beforeAll(async () => {
  t = await freshDatabase();
  story = await playStory(t, appOn(t), await people(t));
  await fillTheRest(t);
});
afterAll(() => t.drop());

async function undone<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await t.superuser.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the second wall, the application bypassed', () => {
  it('shows everybody what the model says and lets nobody write past it, in every table', async () => {
    const { wrong, seen } = await undone(client => compare(client, story));
    expect(wrong).toEqual([]);
    const ofSomebody = ['requests', 'cases', 'case_events', 'event_bodies', 'case_access', 'notices'];
    ofSomebody.push('case_attachments', 'attachments', 'drafts', 'patients', 'patient_contacts', 'receipts');
    // Beside each denial somebody who sees: a wall that shows nothing to anybody proves nothing.
    ofSomebody.push('schedules', 'clinic_types', 'clinic_closures', 'visits', 'short_notice', 'to_rebook');
    const shown = [...ofSomebody, 'jobs', 'recurring', 'join_requests'];
    expect(shown.filter(table => !seen.has(table))).toEqual([]);
    // And beside each sight somebody who does not: those who are nobody see what is public, and no more.
    expect(shown.filter(table => seen.get(table)!.has('nobody') || seen.get(table)!.has('visitor'))).toEqual(
      [],
    );
  });
});
