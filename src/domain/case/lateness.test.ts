import { describe, expect, it } from 'vitest';
import { by, facts, next, type Story, sent, stories, visit } from '../../../test/support/referral-story.ts';
import { referral } from '../referral/machine.ts';
import { ladder, lateness } from './lateness.ts';

const system = by('system');
const zone = 'America/Toronto';

function at(story: Story, now: string) {
  return lateness(referral, story.state, facts(now, system));
}

/** Lets the system do what is due at that moment, as the deadline job does. */
function tick(story: Story, now: string): { story: Story; did: string[] } {
  let told = story;
  const did: string[] = [];
  for (const { verb, input } of at(story, now).due) {
    told = next(told, 'system', verb, input, { now });
    did.push(input.level ?? verb);
  }
  return { story: told, did };
}

describe('a receiver who does not decide', () => {
  it('is reminded a business day before and at the due time, then its lead, then the programme hear of it', () => {
    const { hold, urgency } = sent().state;
    expect(ladder(hold!, urgency, zone)).toEqual([
      { level: 'reminder-before', at: '2026-11-27T22:00:00.000Z' },
      { level: 'reminder-due', at: '2026-11-30T22:00:00.000Z' },
      { level: 'lead', at: '2026-12-02T22:00:00.000Z' },
      { level: 'programme', at: '2026-12-07T22:00:00.000Z' },
    ]);
  });

  it('of an urgent referral sooner: the lead after 4 business hours, the programme after 1 business day', () => {
    const { hold, urgency } = sent({ input: { urgency: 'urgent', reason: 'Fever' } }).state;
    expect(ladder(hold!, urgency, zone).slice(2)).toEqual([
      { level: 'lead', at: '2026-11-26T18:00:00.000Z' },
      { level: 'programme', at: '2026-11-26T22:00:00.000Z' },
    ]);
  });

  it('is looked at again at the next moment, and not before', () => {
    expect(at(sent(), '2026-11-27T21:59:59.999Z')).toEqual({ due: [], next: '2026-11-27T22:00:00.000Z' });
  });

  it('is told each thing once, then every week', () => {
    const first = tick(sent(), '2026-11-27T22:00:00.000Z');
    expect(first.did).toEqual(['reminder-before']);
    expect(at(first.story, '2026-11-27T22:00:00.000Z').due).toEqual([]);
    const second = tick(first.story, '2026-11-30T22:00:00.000Z');
    expect(second.did).toEqual(['reminder-due']);
    const third = tick(second.story, '2026-12-02T22:00:00.000Z');
    expect(third.did).toEqual(['lead']);
    const fourth = tick(third.story, '2026-12-07T22:00:00.000Z');
    expect(fourth.did).toEqual(['programme']);
    const fifth = tick(fourth.story, '2026-12-14T22:00:00.000Z');
    expect(fifth.did).toEqual(['weekly-1']);
    expect(tick(fifth.story, '2026-12-20T22:00:00.000Z').did).toEqual([]);
    expect(tick(fifth.story, '2026-12-29T22:00:00.000Z').did).toEqual(['weekly-3']);
  });

  it('gets no stale reminder when the server was away: those who must act hear of it at once', () => {
    expect(tick(sent(), '2026-12-07T23:00:00.000Z').did).toEqual(['lead', 'programme']);
  });

  it('after a month away tells the lead and the programme once each, and the programme again a week later', () => {
    const away = tick(sent(), '2027-01-05T23:00:00.000Z');
    expect(away.did).toEqual(['lead', 'programme']);
    const after = at(away.story, '2027-01-05T23:00:00.000Z');
    expect(after).toEqual({ due: [], next: '2027-01-11T22:00:00.000Z' });
    const week = tick(away.story, after.next!);
    expect(week.did).toEqual(['weekly-5']);
    expect(tick(week.story, '2027-01-18T21:00:00.000Z').did).toEqual([]);
    expect(tick(week.story, '2027-02-02T22:00:00.000Z').did).toEqual(['weekly-8']);
  });

  it('begins a new ladder with a new due time', () => {
    const late = tick(sent(), '2026-12-07T23:00:00.000Z').story;
    const accepted = next(late, 'receiver', 'accept', {}, { now: '2026-12-08T15:00:00.000Z' });
    expect(at(accepted, '2026-12-08T15:00:00.000Z').due).toEqual([]);
  });

  it('is never told what is not due', () => {
    const early = () => next(sent(), 'system', 'remind', { level: 'reminder-due' });
    expect(early).toThrow('not-due');
    expect(() => next(sent(), 'system', 'escalate', { level: 'lead' })).toThrow('not-due');
  });
});

describe('a patient who is late', () => {
  it('gets two reminders; then the receiver is accountable and nobody is escalated', () => {
    const before = tick(stories.booked(), '2026-11-25T22:00:00.000Z');
    expect(before.did).toEqual(['reminder-before']);
    const due = tick(before.story, '2026-11-26T22:00:00.000Z');
    expect(due.did).toEqual(['reminder-due', 'pass-on']);
    expect(due.story.state.hold?.accountable.side).toBe('receiver');
    expect(due.story.state.flag).toBe('call-to-confirm');
  });

  it('and never confirmed: when the visit begins the receiver reports it', () => {
    const begun = at(stories.booked(), visit.start).due.map(chore => chore.verb);
    expect(begun).toContain('pass-on');
  });
});

describe('an ended case', () => {
  it('is never looked at again', () => {
    const cancelled = next(sent(), 'requester', 'cancel', { reason: 'other' });
    expect(at(cancelled, '2027-12-01T00:00:00.000Z')).toEqual({ due: [] });
  });
});
