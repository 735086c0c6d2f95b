import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import { visitor } from '../app/actor.ts';
import { computeWaits } from '../app/directory/compute-waits.ts';
import { runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
});
afterAll(() => t.drop());

const system = { kind: 'job', case: null } as const;
const known = (service: TestService) => t.db.as(visitor, tx => tx.waits.of(service.id));

/** Sends a referral; with `days`, as if it had been sent that long ago. */
async function refer(service: TestService, days: number) {
  const { physician } = world;
  const patient = await addPatient(t, physician.actor, { given: `Given${days}`, family: `Family${days}` });
  const sent = await ask(appOn(t), physician.actor, { service, patientKey: patient.key });
  const began = new Date(Date.now() - days * 86_400_000).toISOString();
  // Nothing changes what was said; only the superuser gets past the triggers.
  await t.superuser.query(
    `begin; set local session_replication_role = replica;
     update event_bodies b set body = replace(b.body, c.state->>'startedAt', '${began}')
     from cases c where c.key = '${sent.caseKey}' and b.case_id = c.id and b.seq = 1; commit`,
  );
  return sent;
}

async function receiver(caseKey: string, verb: string, input: Record<string, unknown> = {}) {
  const outcome = await runVerb(appOn(t), world.clerk.actor, { caseKey, verb, input, side: 'receiver' });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

describe('the waits of a service', () => {
  it('are worked out from the events of its cases, people who still wait included', async () => {
    const service = await addService(t, world.clinic.id);
    for (const days of [10, 20, 30, 40, 50, 60]) {
      const { caseKey } = await refer(service, days);
      await receiver(caseKey, 'accept');
      await receiver(caseKey, 'visited');
    }
    for (const days of [70, 71, 72, 73, 74, 75]) await refer(service, days);
    const before = await known(service);
    expect(before).toEqual({ lines: [], history: [], at: null });
    const done = await computeWaits(t.db, system);
    expect(done).toMatchObject({ cases: 12, services: 1 });
    const { lines, history, at } = await known(service);
    expect(lines.map(line => [line.measure, line.urgency, line.label])).toEqual([['wait1', '', '']]);
    const [line] = lines;
    expect(line).toMatchObject({ people: 12, waiting: 6, trend: null });
    expect(line!.median!.days).toBeCloseTo(60, 0);
    expect(line!.ninetieth).toMatchObject({ more: true });
    expect(line!.ninetieth!.days).toBeCloseTo(75, 0);
    expect(history.at(-1)).toMatchObject({ people: 12 });
    // The very day would be one person's.
    expect(line!.oldest).toMatch(/^\d{4}-\d{2}-01$/);
    expect(at).not.toBeNull();
  });

  it('of fewer than six people say nothing, neither how many they were nor how long they waited', async () => {
    const service = await addService(t, world.clinic.id);
    for (const days of [10, 20, 30, 40, 50]) await refer(service, days);
    await computeWaits(t.operator, { kind: 'operator', command: 'compute-waits' });
    const { lines, history } = await known(service);
    expect(history).toEqual([]);
    expect(lines).toEqual([
      expect.objectContaining({ people: null, waiting: null, median: null, ninetieth: null, within7: null }),
    ]);
  });

  it('are made anew: a service whose cases are gone has none', async () => {
    const service = await addService(t, world.clinic.id);
    await t.owner.query(
      `insert into waits (service_id, measure, people, computed_at) values ($1, 'wait1', 9, now() - interval '1 day')`,
      [service.id],
    );
    await computeWaits(t.db, system);
    expect((await known(service)).lines).toEqual([]);
  });
});

describe('the second wall', () => {
  it('gives the dates of cases to the machine alone, and lets nobody else write figures', async () => {
    for (const actor of [visitor, world.clerk.actor]) {
      expect(await t.db.as(actor, tx => tx.waits.cases(0, 10, '2000-01-01T00:00:00.000Z'))).toEqual([]);
      const lines = [
        { measure: 'wait1' as const, urgency: '' as const, label: '', people: 9, waiting: 0 },
      ].map(one => ({
        ...{ ...one, median: null, ninetieth: null, kaplanMeier: { median: null, ninetieth: null } },
        ...{ oldest: null, within7: null, trend: null },
      }));
      const service = await addService(t, world.clinic.id);
      await expect(
        t.db.as(actor, tx => tx.waits.replace([{ service: service.id, lines, history: [] }])),
      ).rejects.toThrow();
    }
    const [first] = await t.db.as(system, tx => tx.waits.cases(0, 1, '2000-01-01T00:00:00.000Z'));
    expect(JSON.stringify(first)).not.toContain('Low mood');
    expect(first!.events[0]).toMatchObject({ type: 'sent', body: { urgency: 'routine' } });
  });
});
