import type { Day } from '../domain/case/time.ts';
import { useUi } from './context.ts';
import { monthShort } from './format.ts';

/** What a wait was in one month, days; `more`: longer than these. */
export interface ChartPoint {
  at: Day;
  median: { days: number; more: boolean };
  ninetieth: { days: number; more: boolean };
  people: number;
}

const size = { width: 480, height: 190, left: 8, right: 8, top: 24, bottom: 26 };

/** A round number of days at the top: whole weeks above two weeks. */
function topOf(points: readonly ChartPoint[]): number {
  const most = Math.max(1, ...points.map(point => point.ninetieth.days));
  return most > 14 ? Math.ceil(most / 7) * 7 : Math.ceil(most);
}

/**
 * The median as a line and where 9 in 10 were seen as a band, month by month. Drawn on the server; the table beside it says
 * the same, so the picture is hidden from screen readers.
 */
export function WaitChart({ points }: { points: readonly ChartPoint[] }) {
  const ui = useUi();
  const top = topOf(points);
  const wide = (size.width - size.left - size.right) / Math.max(1, points.length - 1);
  const x = (i: number) => (size.left + wide * i).toFixed(1);
  const y = (days: number) =>
    (size.height - size.bottom - (days / top) * (size.height - size.top - size.bottom)).toFixed(1);
  const line = (of: 'median' | 'ninetieth') => points.map((point, i) => `${x(i)},${y(point[of].days)}`);
  const floor = [`${x(points.length - 1)},${y(0)}`, `${x(0)},${y(0)}`];
  return (
    <svg class="waits" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <polygon class="r" points={[...line('ninetieth'), ...floor].join(' ')} />
      {[top, 0].map(days => (
        <line key={days} class="t" x1={x(0)} x2={x(points.length - 1)} y1={y(days)} y2={y(days)} />
      ))}
      <text class="from" x={x(0)} y={size.top - 8}>
        {ui.words.directory.span(top)}
      </text>
      <text class="from" x={x(0)} y={size.height - 8}>
        {monthShort(points[0]!.at, ui)}
      </text>
      <text class="until" x={x(points.length - 1)} y={size.height - 8}>
        {monthShort(points.at(-1)!.at, ui)}
      </text>
      <polyline class="p" points={line('median').join(' ')} />
      {points.map((point, i) => (
        <circle key={point.at} class="p" cx={x(i)} cy={y(point.median.days)} r="3" />
      ))}
    </svg>
  );
}

/** The same in numbers. */
export function WaitTable({ points, caption }: { points: readonly ChartPoint[]; caption: string }) {
  const ui = useUi();
  const { waits, directory } = ui.words;
  const { chart } = waits;
  const said = ({ days, more }: ChartPoint['median']) =>
    more ? waits.more(directory.span(days)) : directory.span(days);
  return (
    <table class="figures s">
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          {[chart.month, chart.median, chart.ninetieth, chart.people].map(text => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(point => (
          <tr key={point.at}>
            <th scope="row">{monthShort(point.at, ui)}</th>
            <td>{said(point.median)}</td>
            <td>{said(point.ninetieth)}</td>
            <td>{point.people}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
