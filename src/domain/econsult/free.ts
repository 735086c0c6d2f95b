import { addDays } from '../case/deadline.ts';
import { isBusinessDay, nextDay } from '../case/holidays.ts';
import type { Day } from '../case/time.ts';
import { type Absence, type Chosen, daysAtWork, isAwayFor, mondayOf } from './auto-assign.ts';

/** A clinician of a group, as far as it matters whether they can take a question now. */
export interface Colleague {
  /** Questions a week; null: agreed to nothing, so that only a person may choose them. */
  weeklyCap: number | null;
  /** Questions since Monday. */
  taken: number;
  absences: readonly Absence[];
  conflict: boolean;
}

/** A question's days: today, and when its answer is due. */
interface Days {
  today: Day;
  due: Day;
}

/**
 * Whether nobody of a group can take a question now: nobody whom the automatic assignment could choose; in a group with an
 * assigner, nobody of those who agreed to take questions (or of all its clinicians, where nobody agreed to any) is there, has room
 * and may see it. docs/decisions/0085-nobody-can.md
 */
export function nobodyCan(
  { automatic, members }: { automatic: boolean; members: readonly Colleague[] },
  chosen: Chosen,
  days: Days,
): boolean {
  if (automatic) return 'nobody' in chosen;
  const agreed = members.filter(({ weeklyCap }) => weeklyCap !== null);
  return (agreed.length > 0 ? agreed : members).every(one => cannot(one, days));
}

function cannot({ weeklyCap, taken, absences, conflict }: Colleague, days: Days): boolean {
  return conflict || isAwayFor(absences, days) || (weeklyCap !== null && taken >= weeklyCap);
}

/**
 * Whether what somebody holds falls due while they are away (today, for what is overdue): `now` when they are not at work before
 * that any more, `later` while they still could answer it.
 */
export function dueWhileAway(
  absences: readonly Absence[],
  { today, due }: Days,
): 'now' | 'later' | undefined {
  const day = due > today ? due : today;
  if (!absences.some(({ from, until }) => from <= day && day <= until)) return undefined;
  return daysAtWork(absences, { from: today, until: day }) === 0 ? 'now' : 'later';
}

/** Days within which an answer is promised at most. */
export const promise = 7;

/**
 * From which day on somebody of a group can take a question: `today` when somebody can now, else the first business day on which
 * somebody is back or has the room of a new week. Undefined where that is not known.
 */
export function freeFrom(
  members: readonly { absences: readonly Absence[]; full: boolean }[],
  today: Day,
): Day | undefined {
  const monday = addDays(mondayOf(today), 7);
  const back = members.flatMap(({ absences }) => absences.map(({ until }) => nextDay(until)));
  const later = [monday, ...back].filter(day => day > today).map(businessDayFrom);
  const can = (day: Day) =>
    members.some(
      ({ absences, full }) =>
        !(full && day < monday) && !isAwayFor(absences, { today: day, due: addDays(day, promise) }),
    );
  return [today, ...later.sort()].find(can);
}

function businessDayFrom(day: Day): Day {
  let open = day;
  while (!isBusinessDay(open)) open = nextDay(open);
  return open;
}
