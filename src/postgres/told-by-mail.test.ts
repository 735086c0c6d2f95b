import { afterAll, beforeAll, expect, it } from 'vitest';
import { addService, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { App } from '../app/app.ts';
import { openingsWished, wishOpening } from '../app/directory/opening-wishes.ts';
import { askToCheck, tellUnchecked } from '../app/jobs/ask-to-check.ts';
import type { Handler } from '../app/jobs/handler.ts';
import { tellJoin } from '../app/jobs/tell-join.ts';
import { findOpenings, tellOpening } from '../app/jobs/tell-openings.ts';
import { answerJoin } from '../app/people/answer-join.ts';
import type { Mail } from '../app/ports/mailer.ts';
import { mailText } from '../words/mail.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;
let steward: TestMember;
let sent: Mail[] = [];

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id, { name: 'Mood clinic' });
  steward = await addMember(t, world.clinic.id, { name: 'Stella Steward', roles: ['steward'] });
});
afterAll(() => t.drop());

const config = { baseUrl: 'https://es.example', secretKey: 'x'.repeat(32) };
const mailer = { send: async (mail: Mail) => void sent.push(mail), close: async () => {} };
const app = () => ({ db: t.db, config, mailer }) as unknown as App;

/** Runs what is due, a round now where it comes round by itself, and every mail it led to; the mails in words. */
async function rounds(...handlers: Handler[]): Promise<string[]> {
  sent = [];
  for (const one of handlers) {
    const jobs = await t.db.as({ kind: 'job', case: null }, async tx => {
      if (one.every) await tx.jobs.add({ kind: one.kind, payload: {} });
      return tx.jobs.claim([one.kind], 20);
    });
    for (const job of jobs) {
      await one.run(job, app());
      await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.done(job));
    }
  }
  return sent.map(mail => {
    const { subject, text } = mailText(mail.lang, mail.template, mail);
    return `${mail.to} ${subject}\n${text}`;
  });
}

it('whoever asked to join is told why the programme said no, in their language', async () => {
  const programme = await addSite(t, 'The Programme', { kind: 'programme' });
  const prue = await addMember(t, programme.id, { name: 'Prue Gramme', roles: ['steward'] });
  await t.owner.query(
    `insert into join_requests (key, receipt, site_name, kind, address, city, postal_code, phone, uses, lead_name, lead_title,
       email, language, remarks)
     values (repeat('k', 26), 'r', 'Clinique du Nord', 'clinic', '1', 'Hearst', 'P0L 1N0', '705-555-0101', '{ask}', 'Nora', '',
       'nora@nord.example', 'fr', '')`,
  );
  const given = { key: 'k'.repeat(26), version: 1, answer: 'declined', note: 'Hors de l’Ontario.' };
  expect(await answerJoin({ db: t.db, config } as never, prue.actor, given)).toEqual({ ok: true });
  const [mail, ...more] = await rounds(tellJoin);
  expect(more).toEqual([]);
  for (const said of [
    'nora@nord.example',
    'Clinique du Nord',
    'Hors de l’Ontario.',
    'https://es.example/join',
  ])
    expect(mail).toContain(said);
});

it('stewards are asked once when a listing is unchecked for a year, and again after 90 days, nobody for others’', async () => {
  const nobodys = await addSite(t, 'Unclaimed Hospital', { kind: 'facility' });
  await t.owner.query('update sites set on_network = false where id = $1', [nobodys.id]);
  const theirs = await addService(t, nobodys.id, { name: 'Theirs' });
  const unchecked = (days: number) =>
    t.owner.query('update services set verified_on = current_date - $1::int where id = any ($2)', [
      days,
      [service.id, theirs.id],
    ]);
  await unchecked(300);
  expect(await rounds(askToCheck, tellUnchecked)).toEqual([]);
  await unchecked(400);
  const mails = await rounds(askToCheck, tellUnchecked);
  expect(mails).toEqual([expect.stringContaining('Please check your listings')]);
  expect(mails[0]).toContain(steward.email);
  expect(await rounds(askToCheck, tellUnchecked)).toEqual([]);
  await t.owner.query(`update sites set check_asked_at = check_asked_at - interval '91 days'`);
  expect(await rounds(askToCheck, tellUnchecked)).toHaveLength(1);
});

it('a clinician who waits for a paused service gets one mail when it opens, unless they withdrew', async () => {
  const { actor } = world.physician;
  const { key } = service;
  expect(await wishOpening(t, actor, { key, wish: true })).toBe('open');
  await t.owner.query('update services set paused_until = current_date + 5 where id = $1', [service.id]);
  expect(await wishOpening(t, actor, { key, wish: true })).toBe('done');
  expect(await wishOpening(t, steward.actor, { key, wish: true })).toBe('done');
  expect(await wishOpening(t, steward.actor, { key, wish: false })).toBe('done');
  expect((await openingsWished(t, actor)).map(one => one.name.en)).toEqual(['Mood clinic']);
  expect(await rounds(findOpenings, tellOpening)).toEqual([]);
  await t.owner.query('update services set paused_until = current_date where id = $1', [service.id]);
  const mails = await rounds(findOpenings, tellOpening);
  expect(mails).toEqual([expect.stringContaining(`Mood clinic takes people again`)]);
  expect(mails[0]).toContain(world.physician.email);
  expect(await openingsWished(t, actor)).toEqual([]);
  expect(await rounds(findOpenings, tellOpening)).toEqual([]);
});
