import { readConfig } from '../config.ts';
import { bounce } from './bounce.ts';
import { checkPayRules } from './check-pay-rules.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { computeWaits } from './compute-waits.ts';
import { createUser } from './create-user.ts';
import { exportDirectory } from './export-directory.ts';
import { importDirectory } from './import-directory.ts';
import { migrate } from './migrate.ts';
import { purge } from './purge.ts';
import { rebuildCases } from './rebuild-cases.ts';
import { undoImport } from './undo-import.ts';
import { verifyAudit } from './verify-audit.ts';

/** Every command, by name. */
export const commands: readonly Command[] = [
  migrate,
  importDirectory,
  undoImport,
  exportDirectory,
  createUser,
  verifyAudit,
  rebuildCases,
  computeWaits,
  bounce,
  checkPayRules,
  purge,
];

function usage(): string {
  const lines = commands.map(
    ({ name, usage, does }) => `${`  eservices ${name} ${usage}`.trimEnd()}\n      ${does}`,
  );
  return ['Commands (settings come from the environment, see docs/operate.md):', ...lines].join('\n');
}

/** Runs the command that `args` name. Resolves to the exit code: 0 done, 1 found wrong, 2 could not be done. */
export async function runCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find(one => one.name === name);
  const asked = name === undefined || name === '--help' || rest.includes('--help');
  if (!command || asked) {
    (asked ? terminal.out : terminal.error)(usage());
    return asked ? 0 : 2;
  }
  try {
    return await command.run(rest, readConfig(env), terminal);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    terminal.error(`eservices ${command.name}: ${error.message}`);
    if (error instanceof UsageError) terminal.error(`usage: eservices ${command.name} ${command.usage}`);
    return 2;
  }
}

/** Runs the command of this process. */
export async function main(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2), process.env, {
    out: line => void process.stdout.write(`${line}\n`),
    error: line => void process.stderr.write(`${line}\n`),
    input: readInput,
  });
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
