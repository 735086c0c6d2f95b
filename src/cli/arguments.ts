import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/** Options with a value each (`--email a@b`), none of them twice and no others. Throws `UsageError`. */
export function readOptions<K extends string>(
  args: readonly string[],
  names: readonly K[],
): Partial<Record<K, string>> {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    return values as Partial<Record<K, string>>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The option, which must be there. */
export function needed<K extends string>(options: Partial<Record<K, string>>, name: K): string {
  const value = options[name]?.trim();
  if (!value) throw new UsageError(`--${name} is needed`);
  return value;
}

/** Switches without a value (`--dry-run`). Throws `UsageError` for any other. */
export function readSwitches<K extends string>(args: readonly string[], names: readonly K[]): ReadonlySet<K> {
  const strange = args.find(arg => !names.some(name => arg === `--${name}`));
  if (strange !== undefined) throw new UsageError(`there is no option ${strange}`);
  return new Set(names.filter(name => args.includes(`--${name}`)));
}
