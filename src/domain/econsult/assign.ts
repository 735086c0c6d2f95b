import { z } from 'zod';
import type { Facts, MemberFacts } from '../case/facts.ts';
import { key, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import type { RefusalCode } from '../case/refusals.ts';
import type { By, ReceiverParty } from '../case/state.ts';
import { resumeClock } from './answer-clock.ts';
import { assignReasons, type EConsult } from './econsult.ts';
import { event, remark } from './said.ts';
import { givesOut } from './specialist.ts';
import { toSpecialist } from './standing.ts';

const input = z.strictObject({
  member: key,
  why: z.enum(assignReasons),
  comment: optionalText(1000),
});

/** Why this member cannot take a question of the group now: not one of its clinicians, away, full, or in conflict. */
export function unfit(member: MemberFacts | undefined, group: ReceiverParty): RefusalCode | undefined {
  if (!member?.clinical || member.site !== group.site) return 'no-such-member';
  if (group.unit !== undefined && member.unit !== undefined && member.unit !== group.unit)
    return 'no-such-member';
  if (member.away) return 'member-away';
  if (member.overCap) return 'over-cap';
  return member.conflict ? 'in-conflict' : undefined;
}

/** Whoever gives questions out, and a clinician who takes one that nobody has. */
function mayAssign({ status }: EConsult, by: By): RefusalCode | undefined {
  if (by.side === 'system' || givesOut(by)) return undefined;
  return by.clinical && status === 'asked' ? undefined : 'needs-assigner';
}

const isThem = (by: By, member: number) => by.member === member || by.actingFor === member;

/** The member of that key among the facts. */
export function memberOf(facts: Facts, wanted: string | undefined): MemberFacts | undefined {
  return facts.members?.find(member => member.key === wanted);
}

/**
 * The group's assigner, or the automatic assignment, chooses a specialist. The answer's clock goes on as it was: the
 * requester was promised an answer, not a person. A question that waited for the requester is dropped.
 */
export const assign: Verb<EConsult, z.infer<typeof input>> = {
  name: 'assign',
  who: [
    { side: 'receiver', rank: 'm' },
    { side: 'system', rank: 'm' },
  ],
  from: ['asked', 'assigned', 'more-info'],
  to: ['assigned'],
  input,
  can: mayAssign,
  decide(state, { member: wanted, why, comment }, facts) {
    const chosen = memberOf(facts, wanted);
    const refusal = unfit(chosen, state.receiver);
    if (refusal || !chosen) return { refusal: refusal ?? 'no-such-member' };
    const { member } = chosen;
    // A clinician takes a question, and gives nobody one.
    if (facts.by.side !== 'system' && !givesOut(facts.by) && !isThem(facts.by, member))
      return { refusal: 'needs-assigner' };
    if (member === state.requester.clinician) return { refusal: 'in-conflict' };
    if (state.status === 'assigned' && member === state.receiver.member)
      return { refusal: 'nothing-changed' };
    const answerClock = resumeClock(state.answerClock, facts.now);
    const automatic = facts.by.side === 'system';
    const standing = toSpecialist(state, facts, { member, clock: answerClock });
    const body = { member, why, automatic, answerClock, ...standing };
    return { events: [event('assigned', 'everyone', body), ...remark('assigned', comment)] };
  },
};
