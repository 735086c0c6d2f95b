import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Block, Paper, Printer } from '../app/ports/printer.ts';
import { drawTable } from './table.ts';

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const ink = '#1a1a1a';
const quiet = '#595959';
const sizes = { 1: 18, 2: 13, 3: 10.5 } as const;
const body = 9.5;
/** Letter, in points. */
const margins = { top: 54, bottom: 64, left: 60, right: 60 };
/** Of the labels of facts. */
const labelWidth = 130;

/** Papers as PDF/UA with pdfkit. `fonts` is the folder of the fonts that ship with the product; they know most scripts. */
export function pdfPrinter(fonts: string): Printer {
  const read = (name: string) => readFileSync(join(fonts, name));
  let faces: { regular: Buffer; bold: Buffer } | undefined;
  return {
    print: async paper => {
      faces ??= {
        regular: read('DejaVuSansCondensed.ttf'),
        bold: read('DejaVuSansCondensed-Bold.ttf'),
      };
      const doc = begin(paper);
      const bytes = buffer(doc);
      doc.registerFont('regular', faces.regular).registerFont('bold', faces.bold).font('regular');
      const root = doc.struct('Document');
      doc.addStructure(root);
      for (const block of paper.blocks) {
        if (block.kind === 'table') drawTable(doc, root, block);
        else for (const element of drawn(doc, block)) root.add(element);
      }
      root.end();
      number(doc, paper);
      doc.end();
      return bytes;
    },
  };
}

function begin({ language, title }: Paper): Document {
  return new PDFDocument({
    ...{ size: 'LETTER', margins, bufferPages: true },
    ...{ pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, lang: `${language}-CA`, displayTitle: true },
    info: { Title: title, Creator: 'eServices', Producer: 'eServices' },
    // Its types do not know this one yet.
  } as object);
}

/** The elements of one block, each with what draws it. */
function drawn(doc: Document, block: Exclude<Block, { kind: 'table' }>): Element[] {
  switch (block.kind) {
    case 'heading':
      return [heading(doc, block)];
    case 'text':
      return paragraphs(block.text).map(text =>
        doc.struct('P', {}, () => write(doc, text, { colour: block.quiet ? quiet : ink })),
      );
    case 'facts':
      return block.rows.map(row => fact(doc, row));
    case 'list':
      return block.items.length > 0 ? [list(doc, block)] : [];
    case 'picture':
      return picture(doc, block);
    case 'page':
      doc.addPage();
      return [];
    default:
      return block satisfies never;
  }
}

function heading(doc: Document, { level, text }: Extract<Block, { kind: 'heading' }>): Element {
  return doc.struct(`H${level}`, {}, () => {
    doc.moveDown(level === 1 ? 0 : level === 2 ? 0.9 : 0.6);
    // A heading does not stay alone at the foot of a page.
    if (doc.y > doc.page.height - margins.bottom - 60) doc.addPage();
    doc.font('bold').fontSize(sizes[level]).fillColor(ink).text(text);
    doc.font('regular').moveDown(0.2);
  });
}

/** A label and its value on one line: one paragraph, as a reader hears it. */
function fact(doc: Document, [label, value]: readonly [string, string]): Element {
  return doc.struct('P', {}, () => {
    const { left } = margins;
    const width = doc.page.width - margins.left - margins.right - labelWidth;
    doc.fontSize(body);
    const room = doc.heightOfString(value || ' ', { width });
    if (doc.y + Math.min(room, 120) > doc.page.height - margins.bottom) doc.addPage();
    const top = doc.y;
    doc.fillColor(quiet).text(`${label} `, left, top, { width: labelWidth - 8 });
    const below = doc.y;
    doc.fillColor(ink).text(value || ' ', left + labelWidth, top, { width });
    doc.x = left;
    doc.y = Math.max(doc.y, room < 120 ? below : doc.y) + 2;
  });
}

function list(doc: Document, { items, ordered }: Extract<Block, { kind: 'list' }>): Element {
  const whole = doc.struct('L');
  items.forEach((text, i) => {
    const item = doc.struct('LI');
    whole.add(item);
    const mark = ordered ? `${i + 1}.` : '•';
    item.add(doc.struct('LBody', {}, () => write(doc, `${mark} ${text}`, { indent: 12 })));
    item.end();
  });
  return whole;
}

/** As large as the page holds, under a line that says which it is: for a reader's ears that line is all there is. */
function picture(doc: Document, { text, bytes }: Extract<Block, { kind: 'picture' }>): Element[] {
  doc.addPage();
  const said = doc.struct('P', {}, () => write(doc, text, { colour: quiet }));
  const shown = doc.struct('Figure', { alt: text }, () => {
    const { left, right, bottom } = margins;
    const [width, height] = [doc.page.width - left - right, doc.page.height - bottom - doc.y];
    doc.image(Buffer.from(bytes), left, doc.y, { fit: [width, height], align: 'center' });
  });
  return [said, shown];
}

function write(doc: Document, text: string, { colour = ink, indent = 0 } = {}): void {
  const width = doc.page.width - margins.left - margins.right - indent;
  doc.fontSize(body).fillColor(colour);
  doc.text(text, margins.left + indent, doc.y, { width, lineGap: 1.5 });
  doc.x = margins.left;
  doc.moveDown(0.35);
}

/** Empty lines part paragraphs; a text of nothing is none. */
function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).filter(one => one.trim() !== '');
}

/** Number and foot of every page: marks of the page, not of the text, so they are not read out. */
function number(doc: Document, { foot, page }: Paper): void {
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(i);
    doc.markContent('Artifact', { type: 'Pagination' });
    const y = doc.page.height - 40;
    const width = doc.page.width - margins.left - margins.right;
    // Below the margin, where text would begin another page.
    doc.page.margins.bottom = 0;
    doc.fontSize(8).fillColor(quiet);
    doc.text(foot, margins.left, y, { width, lineBreak: false });
    doc.text(page(i + 1, count), margins.left, y, { width, align: 'right', lineBreak: false });
    doc.page.margins.bottom = margins.bottom;
    doc.endMarkedContent();
  }
}
