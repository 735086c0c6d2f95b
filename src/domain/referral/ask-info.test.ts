import { describe, expect, it } from 'vitest';
import { next, refused, sent, stories } from '../../../test/support/referral-story.ts';

const thursday = '2026-11-26T15:00:00.000Z';
const weekLater = '2026-12-03T15:00:00.000Z';

describe('the receiver asks for more', () => {
  it('and its clock stops while the requester has 7 days', () => {
    const { state } = next(sent(), 'receiver', 'ask-info', { text: 'Since when?' }, { now: thursday });
    expect(state.status).toBe('awaiting-reply');
    expect(state.hold).toMatchObject({
      accountable: { side: 'requester' },
      next: 'reply',
      due: '2026-12-03T22:00:00.000Z',
    });
  });

  it('and goes on after the reply with the 2 business days that were left', () => {
    const asked = next(sent(), 'receiver', 'ask-info', { text: 'Since when?' }, { now: thursday });
    const { state } = next(asked, 'requester', 'supply-info', { text: 'June.' }, { now: weekLater });
    expect(state).toMatchObject({ status: 'sent', flag: 'reply-to-review' });
    expect(state.hold).toMatchObject({ next: 'decide', due: '2026-12-07T22:00:00.000Z' });
  });

  it('with at least 2 business days, though it asked in the last hour', () => {
    const lastHour = '2026-11-30T21:30:00.000Z';
    const asked = next(sent(), 'receiver', 'ask-info', { text: 'Since when?' }, { now: lastHour });
    const { state } = next(asked, 'requester', 'supply-info', { text: 'June.' }, { now: weekLater });
    expect(state.hold?.due).toBe('2026-12-07T22:00:00.000Z');
  });

  it('after accepting, and is accepted again after the reply', () => {
    const asked = next(stories.accepted(), 'receiver', 'ask-info', { text: 'Which knee?' });
    expect(next(asked, 'requester', 'supply-info', { text: 'Left.' }).state.status).toBe('accepted');
  });

  it('or takes the question back, and nothing is flagged', () => {
    const { state } = next(stories['awaiting-reply'](), 'receiver', 'withdraw-question');
    expect(state.status).toBe('sent');
    expect(state.flag).toBeUndefined();
  });
});

describe('the receiver asks the patient', () => {
  const ask = { text: 'Any metal in your body?', of: 'patient' };

  it('who answers on their page', () => {
    const asked = next(sent(), 'receiver', 'ask-info', ask);
    expect(asked.state.hold?.accountable).toEqual({ side: 'patient' });
    expect(asked.log.at(-1)?.audience).toBe('everyone');
    expect(next(asked, 'patient', 'supply-info', { text: 'No.' }).state.status).toBe('sent');
  });

  it('who is late: then the receiver calls', () => {
    const asked = next(sent(), 'receiver', 'ask-info', ask);
    expect(refused(asked, 'system', 'pass-on')).toBe('not-due');
    const { state } = next(asked, 'system', 'pass-on', {}, { now: asked.state.hold!.due });
    expect(state.hold).toMatchObject({ accountable: { side: 'receiver' }, next: 'chase-by-phone' });
  });

  it('not one nobody can reach', () => {
    const story = sent({ opening: { patient: { reachable: false } } });
    expect(refused(story, 'receiver', 'ask-info', ask)).toBe('patient-unreachable');
  });
});
