import { describe, expect, it } from 'vitest';
import { by, next, refused, sent, stories } from '../../../test/support/referral-story.ts';

describe('the receiver advises instead of a visit', () => {
  it('and the requester has 7 days to take the advice or insist; the patient does not read it', () => {
    const { state, log } = stories.advised();
    expect(state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'take-advice' });
    expect(log.at(-1)).toMatchObject({ type: 'advice', audience: 'clinical', body: { minutes: 10 } });
  });

  it('which only a clinician does', () => {
    const clerk = by('receiver', { clinical: false });
    expect(refused(sent(), clerk, 'advise', { text: 'Rest.', minutes: 5 })).toBe('needs-clinician');
  });

  it('and the requester takes it: the case is closed', () => {
    expect(next(stories.advised(), 'requester', 'take-advice').state.status).toBe('closed');
  });

  it('or insists, once: the receiver decides again and sees why', () => {
    const insisted = next(stories.advised(), 'requester', 'insist', { reason: 'She cannot walk.' });
    expect(insisted.state).toMatchObject({ status: 'sent', flag: 'sent-again', insisted: true });
    expect(insisted.log.at(-1)?.audience).toBe('clinical');
    const again = next(insisted, 'receiver', 'advise', { text: 'Really.', minutes: 5 });
    expect(refused(again, 'requester', 'insist', { reason: 'Really not.' })).toBe('already-insisted');
  });
});
