import { expect, it } from 'vitest';
import { dayOf } from './day.ts';
import type { Plan } from './plan.ts';

const plan: Plan = {
  ...{ zone: 'America/Toronto', keepsHolidays: true, closures: [] },
  types: [
    {
      ...{
        id: 1,
        key: 'k',
        name: { en: 'Visit', fr: 'Visite' },
        label: 'initial-visit',
        minutes: 30,
        buffer: 0,
      },
      ...{ medium: 'phone', link: '', instructions: { en: '', fr: '' }, form: '' },
    },
  ],
  patterns: [
    { ...{ type: 1, weekdays: [2], everyWeeks: 1, from: '2026-11-02', opens: 540, closes: 660, urgent: 1 } },
  ],
};
const at = (time: string) => `2026-11-24T${time}:00.000Z`;

it('a day shows visits and what is left: free, kept for urgent patients, or gone', () => {
  const visits = [
    { start: at('14:30'), end: at('15:00'), who: 'in a slot' },
    { start: at('22:00'), end: at('22:30'), who: 'after hours' },
  ];
  const entries = dayOf(plan, '2026-11-24', { visits, busy: [], now: at('14:10') });
  expect(entries.map(one => ('visit' in one ? one.visit.who : one.state))).toEqual([
    ...['gone', 'in a slot', 'free', 'kept', 'after hours'],
  ]);
});

it('a slot that the clinician spends elsewhere is not shown as free', () => {
  const busy = [{ start: at('14:45'), until: at('15:15') }];
  const entries = dayOf(plan, '2026-11-24', { visits: [], busy, now: at('12:00') });
  expect(entries.map(one => one.at)).toEqual([at('14:00'), at('15:30')]);
});
