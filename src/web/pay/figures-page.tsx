import type { HarmCounts } from '../../app/ports/harms.ts';
import type { SavedFigures } from '../../app/ports/library.ts';
import type { Figures } from '../../app/ports/pay.ts';
import { questionTypes } from '../../domain/econsult/econsult.ts';
import { useUi } from '../../ui/context.ts';
import { Select } from '../../ui/fields.tsx';
import { FoldRow, FoldTable } from '../../ui/fold-table.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { monthShort, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { todayAt } from '../../ui/patient-words.ts';
import { cellOf, columns, labelOf } from './figure-cells.ts';
import { OutcomeChart, SpeedCharts } from './figure-charts.tsx';
import { monthsBetween } from './months.ts';
import { SavedSection } from './saved-section.tsx';

export interface FiguresPageProps {
  sees: 'site' | 'all';
  figures: readonly Figures[];
  saved: readonly SavedFigures[];
  harms: HarmCounts;
  /** First days of the first and last month shown, and of those that may be chosen. */
  from: string;
  until: string;
  months: readonly string[];
}

/** The cuts of the report, in the order of the page. */
const cuts = ['all', 'month', 'specialty', 'group', 'requester'] as const;

/** Figures of a group, or of all. */
export function FiguresPage({ sees, figures, saved, harms, from, until, months }: FiguresPageProps) {
  const ui = useUi();
  const w = ui.words.pay.figures;
  const all = figures.find(one => one.by === 'all');
  const choices = months.map(one => ({ value: one.slice(0, 7), label: monthShort(one, ui) }));
  const period = `from=${from.slice(0, 7)}&until=${until.slice(0, 7)}`;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead[sees]}</p>
        <p>
          <a href="/pay">{ui.words.pay.title}</a>
        </p>
      </header>
      <form method="get" action="/figures" class="line">
        <Select name="from" label={w.from} value={from.slice(0, 7)} choices={choices} width="short" />
        <Select name="until" label={w.until} value={until.slice(0, 7)} choices={choices} width="short" />
        <SubmitButton>{w.show}</SubmitButton>
      </form>
      {all === undefined && <p>{w.none}</p>}
      {all && (
        <p>
          {w.surveyOf(number(all.surveyed, ui.lang))} <a href={`/figures/file?${period}`}>{w.file}</a>
        </p>
      )}
      {harms.advice + harms.delay > 0 && <p>{w.harms(harms)}</p>}
      {cuts.map(cut => (
        <Cut key={cut} cut={cut} rows={figures.filter(one => one.by === cut)} period={[from, until]} />
      ))}
      <Types figures={figures} />
      {all && <p class="dim s">{w.inTime}</p>}
      {all && <p class="dim s">{w.means}</p>}
      <SavedSection saved={saved} period={period} />
    </Frame>
  );
}

interface CutProps {
  cut: Figures['by'];
  rows: readonly Figures[];
  /** First days of its first and last month. */
  period: readonly [string, string];
}

function Cut({ cut, rows, period: [from, until] }: CutProps) {
  const ui = useUi();
  const w = ui.words.pay.figures;
  if (rows.length === 0) return null;
  const last = [until, `${todayAt(ui).slice(0, 7)}-01`].sort()[0]!;
  const months = cut === 'month' ? monthsBetween(from, last) : [];
  const charts = months.length > 1 && { months, rows };
  return (
    <section class="stack" aria-labelledby={cut}>
      <h2 id={cut}>{w.by[cut]}</h2>
      {charts && <SpeedCharts {...charts} />}
      <Part cut={cut} part="speed" rows={rows} />
      {charts && <OutcomeChart {...charts} />}
      <Part cut={cut} part="results" rows={rows.filter(one => cut !== 'month' || one.answered > 0)} />
    </section>
  );
}

interface PartProps {
  cut: Figures['by'];
  part: keyof typeof columns;
  rows: readonly Figures[];
}

function Part({ cut, part, rows }: PartProps) {
  const ui = useUi();
  const w = ui.words.pay.figures;
  const heads = columns[part].map(column => w.heads[column]);
  return (
    <>
      <h3>{w.parts[part]}</h3>
      <div class="scroll">
        <FoldTable heads={[w.by[cut], ...heads]}>
          {rows.map(one => (
            <FoldRow
              key={`${one.of.en}${one.few}`}
              of={<bdi>{labelOf(one, ui)}</bdi>}
              heads={heads}
              cells={columns[part].map(column => cellOf(one, column, ui))}
            />
          ))}
        </FoldTable>
      </div>
    </>
  );
}

/** What questions were about, of all and of each specialty and group. */
function Types({ figures }: { figures: readonly Figures[] }) {
  const ui = useUi();
  const w = ui.words.pay.figures.types;
  const heads = questionTypes.map(type => ui.words.econsult.questionTypes[type]);
  const rows = figures.filter(one => ['all', 'specialty', 'group'].includes(one.by));
  if (!rows.some(one => questionTypes.some(type => one.types[type] > 0))) return null;
  return (
    <section class="stack" aria-labelledby="types">
      <h2 id="types">{w.title}</h2>
      <p class="dim">{w.lead}</p>
      <div class="scroll">
        <FoldTable heads={[w.of, ...heads]}>
          {rows.map(one => (
            <FoldRow
              key={`${one.by}${one.of.en}${one.few}`}
              of={<bdi>{labelOf(one, ui)}</bdi>}
              heads={heads}
              cells={questionTypes.map(type => number(one.types[type], ui.lang))}
            />
          ))}
        </FoldTable>
      </div>
    </section>
  );
}
