import { z } from 'zod';
import type { Facts } from '../facts.ts';
import { optionalKey, text } from '../input.ts';
import type { Verb } from '../machine.ts';
import { restand } from '../standing.ts';
import type { CaseState, Hold, Side } from '../state.ts';

const input = z
  .strictObject({ member: optionalKey, place: optionalKey, why: text(2000) })
  .refine(typed => (typed.member === undefined) !== (typed.place === undefined), { path: ['member'] });

interface Place {
  site: number;
  unit?: number;
  member?: number;
}

function find(facts: Facts, typed: z.infer<typeof input>): Place | undefined {
  const member = facts.members?.find(one => one.key === typed.member);
  const named = member ?? facts.places?.find(one => one.key === typed.place);
  if (!named) return undefined;
  return {
    site: named.site,
    ...(named.unit === undefined ? {} : { unit: named.unit }),
    ...(member ? { member: member.member } : {}),
  };
}

/** A group's part in a question for advice. Docs/decisions/0083. */
const isQuestion = ({ type }: CaseState, side: Side) => type === 'econsult' && side === 'receiver';

/** A question that a specialist has: they hand it back before it goes to another unit. */
function isHeld(state: CaseState, side: Side): boolean {
  return isQuestion(state, side) && ['assigned', 'more-info'].includes(state.status);
}

/** A side passes to another member or site, and what it owes and may see goes with it. */
export const transfer: Verb<CaseState, z.infer<typeof input>> = {
  name: 'transfer',
  who: [
    { side: 'requester', rank: 'l' },
    { side: 'receiver', rank: 'l' },
  ],
  from: 'open',
  to: 'same',
  input,
  can: (state, by) => (isHeld(state, by.side) ? 'wrong-status' : undefined),
  decide(state, typed, facts) {
    // Whoever answers is chosen by `assign`, which knows who is away, full or in conflict.
    if (typed.member && isQuestion(state, facts.by.side)) return { refusal: 'no-such-member' };
    const place = find(facts, typed);
    if (!place) return { refusal: typed.member ? 'no-such-member' : 'no-such-place' };
    const { side } = facts.by;
    const change = (hold: Hold): Hold =>
      hold.accountable.side === side
        ? { ...hold, accountable: { side, ...place } as Hold['accountable'] }
        : hold;
    const parties =
      side === 'requester' ? moved(state, place) : { ...state, receiver: { ...state.receiver, ...place } };
    const standing = restand(state, change, parties);
    const body = { side, ...place, why: typed.why, ...standing };
    return { events: [{ type: 'transferred', audience: 'all', body }] };
  },
};

function moved(state: CaseState, { member, ...place }: Place): CaseState {
  const clinician = member === undefined ? {} : { clinician: member };
  return { ...state, requester: { ...state.requester, ...place, ...clinician } };
}
