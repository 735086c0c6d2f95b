import { describe, expect, test } from 'vitest';
import { commonEventTypes, type NewEvent } from '../case/events.ts';
import type { By, CaseState } from '../case/state.ts';
import { econsultEventTypes } from '../econsult/econsult.ts';
import { referralEventTypes } from '../referral/referral.ts';
import { noticesFor } from './notices.ts';
import { tellings } from './told.ts';

const monday = '2026-11-16T15:00:00.000Z';
const of = (side: By['side'], ids: Partial<By> = {}): By => ({ side, clinical: false, lead: false, ...ids });
const patient = of('patient', { link: 9 });
const receiver = of('receiver', { member: 33, site: 3 });
const requester = of('requester', { member: 11, site: 1 });
const clinic = { side: 'receiver' as const, site: 3, unit: 31 };
const hold = { accountable: clinic, next: 'book' as const, from: monday, due: monday };

/** A referral accepted by clinic 3, which came through intake 8. */
const accepted: CaseState = {
  ...{
    type: 'referral',
    status: 'accepted',
    title: 'Knee pain',
    hops: 1,
    urgency: 'routine',
    seq: 5,
    turn: 5,
  },
  ...{ requester: { site: 1, clinician: 11 }, receiver: { site: 3, unit: 31 }, via: { site: 8 } },
  ...{ patient: { reachable: true }, startedAt: monday, unavailable: [], hold },
};
const day = (start: string): CaseState => ({
  ...accepted,
  status: 'booked',
  appointment: { label: 'initial-visit', start, medium: 'in-person' },
  hold: { ...hold, accountable: { side: 'patient' }, next: 'confirm' },
});

interface Move {
  before?: CaseState;
  state?: CaseState;
  by?: By;
  body?: NewEvent['body'];
}

function told(type: string, { before = accepted, state = before, by = receiver, body = {} }: Move): string[] {
  const recorded = [{ type, audience: 'everyone' as const, body, seq: 6, at: monday, by }];
  return noticesFor({ requestId: 77, before, state, recorded }).map(
    ({ to, template }) => `${to.kind} ${to.id}: ${template}`,
  );
}

test('every event of both machines is either told to somebody or says why not', () => {
  const types = new Set<string>([...commonEventTypes, ...referralEventTypes, ...econsultEventTypes]);
  expect(Object.keys(tellings).sort()).toEqual([...types].sort());
  for (const [type, line] of Object.entries(tellings)) {
    if ('nobody' in line) expect(line.nobody.length, type).toBeGreaterThan(20);
    else expect(Object.keys(line).length, type).toBeGreaterThan(0);
  }
});

test.each(
  Object.entries(tellings).filter(
    ([type, line]) => 'nobody' in line && !/messaged|reminded|escalated/.test(type),
  ),
)('%s rings nobody, even where it would move the case', type => {
  expect(told(type, { state: day(monday) })).toEqual([]);
});

test.each(Object.entries(tellings).filter(([, line]) => 'turn' in line && 'parties' in line))(
  '%s tells somebody when it moves the case',
  type => {
    const next = { ...accepted, status: 'seen', hold: { ...hold, next: 'send-note' as const } };
    expect(told(type, { state: next, by: of('system') })).not.toEqual([]);
  },
);

describe('the sender hears of every change of the visit', () => {
  test('booked, moved to another day, taken away', () => {
    const [first, second] = [day(monday), day('2026-12-01T15:00:00.000Z')];
    expect(told('booked', { state: first })).toContain('member 11: news');
    expect(told('rebooked', { before: first, state: second })).toEqual([
      'member 11: news',
      'site 8: news',
      'patient 77: patient-to-do',
    ]);
    expect(told('unbooked', { before: second, state: accepted })).toContain('member 11: news');
  });
});

test('a referral that an intake sent on is declined: the sender hears of it, whoever is to act', () => {
  const intake = { side: 'intake' as const, site: 8 };
  const declined = {
    ...accepted,
    status: 'declined',
    hold: { ...hold, accountable: intake, next: 'forward-or-hand-back' as const },
  };
  expect(told('declined', { state: declined })).toEqual([
    'site 8: your-turn',
    'member 11: news',
    'patient 77: patient-news',
  ]);
});

describe('what changes the work of a clinic although the case stays where it is', () => {
  test('dates away, a paper of the patient, a letter that was owed', () => {
    expect(told('unavailable-set', { by: patient })).toEqual(['unit 31: news']);
    expect(told('attached', { by: patient })).toEqual(['unit 31: news']);
    expect(told('attached', { by: requester, body: { owedLetter: true } })).toEqual(['unit 31: news']);
    expect(told('attached', { by: requester })).toEqual([]);
  });

  test('not a clinic that gave the case back', () => {
    const declined = { ...accepted, status: 'declined' };
    expect(told('unavailable-set', { before: declined, by: patient })).toEqual([]);
  });

  test('a changed urgency, in words of its own', () => {
    const urgent: CaseState = { ...accepted, urgency: 'urgent' };
    expect(told('urgency-changed', { state: urgent, by: requester })).toEqual([
      'unit 31: urgency',
      'site 8: urgency',
    ]);
  });

  test('a death: nobody waits for a visit, and the patient is not written to', () => {
    const gone = { ...day(monday), patient: { reachable: true, deceased: true } };
    expect(
      told('patient-corrected', {
        before: day(monday),
        state: gone,
        by: requester,
        body: { deceased: true },
      }),
    ).toEqual(['unit 31: review', 'site 8: news']);
  });
});

test('got worse: the clinic reviews, the sender hears, and the patient hears that it was read', () => {
  const flagged: CaseState = { ...accepted, flag: 'got-worse', hold: { ...hold, next: 'review' } };
  expect(told('worsened', { state: flagged, by: patient })).toEqual(['unit 31: review', 'member 11: news']);
  expect(told('reviewed', { before: flagged, state: accepted, body: { cleared: 'got-worse' } })).toEqual([
    'member 11: news',
    'patient 77: patient-news',
  ]);
  expect(told('reviewed', { before: flagged, state: accepted, body: { cleared: 'sent-again' } })).toEqual([]);
});

test('a case passed to another site is new to it, and news to the other side', () => {
  const passed = { ...accepted, receiver: { site: 5, unit: 51 } };
  const body = { side: 'receiver', site: 5, unit: 51 };
  expect(told('transferred', { state: passed, body, by: receiver })).toContain('member 11: news');
});

test('a corrected answer reaches the one who asked, what came of it the one who answered', () => {
  const closed: CaseState = { ...accepted, type: 'econsult', status: 'answered' };
  expect(told('amended', { before: closed })).toEqual(['member 11: answer']);
  expect(told('outcome-reported', { before: closed, by: requester })).toEqual(['unit 31: news']);
});
