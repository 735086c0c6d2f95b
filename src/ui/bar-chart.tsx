import { useUi } from './context.ts';
import { number } from './format.ts';

export interface BarChartProps {
  /** What the bars are: read out, and under the picture. */
  title: string;
  bars: readonly { label: string; value: number }[];
}

const size = { width: 640, height: 200, top: 20, bottom: 24 };

/**
 * Bars with their numbers above them, drawn on the server. At most 24; labels that would not fit are left out, since the
 * table beside the picture has them all.
 */
export function BarChart({ title, bars }: BarChartProps) {
  const { lang } = useUi();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const wide = size.width / Math.max(1, bars.length);
  const room = size.height - size.top - size.bottom;
  const said = bars.map(({ label, value }) => `${label}: ${number(value, lang)}`).join('; ');
  return (
    <svg
      class="waits"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`${title}. ${said}`}
    >
      <title>{title}</title>
      <line class="t" x1="0" x2={size.width} y1={size.top + room} y2={size.top + room} />
      {bars.map(({ label, value }, at) => {
        const high = (value / most) * room;
        const middle = (wide * (at + 0.5)).toFixed(1);
        return (
          <g key={label}>
            <rect
              class="b"
              x={(wide * at + wide * 0.15).toFixed(1)}
              y={(size.top + room - high).toFixed(1)}
              width={(wide * 0.7).toFixed(1)}
              height={high.toFixed(1)}
            />
            <text x={middle} y={(size.top + room - high - 5).toFixed(1)}>
              {number(value, lang)}
            </text>
          </g>
        );
      })}
      <ChartLabels labels={bars.map(({ label }) => label)} {...size} />
    </svg>
  );
}

interface ChartLabelsProps {
  labels: readonly string[];
  /** Of the picture. */
  width: number;
  height: number;
}

/** What stands under the bars of a picture, as many as fit in the letters of a phone. */
export function ChartLabels({ labels, width, height }: ChartLabelsProps) {
  const wide = width / Math.max(1, labels.length);
  const every = Math.ceil(130 / wide);
  return (
    <>
      {labels.map((label, at) => {
        if (at % every !== 0) return null;
        // One at the edge begins there: centred it would be cut off.
        const edge = at === 0 && wide < 130;
        return (
          <text key={label} class={edge ? 'from' : undefined} x={edge ? 0 : wide * (at + 0.5)} y={height - 6}>
            {label}
          </text>
        );
      })}
    </>
  );
}
