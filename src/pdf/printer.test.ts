import { join } from 'node:path';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Block, Paper } from '../app/ports/printer.ts';
import { dataFolder } from '../package-folder.ts';
import { pdfPrinter } from './printer.ts';

const printer = pdfPrinter(join(dataFolder(), 'fonts'));
const paper = (blocks: readonly Block[]): Paper => ({
  ...{ language: 'fr', title: 'Demande ES-7K3M-9QXD-H', foot: 'ES-7K3M-9QXD-H', blocks },
  page: (number, of) => `Page ${number} de ${of}`,
});

interface Node {
  role?: string;
  children?: Node[];
}

/** What a reader's program finds in it: the texts and roles page by page, title and language. */
async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles: string[] = [];
  const look = (node: Node) => {
    if (node.role) roles.push(node.role);
    for (const child of node.children ?? []) look(child);
  };
  for (let i = 1; i <= document.numPages; i++) {
    const page = await document.getPage(i);
    const { items } = await page.getTextContent();
    texts.push(items.map(item => ('str' in item ? item.str : '')).join(' '));
    const tree = await page.getStructTree();
    if (tree) look(tree as Node);
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  return { texts: texts.map(text => text.replace(/\s+/g, ' ')), roles, info };
}

describe('a paper as a PDF', () => {
  it('says everything in order, in every script that patients write their names in', async () => {
    const bytes = await printer.print(
      paper([
        { kind: 'heading', level: 1, text: 'Dépression, œdème ≥ 5 mg' },
        { kind: 'facts', rows: [['Patient', 'ᐊᓂᔑᓈᐯ Łukasz Παπαδόπουλος']] },
        { kind: 'text', text: 'Première ligne\nsuite\n\nAutre paragraphe' },
        { kind: 'list', ordered: true, items: ['Bilan', 'Revoir'] },
      ]),
    );
    const { texts, roles, info } = await read(bytes);
    const said = [
      'Dépression, œdème ≥ 5 mg',
      'Patient',
      'ᐊᓂᔑᓈᐯ Łukasz Παπαδόπουλος',
      'Première ligne',
      'suite',
    ];
    const places = [...said, 'Autre paragraphe', '1. Bilan', '2. Revoir'].map(text =>
      texts[0]!.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(roles).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'L', 'LI', 'LBody']));
    expect(info).toMatchObject({ Title: 'Demande ES-7K3M-9QXD-H', Language: 'fr-CA' });
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('goes on over pages, each with its number, and loses no line', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `Ligne ${i} ${'mot '.repeat(30)}`);
    const rows = lines.map((line, i) => [`Fait ${i}`, line] as const);
    const long = 'x'.repeat(40).concat(' ').repeat(400);
    const { texts } = await read(
      await printer.print(
        paper([
          ...lines.map(text => ({ kind: 'text', text }) as const),
          { kind: 'facts', rows: [...rows, ['Long', long]] },
        ]),
      ),
    );
    const whole = texts.join(' ');
    for (let i = 0; i < 120; i++) expect(whole).toContain(`Ligne ${i} `);
    for (const [i, text] of texts.entries()) expect(text).toContain(`Page ${i + 1} de ${texts.length}`);
    expect(whole.match(/x{40}/g)).toHaveLength(400);
  });

  it('can be made of any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 5 }),
        async all => {
          const blocks = all.flatMap((text): Block[] => [
            { kind: 'heading', level: 3, text },
            { kind: 'text', text },
            { kind: 'facts', rows: [[text, text]] },
            { kind: 'list', items: [text] },
          ]);
          expect(Buffer.from(await printer.print(paper(blocks))).toString('latin1')).toMatch(/^%PDF-1\.7/);
        },
      ),
      { numRuns: 15 },
    );
  });
});
