import type { App } from './app/app.ts';
import { payRulesOfFile } from './app/econsult/pay-rules.ts';
import { type Config, ConfigError } from './config.ts';

/** The rules of the file that was set; absent for those that ship. Throws `ConfigError` with everything wrong in it. */
export function payRulesIn(config: Config): App['config']['payRules'] {
  if (config.payRules === undefined) return undefined;
  const read = payRulesOfFile(config.payRules);
  if ('problems' in read) throw new ConfigError(...read.problems.map(problem => `PAY_RULES ${problem}`));
  return read.rules;
}
