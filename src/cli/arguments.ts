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

/** One name, options with a value and switches without, in any order. Throws `UsageError` for anything else. */
export function readMixed<O extends string, S extends string>(
  args: readonly string[],
  { options, switches }: { options: readonly O[]; switches: readonly S[] },
): { name?: string; options: Partial<Record<O, string>>; switches: ReadonlySet<S> } {
  const known = [
    ...options.map(name => [name, { type: 'string' as const }] as const),
    ...switches.map(name => [name, { type: 'boolean' as const }] as const),
  ];
  try {
    const read = parseArgs({
      args: [...args],
      options: Object.fromEntries(known),
      allowPositionals: true,
      strict: true,
    });
    if (read.positionals.length > 1) throw new Error('too many names');
    const values = read.values as Partial<Record<O, string>>;
    const set = switches.filter(name => (read.values as Record<string, unknown>)[name] === true);
    return { name: read.positionals[0], options: values, switches: new Set(set) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
