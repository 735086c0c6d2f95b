import { addDays, localDay } from '../../../../domain/case/deadline.ts';
import type { Ui } from '../../../../ui/context.ts';
import type { FieldError } from '../../../../ui/error-summary.tsx';

/** When the receiver expects to see the patient, as typed: in about so many weeks, or by a day. */
export interface Expected {
  weeks: string;
  day: string;
}

/** The longest wait that can be announced, in weeks. */
const mostWeeks = 104;

function weeksOf(typed: string): number | undefined {
  const weeks = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return weeks >= 1 && weeks <= mostWeeks ? weeks : undefined;
}

/** The day it means; '' when nothing was typed, and something that is no day when it cannot be read. */
export function anticipatedDay(expected: Expected, { now, zone }: Pick<Ui, 'now' | 'zone'>): string {
  const { weeks, day } = expected;
  if (weeks === '') return day;
  const count = day === '' ? weeksOf(weeks) : undefined;
  return count === undefined ? 'unreadable' : addDays(localDay(now, zone), 7 * count);
}

/** What is wrong with it, beside the field. */
export function anticipatedErrors({ weeks, day }: Expected, { words }: Pick<Ui, 'words'>): FieldError[] {
  const { accept } = words.referralActs;
  if (weeks === '') return [];
  if (day !== '') return [{ field: 'weeks', message: accept.oneOfBoth }];
  return weeksOf(weeks) === undefined ? [{ field: 'weeks', message: accept.weeksWrong }] : [];
}
