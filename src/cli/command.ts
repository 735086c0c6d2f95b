import type { Config } from '../config.ts';

/** Where a command speaks and what it may ask. */
export interface Terminal {
  /** What was asked for. */
  out(line: string): void;
  /** Why it could not be done. */
  error(line: string): void;
  /** All of standard input, for secrets that do not belong on a command line. */
  input(): Promise<string>;
}

/** One thing an operator does. Each is audited where it touches records. */
export interface Command {
  name: string;
  /** The arguments, as `[--anchor NUMBER:HASH]`. */
  usage: string;
  /** One line. */
  does: string;
  /** The exit code: 0 done, 1 something is wrong that the command looked for. Throws `UsageError` on wrong arguments. */
  run(args: readonly string[], config: Config, terminal: Terminal): Promise<number>;
}

/** The arguments are not right; the message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
