import type { HarmCounts } from '../../app/ports/harms.ts';
import type { SavedFigures } from '../../app/ports/library.ts';
import type { Figures } from '../../app/ports/pay.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { type Ui, useUi } from '../../ui/context.ts';
import { Select } from '../../ui/fields.tsx';
import { FoldRow, FoldTable } from '../../ui/fold-table.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { monthShort, number, percent } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
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

/** What a row of figures is of. */
export function labelOf({ by, of, few }: Figures, ui: Ui): string {
  const { few: others, everything } = ui.words.pay.figures;
  if (few) return others;
  if (by === 'all') return everything;
  return by === 'month' ? monthShort(`${of.en}-01`, ui) : of[ui.lang];
}

/** A stretch of hours: hours up to two days, then days. */
function span(hours: number, { words, lang }: Ui): string {
  const w = words.pay.figures;
  return hours < 48 ? w.hours(number(hours, lang, 1)) : w.days(number(hours / 24, lang, 1));
}

/** The cells of a row, beside its label. */
export function cellsOf(one: Figures, ui: Ui): string[] {
  const share = (count: number) => (one.surveyed > 0 ? percent(count / one.surveyed, ui.lang) : '–');
  return [
    ...[number(one.answered, ui.lang), span(one.hours.median, ui), span(one.hours.ninetieth, ui)],
    ...[percent(one.promised, ui.lang), percent(one.inWeek, ui.lang), number(one.minutesMedian, ui.lang, 0)],
    ...[one.avoided, one.stillNeeded, one.notContemplated, one.valued].map(share),
  ];
}

/** Figures of a group, or of all. */
export function FiguresPage({ sees, figures, saved, harms, from, until, months }: FiguresPageProps) {
  const ui = useUi();
  const w = ui.words.pay.figures;
  const byMonth = figures.filter(one => one.by === 'month' && !one.few);
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
      {byMonth.length > 1 && (
        <BarChart
          title={w.chart}
          bars={byMonth.map(one => ({ label: labelOf(one, ui), value: one.answered }))}
        />
      )}
      {cuts.map(cut => (
        <Cut key={cut} cut={cut} rows={figures.filter(one => one.by === cut)} />
      ))}
      <SavedSection saved={saved} period={period} />
    </Frame>
  );
}

function Cut({ cut, rows }: { cut: Figures['by']; rows: readonly Figures[] }) {
  const ui = useUi();
  const w = ui.words.pay.figures;
  if (rows.length === 0) return null;
  const heads = Object.values(w.heads);
  return (
    <section class="stack" aria-labelledby={cut}>
      <h2 id={cut}>{w.by[cut]}</h2>
      <div class="scroll">
        <FoldTable heads={[w.by[cut], ...heads]}>
          {rows.map(one => (
            <FoldRow
              key={`${one.of.en}${one.few}`}
              of={<bdi>{labelOf(one, ui)}</bdi>}
              heads={heads}
              cells={cellsOf(one, ui)}
            />
          ))}
        </FoldTable>
      </div>
    </section>
  );
}
