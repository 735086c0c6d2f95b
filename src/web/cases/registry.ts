import type { CaseType } from '../../domain/case/state.ts';
import type { AnyAct } from './act.ts';
import { everyCaseActs } from './acts/both/acts.ts';
import { econsultActs } from './acts/econsult/acts.ts';
import { referralActs } from './acts/referral/acts.ts';

/** Every act that has a page or a button, by type; those of every case last. */
const acts: readonly AnyAct[] = [...econsultActs, ...referralActs, ...everyCaseActs];

/** How a verb is done on a page; undefined when its page is elsewhere or does not exist. */
export function actFor(type: CaseType, verb: string): AnyAct | undefined {
  return (
    acts.find(one => one.type === type && one.verb === verb) ??
    acts.find(one => one.type === 'both' && one.verb === verb)
  );
}

/** Verbs whose page is not made of an act: they choose from the directory first. */
const elsewhere: Readonly<Record<CaseType, readonly string[]>> = {
  econsult: [],
  referral: ['invite', 'answer-form'],
};

/** True for a verb that has a page of its own kind at the same address. */
export function pageElsewhere(type: CaseType, verb: string): boolean {
  return elsewhere[type].includes(verb);
}
