import { writeFile } from 'node:fs/promises';
import { exportedFile, exportFormats, readAllForExport } from '../app/exchange/export-listings.ts';
import { openOperator } from '../wire-operator.ts';
import { readMixed } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

/** `eservices export-directory FILE --format hsds-json|hsds-csv|fhir` */
export const exportDirectory: Command = {
  name: 'export-directory',
  usage: 'FILE --format hsds-json|hsds-csv|fhir',
  does: 'writes the public directory into a file: HSDS 3.0 as JSON or a zip of CSV, or a FHIR Bundle',
  async run(args, config, { out }) {
    const { name, options } = readMixed(args, { options: ['format'], switches: [] });
    const format = exportFormats.find(one => one === options.format);
    if (name === undefined) throw new UsageError('into which file?');
    if (!format) throw new UsageError('--format is needed: hsds-json, hsds-csv or fhir');
    const place = await openOperator(config);
    try {
      const listings = await readAllForExport(place, { kind: 'operator', command: 'export-directory' });
      const app = {
        bundles: place.bundles,
        config: { baseUrl: config.baseUrl ?? 'http://localhost', secretKey: '' },
      };
      const file = exportedFile(app, { listings, format });
      await writeFile(name, file.bytes);
      out(`${listings.sites.length} sites and ${listings.services.length} services are in ${name}`);
      return 0;
    } finally {
      await place.close();
    }
  },
};
