import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import type { Filters, Folder, WorklistRow } from '../app/ports/worklists.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let advice: TestService;
let second: TestMember;
const cases: Record<string, Awaited<ReturnType<typeof ask>>> = {};

/** Four requests: two new referrals (one urgent), one accepted referral, one eConsult. */
beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  visits = await addService(t, world.clinic.id, { name: 'Late-life mood' });
  advice = await addService(t, world.clinic.id, { name: 'Advice group', type: 'econsult' });
  second = await addMember(t, world.clinic.id, { name: 'Sam Second', roles: ['clinician'] });
  const patient = async (given: string, family: string, number: string) => {
    const card = { kind: 'ON', number, version: 'AB', unverified: true } as const;
    return (await addPatient(t, world.physician.actor, { given, family, card })).key;
  };
  const arden = await patient('Arden', 'Whitcombe', '1111111111');
  const colette = await patient('Colette', 'Laframboise-Élie', '2222222222');
  const input = { urgency: 'urgent', reason: 'getting worse' };
  cases.plain = await ask(app, world.physician.actor, { service: visits, patientKey: arden });
  cases.urgent = await ask(app, world.physician.actor, { service: visits, patientKey: colette, input });
  cases.accepted = await ask(app, world.physician.actor, { service: visits, patientKey: arden });
  cases.advice = await ask(app, world.physician.actor, { service: advice, patientKey: colette });
  await runVerb(app, world.clerk.actor, { caseKey: cases.accepted.caseKey, verb: 'accept', input: {} });
});
afterAll(() => t.drop());

const page = (actor: Actor, folder: Folder, filters: Filters = {}, limit = 50, after?: string) =>
  t.db.as(actor, tx => tx.worklists.page(folder, { filters, limit, after }));
const keys = (rows: readonly WorklistRow[]) => rows.map(row => row.caseKey);
const countsOf = (actor: Actor) => t.db.as(actor, tx => tx.worklists.counts());
const sentFolder: Folder = { side: 'receiver', type: 'referral', status: 'sent' };

describe('a worklist', () => {
  it('puts the urgent first and draws a row without opening the case', async () => {
    const { rows } = await page(world.clerk.actor, sentFolder);
    expect(keys(rows)).toEqual([cases.urgent!.caseKey, cases.plain!.caseKey]);
    expect(rows[0]).toMatchObject({
      ...{ title: 'Low mood', urgency: 'urgent', status: 'sent', side: 'receiver', type: 'referral' },
      ...{ unread: true, accountable: true, reference: cases.urgent!.reference },
      patient: { name: 'Laframboise-Élie, Colette', birthDate: '1992-02-03', sex: 'female' },
      service: { en: 'Late-life mood' },
      other: { en: 'Rideau Family Practice' },
      assigned: null,
    });
  });

  it('counts every folder as its page shows it, for receiver and requester', async () => {
    for (const { actor } of [world.clerk, world.physician, world.specialist]) {
      const { mine, open } = await countsOf(actor);
      for (const [folder, count] of Object.entries(mine))
        expect([folder, (await page(actor, folder as Folder)).rows.length]).toEqual([folder, count]);
      expect(open.reduce((sum, one) => sum + one.count, 0)).toBe(4);
      for (const { side, type, status, count } of open)
        expect((await page(actor, { side, type, status })).rows).toHaveLength(count);
    }
  });

  it('tells the clinic that four need it and the practice that four wait on others', async () => {
    expect((await countsOf(world.clerk.actor)).mine).toMatchObject({
      'needs-me': 4,
      'waits-on-others': 0,
      overdue: 0,
    });
    expect((await countsOf(world.physician.actor)).mine).toMatchObject({
      'needs-me': 0,
      'waits-on-others': 4,
    });
    expect((await countsOf(world.outsider.actor)).open).toEqual([]);
    expect((await page(world.outsider.actor, 'everything')).rows).toEqual([]);
  });

  it('moves a case from a clinician to the one it is assigned to; the clerk keeps seeing it', async () => {
    const { caseKey } = cases.plain!;
    const member = await t.owner.query('select key from members where id = $1', [second.member]);
    const outcome = await runVerb(app, world.clerk.actor, {
      ...{ caseKey, verb: 'assign', input: { member: member.rows[0].key } },
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(keys((await page(second.actor, 'needs-me')).rows)).toContain(caseKey);
    expect(keys((await page(world.specialist.actor, 'needs-me')).rows)).not.toContain(caseKey);
    expect(keys((await page(world.clerk.actor, 'needs-me')).rows)).toContain(caseKey);
    expect(keys((await page(world.clerk.actor, 'needs-me', { assigned: 'me-or-none' })).rows)).not.toContain(
      caseKey,
    );
    expect(keys((await page(world.clerk.actor, 'everything', { assigned: second.member })).rows)).toEqual([
      caseKey,
    ]);
    expect(
      (await page(world.clerk.actor, 'everything', { assigned: second.member })).rows[0]?.assigned,
    ).toEqual({
      member: second.member,
      name: 'Sam Second',
    });
    expect(keys((await page(world.clerk.actor, 'not-assigned')).rows)).not.toContain(caseKey);
  });

  it.each([
    ['the start of a family name', 'whit', ['accepted', 'plain']],
    ['a given and a family name in any order, without accents', 'elie COL', ['advice', 'urgent']],
    ['digits of a health card', '2222 222', ['advice', 'urgent']],
    ['a wildcard, which means nothing', '%', []],
    ['nobody', 'zzz', []],
  ])('finds by %s', async (_what, search, names) => {
    const found = await page(world.clerk.actor, 'everything', { search });
    expect(keys(found.rows).sort()).toEqual(names.map(name => cases[name]!.caseKey).sort());
  });

  it('finds by a reference number, as it is read aloud, and only at a party', async () => {
    const { reference, caseKey } = cases.urgent!;
    const search = reference.toLowerCase().replaceAll('-', ' ');
    expect(keys((await page(world.clerk.actor, 'everything', { search })).rows)).toEqual([caseKey]);
    expect((await page(world.outsider.actor, 'everything', { search })).rows).toEqual([]);
  });

  it('filters by type, service and urgency', async () => {
    const of = async (filters: Filters) => keys((await page(world.clerk.actor, 'everything', filters)).rows);
    expect(await of({ type: 'econsult' })).toEqual([cases.advice!.caseKey]);
    expect(await of({ service: advice.id })).toEqual([cases.advice!.caseKey]);
    expect(await of({ urgent: true })).toEqual([cases.urgent!.caseKey]);
  });

  it.each(['needs-me', 'everything'] as const)(
    'turns the pages of %s without a gap or a repeat',
    async folder => {
      const whole = keys((await page(world.clerk.actor, folder)).rows);
      const turned: string[] = [];
      let after: string | undefined;
      do {
        const part = await page(world.clerk.actor, folder, {}, 1, after);
        turned.push(...keys(part.rows));
        after = part.next ?? undefined;
      } while (after);
      expect(turned).toEqual(whole);
      expect(whole.length).toBe(4);
    },
  );

  it('begins again at a place that is none', async () => {
    const { rows } = await page(world.clerk.actor, 'needs-me', {}, 50, `'; drop table cases; --`);
    expect(rows).toHaveLength(4);
  });

  it('groups a folder by what is due when', async () => {
    const dues = (await page(world.clerk.actor, 'needs-me')).rows.map(row => row.due!);
    const ends = [dues[1]!, dues[2]!];
    const counted = await t.db.as(world.clerk.actor, tx => tx.worklists.dueCounts('needs-me', ends));
    const dueBefore = (end: string) => dues.filter(due => due < end).length;
    expect(counted).toEqual([
      dueBefore(ends[0]!),
      dueBefore(ends[1]!) - dueBefore(ends[0]!),
      4 - dueBefore(ends[1]!),
    ]);
  });

  it('counts the ended, and keeps a declined case in the folder of who declined it', async () => {
    const { physician, clerk } = world;
    const { caseKey } = cases.urgent!;
    await runVerb(app, clerk.actor, { caseKey, verb: 'decline', input: { reason: 'duplicate' } });
    const cancel = { caseKey, verb: 'cancel', input: { reason: 'duplicate' } };
    expect(await runVerb(app, physician.actor, cancel)).toMatchObject({ ok: true });
    const ended = (actor: Actor) => t.db.as(actor, tx => tx.worklists.endedCounts());
    const at = (all: Awaited<ReturnType<typeof ended>>, side: string, status: string) =>
      all.find(one => one.side === side && one.type === 'referral' && one.status === status);
    expect(at(await ended(clerk.actor), 'receiver', 'declined')).toMatchObject({ count: 1, more: false });
    expect(at(await ended(physician.actor), 'requester', 'cancelled')).toMatchObject({ count: 1 });
    const declined = await page(clerk.actor, { side: 'receiver', type: 'referral', status: 'declined' });
    expect(declined.rows[0]).toMatchObject({ caseKey, status: 'declined', title: 'Low mood', due: null });
  });

  it('writes down each list with the cases that were on it', async () => {
    const { rows } = await page(world.clerk.actor, 'needs-me');
    const { rows: found } = await t.superuser.query(
      `select ids from audit where member = $1 and act = 'worklist' order by id desc limit 1`,
      [world.clerk.member],
    );
    expect(found[0].ids).toHaveLength(rows.length);
  });

  it('finds for the timer, and only for it, what has changed or has come due', async () => {
    const job = { kind: 'job', case: null } as const;
    const due = (actor: Actor) => t.db.as(actor, tx => tx.cases.due(10));
    const open = await due(job);
    expect(open.map(one => one.caseKey).sort()).toEqual(
      [cases.plain!, cases.accepted!, cases.advice!].map(one => one.caseKey).sort(),
    );
    expect(await due(world.clerk.actor)).toEqual([]);
    await t.db.as(job, async tx => {
      for (const { caseId } of open) await tx.cases.looked(caseId, null);
    });
    expect(await due(job)).toEqual([]);
    await runVerb(app, world.clerk.actor, {
      ...{ caseKey: cases.plain!.caseKey, verb: 'note', input: { text: 'Rang twice' } },
    });
    expect((await due(job)).map(one => one.caseKey)).toEqual([cases.plain!.caseKey]);
  });

  it('keeps a referral sent before its letter among the letters owed until the letter has gone', async () => {
    const actor = world.physician.actor;
    const { key: patientKey } = await addPatient(t, actor, { family: 'Letter' });
    const { caseKey } = await ask(app, actor, {
      ...{ service: visits, patientKey, input: { letterDue: '2199-01-02' } },
    });
    const owed = async (whose: Actor) => keys((await page(whose, 'letters-owed')).rows);
    expect(await owed(actor)).toEqual([caseKey]);
    expect((await countsOf(actor)).mine['letters-owed']).toBe(1);
    expect(await owed(world.clerk.actor)).toEqual([]);
    const file = {
      kind: 'pdf',
      size: 9,
      blob: 'ab'.repeat(32),
      hash: 'cd'.repeat(32),
      scan: 'clean',
    } as const;
    const letter = await t.db.as(actor, tx => tx.attachments.add({ name: 'letter.pdf', ...file }));
    const input = { attachments: [letter.key], to: 'clinical', letter: 'on' };
    expect(await runVerb(app, actor, { caseKey, verb: 'attach', input })).toMatchObject({ ok: true });
    expect(await owed(actor)).toEqual([]);
  });
});
