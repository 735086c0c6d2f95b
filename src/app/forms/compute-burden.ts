import { setImmediate } from 'node:timers/promises';
import { BurdenTally, triageOutcomes } from '../../domain/forms/burden.ts';
import type { Actor } from '../actor.ts';
import type { Database } from '../ports/database.ts';

const batchSize = 1_000;
/** Two years: older triage says little of today's questions. */
const lookBack = 2 * 366 * 86_400_000;

/**
 * Works out anew what every form's questions cost and what came of the answers, of all sites together. Short transactions,
 * and others may run in between. For a job or the operator.
 */
export async function computeBurden(db: Database, actor: Actor): Promise<{ cases: number; forms: number }> {
  const tally = new BurdenTally();
  const now = await db.as(actor, async tx => tx.now);
  const given = { since: new Date(Date.parse(now) - lookBack).toISOString(), types: triageOutcomes };
  let cases = 0;
  for (let after = 0; ; ) {
    const read = await db.as(actor, tx => tx.formBurden.cases(after, batchSize, given));
    const last = read.at(-1);
    if (!last) break;
    for (const one of read) if (one.slug !== '') tally.add(one);
    cases += read.length;
    after = last.case;
    await setImmediate();
  }
  const seconds = await db.as(actor, tx => tx.formBurden.seconds());
  const slugs = new Set([...tally.slugs(), ...seconds.keys()]);
  for (const slug of slugs) {
    const burden = { figures: tally.figures(slug), seconds: seconds.get(slug) ?? {} };
    await db.as(actor, tx => tx.formBurden.replace(slug, burden));
  }
  return { cases, forms: slugs.size };
}
