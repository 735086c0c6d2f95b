import { readFileSync } from 'node:fs';
import shipped from '../../../data/pay-rules.json';
import { type PayRule, readPayRules } from '../../domain/pay/rules.ts';
import type { App } from '../app.ts';

/** The rules of a file, or what is wrong with it, also that it cannot be read. */
export function payRulesOfFile(path: string): ReturnType<typeof readPayRules> {
  try {
    return readPayRules(readFileSync(path, 'utf8'));
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}

/** The rules that pay: of the file that was set, or those that ship. */
export function payRulesOf({ config }: Pick<App, 'config'>): readonly PayRule[] {
  if (config.payRules) return config.payRules;
  const read = readPayRules(JSON.stringify(shipped));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.rules;
}
