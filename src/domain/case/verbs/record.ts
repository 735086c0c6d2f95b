import { z } from 'zod';
import { isSilent } from '../access.ts';
import type { Facts } from '../facts.ts';
import { keys, line } from '../input.ts';
import { allowed, type Decision, decide, type Machine, type Verb } from '../machine.ts';
import { papers } from '../papers.ts';
import type { By, CaseState, Side } from '../state.ts';
import { contactWays } from './log-contact.ts';

const input = z.strictObject({
  verb: line(40),
  input: z.record(z.string(), z.unknown()).default({}),
  saidBy: line(200),
  how: z.enum(contactWays),
  attachments: keys,
});
type Input = z.infer<typeof input>;

/** A party's own affairs, which nobody can report for it. */
const unrecordable = ['record', 'note', 'strike', 'void', 'transfer', 'review'];

/** Of these the paper that came is a part: the consult note itself, or what was asked for. */
const onPaper = ['complete', 'supply-info', 'advise'];

function silentSide(state: CaseState, side: Side): Side | undefined {
  if (side === 'receiver' && isSilent(state.requester)) return 'requester';
  return side === 'requester' && state.receiver.offNetwork ? 'receiver' : undefined;
}

/** What a letter says was signed there: rank is the outside party's, the words are kept with the paper. */
function speaking(by: By, side: Side): By {
  return { ...by, side, recordedFor: side, clinical: true, lead: false };
}

/** What the silent side may have said, as its verbs in the table's order; none where nobody is silent. Pure. */
export function recordable(machine: Machine, state: CaseState, by: By): string[] {
  const side = silentSide(state, by.side);
  if (!side) return [];
  return allowed(machine, state, speaking(by, side)).filter(verb => !unrecordable.includes(verb));
}

function inner(machine: Machine, state: CaseState, typed: Input, facts: Facts): Decision {
  const side = silentSide(state, facts.by.side);
  if (!side) return { refusal: 'on-network' };
  if (unrecordable.includes(typed.verb)) return { refusal: 'not-recordable' };
  const request = { verb: typed.verb, input: said(typed) };
  return decide(machine, state, request, { ...facts, by: speaking(facts.by, side) });
}

function said({ verb, input: words, attachments }: Input): Input['input'] {
  return onPaper.includes(verb) && attachments.length > 0 ? { ...words, attachments } : words;
}

/** What a party off the network said or sent is written down by the other side: who said so, how, the paper. Docs/decisions/0076. */
export const record: Verb<CaseState, Input> = {
  name: 'record',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
  ],
  from: 'open',
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
    const attachments = onPaper.includes(verb) ? [] : ids;
    const recorded = {
      type: 'recorded',
      audience: 'all' as const,
      body: { verb, side, saidBy, how, attachments },
    };
    return { ...decision, events: [recorded, ...decision.events] };
  },
};
