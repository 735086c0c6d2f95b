import { z } from 'zod';
import type { Facts } from '../facts.ts';
import { line } from '../input.ts';
import { lateness } from '../lateness.ts';
import type { Decision, Machine, Verb } from '../machine.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ level: line(20) });

type Chase = { verb: 'remind' | 'escalate'; type: 'reminded' | 'escalated' };

function chase(
  state: CaseState,
  level: string,
  facts: Facts,
  machine: Machine,
  { verb, type }: Chase,
): Decision {
  const due = lateness(machine, state, facts).due.some(
    chore => chore.verb === verb && chore.input.level === level,
  );
  if (!due || !state.hold) return { refusal: 'not-due' };
  if (level.startsWith('errand-') && state.errand) {
    const body = { level, due: state.errand.due, errand: true };
    return { events: [{ type, audience: 'all', body }] };
  }
  return { events: [{ type, audience: 'all', body: { level, due: state.hold.due } }] };
}

/** The accountable party is reminded that something is due. */
export const remind: Verb<CaseState, z.infer<typeof input>> = {
  name: 'remind',
  who: [{ side: 'system', rank: 'm' }],
  from: 'open',
  to: 'same',
  input,
  decide: (state, { level }, facts, machine) =>
    chase(state, level, facts, machine, { verb: 'remind', type: 'reminded' }),
};

/** Overdue climbs: the lead of the accountable site, then the programme, then the programme every week. */
export const escalate: Verb<CaseState, z.infer<typeof input>> = {
  name: 'escalate',
  who: [{ side: 'system', rank: 'm' }],
  from: 'open',
  to: 'same',
  input,
  decide: (state, { level }, facts, machine) =>
    chase(state, level, facts, machine, { verb: 'escalate', type: 'escalated' }),
};
