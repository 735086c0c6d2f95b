import { expect, it } from 'vitest';
import type { MonthLine } from '../../app/econsult/pay.ts';
import { payLines, type Service } from '../../domain/pay/lines.ts';
import type { PayRule } from '../../domain/pay/rules.ts';
import { standingOf } from '../../domain/pay/standing.ts';
import { testUi } from '../../ui/test-ui.ts';
import { words } from '../../words/words.ts';
import { statementPaper } from './statement.ts';

const rule = (from: string, until: string | undefined, cents: number): PayRule => ({
  ...{ code: 'HOUR', side: 'specialist', name: { en: 'Time', fr: 'Temps' }, from, ...(until && { until }) },
  ...{ cents, per: 'hour', bands: [15], source: `Schedule of ${from}`, checked: '2026-03-01' },
  caps: [{ of: 'patient', within: 'month', most: 2 }],
});
const rules = [rule('2026-01-01', '2026-03-15', 20_000), rule('2026-03-16', undefined, 24_000)];
const service = (id: number, day: string): Service => ({
  ...{ id, side: 'specialist', member: 7, patient: 'Rosalind', day, minutes: 12, daysToAnswer: 1 },
  ...{ person: 7, licence: '12345', licences: ['12345'], kind: 'advice', void: false },
});
const lines = payLines(
  [service(1, '2026-03-15'), service(2, '2026-03-16'), service(3, '2026-03-17')],
  rules,
).map((line): MonthLine => {
  const { from, source, checked } = rules[line.service === 1 ? 0 : 1]!;
  const answers = line.service === 1 ? [{ attempt: 1, cents: 0, code: 'VH4', said: 'Unknown card' }] : [];
  return {
    ...{
      ...line,
      reference: `ES-${line.service}`,
      name: 'Sam Specialist',
      site: 1,
      rule: { from, source, checked },
    },
    ...(line.cents > 0 && {
      sent: {
        ...{ claim: `C00000000000${line.service}`, month: '2026-03-01', settled: false },
        standing: standingOf(line.cents, answers),
      },
    }),
  };
});
const said = (lang: 'en' | 'fr') =>
  JSON.stringify(
    statementPaper(
      {
        month: '2026-03-01',
        people: [
          {
            ...{ name: 'Sam Specialist', site: { en: 'Advice', fr: 'Avis' } },
            ...{ lines: lines.filter(one => one.cents > 0), unpaid: lines.filter(one => one.cents === 0) },
          },
        ],
      },
      testUi({ lang, words: words[lang] }),
    ),
  );

it('a statement names both versions of a rule that changed within the month, what the payer refused, and the limit that was met', () => {
  const english = said('en');
  for (const text of ['Schedule of 2026-01-01', 'Schedule of 2026-03-16', '$50.00', '$60.00', '$110.00'])
    expect(english).toContain(text);
  expect(english).toContain('Version of Mar 16, 2026');
  expect(english).toContain('Refused: VH4: Unknown card');
  expect(english).toContain('Over the limit: 2 per patient a month');
  const french = said('fr');
  expect(french).toContain('Version du 16 mars 2026');
  expect(french).toContain('Limite atteinte');
  expect(english + french).not.toContain('Rosalind');
});
