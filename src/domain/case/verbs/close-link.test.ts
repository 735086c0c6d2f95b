import { describe, expect, it } from 'vitest';
import { by, facts, next, refused, sent, stories } from '../../../../test/support/referral-story.ts';
import { referral } from '../../referral/machine.ts';
import { lateness } from '../lateness.ts';

const closed = (story = sent()) => next(story, 'system', 'close-link');

describe('a patient whose link was closed', () => {
  it('is an errand of the requester’s office for 2 business days; the clinic goes on as before', () => {
    const before = sent();
    const { state } = closed(before);
    expect(state.errand).toMatchObject({
      accountable: { side: 'requester', site: before.state.requester.site },
      next: 'give-link',
      due: '2026-11-25T22:00:00.000Z',
    });
    const { status, hold, flag, turn } = before.state;
    expect(state).toMatchObject({ status, hold, turn });
    expect(state.flag).toBe(flag);
    expect(closed(closed(before)).state.errand).toEqual(state.errand);
  });

  it('has a new link: the errand is done, once', () => {
    const given = next(closed(), 'system', 'give-link');
    expect(given.state.errand).toBeUndefined();
    expect(refused(given, 'system', 'give-link')).toBe('not-due');
    for (const side of ['requester', 'receiver', 'patient'] as const)
      expect(refused(closed(), side, 'give-link')).toBe('wrong-side');
  });

  it('keeps the errand while the case moves, and loses it with its end', () => {
    const accepted = next(closed(), 'receiver', 'accept');
    expect(accepted.state.errand).toEqual(closed().state.errand);
    const over = next(accepted, 'requester', 'cancel', { reason: 'other' });
    expect(over.state).not.toHaveProperty('errand');
    expect(refused(over, 'system', 'close-link')).toBe('case-ended');
  });

  it('never delays nor starts what the system owes the case', () => {
    const now = '2026-12-02T22:00:00.000Z';
    const owed = (story: ReturnType<typeof sent>) => {
      const { due, ...rest } = lateness(referral, story.state, facts(now, by('system')));
      return { ...rest, due: due.filter(({ input }) => !input.level?.startsWith('errand-')) };
    };
    expect(owed(closed())).toEqual(owed(sent()));
    expect(owed(closed(stories.declined()))).toEqual(owed(stories.declined()));
  });

  it('climbs when the office does nothing: to its lead, then to the programme, each once; then it is done', () => {
    const levels = (story: ReturnType<typeof sent>, now: string) =>
      lateness(referral, story.state, facts(now, by('system')))
        .due.map(({ input }) => input.level)
        .filter(level => level?.startsWith('errand-'));
    const [lead, programme] = ['2026-11-27T22:00:00.000Z', '2026-12-02T22:00:00.000Z'];
    expect(levels(closed(), '2026-11-27T21:59:00.000Z')).toEqual([]);
    expect(levels(closed(), lead)).toEqual(['errand-lead']);
    const told = next(closed(), 'system', 'escalate', { level: 'errand-lead' }, { now: lead });
    expect(told.state).toMatchObject({ hold: closed().state.hold, turn: closed().state.turn });
    expect(told.state.chased).toEqual(closed().state.chased);
    expect(levels(told, lead)).toEqual([]);
    expect(levels(told, programme)).toEqual(['errand-programme']);
    const done = next(told, 'system', 'give-link');
    expect(levels(done, programme)).toEqual([]);
    expect(done.state).not.toHaveProperty('errandTold');
  });
});
