import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../test/support/cases.ts';
import { type SmallClinic, smallClinic } from '../../test/support/small-clinic.ts';
import { readRequest } from '../app/read-request.ts';
import { runVerb } from '../app/run-verb.ts';

let { t, app, world, clinic, patientKey } = {} as SmallClinic;

beforeAll(async () => {
  ({ t, app, world, clinic, patientKey } = await smallClinic());
});
afterAll(() => t.drop());

const sent = () => ask(app, world.physician.actor, { service: clinic, patientKey });
const audited = async (act: string) =>
  (await t.superuser.query('select * from audit where act = $1 order by id desc limit 1', [act])).rows[0];

describe('a referral', () => {
  it('is sent, read by both sides, accepted, and everybody is told', async () => {
    const { physician, clerk } = world;
    const { caseKey, requestKey, reference, events } = await sent();
    expect(reference).toMatch(/^ES-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    expect(events).toEqual(['sent', 'question']);
    const before = await readRequest(app, clerk.actor, requestKey);
    expect(before?.cases).toHaveLength(1);
    expect(before?.cases[0]).toMatchObject({ key: caseKey, unread: true, sides: ['receiver'], until: null });
    expect(before?.cases[0]?.may[0]?.verbs).toContain('accept');
    expect(before?.cases[0]?.events[1]?.body).toMatchObject({ question: 'Please assess' });
    const outcome = await runVerb(app, clerk.actor, { caseKey, verb: 'accept', input: {}, turn: 1 });
    expect(outcome).toMatchObject({ ok: true, events: ['accepted'], requestKey, reference });
    const after = await readRequest(app, physician.actor, requestKey);
    expect(after?.cases[0]?.state.status).toBe('accepted');
    expect(after?.names.sites[world.clinic.id]?.en).toBe('Somerset Clinic');
    expect(after?.names.members[clerk.member]?.name).toBe('Maya Singh');
    const told = after?.cases[0]?.notices.map(notice => `${notice.seq} ${notice.to} ${notice.template}`);
    expect(told).toEqual(['2 site new', '2 patient patient-news', '3 member news', '3 patient patient-news']);
  });

  it('is not found by a stranger, who leaves a trace', async () => {
    const { caseKey, requestKey } = await sent();
    const { outsider } = world;
    expect(await runVerb(app, outsider.actor, { caseKey, verb: 'accept', input: {} })).toEqual({
      ok: false,
      refusal: 'not-found',
    });
    expect(await audited('accept')).toMatchObject({ result: 'd', site: world.stranger.id, patient: null });
    expect(await readRequest(app, outsider.actor, requestKey)).toBeNull();
    expect(await audited('open')).toMatchObject({ result: 'd', member: outsider.member });
    const absent = '0'.repeat(26);
    expect(await runVerb(app, outsider.actor, { caseKey: absent, verb: 'accept', input: {} })).toEqual({
      ok: false,
      refusal: 'not-found',
    });
    expect(await audited('accept')).toMatchObject({ result: 'm', ids: [] });
  });
});
