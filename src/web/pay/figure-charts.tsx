import type { Figures } from '../../app/ports/pay.ts';
import { useUi } from '../../ui/context.ts';
import { monthShort, number } from '../../ui/format.ts';
import { LayerChart } from '../../ui/layer-chart.tsx';

interface MonthsProps {
  /** First days of the months of the period, in order. */
  months: readonly string[];
  /** The rows of months. One that is too few to be shown has none. */
  rows: readonly Figures[];
}

/** Each month with its label and its row, of the last two years of the period: more bars than that cannot be read. */
function useMonths({ months, rows }: MonthsProps) {
  const ui = useUi();
  return months.slice(-24).map(month => ({
    label: monthShort(month, ui),
    row: rows.find(one => one.of.en === month.slice(0, 7)),
  }));
}

/** How many were answered, and how long it took: in days, or in hours where all were quick. */
export function SpeedCharts(props: MonthsProps) {
  const { words, lang } = useUi();
  const w = words.pay.figures;
  const months = useMonths(props);
  const longest = Math.max(0, ...months.map(({ row }) => row?.hours.ninetieth ?? 0));
  const [title, unit] = longest < 48 ? [w.charts.hours, 1] : [w.charts.days, 24];
  return (
    <div class="charts">
      <LayerChart
        {...{ title: w.chart, stacked: true, layers: [w.heads.answered] }}
        bars={months.map(({ label, row }) => ({ label, values: row ? [row.answered] : null }))}
        tell={value => number(value, lang)}
      />
      <LayerChart
        {...{ title, stacked: false, layers: [w.heads.median, w.heads.ninetieth] }}
        bars={months.map(({ label, row }) => {
          const { median = null, ninetieth = null } = row?.hours ?? {};
          return {
            label,
            values: median === null || ninetieth === null ? null : [median / unit, ninetieth / unit],
          };
        })}
        tell={value => number(value, lang, 1)}
      />
    </div>
  );
}

/** What the surveys at the close say came of it. */
export function OutcomeChart(props: MonthsProps) {
  const { words, lang } = useUi();
  const { charts, heads } = words.pay.figures;
  const shown = ['avoided', 'stillNeeded', 'notContemplated'] as const;
  return (
    <LayerChart
      {...{ title: charts.outcomes, stacked: true, layers: shown.map(one => heads[one]) }}
      bars={useMonths(props).map(({ label, row }) => ({
        label,
        values: row ? shown.map(one => row[one]) : null,
      }))}
      tell={value => number(value, lang)}
    />
  );
}
