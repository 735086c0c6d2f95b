import { payRulesOfFile } from '../app/econsult/pay-rules.ts';
import { type Command, UsageError } from './command.ts';

/** `eservices check-pay-rules FILE`: whether the server would take the file, and what is wrong with it. */
export const checkPayRules: Command = {
  name: 'check-pay-rules',
  usage: 'FILE',
  does: 'checks a file of pay rules without using it',
  async run([path, ...more], _config, { out }) {
    if (path === undefined || more.length > 0) throw new UsageError('one file is needed');
    const read = payRulesOfFile(path);
    if ('problems' in read) {
      for (const problem of read.problems) out(problem);
      return 1;
    }
    for (const { code, side, from, until, checked } of read.rules)
      out(`${code} ${side} from ${from}${until ? ` until ${until}` : ''}, checked ${checked}`);
    return 0;
  },
};
