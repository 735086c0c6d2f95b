import { describe, expect, it } from 'vitest';
import {
  by,
  facts,
  keys,
  monday,
  next,
  opening,
  refused,
  sent,
} from '../../../test/support/referral-story.ts';
import { begin, type Decision } from '../case/machine.ts';
import type { By } from '../case/state.ts';
import { referral } from './machine.ts';

const typed = { title: 'Knee pain', question: 'A knee?', urgency: 'routine', mayContact: 'on' };

function send(input: object, who: By = by('requester'), more: object = {}): Decision {
  return begin(
    referral,
    { verb: 'send', input: { ...typed, ...input } },
    facts(monday, who, { opening: { ...opening, ...more } }),
  );
}

describe('a clinician sends a referral', () => {
  it('and the receiver has 7 days to decide, 2 business days when it is urgent', () => {
    expect(sent().state.hold).toMatchObject({ next: 'decide', due: '2026-11-30T22:00:00.000Z' });
    const urgent = sent({ input: { urgency: 'urgent', reason: 'Fever' } });
    expect(urgent.state.hold?.due).toBe('2026-11-25T22:00:00.000Z');
  });

  it('and a service that promises less is held to it, one that promises more is not', () => {
    const less = sent({ facts: { promise: { sent: { days: 3 } } } });
    expect(less.state.hold?.due).toBe('2026-11-26T22:00:00.000Z');
    const more = sent({ facts: { promise: { sent: { days: 30 } } } });
    expect(more.state.hold?.due).toBe('2026-11-30T22:00:00.000Z');
  });

  it('with the question in an event the patient does not read, and none of it in the state', () => {
    const { log, state } = sent();
    expect(log.map(event => [event.type, event.audience])).toEqual([
      ['sent', 'everyone'],
      ['question', 'all'],
    ]);
    expect(JSON.stringify(state)).not.toContain('A knee?');
  });

  it('only with a title of at most 80 characters, the consent to be contacted, and a reason when urgent', () => {
    expect(send({ title: 'x'.repeat(81) })).toMatchObject({
      refusal: 'bad-input',
      detail: { issues: [{ path: ['title'] }] },
    });
    expect(send({ mayContact: '' })).toEqual({ refusal: 'consent-missing' });
    expect(send({ urgency: 'urgent' })).toEqual({ refusal: 'reason-missing' });
    expect(send({ colour: 'red' })).toMatchObject({ refusal: 'bad-input' });
    expect(send({ title: 'Knee\u0000pain' })).toMatchObject({ refusal: 'bad-input' });
  });

  it('which the family physician of another practice reads along, and nobody of the own one', () => {
    const family = { key: '7'.repeat(26), member: 71, site: 7, clinical: true };
    const colleague = { ...family, key: '8'.repeat(26), site: opening.requester.site! };
    const named = (key: string) =>
      begin(
        referral,
        { verb: 'send', input: { ...typed, copy: key } },
        facts(monday, by('requester'), { opening, members: [family, colleague] }),
      );
    const decided = named(family.key);
    expect('events' in decided && decided.events[0]?.body.copy).toEqual({ site: 7, clinician: 71 });
    for (const key of [colleague.key, '9'.repeat(26)])
      expect(named(key)).toEqual({ refusal: 'no-such-member' });
  });

  it('which a clerk writes and a clinician sends', () => {
    expect(send({}, by('requester', { clinical: false }))).toEqual({ refusal: 'needs-clinician' });
  });

  it('not to a closed service, not for somebody who died', () => {
    expect(send({}, by('requester'), { accepting: false })).toEqual({ refusal: 'not-accepting' });
    const patient = { reachable: false, deceased: true };
    expect(send({}, by('requester'), { patient })).toEqual({ refusal: 'patient-deceased' });
  });

  it('to a clinic without the network: its own clerk faxes it', () => {
    const { state } = sent({ opening: { receiver: { site: 7, service: 204, offNetwork: true } } });
    expect(state.hold).toMatchObject({ accountable: { side: 'requester', site: 1 }, next: 'send-by-fax' });
  });

  it('and owes a letter: of two clocks the earlier one names who is accountable', () => {
    const story = sent({ input: { letterDue: '2026-11-25' } });
    expect(story.state.hold).toMatchObject({
      accountable: { side: 'requester' },
      next: 'send-letter',
      due: '2026-11-25T22:00:00.000Z',
    });
    const paid = next(story, 'requester', 'attach', { attachments: keys.letter, to: 'all', letter: 'on' });
    expect(paid.state.letter).toBeUndefined();
    expect(paid.state.hold).toMatchObject({ accountable: { side: 'receiver' }, next: 'decide' });
    const late = sent({ input: { letterDue: '2026-12-24' } });
    expect(late.state.hold?.next).toBe('decide');
    expect(refused(late, 'receiver', 'accept')).toBeUndefined();
  });
});

describe('a clerk of the receiver transcribes a fax', () => {
  const fax = {
    title: 'Knee pain',
    urgency: 'routine',
    receivedOn: '2026-11-02',
    how: 'fax',
    outsideName: 'Dr. A. Paper',
    attachments: keys.letter,
  };
  const paperOpening = { ...opening, requester: {} };
  const enter = (input: object) =>
    begin(
      referral,
      { verb: 'transcribe', input },
      facts(monday, by('receiver', { clinical: false }), { opening: paperOpening }),
    );

  it('and the wait counts from the day it came, the clock from now', () => {
    const decision = enter(fax);
    if ('refusal' in decision) throw new Error(decision.refusal);
    expect(decision.events[0]?.body).toMatchObject({
      startedAt: '2026-11-02T05:00:00.000Z',
      requester: { offNetwork: true, outside: { name: 'Dr. A. Paper' } },
      hold: { from: monday, due: '2026-11-30T22:00:00.000Z', next: 'decide' },
    });
  });

  it('never without the paper, and never from the future', () => {
    expect(enter({ ...fax, attachments: [] })).toEqual({ refusal: 'paper-missing' });
    expect(enter({ ...fax, receivedOn: '2026-11-24' })).toEqual({ refusal: 'in-the-future' });
    expect(enter({ ...fax, receivedOn: '2016-11-20' })).toEqual({ refusal: 'too-long-ago' });
    expect(enter({ ...fax, receivedOn: '2016-12-01' })).not.toHaveProperty('refusal');
  });
});
