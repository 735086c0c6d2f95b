import { z } from 'zod';
import type { Facts } from '../case/facts.ts';
import type { Timer, Verb } from '../case/machine.ts';
import { holdOf, mainHold, stand } from '../case/standing.ts';
import { heldForVisit } from './holds.ts';
import { mayStillChoose } from './lapse.ts';
import type { Referral } from './referral.ts';

const input = z.strictObject({});

/** Moments at which the system acts by itself: a patient is late, a visit begins unconfirmed, an offer or a choice is over. */
export function timers(state: Referral): Timer[] {
  const main = mainHold(state);
  if (!main) return [];
  const lapse = state.offer ? [{ verb: 'lapse', at: state.offer.until }] : [];
  if (mayStillChoose(state)) return [{ verb: 'lapse', at: main.due }];
  const late = main.accountable.side === 'patient' && state.flag !== 'other-time-asked';
  const begins = state.status === 'booked' && main.next !== 'report-visit';
  return [
    ...lapse,
    ...(late ? [{ verb: 'pass-on', at: main.due }] : []),
    ...(begins ? [{ verb: 'pass-on', at: state.appointment.start }] : []),
  ];
}

/** What the receiver owes instead: from the start of a visit to say what happened, before it to call the patient. */
function passed(state: Referral, facts: Facts) {
  const { status } = state;
  if (status === 'booked' && facts.now >= state.appointment.start)
    return stand(state, facts, {
      status,
      main: heldForVisit(state, facts, state.appointment.start),
      flag: null,
    });
  const next = status === 'booked' ? 'call-to-confirm' : 'chase-by-phone';
  const main = holdOf(state, facts, { side: 'receiver', next, due: { businessDays: 1 } });
  return stand(state, facts, {
    status,
    main,
    ...(status === 'booked' && { flag: 'call-to-confirm' as const }),
  });
}

/** A patient who did not answer in time is the receiver's to call; a visit that begins is the receiver's to report. */
export const passOn: Verb<Referral, z.infer<typeof input>> = {
  name: 'pass-on',
  who: [{ side: 'system', rank: 'm' }],
  from: ['awaiting-reply', 'booked'],
  to: 'same',
  input,
  decide(state, _typed, facts) {
    const due = timers(state).some(timer => timer.verb === 'pass-on' && timer.at <= facts.now);
    if (!due) return { refusal: 'not-due' };
    const from = mainHold(state)?.accountable.side ?? 'patient';
    return { events: [{ type: 'passed-on', audience: 'all', body: { from, ...passed(state, facts) } }] };
  },
};
