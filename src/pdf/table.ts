import type { Block } from '../app/ports/printer.ts';

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;
type Table = Extract<Block, { kind: 'table' }>;

const line = '#b3b3b3';
const ink = '#1a1a1a';
const size = 8.5;
const padding = 3;

/** A table under `root`, over as many pages as it needs; its heads stand on each, and are read out once. */
export function drawTable(doc: Document, root: Element, block: Table): void {
  const table = doc.struct('Table');
  // In its place before anything is drawn: what is outside the document is only drawn later.
  root.add(table);
  doc.fontSize(size).fillColor(ink);
  const heads = () => drawRow(doc, block, { cells: block.heads, head: true });
  marked(doc, table, 'TH', heads());
  for (const cells of block.rows) {
    if (!fits(doc, block, cells)) {
      doc.addPage();
      const again = heads();
      doc.markContent('Artifact', { type: 'Layout' });
      for (const draw of again.cells) draw();
      doc.endMarkedContent();
      again.end();
    }
    marked(doc, table, 'TD', drawRow(doc, block, { cells, head: false }));
  }
  table.end();
  doc.font('regular').fillColor(ink);
  doc.x = doc.page.margins.left;
  doc.moveDown(0.5);
}

const heightOf = (doc: Document, { widths }: Table, cells: readonly string[]) =>
  Math.max(
    ...cells.map((text, at) => doc.heightOfString(text || ' ', { width: widths[at]! - 2 * padding })),
  ) +
  2 * padding;

const fits = (doc: Document, block: Table, cells: readonly string[]) =>
  doc.y + heightOf(doc, block, cells) <= doc.page.height - doc.page.margins.bottom;

/** What draws each cell of a row where the document stands, and what ends the row. */
function drawRow(doc: Document, block: Table, { cells, head }: { cells: readonly string[]; head: boolean }) {
  const { widths, right } = block;
  const [{ left }, top] = [doc.page.margins, doc.y];
  doc.font(head ? 'bold' : 'regular');
  const height = heightOf(doc, block, cells);
  return {
    cells: cells.map((text, at) => () => {
      const x = left + widths.slice(0, at).reduce((sum, width) => sum + width, 0) + padding;
      const align = right.includes(at) ? 'right' : 'left';
      doc.text(text || ' ', x, top + padding, { width: widths[at]! - 2 * padding, align });
    }),
    end: () => {
      const width = widths.reduce((sum, one) => sum + one, 0);
      doc.markContent('Artifact', { type: 'Layout' });
      const [x, y] = [left, top + height];
      doc
        .lineWidth(0.5)
        .strokeColor(line)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke();
      doc.endMarkedContent();
      doc.font('regular');
      doc.y = y;
    },
  };
}

function marked(
  doc: Document,
  table: Element,
  type: 'TH' | 'TD',
  { cells, end }: ReturnType<typeof drawRow>,
): void {
  const row = doc.struct('TR');
  table.add(row);
  for (const draw of cells) {
    const cell = doc.struct(type);
    if (type === 'TH') {
      // A reader says the head of a column before each of its cells.
      const scope = doc.ref({ O: 'Table', Scope: 'Column' });
      (cell as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = scope;
      (scope as unknown as { end(): void }).end();
    }
    row.add(cell);
    cell.add(draw);
    cell.end();
  }
  row.end();
  end();
}
