import { purgeDue, purgeFaxes, readPurgeDue } from '../app/programme/purge.ts';
import { openOperator } from '../wire-operator.ts';
import { readMixed } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

const most = 10_000;

/** `eservices purge [--dry-run]`: takes the health information of requests whose time is over. */
export const purge: Command = {
  name: 'purge',
  usage: '[--dry-run] [--kind KIND --days DAYS]',
  does: 'purges requests that were kept long enough; --dry-run lists them; with --kind sets how long sites of a kind keep theirs',
  async run(args, config, { out }) {
    const { options, switches, name } = readMixed(args, { options: ['kind', 'days'], switches: ['dry-run'] });
    if (name !== undefined) throw new UsageError(`unknown option ${name}`);
    const days = Number(options.days);
    if ((options.kind === undefined) !== (options.days === undefined))
      throw new UsageError('--kind and --days go together');
    if (options.days !== undefined && !(Number.isInteger(days) && days >= 3653 && days < 100_000))
      throw new UsageError('--days is a whole number, at least 3653');
    const place = await openOperator(config);
    try {
      const { kind } = options;
      if (kind !== undefined) {
        await place.db.as({ kind: 'operator', command: 'purge --kind' }, async tx => {
          await tx.retention.keep(kind, days);
          await tx.audit.add({
            act: 'set-retention',
            what: 'site',
            ids: [],
            why: `${kind} ${days}`,
            result: 'ok',
          });
        });
        out(`sites of the kind ${kind} keep requests for ${days} days`);
        return 0;
      }
      const due = await readPurgeDue(place, most);
      const line = ({ reference, lastAt, cases }: (typeof due)[number]) =>
        out(`${reference} last ${lastAt.slice(0, 10)} cases ${cases}`);
      if (switches.has('dry-run')) due.forEach(line);
      const count = switches.has('dry-run') ? due.length : await purgeDue(place, due, line);
      const faxes = await purgeFaxes(place, !switches.has('dry-run'));
      if (faxes > 0) out(`faxes that were put aside: ${faxes}`);
      out(`${count} ${switches.has('dry-run') ? 'to purge, nothing was changed' : 'purged'}`);
      return 0;
    } finally {
      await place.close();
    }
  },
};
