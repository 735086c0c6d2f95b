import type { Day } from '../../domain/case/time.ts';
import type { PersonActor } from '../actor.ts';
import { type Each, eachCase } from '../each-case.ts';
import type { Acts } from '../run-verb.ts';

export interface SayWhenAll {
  cases: readonly string[];
  /** By when the patients will be seen. */
  anticipated: Day;
  receipt?: string;
}

/**
 * Says of each referral by when its patient will be seen: what is new is accepted with it, what is accepted hears it anew.
 * Each requester and patient is told. Others refuse as `wrong-status`.
 */
export function sayWhenAll(app: Acts, actor: PersonActor, ask: SayWhenAll): Promise<Each> {
  const { anticipated, ...rest } = ask;
  return eachCase(app, actor, rest, ({ type, state, receipt }) => {
    if (type !== 'referral') return null;
    // The same form again asks for the same verb, whatever came of it.
    const anew = receipt ? receipt.led.events.includes('expected') : state.status === 'accepted';
    return { verb: anew ? 'expect' : 'accept', input: { anticipated } };
  });
}
