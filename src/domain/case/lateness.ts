import { addBusinessDays, atLocal, dueAfter, dueBefore, localDay } from './deadline.ts';
import type { Facts } from './facts.ts';
import type { Machine } from './machine.ts';
import { zoneOf } from './standing.ts';
import type { CaseState, Hold, Urgency } from './state.ts';
import type { Instant } from './time.ts';

/** A rung of the ladder. After the programme was told it is told again every week: `weekly-1`, `weekly-2`, ... */
export const levels = ['reminder-before', 'reminder-due', 'lead', 'programme', 'weekly'] as const;
export type Level = (typeof levels)[number];

/** A system verb that is due, with its input. */
export interface Chore {
  verb: string;
  input: { level?: string };
  at: Instant;
}

const week = 7 * 86_400_000;

interface Rung {
  level: string;
  at: Instant;
}

function after(due: Instant, businessDays: number, zone: string): Instant {
  return atLocal(addBusinessDays(localDay(due, zone), businessDays), '17:00', zone);
}

/**
 * When which rung comes: a reminder one business day before and at the due time; the lead of the accountable site two
 * business days after it (urgent: 4 business hours), the programme five (urgent: one). A patient gets the two
 * reminders only: then the receiver is accountable, by a timer of the machine.
 */
export function ladder(hold: Hold, urgency: Urgency, zone: string): Rung[] {
  const before = dueBefore(hold.due, 1, zone);
  const reminders: Rung[] = [
    ...(before > hold.from ? [{ level: 'reminder-before', at: before }] : []),
    { level: 'reminder-due', at: hold.due },
  ];
  if (hold.accountable.side === 'patient') return reminders;
  const urgent = urgency === 'urgent';
  const lead = urgent ? dueAfter({ from: hold.due, businessHours: 4, zone }) : after(hold.due, 2, zone);
  const programme = after(hold.due, urgent ? 1 : 5, zone);
  // After an urgent due time the fourth business hour is the next day at 13:00, before its 17:00.
  return [...reminders, { level: 'lead', at: lead }, { level: 'programme', at: programme }];
}

/** The rung told last about this due time; a new due time begins a new ladder. */
function told(state: CaseState, hold: Hold): string | undefined {
  return state.chased?.due === hold.due ? state.chased.level : undefined;
}

function weeksBetween(from: Instant, until: Instant): number {
  return Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / week));
}

/** The week in which the programme was told last. Told late, it is not told of the weeks before on top of that. */
function weekTold({ chased }: CaseState, programme: Instant): number {
  return chased ? weeksBetween(programme, chased.at) : 0;
}

function weekly(programme: Instant, lastWeek: number, now: Instant): { due?: Rung; next: Instant } {
  const weeks = weeksBetween(programme, now);
  const at = (count: number) => new Date(Date.parse(programme) + count * week).toISOString();
  if (weeks > lastWeek) return { due: { level: `weekly-${weeks}`, at: at(weeks) }, next: at(weeks + 1) };
  return { next: at(lastWeek + 1) };
}

/** A server that was away does not send a reminder of yesterday on top of today's escalation. */
function withoutStale(rungs: readonly Rung[]): Rung[] {
  return rungs.filter((rung, i) => !rung.level.startsWith('reminder') || i === rungs.length - 1);
}

function rungsDue(state: CaseState, hold: Hold, zone: string, now: Instant): { due: Rung[]; next?: Instant } {
  const rungs = ladder(hold, state.urgency, zone);
  const last = told(state, hold);
  const done = last?.startsWith('weekly-') ? rungs.length : rungs.findIndex(rung => rung.level === last) + 1;
  const open = rungs.slice(done);
  const due = withoutStale(open.filter(rung => rung.at <= now));
  const coming = open.find(rung => rung.at > now);
  if (coming) return { due, next: coming.at };
  const programme = rungs.find(rung => rung.level === 'programme');
  if (!programme) return { due };
  const again = weekly(
    programme.at,
    due.length > 0 ? weeksBetween(programme.at, now) : weekTold(state, programme.at),
    now,
  );
  return { due: again.due ? [...due, again.due] : due, next: again.next };
}

/** Rungs of an errand: nobody is reminded of it beforehand, since it lies in the office's list from the first day. */
export const errandLevels = ['errand-lead', 'errand-programme'] as const;

/** An overdue errand climbs as the case would: the lead of its office, then the programme, each once. */
function errandRungs({ errand, errandTold }: CaseState, facts: Pick<Facts, 'zones'>): Rung[] {
  if (!errand) return [];
  const zone = zoneOf(facts, errand.accountable.side);
  const told =
    errandTold?.due === errand.due ? errandLevels.findIndex(one => one === errandTold.level) + 1 : 0;
  return [
    { level: 'errand-lead', at: after(errand.due, 2, zone) },
    { level: 'errand-programme', at: after(errand.due, 5, zone) },
  ].slice(told);
}

/**
 * What the system owes this case now, in the order of its moments, and when to look again (undefined: never). Each
 * chore is used as a verb of the side `system`; asking again after it was done gives nothing.
 */
export function lateness<S extends CaseState>(
  machine: Machine<S>,
  state: S,
  facts: Pick<Facts, 'now' | 'zones'>,
): { due: Chore[]; next?: Instant } {
  if (!state.hold) return { due: [] };
  const { now } = facts;
  const zone = zoneOf(facts, state.hold.accountable.side);
  const rungs = rungsDue(state, state.hold, zone, now);
  const errands = errandRungs(state, facts);
  const timers = machine.timers?.(state) ?? [];
  const due: Chore[] = [
    ...rungs.due.map(({ level, at }) => ({
      verb: level.startsWith('reminder') ? 'remind' : 'escalate',
      input: { level },
      at,
    })),
    ...errands
      .filter(rung => rung.at <= now)
      .map(({ level, at }) => ({ verb: 'escalate', input: { level }, at })),
    ...timers.filter(timer => timer.at <= now).map(({ verb, at }) => ({ verb, input: {}, at })),
  ];
  const moments = [
    ...[...timers, ...errands].map(one => one.at).filter(at => at > now),
    ...(rungs.next ? [rungs.next] : []),
  ];
  const next = moments.sort()[0];
  return { due: due.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), ...(next ? { next } : {}) };
}
