import { openOperator } from '../wire-operator.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';

/** `eservices migrate` */
export const migrate: Command = {
  name: 'migrate',
  usage: '',
  does: 'brings the database to this version',
  async run(args, config, { out }) {
    readOptions(args, []);
    const place = await openOperator(config);
    try {
      const applied = await place.migrate();
      for (const name of applied) out(`applied ${name}`);
      if (applied.length === 0) out('nothing to apply: the database is of this version');
      return 0;
    } finally {
      await place.close();
    }
  },
};
