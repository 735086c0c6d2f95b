import type { CaseType } from '../../domain/case/state.ts';
import type { AnyAct } from './act.ts';
import { message } from './acts/both/message.tsx';
import { askInfo } from './acts/econsult/ask-info.tsx';
import { referralActs } from './acts/referral/acts.ts';

/** Every act that has a page or a button, by type; those of every case last. A line for each. */
const acts: readonly AnyAct[] = [askInfo, ...referralActs, message];

/** How a verb is done on a page; undefined when its page is elsewhere or does not exist. */
export function actFor(type: CaseType, verb: string): AnyAct | undefined {
  return (
    acts.find(one => one.type === type && one.verb === verb) ??
    acts.find(one => one.type === 'both' && one.verb === verb)
  );
}
