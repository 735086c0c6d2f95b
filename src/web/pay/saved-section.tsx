import type { SavedFigures } from '../../app/ports/library.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { type Ui, useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { monthShort, number } from '../../ui/format.ts';

function labelOf({ by, of }: SavedFigures, ui: Ui): string {
  if (by === 'all') return ui.words.pay.figures.everything;
  return by === 'month' ? monthShort(`${of.en}-01`, ui) : of[ui.lang];
}

/** The cells of a row: the cut, what of it, saved, read. */
export const savedCells = (one: SavedFigures, ui: Ui): string[] => [
  ...[ui.words.pay.figures.by[one.by], labelOf(one, ui)],
  ...[number(one.saved, ui.lang), number(one.read, ui.lang)],
];

/** EConsults that nobody had to ask, since the library had the answer: a picture by month, and a table. */
export function SavedSection({ saved, period }: { saved: readonly SavedFigures[]; period: string }) {
  const ui = useUi();
  const w = ui.words.pay.figures.saved;
  const months = saved.filter(one => one.by === 'month');
  const heads = Object.values(w.heads);
  return (
    <section class="stack" aria-labelledby="saved">
      <h2 id="saved">{w.title}</h2>
      <p class="dim">{w.lead}</p>
      {saved.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <p>
          <a href={`/figures/saved?${period}`}>{w.file}</a>
        </p>
      )}
      {months.length > 1 && (
        <BarChart title={w.chart} bars={months.map(one => ({ label: labelOf(one, ui), value: one.saved }))} />
      )}
      {saved.length > 0 && (
        <FoldTable heads={[heads[1]!, heads[0]!, ...heads.slice(2)]}>
          {saved.map(one => {
            const [cut, of, ...cells] = savedCells(one, ui);
            return (
              <tr key={`${one.by}${one.of.en}`}>
                <th scope="row">
                  <bdi>{of}</bdi>
                </th>
                <td>{cut}</td>
                {cells.map((cell, at) => (
                  <td key={heads[at + 2]}>
                    <span class="fold-label s dim">{ui.words.fields.about(heads[at + 2]!, '')}</span>
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </FoldTable>
      )}
    </section>
  );
}
