import type {
  AnswerFile,
  ClosedLine,
  Figures,
  NamedService,
  Pay,
  Reckoned,
  RowOutcome,
} from '../app/ports/pay.ts';
import type { Querier } from './querier.ts';

type ServiceRow = Omit<NamedService, 'daysToAnswer' | 'siteName'> & {
  days_to_answer: number;
  site_en: string;
  site_fr: string;
};
type LineRow = Omit<ClosedLine, 'paidMinutes'> & { paid_minutes: number };

type ReckonedRow = Omit<Reckoned, 'step'> & { step: 'again' | 'write-off' | null; why: string };

interface FileRow extends Pick<AnswerFile, 'key' | 'month' | 'name' | 'rows' | 'faults' | 'at'> {
  by_name: string;
  taken_at: string | null;
  taken_by: string;
  outcomes: RowOutcome[];
  undone_at: string | null;
  undone_by: string;
  undone_why: string;
}

interface FiguresRow {
  by_what: Figures['by'];
  of_en: string;
  of_fr: string;
  few: boolean;
  /** Empty for a month in which nothing was. */
  figures: Partial<Figures>;
}

const nothing = {
  ...{ answered: 0, late: 0, hours: { median: null, ninetieth: null } },
  ...{ promised: null, inWeek: null, minutesMedian: null, surveyed: 0, avoided: 0, stillNeeded: 0 },
  ...{ notContemplated: 0, confirmed: 0, newAdvice: 0, notUseful: 0, valued: 0, quality: null, learnt: null },
  ...{ types: { diagnosis: 0, management: 0, 'drug-treatment': 0, procedure: 0 }, harms: 0 },
} satisfies Partial<Figures>;

const figuresOf = ({ by_what: by, of_en: en, of_fr: fr, few, figures }: FiguresRow): Figures => ({
  ...{ ...nothing, ...figures, by, of: { en, fr }, few },
});

const reckonedOf = ({ step, why, ...row }: ReckonedRow): Reckoned => ({
  ...{ ...row, ...(step && { step: { what: step, why } }) },
});

const fileOf = (row: FileRow): AnswerFile => ({
  ...{ key: row.key, month: row.month, name: row.name, rows: row.rows, faults: row.faults },
  ...{ at: row.at, by: row.by_name },
  taken: row.taken_at === null ? null : { at: row.taken_at, by: row.taken_by, outcomes: row.outcomes },
  undone: row.undone_at === null ? null : { at: row.undone_at, by: row.undone_by, why: row.undone_why },
});

/** What the payer answered, and what was done about it. */
function reckoningOf(q: Querier, said: <T>(sql: string, values?: readonly unknown[]) => Promise<T>) {
  return {
    lock: async () => {
      await q.rows('select lock_pay()');
    },
    reckoned: async () => (await q.rows<ReckonedRow>('select * from pay_reckoned_lines()')).map(reckonedOf),
    answerFiles: async of => {
      const values = 'month' in of ? [of.month, null] : [null, of.key];
      return (await q.rows<FileRow>('select * from pay_answer_files($1, $2)', values)).map(fileOf);
    },
    keepAnswer: file => said('keep_pay_answer($1::jsonb, $2)', [JSON.stringify(file), q.now]),
    takeAnswer: (key, rows, outcomes) => {
      const values = [key, JSON.stringify(rows), JSON.stringify(outcomes), q.now];
      return said('take_pay_answer($1, $2::jsonb, $3::jsonb, $4)', values);
    },
    undoAnswer: (key, why) => said('undo_pay_answer($1, $2, $3)', [key, why, q.now]),
    step: (claim, attempt, step) =>
      said('step_pay_claim($1, $2, $3::jsonb, $4)', [claim, attempt, JSON.stringify(step), q.now]),
    settle: (month, sites) => said('settle_pay_month($1, $2, $3)', [month, sites, q.now]),
    settled: () => q.rows('select site, month, at as "closedAt" from pay_settled_months()'),
  } satisfies Partial<Pay>;
}

/** Payment and figures in one transaction; the functions of the database decide whose. */
export function payOf(q: Querier): Pay {
  const said = async <T>(sql: string, values: readonly unknown[] = []) =>
    (await q.one<{ said: T }>(`select ${sql} as said`, values))!.said;
  return {
    ...reckoningOf(q, said),
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
    members: async () => {
      const rows = await q.rows<{ member: number; key: string }>('select * from pay_members()');
      return new Map(rows.map(one => [one.member, one.key] as const));
    },
    closed: () => q.rows('select site, month, closed_at as "closedAt" from pay_closed()'),
    close: (month, lines) =>
      said('close_pay_month($1, $2::jsonb, $3)', [month, JSON.stringify(lines), q.now]),
    unanswered: () => q.rows('select case_id as "case", clock, zone from unanswered_advice()'),
    report: async (from, until, late) => {
      const values = [from, until, JSON.stringify(late)];
      return (await q.rows<FiguresRow>('select * from econsult_report($1, $2, $3)', values)).map(figuresOf);
    },
  };
}
