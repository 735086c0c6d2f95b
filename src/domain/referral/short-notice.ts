import { z } from 'zod';
import { optionalWhole, tick } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { waitsForVisit } from './evolve.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ wanted: tick, hours: optionalWhole(1, 336) });

/** The patient can come soon, with so many hours of notice, or cannot any more: the list of who is offered a freed slot. */
export const shortNotice: Verb<Referral, z.infer<typeof input>> = {
  name: 'short-notice',
  who: [
    { side: 'patient', rank: 'm' },
    { side: 'receiver', rank: 'm' },
  ],
  from: waitsForVisit,
  to: 'same',
  input,
  decide(state, { wanted, hours = 24 }) {
    const same = wanted ? state.shortNotice?.hours === hours : !state.shortNotice;
    if (same) return { refusal: 'nothing-changed' };
    const body = wanted ? { wanted, hours } : { wanted };
    return { events: [event('short-notice-set', 'everyone', body)] };
  },
};
