import { expect, it } from 'vitest';
import { reportCsv } from '../../app/directory/imports.ts';
import type { Figures } from '../../app/ports/pay.ts';
import { figuresTable, savedTable } from './figure-csv.ts';

const period = { from: '2026-01-01', until: '2026-02-01' };
const figures = (over: Partial<Figures> = {}): Figures => ({
  ...{ by: 'requester', of: { en: 'Amina Okafor', fr: 'Amina Okafor' }, few: false, answered: 1200, late: 2 },
  ...{ hours: { median: 50.123456, ninetieth: 100 }, promised: 0.5, inWeek: 2 / 3, minutesMedian: 12.5 },
  ...{
    surveyed: 4,
    avoided: 1,
    stillNeeded: 2,
    notContemplated: 1,
    confirmed: 0,
    newAdvice: 4,
    notUseful: 0,
  },
  ...{ valued: 3, quality: null, learnt: 4.25, harms: 3 },
  ...{ types: { diagnosis: 1, management: 2, 'drug-treatment': 0, procedure: 0 } },
  ...over,
});
const read = (one: Figures) => {
  const { head, rows } = figuresTable([one], period);
  return Object.fromEntries(head.map((name, at) => [name, rows[0]![at]]));
};

it('whoever reads the file by machine finds plain numbers, units in the names and whole days', () => {
  expect(read(figures())).toMatchObject({
    ...{ from: '2026-01-01', until: '2026-02-28', by: 'requester', name_en: 'Amina Okafor' },
    ...{ answered_count: '1200', open_past_promise_count: '2', time_to_answer_median_hours: '50.1235' },
    ...{ time_to_answer_p90_hours: '100', within_promise_share: '0.5', within_7_days_share: '0.6667' },
    ...{ specialist_time_median_minutes: '12.5', visit_avoided_share: '0.25', high_value_share: '0.75' },
    ...{ quality_mean_1_to_5: '', learnt_mean_1_to_5: '4.25', harm_flag_count: '3', too_few_together: '0' },
  });
  const month = figures({ by: 'month', of: { en: '2026-01', fr: '2026-01' }, surveyed: 0 });
  expect(read(month)).toMatchObject({ from: '2026-01-01', until: '2026-01-31', visit_avoided_share: '' });
  const few = figures({ by: 'month', of: { en: '', fr: '' }, few: true });
  expect(read(few)).toMatchObject({ from: '2026-01-01', until: '2026-02-28', too_few_together: '1' });
});

it('a name that would be a formula is text in a spreadsheet', () => {
  const name = '=HYPERLINK("x")';
  const { head, rows } = savedTable(
    [{ by: 'group', of: { en: name, fr: '@x' }, saved: 3, read: 1000 }],
    period,
  );
  expect(new TextDecoder().decode(reportCsv(head, rows))).toBe(
    `from,until,by,name_en,name_fr,saved_count,read_count\r\n2026-01-01,2026-02-28,group,"'=HYPERLINK(""x"")",'@x,3,1000\r\n`,
  );
});
