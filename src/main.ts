import { readConfig } from './config.ts';
import { safeError } from './http/log.ts';
import { wire } from './wire.ts';

/** Starts the product, prints its address, and stops it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const wired = await wire(readConfig(process.env));
  const end = (code: number) => {
    // A request or job that hangs does not keep the process: what is not committed is rolled back.
    setTimeout(() => process.exit(code || 1), 15_000).unref();
    wired.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(0));
  process.on('uncaughtException', err => {
    process.stderr.write(`${JSON.stringify({ level: 60, err: safeError(err), msg: 'stopping' })}\n`);
    end(1);
  });
  const { url } = await wired.listen();
  process.stdout.write(`eServices is at ${url}\n`);
}

main().catch((err: Error) => {
  process.stderr.write(`eServices did not start. ${err.message}\n`);
  process.exit(1);
});
