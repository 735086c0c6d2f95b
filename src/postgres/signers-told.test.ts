import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { App } from '../app/app.ts';
import { giveToSign } from '../app/drafts/drafts.ts';
import type { Handler } from '../app/jobs/handler.ts';
import { tellSigner, tellSigners } from '../app/jobs/tell-signers.ts';
import type { Mail } from '../app/ports/mailer.ts';
import { usualChoices } from '../domain/notices/choices.ts';
import { mailText } from '../words/mail.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let clerk: TestMember;
let colleague: TestMember;
let mails: Mail[] = [];
let texts: Mail[] = [];

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  clerk = await addMember(t, world.practice.id, { name: 'Noor Clerkson', roles: ['clerk'] });
  colleague = await addMember(t, world.practice.id, { name: 'Cora Colleague', roles: ['clinician'] });
});
afterAll(() => t.drop());
beforeEach(async () => {
  for (const table of ['drafts', 'jobs']) await t.superuser.query(`delete from ${table}`);
  [mails, texts] = [[], []];
});

const job = { kind: 'job', case: null } as const;
const to = (list: () => Mail[]) => ({
  send: async (mail: Mail) => void list().push(mail),
  close: async () => {},
});
const app = {
  config: { baseUrl: 'https://es.example', secretKey: 'x'.repeat(32) },
  clock: { now: () => new Date().toISOString() },
  ...{ mailer: to(() => mails), texter: to(() => texts) },
};
const surroundings = () => ({ ...app, db: t.db }) as unknown as App;

async function run(handler: Handler): Promise<void> {
  const found = await t.db.as(job, tx => tx.jobs.claim([handler.kind], 20));
  for (const one of found) {
    await handler.run(one, surroundings());
    await t.db.as(job, tx => tx.jobs.done(one));
  }
}

/** What goes out now. */
async function sends(): Promise<void> {
  await run(tellSigners);
  await run(tellSigner);
}

const title = 'Depression, worse on sertraline';
const write = async (by = clerk) =>
  (await t.db.as(by.actor, tx => tx.drafts.begin({ kind: 'econsult', title }))).key;
const give = (key: string, signer: TestMember = world.physician, by = clerk) =>
  giveToSign(surroundings(), by.actor, { key, signer: signer.member });

it('a clinician gets a message when a draft waits for their signature, with nothing of what it says', async () => {
  expect(await give(await write())).toBe(true);
  await sends();
  expect(mails.map(one => one.to)).toContain(world.physician.email);
  const mail = mails.find(one => one.to === world.physician.email)!;
  expect(mail).toMatchObject({ template: 'draft-to-sign', reference: '1' });
  const { subject, text } = mailText(mail.lang, mail.template, mail);
  expect(`${subject} ${text}`).toContain('https://es.example/worklist/drafts');
  expect(`${subject} ${text} ${JSON.stringify(mail)}`).not.toMatch(/depression|sertraline|noor/i);
});

it('who holds the standing permission is written to as well, and who wrote it is not', async () => {
  await t.superuser.query(
    `insert into delegations (giver_member_id, delegate_member_id) values ($1, $2) on conflict do nothing`,
    [world.physician.member, clerk.member],
  );
  const held = await t.superuser.query<{ email: string }>(
    `select p.email from delegations d join members m on m.id = d.delegate_member_id join people p on p.id = m.person_id
     where d.giver_member_id = $1 and d.revoked_at is null and m.id <> $2`,
    [world.physician.member, clerk.member],
  );
  await give(await write());
  await sends();
  const expected = [world.physician.email, ...held.rows.map(one => one.email)];
  expect(mails.map(one => one.to).sort()).toEqual(expected.sort());
  await t.superuser.query('delete from delegations where delegate_member_id = $1', [clerk.member]);
});

it('given again to the same clinician nobody hears it twice; given to another, that one hears of it', async () => {
  const key = await write();
  await give(key);
  await give(key);
  await sends();
  expect(mails.filter(one => one.to === world.physician.email)).toHaveLength(1);
  mails = [];
  await give(key, colleague);
  await sends();
  expect(mails.map(one => one.to)).toEqual([colleague.email]);
});

it('what was signed or thrown away before the message left is not told of', async () => {
  const key = await write();
  await give(key);
  await run(tellSigners);
  await t.db.as(clerk.actor, tx => tx.drafts.discard(key));
  await run(tellSigner);
  expect(mails).toEqual([]);
});

it('it comes by the way and at the time that the clinician chose, what came meanwhile together', async () => {
  const choose = (choices: object) =>
    t.db.as(colleague.actor, tx => tx.messages.choose({ ...usualChoices, ...choices }));
  await choose({ channel: 'sms', smsTo: '519-555-0142' });
  await give(await write(), colleague);
  await sends();
  expect([mails.length, texts.map(one => one.to)]).toEqual([0, ['519-555-0142']]);
  const inTwoHours = new Date(Date.now() + 2 * 3_600_000);
  const digestAt = inTwoHours.toLocaleTimeString('en-CA', {
    ...{ timeZone: 'America/Toronto', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  await choose({ digestAt });
  for (let nth = 0; nth < 2; nth++) await give(await write(), colleague);
  await sends();
  expect(mails).toEqual([]);
  const { rows } = await t.superuser.query<{ later: boolean }>(
    `select run_after > now() + interval '1 hour' as later from jobs where kind = 'tell-signer'`,
  );
  expect(rows).toEqual([{ later: true }]);
  await t.superuser.query(`update jobs set run_after = now() - interval '1 minute'`);
  await sends();
  expect(mails).toMatchObject([{ to: colleague.email, reference: '3' }]);
});
