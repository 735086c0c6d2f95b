import type { ClosedLine, Figures, NamedService, Pay } from '../app/ports/pay.ts';
import type { Querier } from './querier.ts';

type ServiceRow = Omit<NamedService, 'daysToAnswer' | 'siteName'> & {
  days_to_answer: number;
  site_en: string;
  site_fr: string;
};
type LineRow = Omit<ClosedLine, 'paidMinutes'> & { paid_minutes: number };

interface FiguresRow {
  by_what: Figures['by'];
  of_en: string;
  of_fr: string;
  few: boolean;
  answered: number;
  hours_median: number;
  hours_ninetieth: number;
  promised: number;
  in_week: number;
  minutes_median: number;
  surveyed: number;
  avoided: number;
  still_needed: number;
  not_contemplated: number;
  valued: number;
}

const figuresOf = (row: FiguresRow): Figures => ({
  ...{ by: row.by_what, of: { en: row.of_en, fr: row.of_fr }, few: row.few, answered: row.answered },
  hours: { median: row.hours_median, ninetieth: row.hours_ninetieth },
  ...{ promised: row.promised, inWeek: row.in_week, minutesMedian: row.minutes_median },
  ...{ surveyed: row.surveyed, avoided: row.avoided, stillNeeded: row.still_needed },
  ...{ notContemplated: row.not_contemplated, valued: row.valued },
});

/** Payment and figures in one transaction; the functions of the database decide whose. */
export function payOf(q: Querier): Pay {
  const said = async <T>(sql: string, values: readonly unknown[] = []) =>
    (await q.one<{ said: T }>(`select ${sql} as said`, values))!.said;
  return {
    sees: () => said('figures_for()'),
    services: async () =>
      (await q.rows<ServiceRow>('select * from pay_services()')).map(
        ({ days_to_answer, site_en, site_fr, ...row }) => ({
          ...{ ...row, daysToAnswer: days_to_answer, siteName: { en: site_en, fr: site_fr } },
        }),
      ),
    sent: async () =>
      (await q.rows<LineRow>('select * from pay_sent_lines()')).map(({ paid_minutes, ...row }) => ({
        ...{ ...row, paidMinutes: paid_minutes },
      })),
    closed: () => q.rows('select site, month, closed_at as "closedAt" from pay_closed()'),
    close: (month, lines) =>
      said('close_pay_month($1, $2::jsonb, $3)', [month, JSON.stringify(lines), q.now]),
    report: async (from, until) =>
      (await q.rows<FiguresRow>('select * from econsult_report($1, $2)', [from, until])).map(figuresOf),
  };
}
