import { describe, expect, it } from 'vitest';
import { keys, next, outcome, refused, sent, stories } from '../../../test/support/referral-story.ts';

const on = { service: keys.otherClinic };

describe('the receiver forwards', () => {
  it('and a case opens at the next service, with everything, coming through this one', () => {
    const story = next(sent(), 'receiver', 'forward', on);
    expect(story.state.status).toBe('forwarded');
    expect(story.state.hold).toBeUndefined();
    expect(story.opens).toEqual([
      {
        type: 'referral',
        service: 201,
        receiver: { site: 4 },
        via: { site: 2 },
        hops: 1,
        title: 'Knee pain',
        urgency: 'routine',
        startedAt: story.state.startedAt,
        carried: { question: true, answers: true, advice: true, attachments: 'all' },
      },
    ]);
  });

  it('without what the sender unticked', () => {
    const [opened] = next(sent(), 'receiver', 'forward', {
      ...on,
      carry: { question: 'on', answers: 'on' },
    }).opens;
    expect(opened?.carried).toEqual({ question: true, answers: true, advice: false, attachments: [] });
  });

  it('at most five times', () => {
    expect(refused(sent({ opening: { hops: 4 } }), 'receiver', 'forward', on)).toBeUndefined();
    expect(refused(sent({ opening: { hops: 5 } }), 'receiver', 'forward', on)).toBe('too-many-hops');
  });

  it('neither to itself, nor to a closed service, nor to an advice group', () => {
    const to = (service: string) => refused(sent(), 'receiver', 'forward', { service });
    expect(to(keys.thisClinic)).toBe('same-service');
    expect(to(keys.closedClinic)).toBe('not-accepting');
    expect(to(keys.adviceGroup)).toBe('no-such-service');
  });
});

describe('an intake whose next clinic declined', () => {
  const declined = () =>
    next(sent({ opening: { via: { site: 3 }, hops: 1 } }), 'receiver', 'decline', {
      reason: 'no-capacity',
      noneExists: 'on',
    });

  it('forwards it to another and remains the intake', () => {
    const { opens } = next(declined(), 'intake', 'forward', on);
    expect(opens[0]).toMatchObject({ via: { site: 3 }, hops: 2 });
  });

  it('or hands it back, and the requester has 5 business days', () => {
    const story = next(declined(), 'intake', 'hand-back', { reason: 'Nobody takes knees.' });
    expect(story.state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'send-on' });
    expect(refused(story, 'intake', 'forward', on)).toBe('wrong-status');
    expect(refused(story, 'intake', 'hand-back', { reason: 'Again.' })).toBe('wrong-status');
  });

  it('has no say while that clinic still holds it', () => {
    const held = sent({ opening: { via: { site: 3 } } });
    expect(refused(held, 'intake', 'forward', on)).toBe('wrong-status');
  });

  it('and a receiver that declined forwards nothing any more', () => {
    expect(refused(declined(), 'receiver', 'forward', on)).toBe('wrong-status');
  });
});

describe('the receiver splits', () => {
  it('into one case for each of two services', () => {
    const { state, opens } = next(sent(), 'receiver', 'split', {
      services: [keys.otherClinic, keys.faxClinic],
    });
    expect(state.status).toBe('split');
    expect(opens.map(one => [one.service, one.receiver.offNetwork])).toEqual([
      [201, undefined],
      [204, true],
    ]);
  });

  it('never into one, nor into the same one twice', () => {
    expect(refused(sent(), 'receiver', 'split', { services: [keys.otherClinic] })).toBe('bad-input');
    const twice = { services: [keys.otherClinic, keys.otherClinic] };
    expect(refused(sent(), 'receiver', 'split', twice)).toBe('same-service');
  });
});

describe('the requester redirects', () => {
  it('a declined referral to an advice group: the same request, nothing typed twice', () => {
    const { state, opens } = next(stories.declined(), 'requester', 'redirect', { service: keys.adviceGroup });
    expect(state.status).toBe('redirected');
    expect(opens[0]).toMatchObject({ type: 'econsult', service: 203, hops: 0 });
  });

  it('but not one that is booked', () => {
    expect(refused(stories.booked(), 'requester', 'redirect', on)).toBe('wrong-status');
    expect(outcome(stories.booked(), 'receiver', 'redirect', on)).toEqual({ refusal: 'wrong-side' });
  });
});
