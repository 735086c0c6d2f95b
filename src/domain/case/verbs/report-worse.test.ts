import { describe, expect, it } from 'vitest';
import { keys, next, refused, sent, stories } from '../../../../test/support/referral-story.ts';

const viaIntake = () => sent({ opening: { via: { site: 3 } } });

describe('a patient who got worse', () => {
  it('is the receiver’s to review within 2 business days; then the earlier holder has it again', () => {
    const story = stories.completed();
    const worse = next(story, 'patient', 'report-worse', { text: 'I fell.' });
    expect(story.state.hold?.accountable.side).toBe('requester');
    expect(worse.state).toMatchObject({
      status: 'completed',
      flag: 'got-worse',
      hold: { accountable: { side: 'receiver' }, next: 'review', due: '2026-11-25T22:00:00.000Z' },
    });
    expect(worse.state.turn).toBe(worse.state.seq);
    const reviewed = next(worse, 'receiver', 'review');
    expect(reviewed.state.flag).toBeUndefined();
    expect(reviewed.state.hold).toEqual(story.state.hold);
  });

  it('whose clinic has declined is the requester’s to review, not the clinic’s that has left', () => {
    const story = stories.declined();
    const worse = next(story, 'patient', 'report-worse', { text: 'I fell.' });
    expect(worse.state).toMatchObject({
      flag: 'got-worse',
      hold: {
        accountable: { side: 'requester', site: 1 },
        next: 'review',
        due: '2026-11-25T22:00:00.000Z',
      },
    });
    expect(refused(worse, 'receiver', 'review')).toBe('wrong-side');
    const reviewed = next(worse, 'requester', 'review');
    expect(reviewed.state.flag).toBeUndefined();
    expect(reviewed.state.hold).toEqual(story.state.hold);
    expect(refused(next(sent(), 'patient', 'report-worse', { text: 'I fell.' }), 'requester', 'review')).toBe(
      'wrong-side',
    );
  });

  it('is the intake’s to review where it holds the declined case, and the requester’s once handed back', () => {
    const no = { reason: 'out-of-scope', suggested: keys.otherClinic };
    const story = next(viaIntake(), 'receiver', 'decline', no);
    const worse = next(story, 'patient', 'report-worse', { text: 'I fell.' });
    expect(worse.state.hold).toMatchObject({ accountable: { side: 'intake', site: 3 }, next: 'review' });
    expect(refused(worse, 'requester', 'review')).toBe('wrong-side');
    const back = next(worse, 'intake', 'hand-back', { reason: 'Nobody else.' });
    expect(back.state.hold).toMatchObject({ accountable: { side: 'requester', site: 1 }, next: 'review' });
    expect(back.state.hold?.due).toBe(worse.state.hold?.due);
    expect(next(back, 'requester', 'review').state.hold?.next).toBe('send-on');
  });

  it('is flagged for the clinic again once it is asked again', () => {
    const worse = next(stories.declined(), 'patient', 'report-worse', { text: 'I fell.' });
    const again = next(worse, 'requester', 'resubmit', { changed: 'Cannot walk now.' });
    expect(again.state).toMatchObject({
      status: 'sent',
      flag: 'got-worse',
      hold: { accountable: { side: 'receiver', site: 2 }, next: 'review' },
    });
  });

  it('by the word of who holds a declined case is known to them: nothing is left to review', () => {
    const story = stories.declined();
    const worse = next(story, 'requester', 'report-worse', { text: 'She fell.' });
    expect(worse.state.flag).toBeUndefined();
    expect(worse.state.hold).toEqual(story.state.hold);
  });

  it('stays flagged when they confirm a visit, until the receiver has looked', () => {
    const worse = next(stories.booked(), 'requester', 'report-worse', { text: 'Fever.' });
    const confirmed = next(worse, 'patient', 'confirm');
    expect(confirmed.state).toMatchObject({
      status: 'confirmed',
      flag: 'got-worse',
      hold: { next: 'review' },
    });
    expect(confirmed.state.hold?.due).toBe(worse.state.hold?.due);
    expect(next(confirmed, 'receiver', 'review').state.hold?.next).toBe('report-visit');
  });

  it('does not give the receiver more time than it had', () => {
    const urgent = sent({ input: { urgency: 'urgent', reason: 'Fever' } });
    const friday = { now: '2026-11-25T15:00:00.000Z' };
    const worse = next(urgent, 'patient', 'report-worse', { text: 'Worse.' }, friday);
    expect(worse.state.hold).toMatchObject({ next: 'review', due: urgent.state.hold!.due });
  });
});
