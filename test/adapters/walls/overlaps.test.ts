import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fingerprint, noticeOverlap } from '../../../src/app/drafts/overlap.ts';
import { openRequest } from '../../../src/app/open-request.ts';
import type { Draft } from '../../../src/app/ports/drafts.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import type { HealthCard } from '../../../src/domain/patient/health-card.ts';
import { addPatient, addService, appOn, arden, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { smallWorld, type TestMember } from '../../support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let heart: TestService;
let otherHeart: TestService;
let bones: TestService;
let mind: TestService;
/** The same person on two lists. */
let here: { id: number; key: string };
let there: { id: number; key: string };

const into = async (service: TestService, category: string) => {
  await t.owner.query(
    `insert into service_categories (code, name_en, name_fr) values ($1, $1, $1) on conflict do nothing`,
    [category],
  );
  await t.owner.query('update services set category = $2 where id = $1', [service.id, category]);
  return service;
};

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  heart = await into(await addService(t, world.clinic.id), 'cardiology');
  otherHeart = await into(await addService(t, world.stranger.id), 'cardiology');
  bones = await into(await addService(t, world.clinic.id), 'orthopedics');
  mind = await into(await addService(t, world.clinic.id), 'psychiatry');
  here = await addPatient(t, world.physician.actor);
  there = await addPatient(t, world.outsider.actor, { card: { ...arden.card, version: 'ZZ' } as HealthCard });
});
afterAll(() => t.drop());
/** An hour goes by, and every request so far has ended. */
beforeEach(async () => {
  await t.superuser.query(`set session_replication_role = replica;
    delete from overlap_checks; delete from overlap_told; delete from parallel_requests; delete from request_fingerprints;
    set session_replication_role = origin`);
});

const draftFor = ({ actor }: TestMember, service: TestService, patient: { id: number }): Promise<Draft> =>
  t.db.as(actor, tx =>
    tx.drafts.begin({ kind: 'referral', patient: patient.id, service: service.id, title: 'Again' }),
  );
const notice = async (who: TestMember, service: TestService, patient: { id: number }) =>
  noticeOverlap(appOn(t), who.actor, await draftFor(who, service, patient));
const sends = (service = heart) => ask(appOn(t), world.physician.actor, { service, patientKey: here.key });
const count = async (table: string) =>
  (await t.superuser.query(`select count(*)::int as n from ${table}`)).rows[0].n;

it('another site is told that a similar request is open, and each question is written down', async () => {
  expect(await notice(world.outsider, otherHeart, there)).toBe('none');
  await sends();
  expect(await notice(world.outsider, otherHeart, there)).toBe('similar');
  expect(await count('overlap_checks')).toBe(2);
  const { rows } = await t.superuser.query(
    `select why, patient from audit where act = 'notice-overlap' order by id desc limit 2`,
  );
  expect(rows).toEqual([
    { why: 'similar', patient: there.id },
    { why: 'none', patient: there.id },
  ]);
});

it('nothing is said of another category, of a silent one, of a request that ended or is withheld', async () => {
  const sent = await sends();
  await sends(mind);
  expect(await count('request_fingerprints')).toBe(1);
  expect(await notice(world.outsider, bones, there)).toBe('none');
  expect(await notice(world.outsider, mind, there)).toBe('unready');
  await t.superuser.query('update request_fingerprints set withheld_at = now()');
  expect(await notice(world.outsider, otherHeart, there)).toBe('none');
  await t.superuser.query('update request_fingerprints set withheld_at = null');
  expect(await notice(world.outsider, otherHeart, there)).toBe('similar');
  const cancel = { caseKey: sent.caseKey, verb: 'cancel', input: { reason: 'duplicate' } };
  await runVerb(appOn(t), world.physician.actor, cancel);
  expect(await notice(world.outsider, otherHeart, there)).toBe('none');
});

it('one who guesses has twenty tries an hour, the same question is one, and a changed number is another', async () => {
  const draft = await draftFor(world.outsider, otherHeart, there);
  const guess = (n: number) =>
    t.db.as(world.outsider.actor, tx =>
      tx.overlaps.notice(
        draft.key,
        fingerprint('x'.repeat(32), { kind: 'BC', number: `${n}`, unverified: false })!,
      ),
    );
  await sends();
  const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => guess(1000 + n)));
  expect(answers.filter(one => one === 'none')).toHaveLength(20);
  expect(answers.filter(one => one === 'limited')).toHaveLength(5);
  const answered = answers.indexOf('none');
  expect(await guess(1000 + answered)).toBe('none');
  expect(await count('overlap_checks')).toBe(20);
  expect(await noticeOverlap(appOn(t), world.outsider.actor, draft)).toBe('limited');
});

it('nobody asks with another’s draft, for another’s patient, or without being a member', async () => {
  await sends();
  const hash = fingerprint('x'.repeat(32), arden.card)!;
  const theirs = await draftFor(world.physician, heart, here);
  const asks = (actor: Parameters<typeof t.db.as>[0]) =>
    t.db.as(actor, tx => tx.overlaps.notice(theirs.key, hash));
  expect(await asks(world.outsider.actor)).toBe('unready');
  expect(await asks({ kind: 'visitor' })).toBe('unready');
  expect(await asks({ kind: 'job', case: 1 })).toBe('unready');
  expect(await asks(world.physician.actor)).toBe('similar');
});

it('the application’s role can neither list nor write what is kept, nor look a fingerprint up', async () => {
  const tables = [
    'request_fingerprints',
    'overlap_silent',
    'overlap_checks',
    'overlap_told',
    'parallel_requests',
  ];
  for (const table of tables)
    for (const sql of [`select from ${table}`, `delete from ${table}`])
      await expect(t.app.query(sql)).rejects.toMatchObject({ code: '42501' });
  for (const sql of [`select open_alike('\\x00', 'cardiology')`, 'select opened_now(1)'])
    await expect(t.app.query(sql)).rejects.toMatchObject({ code: '42501' });
});

it('no fingerprint is put on a request that was not opened just now', async () => {
  const sent = await sends(mind);
  const { rows } = await t.owner.query('select id from requests where key = $1', [sent.requestKey]);
  const hash = fingerprint('x'.repeat(32), arden.card)!;
  await into(mind, 'neurology');
  await t.db.as(world.physician.actor, tx => tx.overlaps.keep(rows[0].id, hash));
  await into(mind, 'psychiatry');
  expect(await count('request_fingerprints')).toBe(0);
});

it('sent in parallel with a reason, and one is booked: the requester of the other may withdraw it, and patients see it', async () => {
  const first = await sends();
  expect(await notice(world.outsider, otherHeart, there)).toBe('similar');
  const second = await openRequest(appOn(t), world.outsider.actor, {
    ...{ type: 'referral', patientKey: there.key, service: otherHeart.key, beside: 'She asked for it' },
    input: { title: 'Heart', question: 'Please see', urgency: 'routine', mayContact: 'on' },
  });
  if (!second.ok) throw new Error(second.refusal);
  const idOf = async (key: string) =>
    (await t.owner.query('select id from requests where key = $1', [key])).rows[0].id as number;
  const [firstId, secondId] = [await idOf(first.requestKey), await idOf(second.requestKey)];
  const beside = (who: TestMember, request: number) =>
    t.db.as(who.actor, tx => tx.overlaps.bookedBeside(request));
  expect(await beside(world.physician, firstId)).toBe(false);
  await t.superuser.query(
    `update cases set state = jsonb_set(state, '{status}', '"booked"') where request_id = $1`,
    [secondId],
  );
  expect(await beside(world.physician, firstId)).toBe(true);
  expect(await beside(world.outsider, secondId)).toBe(false);
  expect(await beside(world.outsider, firstId)).toBe(false);
  expect(await beside(world.clerk, firstId)).toBe(false);
  // The requester's worklist marks it, and nobody else's.
  const marked = async (who: TestMember) => {
    const { rows } = await t.db.as(who.actor, tx => tx.worklists.page('waits-on-others', { limit: 50 }));
    return rows.filter(row => row.bookedBeside).map(row => row.requestKey);
  };
  expect(await marked(world.physician)).toEqual([first.requestKey]);
  expect([await marked(world.outsider), await marked(world.clerk)]).toEqual([[], []]);
  const told = (request: number) => t.db.as({ kind: 'patient', link: 0, request }, tx => tx.overlaps.told());
  expect([(await told(firstId)).length, (await told(secondId)).length]).toEqual([1, 1]);
  const { rows } = await t.superuser.query(
    `select e.audience, b.body::jsonb->>'text' as text from case_events e
     join event_bodies b on b.case_id = e.case_id and b.seq = e.seq join cases c on c.id = e.case_id
     where c.request_id = $1 and e.type = 'noted'`,
    [secondId],
  );
  expect(rows).toEqual([{ audience: 'requester', text: 'She asked for it' }]);
});
