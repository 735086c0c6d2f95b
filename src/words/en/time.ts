/** Words around times: deadlines, waits, the hours of a day. */
export const time = {
  /** The hour as people say it; 0 to 23 and 0 to 59. */
  clock: (hour: number, minute: number): string => {
    if (minute === 0 && hour === 12) return '12 noon';
    if (minute === 0 && hour === 0) return 'midnight';
    const part =
      hour < 12
        ? 'in the morning'
        : hour < 17 || (hour === 17 && minute === 0)
          ? 'in the afternoon'
          : 'in the evening';
    const twelve = hour % 12 === 0 ? 12 : hour % 12;
    return `${twelve}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`} ${part}`;
  },
  dayAtClock: (day: string, clock: string) => `${day}, at ${clock}`,
  dayAtTime: (day: string, time: string) => `${day}, ${time}`,
  /** Business days, said as days. */
  late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  /** Past its hour, and no business day has gone by since. */
  lateNow: 'Late',
  lateSince: (day: string, late: string) => `${day}, ${late}`,
  today: 'Today',
  todayBy: (time: string) => `Today, by ${time}`,
  tomorrow: 'Tomorrow',
  stopped: 'Clock stopped',
  noDue: 'No due time',
  now: 'Now',
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  weeks: (count: number) => (count === 1 ? '1 week' : `${count} weeks`),
  /** In a column: "6 d". */
  daysShort: (count: number) => `${count} d`,
  years: (count: number) => (count === 1 ? '1 year' : `${count} years`),
};
