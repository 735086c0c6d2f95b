import { monthAfter } from '../../app/econsult/pay.ts';
import type { SavedFigures } from '../../app/ports/library.ts';
import type { Figures } from '../../app/ports/pay.ts';

/** First days of the first and last month of a report. */
interface Period {
  from: string;
  until: string;
}

type Columns<Row> = Record<string, (one: Row) => string | number | null>;

/**
 * The columns of the file of figures: for machines, so the same in every language. The unit is in the name; shares are from 0 to 1
 * and of the surveys where they come from one; empty is what cannot be said.
 */
const columns: Columns<Figures> = {
  too_few_together: one => Number(one.few),
  answered_count: one => one.answered,
  open_past_promise_count: one => one.late,
  time_to_answer_median_hours: one => one.hours.median,
  time_to_answer_p90_hours: one => one.hours.ninetieth,
  within_promise_share: one => one.promised,
  within_7_days_share: one => one.inWeek,
  specialist_time_median_minutes: one => one.minutesMedian,
  survey_count: one => one.surveyed,
  visit_avoided_share: shareOf('avoided'),
  visit_still_needed_share: shareOf('stillNeeded'),
  visit_not_contemplated_share: shareOf('notContemplated'),
  plan_confirmed_share: shareOf('confirmed'),
  new_advice_share: shareOf('newAdvice'),
  not_useful_share: shareOf('notUseful'),
  high_value_share: shareOf('valued'),
  quality_mean_1_to_5: one => one.quality,
  learnt_mean_1_to_5: one => one.learnt,
  type_diagnosis_count: one => one.types.diagnosis,
  type_management_count: one => one.types.management,
  type_drug_treatment_count: one => one.types['drug-treatment'],
  type_procedure_count: one => one.types.procedure,
  harm_flag_count: one => one.harms,
};

const savedColumns: Columns<SavedFigures> = {
  saved_count: one => one.saved,
  read_count: one => one.read,
};

function shareOf(
  count: 'avoided' | 'stillNeeded' | 'notContemplated' | 'confirmed' | 'newAdvice' | 'notUseful' | 'valued',
) {
  return (one: Figures) => (one.surveyed > 0 ? one[count] / one.surveyed : null);
}

/** A number with a point, at most four digits behind it. */
const plain = (value: string | number | null) =>
  typeof value === 'number' ? String(Math.round(value * 10_000) / 10_000) : (value ?? '');

/** The last day of the month that begins on a day. */
function lastDay(month: string): string {
  return new Date(Date.parse(`${monthAfter(month)}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10);
}

const placed = ['from', 'until', 'by', 'name_en', 'name_fr'] as const;

/** First and last day of what a row is of, the cut, and what of it. */
function placeOf({ by, of }: Pick<Figures, 'by' | 'of'>, { from, until }: Period): string[] {
  const month = by === 'month' && of.en !== '' ? `${of.en}-01` : undefined;
  return [month ?? from, lastDay(month ?? until), by, of.en, of.fr];
}

function table<Row extends Pick<Figures, 'by' | 'of'>>(
  rows: readonly Row[],
  period: Period,
  of: Columns<Row>,
): { head: string[]; rows: string[][] } {
  return {
    head: [...placed, ...Object.keys(of)],
    rows: rows.map(one => [...placeOf(one, period), ...Object.values(of).map(tell => plain(tell(one)))]),
  };
}

/** A row for each row of the tables of the page. */
export const figuresTable = (rows: readonly Figures[], period: Period) => table(rows, period, columns);

/** The same of what the library saved. */
export const savedTable = (rows: readonly SavedFigures[], period: Period) =>
  table(rows, period, savedColumns);
