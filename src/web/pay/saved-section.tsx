import type { SavedFigures } from '../../app/ports/library.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { type Ui, useUi } from '../../ui/context.ts';
import { FoldRow, FoldTable } from '../../ui/fold-table.tsx';
import { monthShort, number } from '../../ui/format.ts';

function labelOf({ by, of }: SavedFigures, ui: Ui): string {
  if (by === 'all') return ui.words.pay.figures.everything;
  return by === 'month' ? monthShort(`${of.en}-01`, ui) : of[ui.lang];
}

const countsOf = ({ saved, read }: SavedFigures, { lang }: Ui) => [number(saved, lang), number(read, lang)];

const cuts = ['all', 'month', 'specialty', 'group'] as const;

/** EConsults that nobody had to ask, since the library had the answer: a picture by month, and tables. */
export function SavedSection({ saved, period }: { saved: readonly SavedFigures[]; period: string }) {
  const ui = useUi();
  const w = ui.words.pay.figures.saved;
  const months = saved.filter(one => one.by === 'month');
  return (
    <section class="stack" aria-labelledby="saved">
      <h2 id="saved">{w.title}</h2>
      <p class="dim">{w.lead}</p>
      <p>{saved.length === 0 ? w.none : <a href={`/figures/saved?${period}`}>{w.file}</a>}</p>
      {months.length > 1 && (
        <BarChart title={w.chart} bars={months.map(one => ({ label: labelOf(one, ui), value: one.saved }))} />
      )}
      {cuts.map(cut => (
        <Cut key={cut} cut={cut} rows={saved.filter(one => one.by === cut)} />
      ))}
    </section>
  );
}

function Cut({ cut, rows }: { cut: SavedFigures['by']; rows: readonly SavedFigures[] }) {
  const ui = useUi();
  const { by, saved } = ui.words.pay.figures;
  const heads = Object.values(saved.heads);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{by[cut]}</h3>
      <FoldTable heads={[by[cut], ...heads]}>
        {rows.map(one => (
          <FoldRow
            key={one.of.en}
            of={<bdi>{labelOf(one, ui)}</bdi>}
            heads={heads}
            cells={countsOf(one, ui)}
          />
        ))}
      </FoldTable>
    </>
  );
}
