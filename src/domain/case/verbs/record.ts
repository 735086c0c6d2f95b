import { z } from 'zod';
import type { Facts } from '../facts.ts';
import { keys, line } from '../input.ts';
import { type Decision, decide, type Machine, type Verb } from '../machine.ts';
import { papers } from '../papers.ts';
import type { CaseState, Side } from '../state.ts';
import { contactWays } from './log-contact.ts';

const input = z.strictObject({
  verb: line(40),
  input: z.record(z.string(), z.unknown()).default({}),
  saidBy: line(200),
  how: z.enum(contactWays),
  attachments: keys,
});

/** A party's own affairs, which nobody can report for it. */
const unrecordable = ['record', 'note', 'strike', 'void', 'transfer', 'review'];

function silentSide(state: CaseState, side: Side): Side | undefined {
  const requesterAway = state.requester.offNetwork || state.requester.site === undefined;
  if (side === 'receiver' && requesterAway) return 'requester';
  return side === 'requester' && state.receiver.offNetwork ? 'receiver' : undefined;
}

function inner(machine: Machine, state: CaseState, typed: z.infer<typeof input>, facts: Facts): Decision {
  const side = silentSide(state, facts.by.side);
  if (!side) return { refusal: 'on-network' };
  if (unrecordable.includes(typed.verb)) return { refusal: 'not-recordable' };
  // What a letter says was signed there: rank is the outside party's, the words are kept with the paper.
  const by = { ...facts.by, side, recordedFor: side, clinical: true, lead: false };
  return decide(machine, state, { verb: typed.verb, input: typed.input }, { ...facts, by });
}

/** What a party off the network said or sent is written down by the other side: who said so, how, the paper. */
export const record: Verb<CaseState, z.infer<typeof input>> = {
  name: 'record',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
  ],
  from: 'any',
  to: 'same',
  input,
  can: (state, by) => (silentSide(state, by.side) ? undefined : 'on-network'),
  decide(state, typed, facts, machine) {
    const ids = papers(facts, typed.attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    const decision = inner(machine, state, typed, facts);
    if ('refusal' in decision) return decision;
    const { verb, saidBy, how } = typed;
    const side = silentSide(state, facts.by.side);
    const recorded = {
      type: 'recorded',
      audience: 'all' as const,
      body: { verb, side, saidBy, how, attachments: ids },
    };
    return { ...decision, events: [recorded, ...decision.events] };
  },
};
