import { ChartLabels } from './bar-chart.tsx';

export interface LayerChartProps {
  /** What the picture is of: read out, and its heading. */
  title: string;
  /** What each layer is, from the floor up. At most three. */
  layers: readonly string[];
  /** A value for each layer; null for what cannot be shown. */
  bars: readonly { label: string; values: readonly number[] | null }[];
  /** One upon the other; otherwise each from the floor, the smaller in front. */
  stacked: boolean;
  tell(value: number): string;
}

const size = { width: 640, height: 220, top: 22, bottom: 24 };
const room = size.height - size.top - size.bottom;

interface Layer {
  from: number;
  to: number;
  /** Which of the three looks. */
  look: number;
}

/** Where each layer of a bar begins and ends, in the order in which they are drawn. */
export function layersOf(values: readonly number[], stacked: boolean): Layer[] {
  if (!stacked)
    return values.map((to, look) => ({ from: 0, to, look })).sort((a, b) => b.to - a.to || b.look - a.look);
  let from = 0;
  return values.map((value, look) => {
    const layer = { from, to: from + value, look };
    from += value;
    return layer;
  });
}

/**
 * Bars in layers, drawn on the server, with a key under them. A bar without a value says "–". The layers differ in lightness and
 * outline, not in colour alone; all numbers are in the text of the picture, and in the table beside it.
 */
export function LayerChart({ title, layers, bars, stacked, tell }: LayerChartProps) {
  const drawn = bars.map(({ values }) => (values ? layersOf(values, stacked) : []));
  const most = Math.max(1, ...drawn.flat().map(({ to }) => to));
  const said = bars.map(
    ({ label, values }) =>
      `${label}: ${values ? values.map((value, at) => `${layers[at]} ${tell(value)}`).join(', ') : '–'}`,
  );
  return (
    <figure class="chart">
      <svg
        class="waits"
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`${title}. ${said.join('; ')}`}
      >
        <title>{title}</title>
        <line class="t" x1="0" x2={size.width} y1={size.top + room} y2={size.top + room} />
        {drawn.map((bar, at) => (
          <LayeredBar key={bars[at]!.label} bar={bar} place={{ at, of: bars.length, most }} tell={tell} />
        ))}
        <ChartLabels labels={bars.map(({ label }) => label)} {...size} />
      </svg>
      <figcaption class="s">
        <span class="b">{title}</span>
        {layers.map((layer, look) => (
          <span key={layer} class="key">
            <svg class="waits" viewBox="0 0 12 12" aria-hidden="true">
              <rect class={`l${look}`} x="1" y="1" width="10" height="10" />
            </svg>
            {layer}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface BarProps {
  bar: readonly Layer[];
  place: { at: number; of: number; most: number };
  tell(value: number): string;
}

function LayeredBar({ bar, place: { at, of, most }, tell }: BarProps) {
  const wide = size.width / of;
  const y = (value: number) => size.top + room - (value / most) * room;
  const top = Math.max(0, ...bar.map(({ to }) => to));
  // Numbers above bars that are too thin for them would run into each other.
  const numbered = wide >= 44 || at % 2 === 0;
  return (
    <g>
      {bar.map(({ from, to, look }) => (
        <rect
          key={look}
          class={`l${look}`}
          x={(wide * (at + 0.15)).toFixed(1)}
          y={y(to).toFixed(1)}
          width={(wide * 0.7).toFixed(1)}
          height={(y(from) - y(to)).toFixed(1)}
        />
      ))}
      {numbered && (
        <text x={(wide * (at + 0.5)).toFixed(1)} y={(y(top) - 6).toFixed(1)}>
          {bar.length > 0 ? tell(top) : '–'}
        </text>
      )}
    </g>
  );
}
