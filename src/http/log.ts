import { type DestinationStream, type Logger, pino } from 'pino';
import { key } from '../app/ports/ids.ts';

/**
 * Structured lines on standard output. A line holds codes, route patterns and numbers: no addresses as asked, no query
 * strings, no bodies, no names, and of an error never its message, which may quote data.
 */
export function makeLogger(level = 'info', out?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    serializers: { err: safeError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return out ? pino(options, out) : pino(options);
}

/** An error as it may be logged: name, code, where it was thrown, and what PostgreSQL names by identifier. */
export function safeError(err: unknown): Record<string, unknown> {
  if (!(err instanceof Error)) return { name: typeof err };
  const { code, constraint, table, routine } = err as Error & Record<string, unknown>;
  const frames = (err.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return {
    name: err.name,
    code,
    constraint,
    table,
    routine,
    // Written by the engine from names in our code, never from data.
    ...(err instanceof TypeError || err instanceof ReferenceError ? { message: err.message } : {}),
    at: frames.slice(0, 12).map(line => line.trim()),
    cause: err.cause === undefined ? undefined : safeError(err.cause),
  };
}

/** What a person may read out to support: 10 letters and digits that are not taken for one another, in log and page. */
export function correlationId(): string {
  return key().slice(0, 10);
}
