import { computeWaits as compute } from '../app/directory/compute-waits.ts';
import { openOperator } from '../wire-operator.ts';
import { readSwitches } from './arguments.ts';
import type { Command } from './command.ts';

/** `eservices compute-waits`: what is done every night, now. */
export const computeWaits: Command = {
  name: 'compute-waits',
  usage: '',
  does: 'works out the waits of all services now; the program does so every night',
  async run(args, config, { out }) {
    readSwitches(args, []);
    const place = await openOperator(config);
    const actor = { kind: 'operator', command: 'compute-waits' } as const;
    try {
      const { cases, spells, services } = await compute(place.db, actor);
      const why = `${cases} cases, ${services} services`;
      await place.db.as(actor, tx =>
        tx.audit.add({ act: 'compute-waits', what: 'case', ids: [], why, result: 'ok' }),
      );
      out(`${cases} cases, ${spells} waits: figures of ${services} services`);
      return 0;
    } finally {
      await place.close();
    }
  },
};
