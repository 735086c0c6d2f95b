import { describe, expect, it } from 'vitest';
import {
  by,
  centralIntake,
  facts,
  keys,
  monday,
  next,
  refused,
  type Story,
  sent,
} from '../../../test/support/referral-story.ts';
import type { ServiceFacts } from './facts.ts';
import { receiverOf } from './hand-over.ts';

const knees: ServiceFacts = {
  ...{ key: keys.thisClinic, service: 200, site: 2, unit: 5, accepting: true, type: 'referral' },
  intake: { site: centralIntake, always: true },
};
const atIntake = { site: centralIntake, service: 200, intake: true };
const clerk = by('receiver', { site: centralIntake, person: 31, member: 31 });
const known = { services: [knees, ...facts(monday, by('receiver')).services!.slice(1)] };
const arrived = () => sent({ opening: { receiver: atIntake } });

/** The case that the last step opened, as its own story. */
function opened(story: Story, at = 0): Story {
  const { receiver, via, hops } = story.opens[at]!;
  const service = story.opens[at]!.service!;
  return sent({ opening: { receiver: { ...receiver, service }, via, hops, handedOver: true } });
}

describe('a service that takes referrals through a central intake', () => {
  it('is asked at that intake, and the intake sends on to the service itself', () => {
    expect(receiverOf(knees, {})).toEqual(atIntake);
    expect(receiverOf(knees, { site: centralIntake })).toEqual({ site: 2, service: 200, unit: 5 });
  });

  it('leaves it to the sender where it says so', () => {
    const either = { ...knees, intake: { site: centralIntake, always: false } };
    expect(receiverOf(either, {}).site).toBe(2);
    expect(receiverOf(either, { through: true })).toEqual(atIntake);
  });

  it('is asked itself for advice', () => {
    expect(receiverOf({ ...knees, type: 'econsult' }, {}).site).toBe(2);
  });

  it('makes no promise for its intake', () => {
    const { opens } = next(
      sent(),
      'receiver',
      'forward',
      { service: keys.otherClinic },
      {
        services: [
          { ...knees, key: keys.otherClinic, service: 201, site: 4, promise: { sent: { businessDays: 1 } } },
        ],
      },
    );
    expect(opens[0]).toMatchObject({ receiver: { site: centralIntake, intake: true } });
    expect(opens[0]!.promise).toBeUndefined();
  });
});

describe('a central intake', () => {
  it('has 7 days to send a new referral on, as any receiver', () => {
    expect(arrived().state.hold).toMatchObject({
      ...{ accountable: { side: 'receiver', site: centralIntake }, next: 'decide' },
    });
  });

  it('sends it to the service asked for, and stays', () => {
    const { opens, state } = next(arrived(), clerk, 'forward', { service: keys.thisClinic }, known);
    expect(state.status).toBe('forwarded');
    expect(opens[0]).toMatchObject({
      ...{ receiver: { site: 2, unit: 5 }, service: 200, hops: 1 },
      via: { site: centralIntake, central: true },
    });
  });

  it('stays however often it is sent on, and hears of the decline', () => {
    const first = opened(next(arrived(), clerk, 'forward', { service: keys.thisClinic }, known));
    const forwarded = next(first, 'receiver', 'forward', { service: keys.otherClinic });
    expect(forwarded.opens[0]!.via).toEqual({ site: centralIntake, central: true });
    const last = opened(forwarded);
    const other = by('receiver', { site: 4, person: 41, member: 41 });
    const declined = next(last, other, 'decline', { reason: 'no-capacity', noneExists: 'on' });
    expect(declined.state.hold).toMatchObject({
      ...{ accountable: { side: 'intake', site: centralIntake }, next: 'forward-or-hand-back' },
    });
  });

  it('sees each part of what it splits', () => {
    const services = [keys.thisClinic, keys.otherClinic];
    const { opens } = next(arrived(), clerk, 'split', { services }, known);
    expect(opens.map(one => one.via)).toEqual(Array(2).fill({ site: centralIntake, central: true }));
  });

  it('sends on after its own assessment', () => {
    const accepted = next(arrived(), clerk, 'accept', { walkIn: 'on' });
    const seen = next(accepted, clerk, 'visited');
    expect(next(seen, clerk, 'forward', { service: keys.thisClinic }, known).state.status).toBe('forwarded');
  });

  it('that declines at once names no intake to go on: the requester does', () => {
    const declined = next(arrived(), clerk, 'decline', { reason: 'out-of-scope', noneExists: 'on' });
    expect(declined.state.hold).toMatchObject({ accountable: { side: 'requester' } });
  });

  it('asked by its own service is not sent its own service again', () => {
    const own = sent({ opening: { receiver: { site: centralIntake, service: 200, central: true } } });
    expect(refused(own, clerk, 'forward', { service: keys.thisClinic })).toBe('same-service');
    const { opens } = next(own, clerk, 'forward', { service: keys.otherClinic });
    expect(opens[0]!.via).toEqual({ site: centralIntake, central: true });
  });
});
