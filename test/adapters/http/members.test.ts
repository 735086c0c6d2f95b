import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonActor } from '../../../src/app/actor.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type PostOffice, postOffice } from '../../support/post-office.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let post: PostOffice;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let steward: TestBrowser;

beforeAll(async () => {
  database = await freshDatabase();
  world = await smallWorld(database);
  await database.owner.query(`update members set roles = '{steward}' where id = $1`, [world.clerk.member]);
  for (const one of [world.clerk, world.physician, world.delegate])
    await givePassword(database, one, password);
  post = await postOffice();
  app = await startApp(database, { SMTP_URL: post.url });
  steward = app.browser();
  await steward.signIn(world.clerk.email, password);
  await steward.get('/members/new');
});
afterAll(async () => {
  await app?.stop();
  await post?.stop();
  await database?.drop();
});

const typed = {
  given: 'Odile',
  family: 'Marchand',
  email: 'odile@example.test',
  language: 'fr',
  roles: 'nurse',
};
const memberOf = async (
  email: string,
  site = world.clerk.actor.site,
): Promise<{ key: string; id: number; ended: boolean }> =>
  (
    await database.owner.query(
      `select m.key, m.id, coalesce(until_day < current_date, false) as ended
       from members m join people p on p.id = m.person_id where p.email = $1 and m.site_id = $2`,
      [email, site],
    )
  ).rows[0];

it('a steward adds somebody, who is invited in their language, chooses a password and works', async () => {
  const wrong = await steward.post('/members/new', { ...typed, email: 'odile', family: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="Odile"');
  expect(wrong.html).toContain('This is no e-mail address.');
  const added = await steward.post('/members/new', typed);
  expect(added.status).toBe(303);
  const list = (await steward.get('/members')).html;
  expect(list).toContain('Odile Marchand');
  expect(list).toContain('Invited, no password yet');
  const letters = () => post.received.filter(mail => mail.to === typed.email);
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(1);
  expect(letters()[0]!.subject).toContain('Votre_compte');
  const { key } = await memberOf(typed.email);
  await steward.post(`/members/${key}/invite`, {});
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(2);
  const link = /\/password\/[0-9a-z]{26}/.exec(letters()[1]!.raw)![0];
  const odile = app.browser();
  await odile.get(link);
  expect((await odile.post(link, { password })).status).toBe(303);
  expect((await odile.signIn(typed.email, password)).headers.get('location')).toBe('/worklist');
  expect((await steward.post(`/members/${key}/invite`, {})).status).toBe(422);
  const again = await steward.post('/members/new', typed);
  expect([again.status, again.html.includes('works at your site already')]).toEqual([422, true]);
});

it('a suspension holds from the next click, and an end is set only when no case waits', async () => {
  const { key, id } = await memberOf(typed.email);
  const odile = app.browser();
  await odile.signIn(typed.email, password);
  await steward.post(`/members/${key}/suspend`, {});
  expect((await odile.get('/worklist')).headers.get('location')).toContain('/sign-in');
  await steward.post(`/members/${key}/resume`, {});
  await database.superuser.query(
    `set session_replication_role = replica;
     insert into case_access (case_id, party, side, request_id, type, member, status, urgency, due, accountable, waiting_since,
       updated)
     values (99, 'site:${world.clerk.actor.site}', 'receiver', 99, 'referral', ${id}, 'sent', 'routine', now(), true, now(), now())`,
  );
  const held = await steward.post(`/members/${key}/end`, { until: '2030-01-01' });
  expect(held.status).toBe(422);
  expect(held.html).toContain('Cases wait on this member');
  expect(held.html).toContain('value="2030-01-01"');
  await database.superuser.query('delete from case_access where case_id = 99');
  expect((await steward.post(`/members/${key}/end`, { until: '1999-01-01' })).status).toBe(422);
  expect((await steward.post(`/members/${key}/end`, { until: '2030-01-01' })).status).toBe(303);
  expect((await steward.get(`/members/${key}`)).html).toContain('Take the last day back');
});

it('the last steward stays one', async () => {
  const { key } = await memberOf(world.clerk.email);
  for (const [path, form] of [
    ['', { roles: 'clerk' }],
    ['/suspend', {}],
    ['/end', { until: '2030-01-01' }],
  ] as const) {
    const page = await steward.post(`/members/${key}${path}`, form);
    expect([path, page.status, page.html.includes('needs a steward')]).toEqual([path, 422, true]);
  }
});

it('a clinician gives their standing permission and takes it back; nobody else can', async () => {
  const physician = app.browser();
  await physician.signIn(world.physician.email, password);
  const delegate = await memberOf(world.delegate.email, world.physician.actor.site);
  const standing = async () =>
    (
      await database.owner.query(
        'select from delegations where giver_member_id = $1 and delegate_member_id = $2 and revoked_at is null',
        [world.physician.member, delegate.id],
      )
    ).rows.length;
  await physician.get('/account');
  await physician.post('/account/delegates', { shown: delegate.key });
  expect(await standing()).toBe(0);
  await physician.post('/account/delegates', { shown: delegate.key, delegate: delegate.key });
  expect(await standing()).toBe(1);
  // Past the application: another member of the site revokes nothing.
  const other: PersonActor = { ...world.delegate.actor, actingFor: null };
  await database.db.as(other, tx => tx.staff.revoke(world.physician.member, delegate.id));
  expect(await standing()).toBe(1);
});

it('past the application nobody but the steward reads or changes the members', async () => {
  const { key } = await memberOf(typed.email);
  const change = { unit: null, licence: null, jobTitleEn: null, jobTitleFr: null, responsible: null };
  await database.db.as(world.delegate.actor, async tx => {
    expect(await tx.staff.all()).toEqual([]);
    expect(await tx.staff.personWithEmail(typed.email)).toBeNull();
    expect(await tx.staff.change(key, { ...change, roles: ['steward'] })).toBe('missing');
    expect(await tx.staff.suspend(key, true)).toBe('missing');
    expect(await tx.staff.end(key, '2030-01-01')).toBe('missing');
  });
});
