import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openDays } from '../../test/support/open-days.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import type { App } from '../app/app.ts';
import { fillSlot } from '../app/jobs/fill-slot.ts';
import { key } from '../app/ports/ids.ts';
import type { Schedule } from '../app/ports/schedules.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';
import { freeSlots } from '../app/schedule/slots.ts';
import { addDays, localDay } from '../domain/case/deadline.ts';

const zone = 'America/Toronto';
const today = localDay(new Date().toISOString(), zone);
let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;
let patient: { id: number; key: string };

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id);
  await openDays(t, world.clerk.actor);
  patient = await addPatient(t, world.physician.actor);
});
afterAll(() => t.drop());

const does = (who: Actor, caseKey: string, verb: string, input: object = {}) =>
  runVerb(app, who, { caseKey, verb, input });

async function accepted(): Promise<{ caseKey: string; id: number; request: number }> {
  const { caseKey } = await ask(app, world.physician.actor, { service, patientKey: patient.key });
  expect(await does(world.clerk.actor, caseKey, 'accept')).toMatchObject({ ok: true });
  const { rows } = await t.superuser.query('select id, request_id as request from cases where key = $1', [
    caseKey,
  ]);
  return { caseKey, ...rows[0] };
}

async function patientOf(request: number): Promise<Actor> {
  const { rows } = await t.superuser.query(
    `insert into links (token_hash, kind, request_id, expires_at, language)
     values (sha256($1::bytea), 'patient', $2, now() + interval '1 hour', 'en') returning id`,
    [key(), request],
  );
  return { kind: 'patient', link: rows[0].id, request };
}

/** The first free times from three days on, as the actor may find them. */
const free = (who: Actor, caseId: number, limit = 3, days = 3) =>
  t.db.as(who, tx =>
    freeSlots(
      tx,
      { state: { receiver: { site: world.clinic.id, service: service.id }, urgency: 'routine' }, caseId },
      { from: addDays(today, days), limit },
    ),
  );
const visits = async (caseId: number) =>
  (await t.superuser.query('select status, starts from visits where case_id = $1 order by starts', [caseId]))
    .rows;

describe('a slot', () => {
  it('is free until it is booked, says what the visit is, and is free again when the visit is taken back', async () => {
    const one = await accepted();
    const [slot] = await free(world.clerk.actor, one.id);
    expect(await does(world.clerk.actor, one.caseKey, 'book', { slot: slot!.key })).toMatchObject({
      ok: true,
    });
    expect(await visits(one.id)).toEqual([{ status: 'booked', starts: slot!.start }]);
    const { rows } = await t.superuser.query(`select state->'appointment' as a from cases where id = $1`, [
      one.id,
    ]);
    expect(rows[0].a).toMatchObject({
      start: slot!.start,
      length: 30,
      place: 'Room 2',
      instructions: 'Fast.',
    });
    const other = await accepted();
    expect((await free(world.clerk.actor, other.id))[0]!.start > slot!.start).toBe(true);
    expect(await does(world.clerk.actor, other.caseKey, 'book', { slot: slot!.key })).toMatchObject({
      refusal: 'slot-taken',
    });
    await does(world.clerk.actor, one.caseKey, 'unbook', { why: 'Ill' });
    expect(await visits(one.id)).toEqual([]);
    expect((await free(world.clerk.actor, other.id))[0]!.start).toBe(slot!.start);
    const waiting = await t.db.as(world.clerk.actor, tx => tx.visits.toRebook());
    expect(waiting).toMatchObject([{ caseKey: one.caseKey, how: 'unbooked', was: slot!.start }]);
    await does(world.clerk.actor, one.caseKey, 'book', { slot: slot!.key });
    expect(await t.db.as(world.clerk.actor, tx => tx.visits.toRebook())).toEqual([]);
  });

  it('is the patient’s to choose, and shows them nothing of other patients', async () => {
    const one = await accepted();
    const who = await patientOf(one.request);
    const [slot, later] = await free(who, one.id);
    expect(await does(who, one.caseKey, 'book', { slot: slot!.key })).toMatchObject({ ok: true });
    expect(await does(who, one.caseKey, 'rebook', { slot: later!.key })).toMatchObject({ ok: true });
    expect(await visits(one.id)).toEqual([{ status: 'booked', starts: later!.start }]);
    expect(await t.db.as(who, tx => tx.visits.between(slot!.start, addDays(today, 90)))).toEqual([]);
    const other = await accepted();
    const stranger = await patientOf(other.request);
    const booked = (await free(stranger, other.id)).map(each => each.start);
    expect(booked).not.toContain(later!.start);
  });

  it('one clinician has one patient at a time, on whichever schedule', async () => {
    const { member } = world.specialist;
    const here = await openDays(t, world.clerk.actor, { member });
    const there = await openDays(t, world.clerk.actor, { member, place: 'Elsewhere' });
    const one = await accepted();
    const all = await free(world.clerk.actor, one.id, 12, 20);
    const at = (schedule: Schedule) => all.find(slot => slot.schedule.id === schedule.id)!;
    expect(at(here).start).toBe(at(there).start);
    await does(world.clerk.actor, one.caseKey, 'book', { slot: at(here).key });
    const other = await accepted();
    expect(await does(world.clerk.actor, other.caseKey, 'book', { slot: at(there).key })).toMatchObject({
      refusal: 'slot-taken',
    });
    for (const { id } of [here, there]) await t.db.as(world.clerk.actor, tx => tx.schedules.end(id));
  });

  it('two people at the same moment: one has it, the other is told, and has nothing', async () => {
    const second = await addMember(t, world.clinic.id, { name: 'Second Clerk', roles: ['clerk'] });
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await accepted(), await accepted()];
      const [slot] = await free(world.clerk.actor, a.id, 1, 30);
      const book = (who: TestMember, caseKey: string) =>
        does(who.actor, caseKey, 'book', { slot: slot!.key });
      const ends = await Promise.all([book(world.clerk, a.caseKey), book(second, b.caseKey)]);
      expect(ends.map(end => (end.ok ? 'ok' : end.refusal)).sort()).toEqual(['ok', 'slot-taken']);
      const lost = ends[0]!.ok ? b : a;
      expect(await visits(lost.id)).toEqual([]);
      expect(await does(world.clerk.actor, lost.caseKey, 'unbook')).toMatchObject({
        refusal: 'wrong-status',
      });
    }
  });
});

describe('the short-notice list', () => {
  it('is asked in order about a slot that came free, each once, until somebody takes it', async () => {
    await runJobs();
    const [has, first, next, far] = [await accepted(), await accepted(), await accepted(), await accepted()];
    const [slot] = await free(world.clerk.actor, has.id, 1, 5);
    await does(world.clerk.actor, has.caseKey, 'book', { slot: slot!.key });
    for (const { caseKey, request } of [first, next])
      await does(await patientOf(request), caseKey, 'short-notice', { wanted: 'on' });
    await does(world.clerk.actor, far.caseKey, 'short-notice', { wanted: 'on', hours: '336' });
    expect((await t.db.as(world.clerk.actor, tx => tx.visits.shortNotice())).map(one => one.caseKey)).toEqual(
      [...[first.caseKey, next.caseKey, far.caseKey]],
    );
    await does(world.clerk.actor, has.caseKey, 'unbook');
    await runJobs();
    expect(await visits(first.id)).toEqual([{ status: 'offered', starts: slot!.start }]);
    await does(await patientOf(first.request), first.caseKey, 'lapse');
    await runJobs();
    expect(await visits(first.id)).toEqual([]);
    expect(await visits(next.id)).toEqual([{ status: 'offered', starts: slot!.start }]);
    await does(await patientOf(next.request), next.caseKey, 'take-slot');
    await runJobs();
    expect(await visits(next.id)).toEqual([{ status: 'booked', starts: slot!.start }]);
    expect(await visits(far.id)).toEqual([]);
    expect((await t.db.as(world.clerk.actor, tx => tx.visits.shortNotice())).map(one => one.caseKey)).toEqual(
      [...[first.caseKey, far.caseKey]],
    );
  });
});

/** Works off what waits, as a worker would. */
async function runJobs(): Promise<void> {
  const system: Actor = { kind: 'job', case: null };
  for (;;) {
    const jobs = await t.db.as(system, tx => tx.jobs.claim(['fill-slot'], 10));
    if (jobs.length === 0) return;
    for (const job of jobs) await fillSlot.run(job, app as App);
  }
}

describe('papers before a visit', () => {
  /** A file that the clerk has added, as the page of papers does. */
  const sheet = (type: number, language: 'en' | 'fr', name: string) =>
    t.db.as(world.clerk.actor, async tx => {
      const file = { name, kind: 'pdf', size: 9, blob: `b-${name}`, hash: 'h', scan: 'clean' } as const;
      const { id } = await tx.attachments.add(file);
      expect(await tx.sheets.add(type, language, id)).toBe('added');
      return id;
    });
  const filesOf = (who: Actor, caseId: number) =>
    t.db.as(who, async tx => (await tx.attachments.ofCase(caseId)).map(({ name }) => name));

  it('go with every visit of their kind, in the patient’s language, and stay as they were', async () => {
    const first = await accepted();
    const [slot] = await free(world.clerk.actor, first.id);
    const type = slot!.kind.id;
    const english = await sheet(type, 'en', 'How to prepare.pdf');
    await sheet(type, 'fr', 'Comment se préparer.pdf');
    expect(await does(world.clerk.actor, first.caseKey, 'book', { slot: slot!.key })).toMatchObject({
      ok: true,
    });
    const theirs = await patientOf(first.request);
    for (const who of [theirs, world.physician.actor, world.clerk.actor])
      expect(await filesOf(who, first.id)).toEqual(['How to prepare.pdf']);
    // The one in the case is a copy: taking the sheet off, or losing the case, takes nothing from anybody.
    const [mine] = await t.db.as(theirs, tx => tx.attachments.ofCase(first.id));
    expect(mine!.id).not.toBe(english);
    expect(await t.db.as(theirs, tx => tx.attachments.byKey(mine!.key))).toMatchObject({
      blob: 'b-How to prepare.pdf',
    });
    const [kept] = await t.db.as(world.clerk.actor, tx => tx.sheets.ofType(type));
    expect(await t.db.as(world.clerk.actor, tx => tx.sheets.end(kept!.key))).toBe(true);
    expect(await filesOf(theirs, first.id)).toEqual(['How to prepare.pdf']);
    // Another visit of the kind gets what is left, in the other language; moved, it gets nothing twice.
    const second = await accepted();
    const [one, other] = await free(world.clerk.actor, second.id);
    await does(world.clerk.actor, second.caseKey, 'book', { slot: one!.key });
    await does(world.clerk.actor, second.caseKey, 'rebook', { slot: other!.key });
    expect(await filesOf(await patientOf(second.request), second.id)).toEqual(['Comment se préparer.pdf']);
  });

  it('are added, seen and taken off by those who book at that site alone, five of a language', async () => {
    const { id } = await accepted();
    const [slot] = await free(world.clerk.actor, id);
    const type = slot!.kind.id;
    for (let n = 0; n < 5; n++) await sheet(type, 'en', `${n}.pdf`);
    await t.db.as(world.clerk.actor, async tx => {
      const file = { name: 'x.pdf', kind: 'pdf', size: 9, blob: 'x', hash: 'h', scan: 'clean' } as const;
      expect(await tx.sheets.add(type, 'en', (await tx.attachments.add(file)).id)).toBe('full');
    });
    const [known] = await t.db.as(world.clerk.actor, tx => tx.sheets.ofType(type));
    await t.db.as(world.physician.actor, async tx => {
      expect(await tx.sheets.ofType(type)).toEqual([]);
      expect(await tx.sheets.end(known!.key)).toBe(false);
      expect(await tx.attachments.byKey(known!.file.key)).toBeNull();
      const file = { name: 'x.pdf', kind: 'pdf', size: 9, blob: 'x', hash: 'h', scan: 'clean' } as const;
      expect(await tx.sheets.add(type, 'fr', (await tx.attachments.add(file)).id)).toBe('missing');
    });
  });

  it('may be files of one visit, which stay with it when it is moved', async () => {
    const { caseKey, id, request } = await accepted();
    const [one, other] = await free(world.clerk.actor, id, 3, 20);
    const { key: own } = await t.db.as(world.clerk.actor, tx =>
      tx.attachments.add({ name: 'Map.pdf', kind: 'pdf', size: 9, blob: 'm', hash: 'h', scan: 'clean' }),
    );
    expect(
      await does(world.clerk.actor, caseKey, 'book', { slot: one!.key, attachments: [own] }),
    ).toMatchObject({
      ok: true,
    });
    await does(world.clerk.actor, caseKey, 'rebook', { slot: other!.key });
    expect(await filesOf(await patientOf(request), id)).toContain('Map.pdf');
    const { rows } = await t.superuser.query(
      "select state#>'{appointment,papers}' as papers from cases where id = $1",
      [id],
    );
    expect(rows[0].papers).toHaveLength(1);
  });
});
