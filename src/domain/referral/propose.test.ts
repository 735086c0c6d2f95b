import { describe, expect, it } from 'vitest';
import {
  beforeChoice,
  by,
  facts,
  keys,
  monday,
  next,
  practice,
  proposal,
  proposed,
  refused,
} from '../../../test/support/referral-story.ts';
import { holdsSide } from '../case/access.ts';
import { dueAfter } from '../case/deadline.ts';
import { begin } from '../case/machine.ts';
import { noticesFor } from '../notices/notices.ts';
import { referral } from './machine.ts';

const zone = 'America/Toronto';
const hers = by('requester');
const late = '2026-12-01T15:00:00.000Z';

/** The refusal of what the requester writes. */
function no(input: object, more: Partial<typeof beforeChoice> = {}, who = hers) {
  const opening = { ...beforeChoice, ...more };
  const decision = begin(
    referral,
    { verb: 'propose', input: { ...proposal, ...input } },
    facts(monday, who, { opening }),
  );
  return 'refusal' in decision ? decision.refusal : undefined;
}

describe('a requester who lets the patient choose before anything is sent', () => {
  it('opens a referral that nobody receives; the patient has 7 days', () => {
    const { state, log } = proposed({ comment: 'Both are good.' });
    expect(state).toMatchObject({ status: 'shortlisted', shortlist: [201, 204], title: 'Knee pain' });
    expect(state.hold).toEqual({
      accountable: { side: 'patient' },
      next: 'choose',
      from: monday,
      due: dueAfter({ from: monday, days: 7, zone }),
    });
    expect(log.map(one => [one.type, one.audience])).toEqual([
      ['proposed', 'everyone'],
      ['question', 'all'],
      ['remarked', 'everyone'],
    ]);
  });

  it('gives nobody the side of the receiver, not even her own site, and no service a notice', () => {
    const story = proposed();
    const told = noticesFor({ requestId: 5, before: null, state: story.state, recorded: story.log });
    expect(told).toEqual([{ to: { kind: 'patient', id: 5 }, template: 'patient-to-do', seq: 2 }]);
    for (const site of [practice, 4, 7]) expect(holdsSide(story.state, by('receiver', { site }))).toBe(false);
    expect(refused(story, by('receiver', { site: practice }), 'accept')).toBe('not-your-case');
  });

  it.each([
    ['one service', { services: [keys.otherClinic] }, 'bad-input'],
    ['a service that takes nobody', { services: [keys.otherClinic, keys.closedClinic] }, 'not-accepting'],
    ['an advice group', { services: [keys.otherClinic, keys.adviceGroup] }, 'no-such-service'],
    ['no consent', { mayContact: '' }, 'consent-missing'],
    ['no reason for the haste', { urgency: 'urgent' }, 'reason-missing'],
  ])('but not with %s', (_what, input, refusal) => expect(no(input)).toBe(refusal));

  it('nor for a patient nobody can reach, nor unsigned, nor to a service of her choice', () => {
    expect(no({}, { patient: { reachable: false } })).toBe('patient-unreachable');
    expect(no({}, {}, by('requester', { clinical: false }))).toBe('needs-clinician');
    expect(no({}, { receiver: { site: 2, service: 200 } })).toBe('no-such-service');
  });
});

describe('what follows', () => {
  it('the patient chooses, and the referral begins there with all that was written', () => {
    const { state, opens } = next(proposed(), 'patient', 'choose', { service: keys.otherClinic });
    expect(state.status).toBe('redirected');
    expect(opens).toEqual([
      expect.objectContaining({
        ...{ type: 'referral', service: 201, receiver: { site: 4 }, hops: 0 },
        carried: { question: true, answers: true, advice: true, attachments: 'all' },
      }),
    ]);
  });

  it('time runs out: the requester decides within 5 business days, and cannot send it to nobody again', () => {
    const lapsed = next(proposed(), 'system', 'lapse', {}, { now: late });
    expect(lapsed.state.hold).toMatchObject({
      ...{ accountable: { side: 'requester', site: practice, member: 11 }, next: 'send-on' },
      due: dueAfter({ from: late, businessDays: 5, zone }),
    });
    expect(refused(lapsed, 'requester', 'resubmit', { changed: 'Nothing' })).toBe('wrong-status');
    expect(next(lapsed, 'requester', 'redirect', { service: keys.thisClinic }).opens).toHaveLength(1);
  });

  it('the patient withdraws or gets worse: both are the requester’s', () => {
    const withdrawn = next(proposed(), 'patient', 'withdraw');
    const worse = next(withdrawn, 'patient', 'report-worse', { text: 'Cannot walk.' });
    expect(worse.state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'review' });
    expect(next(worse, 'requester', 'review').state.hold?.accountable.side).toBe('requester');
  });
});
