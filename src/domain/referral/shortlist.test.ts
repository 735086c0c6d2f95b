import { describe, expect, it } from 'vitest';
import {
  by,
  keys,
  monday,
  next,
  outcome,
  refused,
  sent,
  stories,
} from '../../../test/support/referral-story.ts';
import { dueAfter } from '../case/deadline.ts';
import { timers } from './pass-on.ts';

const zone = 'America/Toronto';
const two = { services: [keys.otherClinic, keys.faxClinic] };
const offered = () => stories.shortlisted();
const late = '2026-12-01T15:00:00.000Z';

describe('the requester offers the patient a choice', () => {
  it('of two services after a decline, and the patient has 7 days to choose', () => {
    const { state } = offered();
    expect(state).toMatchObject({ status: 'shortlisted', shortlist: [201, 204] });
    expect(state.hold).toEqual({
      accountable: { side: 'patient' },
      next: 'choose',
      from: monday,
      due: dueAfter({ from: monday, days: 7, zone }),
    });
  });

  it('of other services than the one that has not answered yet, which then owes nothing', () => {
    const { state, log } = next(sent(), 'requester', 'shortlist', { ...two, comment: 'Both are good.' });
    expect(state.hold?.accountable.side).toBe('patient');
    expect(log.at(-1)).toMatchObject({ type: 'remarked', audience: 'everyone' });
    expect(refused({ state, log, opens: [] }, 'receiver', 'accept')).toBe('wrong-status');
  });

  it('within 2 business days when it is urgent', () => {
    const urgent = sent({ input: { urgency: 'urgent', reason: 'Locked knee' } });
    const { state } = next(urgent, 'requester', 'shortlist', two);
    expect(state.hold?.due).toBe(dueAfter({ from: monday, businessDays: 2, zone }));
  });

  it.each([
    ['one service', [keys.otherClinic], 'bad-input'],
    ['the same twice', [keys.otherClinic, keys.otherClinic], 'bad-input'],
    ['six services', [...'123467'].map(digit => digit.repeat(26)), 'bad-input'],
    ['the one that declined', [keys.thisClinic, keys.otherClinic], 'same-service'],
    ['one that takes nobody', [keys.closedClinic, keys.otherClinic], 'not-accepting'],
    ['an advice group', [keys.adviceGroup, keys.otherClinic], 'no-such-service'],
  ])('but not of %s', (_what, services, refusal) => {
    expect(refused(stories.declined(), 'requester', 'shortlist', { services })).toBe(refusal);
  });

  it('not when nobody can reach the patient, nor when the receiver asks', () => {
    const unreachable = sent({ opening: { patient: { reachable: false } } });
    expect(refused(unreachable, 'requester', 'shortlist', two)).toBe('patient-unreachable');
    expect(refused(stories.declined(), 'receiver', 'shortlist', two)).toBe('wrong-side');
    const onPaper = by('requester', { recordedFor: 'requester' });
    expect(refused(stories.declined(), onPaper, 'shortlist', two)).toBe('not-recordable');
  });
});

describe('the patient with a choice', () => {
  it('chooses, and the referral goes there with all that was written', () => {
    const { state, opens, log } = next(offered(), 'patient', 'choose', { service: keys.faxClinic });
    expect(state.status).toBe('redirected');
    expect(state.hold).toBeUndefined();
    expect('shortlist' in state).toBe(false);
    expect(log.at(-1)).toMatchObject({ type: 'chosen', audience: 'everyone', body: { service: 204 } });
    expect(opens).toEqual([
      expect.objectContaining({
        ...{ type: 'referral', service: 204, title: 'Knee pain', hops: 0 },
        receiver: { site: 7, offNetwork: true },
        carried: { question: true, answers: true, advice: true, attachments: 'all' },
      }),
    ]);
  });

  it('cannot choose a service that was not offered, nor one that has closed since', () => {
    const service = (id: number, key: string, site: number, accepting: boolean) => ({
      ...{ service: id, key, site, accepting, type: 'referral' as const },
    });
    const services = [
      service(201, keys.otherClinic, 4, false),
      service(202, keys.closedClinic, 5, true),
      service(204, keys.faxClinic, 7, true),
    ];
    const story = offered();
    const ask = (key: string) => refused(story, 'patient', 'choose', { service: key }, { services });
    expect(ask(keys.closedClinic)).toBe('no-such-service');
    expect(ask(keys.otherClinic)).toBe('not-accepting');
    expect(ask(keys.faxClinic)).toBeUndefined();
  });

  it('wants none of them: the requester has 5 business days to send it on', () => {
    const story = next(offered(), 'patient', 'choose-none', { why: 'All too far' });
    expect(story.state.hold).toEqual({
      accountable: { side: 'requester', site: 1, member: 11 },
      next: 'send-on',
      from: monday,
      due: dueAfter({ from: monday, businessDays: 5, zone }),
    });
    expect(refused(story, 'patient', 'choose', { service: keys.otherClinic })).toBe('no-shortlist');
    expect(refused(story, 'patient', 'choose-none')).toBe('no-shortlist');
    expect(next(story, 'requester', 'redirect', { service: keys.otherClinic }).opens).toHaveLength(1);
    expect(next(story, 'requester', 'shortlist', two).state.shortlist).toHaveLength(2);
  });

  it('does not choose in time: the requester decides, and the patient may still choose until then', () => {
    const story = offered();
    expect(timers(story.state)).toEqual([{ verb: 'lapse', at: story.state.hold?.due }]);
    expect(refused(story, 'system', 'lapse')).toBe('not-due');
    const lapsed = next(story, 'system', 'lapse', {}, { now: late });
    expect(lapsed.state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'send-on' });
    expect(timers(lapsed.state)).toEqual([]);
    expect(refused(lapsed, 'system', 'lapse')).toBe('no-offer');
    const chosen = next(lapsed, 'patient', 'choose', { service: keys.otherClinic });
    expect(chosen.state.status).toBe('redirected');
    expect(next(lapsed, 'requester', 'close', { why: 'Moved away.' }).state.status).toBe('closed');
  });

  it('got worse: the requester reviews it, not the clinic that declined', () => {
    const story = next(offered(), 'patient', 'report-worse', { text: 'Cannot walk.' });
    expect(story.state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'review' });
    expect(refused(story, 'receiver', 'review')).toBe('wrong-side');
    const reviewed = next(story, 'requester', 'review');
    expect(reviewed.state.hold).toEqual(offered().state.hold);
  });

  it('got worse before: the requester who offers a choice keeps it to review', () => {
    const worse = next(stories.declined(), 'patient', 'report-worse', { text: 'Cannot walk.' });
    const { state } = next(worse, 'requester', 'shortlist', two);
    expect(state).toMatchObject({ flag: 'got-worse', hold: { accountable: { side: 'requester', site: 1 } } });
    expect(state.clocks?.main.accountable).toEqual({ side: 'patient' });
  });

  it('can no longer be reached: the requester sends it on', () => {
    const { state } = next(offered(), 'requester', 'correct-patient', { reachable: 'no' });
    expect(state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'send-on' });
  });

  it('withdraws, which ends the offer', () => {
    const { state } = next(offered(), 'patient', 'withdraw');
    expect([state.status, 'shortlist' in state]).toEqual(['withdrawn', false]);
  });

  it('is the only one who chooses', () => {
    const decision = outcome(offered(), by('requester'), 'choose', { service: keys.otherClinic });
    expect(decision).toEqual({ refusal: 'wrong-side' });
  });
});
