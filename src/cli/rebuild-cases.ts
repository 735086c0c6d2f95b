import type { Database } from '../app/ports/database.ts';
import { proveCases } from '../app/prove-cases.ts';
import { openOperator } from '../wire-operator.ts';
import { type Command, UsageError } from './command.ts';

/** `eservices rebuild-cases [--check]`: proves every case against its events and, without `--check`, mends what differs. */
export const rebuildCases: Command = {
  name: 'rebuild-cases',
  usage: '[--check]',
  does: 'proves that every case equals the sum of its events; without --check writes anew what differs',
  async run(args, config, { out }) {
    const unknown = args.find(arg => arg !== '--check');
    if (unknown !== undefined) throw new UsageError(`unknown option ${unknown}`);
    const place = await openOperator(config);
    try {
      return await prove(place.db, { mend: !args.includes('--check'), print: out });
    } finally {
      await place.close();
    }
  },
};

/**
 * Proves every case row against the fold of its events, the hash chain and access; `mend` also writes anew what differs
 * and has a sound chain. Takes a database on the owner's connection, prints one line a fault, and returns the exit code:
 * 0 when there was none, 1 otherwise. That it was done, and what it found, is in the log.
 */
export async function prove(
  db: Database,
  { mend, print }: { mend: boolean; print: (line: string) => void },
): Promise<0 | 1> {
  const { cases, events, unfoldable, faults } = await proveCases(db, { mend });
  const command = mend ? 'rebuild-cases' : 'rebuild-cases --check';
  const result = faults.length === 0 ? 'ok' : 'denied';
  await db.as({ kind: 'operator', command }, tx =>
    tx.audit.add({
      act: command,
      what: 'case',
      ids: [],
      why: `${cases} cases, ${faults.length} faults`,
      result,
    }),
  );
  for (const fault of faults)
    print(`${fault.case} ${fault.what}${'seq' in fault ? ` at event ${fault.seq}` : ''}`);
  print(`${cases} cases, ${events} events: ${faults.length} faults, ${unfoldable} with purged words`);
  return faults.length === 0 ? 0 : 1;
}
