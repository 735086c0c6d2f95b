import type { CaseState } from '../domain/case/state.ts';
import { calendarOf } from '../domain/schedule/calendar.ts';
import type { Ui } from './context.ts';

/** The visit that stands, as the text of an `.ics` file; undefined when none does. No health information is in it. */
export function visitCalendar(
  one: { key: string; reference: string; state: CaseState },
  { words, now }: Pick<Ui, 'words' | 'now'>,
): string | undefined {
  const { appointment, status, turn } = one.state;
  if (!appointment) return undefined;
  const { calendar } = words.referralActs;
  const { start, length, place } = appointment;
  return calendarOf({
    ...{ uid: `${one.key}@eservices`, sequence: turn, made: now, confirmed: status === 'confirmed' },
    ...{ start, length, place, title: calendar.title, text: calendar.reference(one.reference) },
  });
}
