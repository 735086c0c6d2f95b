import { z } from 'zod';
import type { Facts } from '../case/facts.ts';
import { optionalKey } from '../case/input.ts';
import type { Refusal, Verb } from '../case/machine.ts';
import { restand } from '../case/standing.ts';
import type { Hold } from '../case/state.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ member: optionalKey, unit: optionalKey });

function choose(
  state: Referral,
  typed: z.infer<typeof input>,
  facts: Facts,
): { member?: number; unit?: number } | Refusal {
  const { site } = state.receiver;
  const place = facts.places?.find(one => one.key === typed.unit && one.site === site);
  if (typed.unit && place?.unit === undefined) return { refusal: 'no-such-place' };
  const unit = place?.unit;
  if (!typed.member) return unit === undefined ? {} : { unit };
  const member = facts.members?.find(one => one.key === typed.member && one.site === site);
  if (!member) return { refusal: 'no-such-member' };
  if (member.conflict) return { refusal: 'in-conflict' };
  if (member.away) return { refusal: 'member-away' };
  const theirs = unit ?? member.unit;
  return { member: member.member, ...(theirs !== undefined && { unit: theirs }) };
}

/** A member, a unit or the queue of the receiver has it now. */
export const assign: Verb<Referral, z.infer<typeof input>> = {
  name: 'assign',
  who: [{ side: 'receiver', rank: 'm' }],
  from: 'open',
  to: 'same',
  input,
  decide(state, typed, facts) {
    const chosen = choose(state, typed, facts);
    if ('refusal' in chosen) return chosen;
    const unit = chosen.unit ?? state.receiver.unit;
    const place = {
      side: 'receiver' as const,
      site: state.receiver.site,
      ...(unit !== undefined && { unit }),
      ...(chosen.member !== undefined && { member: chosen.member }),
    };
    const change = (hold: Hold): Hold =>
      hold.accountable.side === 'receiver' ? { ...hold, accountable: place } : hold;
    return { events: [event('assigned', 'clinical', { ...chosen, ...restand(state, change) })] };
  },
};
