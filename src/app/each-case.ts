import type { PersonActor } from './actor.ts';
import type { LockedCase } from './ports/cases.ts';
import type { Tx } from './ports/database.ts';
import { type Acts, againWhenReceiptTaken, runVerbIn, type VerbAsk } from './run-verb.ts';

/** A case among many that refused. */
export interface Refused {
  caseKey: string;
  /** '' for a case that is not open to the actor. */
  requestKey: string;
  reference: string;
  refusal: string;
}

export interface Each {
  count: number;
  refused: readonly Refused[];
}

interface Asked {
  /** Keys of cases, of either type. */
  cases: readonly string[];
  /** Of the form: posting it twice does it once. */
  receipt?: string;
}

/** The verb for one of them, as it is when it is locked; null when it is not for this type or status. */
type Choose = (locked: LockedCase) => Pick<VerbAsk, 'verb' | 'input'> | null;

/** Does to each case what `choose` says, each checked and written by itself: what one refuses does not hold up the others. */
export async function eachCase(app: Acts, actor: PersonActor, ask: Asked, choose: Choose): Promise<Each> {
  const cases = new Set(ask.cases);
  const refused: Refused[] = [];
  for (const caseKey of cases) {
    const receipt = ask.receipt && `${ask.receipt}-${caseKey}`;
    const inOne = (tx: Tx) => one(app, tx, { caseKey, choose, ...(receipt && { receipt }) });
    const refusal = await againWhenReceiptTaken(() => app.db.as(actor, inOne));
    if (refusal) refused.push(refusal);
  }
  return { count: cases.size - refused.length, refused };
}

async function one(
  app: Acts,
  tx: Tx,
  { caseKey, choose, receipt }: { caseKey: string; choose: Choose; receipt?: string },
): Promise<Refused | undefined> {
  const locked = await tx.cases.lock(caseKey, receipt);
  const found = typeof locked === 'object' ? locked : null;
  const { requestKey, reference } = found ?? { requestKey: '', reference: '' };
  // A case that is not the actor's is asked for all the same, so that the try is written down.
  const chosen = found ? choose(found) : { verb: 'assign', input: {} };
  if (!chosen) return { caseKey, requestKey, reference, refusal: 'wrong-status' };
  const outcome = await runVerbIn(app, tx, {
    caseKey,
    side: 'receiver',
    ...chosen,
    ...(receipt && { receipt }),
  });
  return outcome.ok ? undefined : { caseKey, requestKey, reference, refusal: outcome.refusal };
}
