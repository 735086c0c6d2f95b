import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEvent, RecordedEvent } from '../case/events.ts';
import type { By, CaseState } from '../case/state.ts';
import {
  answered,
  asked,
  assigned,
  assigner,
  clerk,
  monday,
  type Played,
  play,
  playOn,
  requester,
  type Step,
  specialist,
  system,
} from '../econsult/test-econsult.ts';
import { type DueNotice, noticesFor } from './notices.ts';
import { templates } from './template.ts';

const requestId = 77;

/** Who is told what, as "member 11: answer". */
const read = (due: readonly DueNotice[]) => due.map(({ to, template }) => `${to.kind} ${to.id}: ${template}`);

function toldAfter(before: Played | null, step: Step): string[] {
  const now = before ? playOn(before, step) : asked();
  const recorded = now.log.slice(before?.log.length ?? 0);
  return read(noticesFor({ requestId, before: before?.state ?? null, state: now.state, recorded }));
}

/** A referral booked by clinic 3, which came through intake 8. */
const booked: CaseState = {
  type: 'referral',
  status: 'booked',
  title: 'Knee pain',
  requester: { site: 1, clinician: 11 },
  receiver: { site: 3, unit: 31 },
  via: { site: 8 },
  hops: 1,
  urgency: 'routine',
  patient: { reachable: true },
  startedAt: monday,
  hold: { accountable: { side: 'patient' }, next: 'confirm', from: monday, due: monday },
  seq: 5,
  turn: 5,
  unavailable: [],
};
const receiver: By = { side: 'receiver', member: 33, site: 3, clinical: false, lead: false };
const accountable = { side: 'requester' as const, site: 1, member: 11 };
const declined: CaseState = {
  ...booked,
  status: 'declined',
  hold: { ...booked.hold!, accountable, next: 'send-on' },
};

function move(
  before: CaseState,
  state: CaseState,
  by: By = receiver,
  event: Partial<NewEvent> = {},
): string[] {
  const body = { status: state.status, hold: state.hold ?? null };
  const recorded: RecordedEvent[] = [
    { type: 'accepted', audience: 'everyone', body, seq: 6, at: monday, by, ...event },
  ];
  return read(noticesFor({ requestId, before, state, recorded }));
}

describe('an eConsult', () => {
  test('a new question goes to the group, and the patient hears of it', () => {
    expect(toldAfter(null, { verb: 'open', by: requester })).toEqual([
      'unit 5: new',
      'patient 77: patient-news',
    ]);
  });

  test('the chosen specialist is told, and the requester that it moved; the patient is not bothered', () => {
    expect(toldAfter(asked(), { verb: 'assign', by: assigner })).toEqual([
      'member 21: your-turn',
      'member 11: news',
    ]);
  });

  test('an answer goes to the clinician, not back to its author', () => {
    expect(toldAfter(assigned(), { verb: 'answer', by: specialist })).toEqual([
      'member 11: answer',
      'patient 77: patient-news',
    ]);
  });

  test('the specialist hears the outcome when the requester closes', () => {
    expect(toldAfter(answered(), { verb: 'close', by: clerk })).toEqual([
      'member 21: outcome',
      'patient 77: patient-outcome',
    ]);
  });

  test('handed back, it is the group’s turn, although one of the group did it', () => {
    expect(toldAfter(assigned(), { verb: 'release', by: specialist })[0]).toBe('unit 5: your-turn');
  });

  test('who has died is not written to', () => {
    const state = { ...assigned().state, patient: { reachable: true, deceased: true } };
    const told = toldAfter({ ...assigned(), state }, { verb: 'answer', by: specialist });
    expect(told.some(line => line.startsWith('patient'))).toBe(false);
  });

  test('the patient of an untold question hears what the requester writes, and nothing else', () => {
    const untold = play({ verb: 'open', by: requester, input: { tell: 'later' } });
    expect(untold.state.untold).toBe(true);
    const opened = { requestId, before: null, state: untold.state, recorded: untold.log };
    expect(read(noticesFor(opened))).toEqual(['unit 5: new']);
    const given = playOn(untold, { verb: 'assign', by: assigner });
    expect(toldAfter(given, { verb: 'answer', by: specialist })).toEqual(['member 11: answer']);
    const said = { verb: 'message', input: { text: 'Good news', to: 'everyone' } };
    expect(toldAfter(given, { ...said, by: requester })).toContain('patient 77: patient-news');
    expect(toldAfter(given, { ...said, by: specialist })).toEqual(['member 11: message']);
  });

  test('after a conversion the next case tells the patient, this one does not', () => {
    const convert = {
      verb: 'convert',
      by: requester,
      input: {
        survey: { outcome: 'confirmed', referral: 'still-needed', patientValue: 3, providerValue: 3 },
      },
    };
    expect(toldAfter(answered(), convert)).toEqual(['member 21: news']);
  });
});

describe('a referral', () => {
  test('the requester and the intake hear that a forwarded referral was declined', () => {
    expect(move(booked, declined)).toEqual([
      'member 11: your-turn',
      'site 8: news',
      'patient 77: patient-news',
    ]);
  });

  test('who accepts needs no mail to say that booking is next', () => {
    const hold = { ...booked.hold!, accountable: { side: 'receiver' as const, site: 3, unit: 31 } };
    const sent = { ...booked, status: 'sent', hold: { ...hold, next: 'decide' as const } };
    const accepted = { ...sent, status: 'accepted', hold: { ...hold, next: 'book' as const } };
    expect(move(sent, accepted)).toEqual(['member 11: news', 'site 8: news', 'patient 77: patient-news']);
  });

  test('every party but the author hears the outcome', () => {
    const { hold: _hold, ...closed } = { ...declined, status: 'closed' };
    expect(move(declined, closed, requester)).toEqual([
      'unit 31: outcome',
      'site 8: outcome',
      'patient 77: patient-outcome',
    ]);
  });

  test('a patient who must confirm is asked to', () => {
    expect(move({ ...declined, status: 'accepted' }, booked)).toContain('patient 77: patient-to-do');
  });

  test('a void takes it from the others and says nothing to the patient', () => {
    const { hold: _hold, ...gone } = { ...declined, status: 'void' };
    expect(move(declined, gone, requester, { type: 'voided' })).toEqual([
      'unit 31: access-ended',
      'site 8: access-ended',
    ]);
  });

  test('somebody off the network gets no notice', () => {
    const off = { ...booked.receiver, offNetwork: true };
    expect(move({ ...booked, receiver: off }, { ...declined, receiver: off }, system)).not.toContain(
      'unit 31: news',
    );
  });

  test('got worse: the receiver is asked to review', () => {
    const hold = {
      ...booked.hold!,
      accountable: { side: 'receiver' as const, site: 3, unit: 31 },
      next: 'review' as const,
    };
    expect(move(booked, { ...booked, flag: 'got-worse', hold }, requester, { type: 'worsened' })).toEqual([
      'unit 31: review',
    ]);
  });

  test.each([
    ['all', ['member 11: message', 'site 8: message']],
    ['clinical', ['member 11: message']],
    ['intake', ['site 8: message']],
    ['receiver', []],
    ['everyone', ['member 11: message', 'site 8: message', 'patient 77: patient-news']],
  ] as const)('a message of the receiver to %s reaches just them', (audience, told) => {
    expect(move(booked, booked, receiver, { type: 'messaged', audience, body: { text: 'x' } })).toEqual(told);
  });

  test.each(['noted', 'attached', 'ticked', 'contact-logged', 'reviewed'])('%s rings nobody', type => {
    expect(move(booked, booked, receiver, { type, audience: 'all', body: {} })).toEqual([]);
  });
});

describe('lateness', () => {
  const chase = (state: CaseState, type: string, level: string) =>
    move(state, state, system, { type, audience: 'all', body: { level, due: monday } });

  test('climbs from who owes it to the lead of their site and to the programme', () => {
    expect(chase(declined, 'reminded', 'reminder-before')).toEqual(['member 11: reminder']);
    expect(chase(declined, 'reminded', 'reminder-due')).toEqual(['member 11: late']);
    expect(chase(declined, 'escalated', 'lead')).toEqual(['leads 1: late-at-your-site']);
    expect(chase(declined, 'escalated', 'weekly-2')).toEqual(['programme 0: late-in-the-network']);
  });

  test('of a patient is a reminder to the patient', () => {
    expect(chase(booked, 'reminded', 'reminder-due')).toEqual(['patient 77: patient-reminder']);
  });
});

test('whatever happens, nobody is told twice and nobody what they did themselves', () => {
  const steps = fc.constantFrom<Step>(
    { verb: 'answer', by: specialist },
    { verb: 'release', by: specialist },
    { verb: 'ask-info', by: specialist },
    { verb: 'cancel', by: requester },
    { verb: 'message', by: requester, input: { text: 'Hello', to: 'everyone' } },
  );
  fc.assert(
    fc.property(steps, step => {
      const before = assigned();
      const now = playOn(before, step);
      const recorded = now.log.slice(before.log.length);
      const due = noticesFor({
        requestId,
        before: before.state,
        state: now.state,
        recorded,
      });
      expect(new Set(due.map(({ to }) => `${to.kind} ${to.id}`)).size).toBe(due.length);
      expect(due.some(({ to }) => to.kind === 'member' && to.id === step.by.member)).toBe(false);
      for (const { template } of due) expect(templates).toContain(template);
    }),
  );
});
