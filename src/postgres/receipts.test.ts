import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from '../../test/support/cases.ts';
import { type SmallClinic, smallClinic } from '../../test/support/small-clinic.ts';
import type { App } from '../app/app.ts';
import { sweepReceipts } from '../app/jobs/housekeeping.ts';
import { startWorker } from '../app/jobs/worker.ts';
import { openRequest } from '../app/open-request.ts';
import { runVerb } from '../app/run-verb.ts';

let { t, app, world, clinic, patientKey } = {} as SmallClinic;

beforeAll(async () => {
  ({ t, app, world, clinic, patientKey } = await smallClinic());
});
afterAll(() => t.drop());

const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await t.superuser.query(`select count(*)::int as n from ${sql}`, values)).rows[0].n;
const sent = async () => (await ask(app, world.physician.actor, { service: clinic, patientKey })).caseKey;
const message = (text: string) => ({ verb: 'message', input: { text, to: 'all' } });

describe('a form posted twice', () => {
  it('writes once when the clerk clicks twice at the same moment, and both clicks see the same outcome', async () => {
    const caseKey = await sent();
    for (let round = 0; round < 10; round++) {
      const form = { caseKey, ...message(`Round ${round}`), receipt: `double-${round}` };
      const clicks = await Promise.all([1, 2, 3].map(() => runVerb(app, world.clerk.actor, form)));
      expect(clicks[0]).toMatchObject({ ok: true, events: ['messaged'] });
      expect(clicks[1]).toEqual(clicks[0]);
      expect(clicks[2]).toEqual(clicks[0]);
    }
    const wrote = await count(
      `case_events e join cases c on c.id = e.case_id where c.key = $1 and e.type = 'messaged'`,
      [caseKey],
    );
    expect(wrote).toBe(10);
  });

  it('opens one request when the physician clicks Send twice at the same moment', async () => {
    const before = await count('requests');
    for (let round = 0; round < 10; round++) {
      const form = {
        ...{ type: 'referral' as const, patientKey, service: clinic.key, receipt: `send-${round}` },
        input: { title: 'Low mood', question: 'Please see', urgency: 'routine', mayContact: 'on' },
      };
      const clicks = await Promise.all([1, 2, 3].map(() => openRequest(app, world.physician.actor, form)));
      expect(clicks[0]).toMatchObject({ ok: true, events: ['sent', 'question'] });
      expect(clicks[1]).toEqual(clicks[0]);
      expect(clicks[2]).toEqual(clicks[0]);
    }
    expect((await count('requests')) - before).toBe(10);
  });

  it('refuses the same receipt with another body, on the same case or another', async () => {
    const [first, second] = [await sent(), await sent()];
    const form = { caseKey: first, ...message('Monday'), receipt: 'one-form' };
    expect(await runVerb(app, world.clerk.actor, form)).toMatchObject({ ok: true });
    for (const other of [
      { ...form, ...message('Tuesday') },
      { ...form, caseKey: second },
      { ...form, verb: 'note', input: { text: 'Monday' } },
    ])
      expect(await runVerb(app, world.clerk.actor, other)).toMatchObject({
        ok: false,
        refusal: 'receipt-differs',
      });
    expect(await count('receipts where key = $1', ['one-form'])).toBe(1);
  });

  it('keeps no receipt of a refusal, so the corrected form goes through', async () => {
    const caseKey = await sent();
    const form = { caseKey, verb: 'message', receipt: 'typed-wrong' };
    const empty = await runVerb(app, world.clerk.actor, { ...form, input: { text: '', to: 'all' } });
    expect(empty).toMatchObject({ ok: false, refusal: 'bad-input' });
    expect(await count('receipts where key = $1', ['typed-wrong'])).toBe(0);
    expect(await runVerb(app, world.clerk.actor, { ...form, ...message('Now with words') })).toMatchObject({
      ok: true,
    });
  });

  it('does not confuse the receipts of two people', async () => {
    const caseKey = await sent();
    const form = { caseKey, ...message('From each of us'), receipt: 'same-words' };
    expect(await runVerb(app, world.clerk.actor, form)).toMatchObject({ ok: true });
    expect(await runVerb(app, world.specialist.actor, form)).toMatchObject({ ok: true });
    const heard = `case_events e join cases c on c.id = e.case_id where c.key = $1 and e.type = 'messaged'`;
    expect(await count(heard, [caseKey])).toBe(2);
  });

  it('forgets receipts after 30 days', async () => {
    await t.superuser.query(`update receipts set at = now() - interval '31 days' where key = 'one-form'`);
    const job = { kind: 'job', case: null } as const;
    expect(await t.db.as(job, tx => tx.receipts.sweep())).toBe(1);
    expect(await count('receipts where key = $1', ['one-form'])).toBe(0);
    expect(await count('receipts')).toBeGreaterThan(0);
  });

  it('are forgotten by the nightly sweep', async () => {
    await t.superuser.query(`insert into receipts (sender, key, body_hash, led, at)
      values ('person:1', 'old', '', '{}', now() - interval '31 days')`);
    const onError = vi.fn();
    const worker = startWorker({ db: t.db } as App, [sweepReceipts], { restMs: 20, onError });
    await vi.waitFor(async () => expect(await count('receipts where key = $1', ['old'])).toBe(0));
    await worker.stop();
    expect(onError).not.toHaveBeenCalled();
    expect(await count(`recurring where kind = 'sweep-receipts' and every = interval '1 day'`)).toBe(1);
  });
});

describe('two verbs at the same moment', () => {
  it('lets exactly one of accept and cancel win, and shows the other what changed', async () => {
    const { clerk, physician } = world;
    const won = { accept: 0, cancel: 0 };
    for (let round = 0; round < 40; round++) {
      const caseKey = await sent();
      const [accept, cancel] = await Promise.all([
        runVerb(app, clerk.actor, { caseKey, verb: 'accept', input: {}, turn: 1 }),
        runVerb(app, physician.actor, {
          caseKey,
          verb: 'cancel',
          input: { reason: 'no-longer-needed' },
          turn: 1,
        }),
      ]);
      expect([accept.ok, cancel.ok].sort()).toEqual([false, true]);
      const lost = accept.ok ? cancel : accept;
      const event = accept.ok ? 'accepted' : 'cancelled';
      expect(lost).toMatchObject({ ok: false, refusal: 'stale', state: { status: event }, turn: 3 });
      if (!lost.ok) expect(lost.changed?.map(change => change.type)).toContain(event);
      won[accept.ok ? 'accept' : 'cancel'] += 1;
    }
    expect(won.accept + won.cancel).toBe(40);
    const twice = await t.superuser.query(
      `select case_id from case_events where type in ('accepted', 'cancelled') group by case_id having count(*) > 1`,
    );
    expect(twice.rows).toEqual([]);
  });

  it('lets two messages through, because they do not change the turn', async () => {
    const caseKey = await sent();
    const say = (text: string) => ({ caseKey, ...message(text), turn: 1 });
    const both = await Promise.all([
      runVerb(app, world.clerk.actor, say('One')),
      runVerb(app, world.physician.actor, say('Two')),
    ]);
    expect(both.map(outcome => outcome.ok)).toEqual([true, true]);
  });

  it('writes an audit row for every outcome', async () => {
    const caseKey = await sent();
    const { clerk } = world;
    await runVerb(app, clerk.actor, { caseKey, verb: 'accept', input: {}, turn: 1 });
    await runVerb(app, clerk.actor, { caseKey, verb: 'accept', input: {}, turn: 1 });
    await runVerb(app, clerk.actor, { caseKey, verb: 'accept', input: {} });
    await runVerb(app, clerk.actor, { caseKey, verb: 'DROP TABLE', input: {} });
    const { rows } = await t.superuser.query(
      `select act, result, why from audit where member = $1 order by id desc limit 4`,
      [clerk.member],
    );
    expect(rows.reverse()).toEqual([
      { act: 'accept', result: 'o', why: null },
      { act: 'accept', result: 'd', why: 'stale' },
      { act: 'accept', result: 'd', why: 'wrong-status' },
      { act: 'unknown-verb', result: 'd', why: 'no-such-verb' },
    ]);
  });
});
