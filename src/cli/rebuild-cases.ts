import type { Database } from '../app/ports/database.ts';
import { proveCases } from '../app/prove-cases.ts';

/**
 * `rebuild-cases [--check]`: proves every case row against the fold of its events, the hash chain and access; without
 * `--check` it also writes anew what differs and has a sound chain. Takes a database on the owner's connection, prints
 * one line a fault, and returns the exit code: 0 when there was none, 1 otherwise.
 */
export async function rebuildCases(
  db: Database,
  args: readonly string[],
  print: (line: string) => void,
): Promise<0 | 1 | 2> {
  const unknown = args.find(arg => arg !== '--check');
  if (unknown !== undefined) {
    print(`unknown option ${unknown}; usage: rebuild-cases [--check]`);
    return 2;
  }
  const { cases, events, unfoldable, faults } = await proveCases(db, { mend: !args.includes('--check') });
  for (const fault of faults)
    print(`${fault.case} ${fault.what}${'seq' in fault ? ` at event ${fault.seq}` : ''}`);
  print(`${cases} cases, ${events} events: ${faults.length} faults, ${unfoldable} with purged words`);
  return faults.length === 0 ? 0 : 1;
}
