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
} from '../../../../test/support/referral-story.ts';
import { referral } from '../../referral/machine.ts';
import { mayRead } from '../access.ts';
import { allowed } from '../machine.ts';
import type { Side } from '../state.ts';

/** Who may read the last event. */
function readers(story: ReturnType<typeof sent>): Side[] {
  const sides: readonly Side[] = ['requester', 'receiver', 'intake', 'patient'];
  return sides.filter(side => mayRead(story.state, by(side), story.log.at(-1)!));
}

const viaIntake = () => sent({ opening: { via: { site: 3 } } });

describe('a message', () => {
  it('to one side is read by that side and by who wrote it, and moves nothing', () => {
    const story = viaIntake();
    const written = next(story, 'requester', 'message', {
      text: 'Any news?',
      to: 'receiver',
      answerWanted: 'on',
    });
    expect(readers(written)).toEqual(['requester', 'receiver']);
    expect(written.state.turn).toBe(story.state.turn);
    expect(readers(next(story, 'receiver', 'message', { text: 'Soon.', to: 'everyone' }))).toContain(
      'patient',
    );
    expect(readers(next(story, 'patient', 'message', { text: 'When?', to: 'clinical' }))).toEqual([
      'requester',
      'receiver',
      'patient',
    ]);
  });

  it('is not written by a clinic that said no and reads no more; it may take the referral up and then write', () => {
    const story = stories.declined();
    expect(allowed(referral, story.state, by('receiver'))).toEqual(['reopen', 'note', 'strike']);
    expect(refused(story, 'receiver', 'message', { text: 'Sorry.', to: 'all' })).toBe('wrong-side');
    const again = next(story, 'receiver', 'reopen', { reason: 'A bed came free.' });
    expect(readers(next(again, 'receiver', 'message', { text: 'Sorry.', to: 'all' }))).toContain('requester');
  });

  it('keeps its lines, loses its edges, and is refused with control characters or nothing in it', () => {
    const said = (text: string) => outcome(sent(), 'receiver', 'message', { text, to: 'all' });
    expect(said('  One\r\ntwo  ')).toMatchObject({ events: [{ body: { text: 'One\ntwo' } }] });
    for (const bad of ['', '   ', 'a\u0000b', 'x'.repeat(20_001)])
      expect(said(bad)).toMatchObject({ refusal: 'bad-input' });
  });

  it('with a paper that is not there is refused', () => {
    const lost = { text: 'See this', to: 'all', attachments: ['z'.repeat(26)] };
    expect(refused(sent(), 'receiver', 'message', lost)).toBe('no-such-attachment');
  });
});

describe('a note', () => {
  it('is read by one side only, also after the end', () => {
    const ended = next(sent(), 'requester', 'cancel', { reason: 'other' });
    expect(readers(next(ended, 'receiver', 'note', { text: 'Pity.' }))).toEqual(['receiver']);
  });

  it('is shared between an intake and the clinic it sent the case to', () => {
    const note = { text: 'Speaks Cree.', shared: 'on' };
    expect(readers(next(viaIntake(), 'intake', 'note', note))).toEqual(['receiver', 'intake']);
    expect(readers(next(viaIntake(), 'receiver', 'note', note))).toEqual(['receiver', 'intake']);
    expect(refused(sent(), 'receiver', 'note', note)).toBe('no-intake');
  });
});

describe('the urgency', () => {
  it('raised brings the due time nearer, lowered gives the routine time from the start', () => {
    const raised = next(sent(), 'requester', 'change-urgency', { urgency: 'urgent', reason: 'Fever' });
    expect(raised.state).toMatchObject({ urgency: 'urgent', hold: { due: '2026-11-25T22:00:00.000Z' } });
    const lowered = next(raised, 'requester', 'change-urgency', { urgency: 'routine', reason: 'Better' });
    expect(lowered.state.hold).toEqual(sent().state.hold);
  });

  it('is a clinician’s of the requester to change, to something else', () => {
    const clerk = by('requester', { clinical: false });
    const change = { urgency: 'urgent', reason: 'Fever' };
    expect(refused(sent(), clerk, 'change-urgency', change)).toBe('needs-clinician');
    expect(refused(sent(), 'receiver', 'change-urgency', change)).toBe('wrong-side');
    expect(refused(sent(), 'requester', 'change-urgency', { ...change, urgency: 'routine' })).toBe(
      'nothing-changed',
    );
  });
});

describe('what is known of the patient', () => {
  it('is corrected by either side; a patient corrects only how to reach them', () => {
    expect(refused(sent(), 'receiver', 'correct-patient', { family: 'Roy' })).toBeUndefined();
    expect(refused(sent(), 'patient', 'correct-patient', { phone: '519-555-0142' })).toBeUndefined();
    expect(refused(sent(), 'patient', 'correct-patient', { family: 'Roy' })).toBe('contact-only');
    expect(refused(sent(), 'patient', 'correct-patient', { deceased: 'on' })).toBe('contact-only');
    expect(refused(sent(), 'receiver', 'correct-patient', {})).toBe('nothing-changed');
  });

  it('ends what a patient who died was asked', () => {
    const { state } = next(stories.booked(), 'requester', 'correct-patient', { deceased: 'on' });
    expect(state.patient).toEqual({ reachable: true, deceased: true });
    expect(state.hold).toMatchObject({ accountable: { side: 'receiver', site: 2 }, next: 'call-to-confirm' });
  });

  it('takes days away out of the wait, the last one not before the first', () => {
    const away = { from: '2026-12-01', until: '2026-12-05' };
    expect(next(sent(), 'patient', 'set-unavailable', away).state.unavailable).toEqual([away]);
    const wrong = { from: '2026-12-05', until: '2026-12-01' };
    expect(refused(sent(), 'patient', 'set-unavailable', wrong)).toBe('bad-input');
  });

  it('includes calls that were made, but none that are still to come', () => {
    const call = { when: monday, how: 'phone', outcome: 'left-message' };
    expect(next(sent(), 'receiver', 'log-contact', call).log.at(-1)?.body).toEqual(call);
    expect(next(viaIntake(), 'intake', 'log-contact', call).log.at(-1)?.body).toEqual(call);
    const tomorrow = { ...call, when: '2026-11-24T15:00:00Z' };
    expect(refused(sent(), 'receiver', 'log-contact', tomorrow)).toBe('in-the-future');
  });
});

describe('something written is taken out', () => {
  const story = () => next(sent(), 'receiver', 'message', { text: 'Oops', to: 'all' });
  const target = (side: Side, type = 'messaged') => ({ target: { seq: 3, type, by: by(side) } });
  const strike = { seq: '3', why: 'Wrong patient' };

  it('by the side that wrote it, and a line stays', () => {
    const struck = next(story(), 'receiver', 'strike', strike, target('receiver'));
    expect(struck.state.struck?.events).toEqual([3]);
    expect(refused(struck, 'receiver', 'strike', strike, target('receiver'))).toBe('already-struck');
    expect(refused(story(), 'requester', 'strike', strike, target('receiver'))).toBe('not-the-author');
  });

  it('unless it moved the case', () => {
    expect(refused(story(), 'receiver', 'strike', strike, target('receiver', 'accepted'))).toBe(
      'nothing-to-strike',
    );
  });

  it('also a paper', () => {
    const paper = { attachment: keys.letter, why: 'Wrong patient' };
    expect(next(story(), 'receiver', 'strike', paper).state.struck?.attachments).toEqual([501]);
    const theirs = { attachments: [{ key: keys.letter, id: 501, side: 'requester' as const }] };
    expect(refused(story(), 'receiver', 'strike', paper, theirs)).toBe('not-the-author');
  });
});

describe('a case entered in error', () => {
  it('is void: nobody owes or may do anything but look', () => {
    const { state } = next(sent(), 'requester', 'void', { why: 'Wrong patient' });
    expect(state.status).toBe('void');
    expect(state.hold).toBeUndefined();
    expect(allowed(referral, state, by('requester'))).toEqual(['note', 'strike']);
  });

  it('is voided by a lead or clinician of the requester only', () => {
    const clerk = by('requester', { clinical: false, lead: false });
    expect(refused(sent(), clerk, 'void', { why: 'x' })).toBe('needs-lead');
    expect(refused(sent(), by('requester', { clinical: false }), 'void', { why: 'x' })).toBeUndefined();
    expect(refused(sent(), 'receiver', 'void', { why: 'x' })).toBe('wrong-side');
  });
});

describe('a side passes to somebody else', () => {
  it('with what it owes; the earlier site has no part in it any more', () => {
    const { state } = next(sent(), 'receiver', 'transfer', { member: keys.strangerMember, why: 'Moved' });
    expect(state.receiver).toMatchObject({ site: 4, member: 99 });
    expect(state.hold?.accountable).toEqual({ side: 'receiver', site: 4, member: 99 });
    expect(state.hold?.due).toBe(sent().state.hold?.due);
    expect(allowed(referral, state, by('receiver'))).toEqual([]);
  });

  it('by a lead, to somebody who exists', () => {
    const clerk = by('receiver', { lead: false });
    expect(refused(sent(), clerk, 'transfer', { member: keys.nurse, why: 'x' })).toBe('needs-lead');
    expect(refused(sent(), 'receiver', 'transfer', { member: 'z'.repeat(26), why: 'x' })).toBe(
      'no-such-member',
    );
    expect(refused(sent(), 'receiver', 'transfer', { why: 'x' })).toBe('bad-input');
  });
});

describe('a clinic without the network', () => {
  const fax = () => sent({ opening: { receiver: { site: 7, service: 204, offNetwork: true } } });
  const said = { saidBy: 'Their clerk', how: 'phone' };

  it('accepts by phone, and the requester’s clerk records it and chases the rest', () => {
    const story = next(fax(), 'requester', 'record', { ...said, verb: 'accept', input: {} });
    expect(story.state).toMatchObject({
      status: 'accepted',
      hold: { accountable: { side: 'requester' }, next: 'chase-by-phone' },
    });
    expect(story.log.slice(-2).map(event => event.type)).toEqual(['recorded', 'accepted']);
  });

  it('is not recorded for when it is on the network, nor in its own affairs', () => {
    expect(refused(sent(), 'requester', 'record', { ...said, verb: 'accept' })).toBe('on-network');
    for (const verb of ['note', 'transfer', 'void', 'record'])
      expect(refused(fax(), 'requester', 'record', { ...said, verb })).toBe('not-recordable');
    expect(refused(fax(), 'requester', 'record', { ...said, verb: 'cancel' })).toBe('wrong-side');
  });
});
