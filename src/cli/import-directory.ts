import { readFile } from 'node:fs/promises';
import { shippedData } from '../app/demo/shipped.ts';
import { importFacilities } from '../app/import-directory.ts';
import { dataFolder } from '../package-folder.ts';
import { openOperator } from '../wire-operator.ts';
import { directory as wordsOf } from '../words/en/directory.ts';
import { readSwitches } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

/** `eservices import-directory FILE [--dry-run] [--all]` */
export const importDirectory: Command = {
  name: 'import-directory',
  usage: 'FILE [--dry-run] [--all]',
  does: 'loads facilities from a CSV file; a line for every row that was not simply loaded, or for all',
  async run(args, config, { out }) {
    const [file, ...rest] = args;
    if (file === undefined || file.startsWith('--')) throw new UsageError('which file?');
    const options = readSwitches(rest, ['dry-run', 'all']);
    const text = await readFile(file, 'utf8');
    const place = await openOperator(config);
    try {
      const dryRun = options.has('dry-run');
      const report = await importFacilities(place.db, text, shippedData(dataFolder()).lists, { dryRun });
      for (const row of report.rows) {
        if (row.outcome === 'loaded' && row.notes.length === 0 && !options.has('all')) continue;
        out(
          `line ${row.line}: ${row.outcome}: ${row.name}${row.notes.map(note => `; ${wordsOf.note(note)}`).join('')}`,
        );
      }
      const { loaded, merged, flagged, refused, added, changed, unchanged } = report.counts;
      out(
        `${report.rows.length} rows: ${loaded} loaded, ${flagged} flagged, ${merged} merged, ${refused} refused`,
      );
      out(dryRun ? 'nothing was changed' : `${added} added, ${changed} changed, ${unchanged} as before`);
      return refused > 0 ? 1 : 0;
    } finally {
      await place.close();
    }
  },
};
