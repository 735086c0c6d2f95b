import type { Instant } from '../../../domain/case/time.ts';
import type { Fate, Step } from './courses.ts';
import type { IntakeSlot } from './schedule.ts';

const day = 86_400_000;

const said: Record<Fate, readonly Omit<Step, 'days'>[]> = {
  booked: [],
  confirmed: [{ by: 'clerk', verb: 'confirm' }],
  seen: [{ by: 'clerk', verb: 'confirm' }],
  missed: [{ by: 'clerk', verb: 'confirm' }],
  freed: [{ by: 'clerk', verb: 'cannot-come', input: { why: 'Has to work that day' } }],
};

const after: Partial<Record<Fate, Omit<Step, 'days'>>> = {
  seen: {
    ...{ by: 'assessor', verb: 'complete' },
    input: {
      outcome: 'discharged',
      note: 'Assessed. No red flags. Exercises taught and written down; a plan for work is agreed. No further visit here.',
    },
  },
  missed: { by: 'clerk', verb: 'did-not-attend', input: { comment: 'Rang twice, no answer.' } },
};

/**
 * A visit in that slot, booked more than a week before, and what became of it. What can only be told after the visit is left
 * out while the visit is to come: what the calendar shows depends on the day on which the demo begins.
 */
export function visitSteps({ fate }: { fate: Fate }, slot: IntakeSlot, now: Instant): Step[] {
  const since = (Date.parse(now) - Date.parse(slot.start)) / day;
  const daysSince = Math.ceil(since);
  const booked = Math.max(8, daysSince + 3);
  const end = after[fate];
  return [
    { days: booked, by: 'clerk', verb: 'book', input: { slot: slot.key } },
    ...said[fate].map(step => ({ ...step, days: Math.max(2, daysSince + 2) })),
    ...(end && since > 0.2 ? [{ ...end, days: since - 0.1 }] : []),
  ];
}
