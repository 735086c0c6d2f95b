import type { OpenHours } from './service.ts';

/** Why typed hours of a day are refused. */
export type HoursProblem = 'unreadable' | 'backwards' | 'overlap' | 'too-many';

const most = 4;
const span = /^(\d{1,2})(?:[:hH.](\d{2}))?(?: ?h)? ?[-–à] ?(\d{1,2})(?:[:hH.](\d{2}))?(?: ?h)?$/;

function minutes(hour: string, minute: string | undefined): number | undefined {
  const [h, m] = [Number(hour), Number(minute || 0)];
  if (h > 24 || m > 59 || (h === 24 && m > 0)) return undefined;
  return h * 60 + m;
}

/**
 * The hours of one day as somebody types them: `8:30-12:00, 13:00-16:30`, in French also `8 h 30 à 12 h`; '' for closed. In
 * order of the day. Never throws.
 */
export function readHours(
  typed: string,
  weekday: number,
): { hours: OpenHours[] } | { problem: HoursProblem } {
  const parts = typed
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/ ?h ?(?=\d{2}\b)/gi, ':')
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length > most) return { problem: 'too-many' };
  const hours: OpenHours[] = [];
  for (const part of parts) {
    const found = span.exec(part);
    const opens = found ? minutes(found[1]!, found[2]) : undefined;
    const closes = found ? minutes(found[3]!, found[4]) : undefined;
    if (opens === undefined || closes === undefined) return { problem: 'unreadable' };
    if (opens >= closes) return { problem: 'backwards' };
    hours.push({ weekday, opens, closes });
  }
  hours.sort((a, b) => a.opens - b.opens);
  return overlap(hours) ? { problem: 'overlap' } : { hours };
}

/** True when two of them are open at the same minute of the week. One that ends as the next begins does not. */
export function overlap(hours: readonly OpenHours[]): boolean {
  const inOrder = [...hours].sort((a, b) => a.weekday - b.weekday || a.opens - b.opens);
  return inOrder.some((one, i) => {
    const next = inOrder[i + 1];
    return next !== undefined && next.weekday === one.weekday && next.opens < one.closes;
  });
}

/** `8:30-12:00, 13:00-16:30` of one weekday; '' when closed. `readHours` reads it back. */
export function writeHours(hours: readonly OpenHours[], weekday: number): string {
  const clock = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
  return hours
    .filter(one => one.weekday === weekday)
    .map(one => `${clock(one.opens)}-${clock(one.closes)}`)
    .join(', ');
}
