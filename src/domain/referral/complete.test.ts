import { describe, expect, it } from 'vitest';
import { next, refused, sent, stories } from '../../../test/support/referral-story.ts';

describe('the receiver completes', () => {
  it('with a consult note for clinicians, and the requester reads it within 14 days', () => {
    const { state, log } = stories.completed();
    expect(state.hold).toMatchObject({
      accountable: { side: 'requester' },
      next: 'read-note',
      due: '2026-12-07T22:00:00.000Z',
    });
    expect(log.at(-1)).toMatchObject({
      type: 'consult-note',
      audience: 'clinical',
      body: { text: 'Exercise.' },
    });
  });

  it('with a note that the patient reads too, when the receiver lets them', () => {
    const { log } = next(stories.seen(), 'receiver', 'complete', {
      ...{ outcome: 'discharged', note: 'Exercise.', patientReads: 'on' },
    });
    expect(log.at(-1)).toMatchObject({ type: 'consult-note', audience: 'everyone' });
  });

  it('or says why no note will come: one of the two, not both', () => {
    const how = (more: object) =>
      refused(stories.seen(), 'receiver', 'complete', { outcome: 'treated', ...more });
    expect(how({})).toBe('note-missing');
    expect(how({ note: 'Done.', noNote: 'other' })).toBe('note-missing');
    expect(how({ noNote: 'community-service' })).toBeUndefined();
  });

  it('and faxes the note when the requester is not on the network', () => {
    const paper = sent({ opening: { requester: { offNetwork: true } }, facts: {} });
    const seen = next(next(paper, 'receiver', 'accept'), 'receiver', 'visited');
    const { state } = next(seen, 'receiver', 'complete', { outcome: 'discharged', note: 'Done.' });
    expect(state.hold).toMatchObject({ accountable: { side: 'receiver', site: 2 }, next: 'send-by-fax' });
  });

  it('and the requester acknowledges, which closes it', () => {
    expect(next(stories.completed(), 'requester', 'acknowledge').state.status).toBe('closed');
  });

  it('but not before it accepted', () => {
    expect(refused(sent(), 'receiver', 'complete', { outcome: 'treated', note: 'Done.' })).toBe(
      'wrong-status',
    );
  });
});

describe('a case managed elsewhere', () => {
  it('is reported on within 90 days, and again when it goes on', () => {
    const story = stories['managed-elsewhere']();
    expect(story.state.hold).toMatchObject({ next: 'report-elsewhere', due: '2027-02-22T22:00:00.000Z' });
    const later = { now: '2027-02-01T15:00:00.000Z' };
    const renewed = next(story, 'receiver', 'manage-elsewhere', { where: 'In Ottawa' }, later);
    expect(renewed.state.hold?.due).toBe('2027-05-03T21:00:00.000Z');
  });
});

describe('a case that had ended', () => {
  it('is reopened by the receiver', () => {
    const closed = next(stories.completed(), 'requester', 'acknowledge');
    for (const story of [closed, stories.completed(), stories.declined()])
      expect(next(story, 'receiver', 'reopen', { reason: 'A bed came free.' }).state).toMatchObject({
        status: 'accepted',
        hold: { next: 'book' },
      });
  });
});
