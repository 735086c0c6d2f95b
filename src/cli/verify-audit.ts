import type { Anchor } from '../app/ports/audit.ts';
import { openOperator } from '../wire-operator.ts';
import { readOptions } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

/** `eservices verify-audit`: prints the newest anchor when the log is whole; keep it where nobody can change it. */
export const verifyAudit: Command = {
  name: 'verify-audit',
  usage: '[--anchor NUMBER:HASH]',
  does: 'checks that no row of the audit log was changed, removed or put in',
  async run(args, config, { out }) {
    const anchor = readAnchor(readOptions(args, ['anchor']).anchor);
    const place = await openOperator(config);
    try {
      return await place.db.as({ kind: 'operator', command: 'verify-audit' }, async tx => {
        const fault = await tx.audit.verify(anchor);
        const newest = await tx.audit.newest();
        await tx.audit.add({ act: 'verify-audit', what: 'audit', ids: [], result: fault ? 'denied' : 'ok' });
        if (fault) {
          const row = fault.row === null ? '' : `, row ${fault.row}`;
          out(`NOT WHOLE: seal ${fault.seal}${row}: ${fault.problem}`);
          return 1;
        }
        out(newest ? `whole up to seal ${newest.number}` : 'nothing is sealed yet');
        if (newest) out(`anchor ${newest.number}:${newest.hash}`);
        return 0;
      });
    } finally {
      await place.close();
    }
  },
};

function readAnchor(text: string | undefined): Anchor | undefined {
  if (text === undefined) return undefined;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!number || !hash) throw new UsageError('--anchor is a number, a colon and 64 hexadecimal digits');
  return { number: Number(number), hash };
}
