import type { Instant } from '../../../domain/case/time.ts';

const minute = 60_000;
const day = 1440 * minute;
/** Half past three in Ontario's winter, in minutes of the day in UTC. */
const afternoon = 20 * 60 + 30;

/**
 * So many days and minutes before now; where the days are whole, minutes before the middle of an afternoon, on the Friday
 * where that day is of a weekend: people of the demo are at work when they act.
 */
export function workTime(now: Instant, [days, minutes]: readonly [number, number]): Instant {
  const at = Date.parse(now) - days * day;
  if (days === 0 || !Number.isInteger(days)) return new Date(at - minutes * minute).toISOString();
  const midnight = at - (at % day);
  const weekday = new Date(midnight).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return new Date(midnight - back * day + (afternoon - minutes) * minute).toISOString();
}
