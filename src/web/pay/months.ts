import { monthAfter } from '../../app/econsult/pay.ts';

/** A month in an address: "2026-03". */
export const monthOf = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** First days of the months from the first to the last, both included. */
export function monthsBetween(from: string, until: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= until; month = monthAfter(month)) months.push(month);
  return months;
}
