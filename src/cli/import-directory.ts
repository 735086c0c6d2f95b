import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { shippedData } from '../app/demo/shipped.ts';
import { NotADirectory } from '../app/directory/facility-file.ts';
import { importAsOperator, type ListingsReport } from '../app/exchange/import-listings.ts';
import { fileLimit, type GivenFile } from '../app/exchange/read-file.ts';
import { exchangeFormats } from '../app/ports/exchange.ts';
import { dataFolder } from '../package-folder.ts';
import { openOperator } from '../wire-operator.ts';
import { exchange as words } from '../words/en/exchange.ts';
import { readMixed } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

/** `eservices import-directory FILE|FOLDER [--format csv|hsds|fhir] [--source NAME] [--dry-run] [--all]` */
export const importDirectory: Command = {
  name: 'import-directory',
  usage: 'FILE|FOLDER [--format csv|hsds|fhir] [--source NAME] [--dry-run] [--all]',
  does: 'takes in a list of facilities or services; a line for every row that was not simply stored, or for all',
  async run(args, config, { out }) {
    const { name, options, switches } = readMixed(args, {
      options: ['format', 'source'],
      switches: ['dry-run', 'all'],
    });
    if (name === undefined) throw new UsageError('which file?');
    const format = exchangeFormats.find(one => one === options.format);
    if (options.format !== undefined && !format) throw new UsageError(`there is no format ${options.format}`);
    const file = await given(name);
    const source = options.source?.trim() || (format ?? guessed(file));
    const place = await openOperator(config);
    try {
      const { lists } = shippedData(dataFolder());
      const ask = { file, source, format, dryRun: switches.has('dry-run') };
      const report = await importAsOperator({ db: place.db, bundles: place.bundles, lists }, ask);
      for (const line of linesOf(report, switches.has('all'))) out(line);
      return report.counts.refused + report.counts.conflict > 0 ? 1 : 0;
    } finally {
      await place.close();
    }
  },
};

async function given(name: string): Promise<GivenFile> {
  const found = await stat(name);
  if (!found.isDirectory()) {
    if (found.size > fileLimit) throw new NotADirectory('the file is larger than 50 MB');
    return { name: basename(name), bytes: await readFile(name) };
  }
  const files = (await readdir(name)).filter(file => /\.(csv|json)$/i.test(file));
  const parts = await Promise.all(files.map(async file => [file, await readFile(join(name, file))] as const));
  return { name: basename(name), bytes: new Map(parts) };
}

/** The list of facilities that ships has a name of its own; every other list should be given one. */
function guessed({ name, bytes }: GivenFile): string {
  const shipped = bytes instanceof Uint8Array && /\.csv$/i.test(name);
  return shipped ? 'odhf' : 'other';
}

function* linesOf({ rows, counts, id, key }: ListingsReport, all: boolean): Generator<string> {
  for (const { at, name, outcome, notes } of rows) {
    if (!all && notes.length === 0) continue;
    const said = notes.map(note => `; ${words.note(note.code, note.text ?? '')}`).join('');
    yield `${[at, words.outcome[outcome], name].filter(Boolean).join(': ')}${said}`;
  }
  const { loaded, changed, unchanged, merged, conflict, refused, flagged } = counts;
  yield `${counts.rows} rows: ${loaded} added, ${changed} changed, ${unchanged} as before, ${merged} merged, ${conflict} in conflict, ${refused} refused; ${flagged} want a look`;
  yield id === null
    ? 'nothing was changed'
    : `import ${id} (${key}); npx eservices undo-import ${id} takes it back`;
}
