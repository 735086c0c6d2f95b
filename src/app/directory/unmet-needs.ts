import type { Ranked, Reason } from '../../domain/directory/rank.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Found } from '../ports/directory.ts';
import type { UnmetNeed } from '../ports/unmet-needs.ts';
import { forProgramme } from '../programme/for-programme.ts';

const keepOut: readonly Reason['code'][] = ['wrong-age', 'wrong-sex', 'not-accepting', 'only-for'];

/** True when something found takes this patient: of the right age and sex, for such a problem, and open now. */
export function someFit(found: readonly Ranked<Found>[]): boolean {
  return found.some(({ reasons }) => !reasons.some(({ code }) => keepOut.includes(code)));
}

/** The last twelve months; null for anybody but the programme. */
export function readUnmetNeeds(app: Pick<App, 'db'>, actor: Actor): Promise<UnmetNeed[] | null> {
  return forProgramme(app, actor, 'unmet-needs', tx => {
    const since = `${Number(tx.now.slice(0, 4)) - 1}${tx.now.slice(4, 8)}01`;
    return tx.unmetNeeds.since(since);
  });
}
