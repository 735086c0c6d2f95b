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
  const every = Math.ceil(64 / wide);
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
            {at % every === 0 && (
              <text x={middle} y={size.height - 6}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
