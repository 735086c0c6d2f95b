import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaxLine, FaxPages, FaxResult } from '../app/ports/fax-line.ts';
import type { Paper, Printer } from '../app/ports/printer.ts';
import { mailText } from '../words/mail.ts';
import { words } from '../words/words.ts';

const idShape = /^[0-9a-hjkmnp-tv-z]{26}$/;

/**
 * A fax server that watches a folder: `<id>.pdf`, then `<id>.json` `{"to": "+15195550161"}`, which says that the document is
 * whole. It answers with `<id>.result`, whose first line is `sent`, or `failed` and a reason.
 */
export function faxFolder(folder: string, printer: Printer): FaxLine {
  const at = (name: string) => join(folder, name);
  /** Whoever watches never sees half a file. */
  const lay = async (name: string, content: Uint8Array | string) => {
    await writeFile(at(`.${name}.part`), content, { mode: 0o600 });
    await rename(at(`.${name}.part`), at(name));
  };
  return {
    hand: async (id, to, pages) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await lay(`${id}.pdf`, 'pdf' in pages ? pages.pdf : await printer.print(noticePaper(pages)));
      await lay(`${id}.json`, JSON.stringify({ to: dialled(to) }));
    },
    results: async () => {
      const names = await readdir(folder).catch(() => []);
      const ids = names.flatMap(name => (name.endsWith('.result') ? [name.slice(0, -7)] : []));
      const found = ids.filter(id => idShape.test(id)).map(id => resultIn(at(`${id}.result`), id));
      return (await Promise.all(found)).filter(one => one !== undefined);
    },
    forget: async id => {
      for (const kind of ['result', 'json', 'pdf']) await rm(at(`${id}.${kind}`), { force: true });
    },
  };
}

/** Undefined while it is being written, or says nothing we know. */
async function resultIn(path: string, id: string): Promise<FaxResult | undefined> {
  const [first = ''] = (await readFile(path, 'utf8')).slice(0, 1_000).split(/\r?\n/);
  const [, word, why = ''] = /^(sent|failed)\b[\s:]*(.*)$/i.exec(first.trim()) ?? [];
  return word ? { id, ok: word.toLowerCase() === 'sent', why: why.slice(0, 200) } : undefined;
}

/** As E.164; what is no number of North America goes as it was typed. */
function dialled(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (number.trim().startsWith('+')) return `+${digits}`;
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}

/** A notice as one page: what a mail would say. */
function noticePaper({ notice }: Extract<FaxPages, { notice: unknown }>): Paper {
  const { lang, template } = notice;
  const { subject, text } = mailText(lang, template, notice);
  return {
    ...{ language: lang, title: subject, foot: 'eServices', page: words[lang].story.copy.page },
    blocks: [
      { kind: 'heading', level: 1, text: subject },
      { kind: 'text', text },
    ],
  };
}
