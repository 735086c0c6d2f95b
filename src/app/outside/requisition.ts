import type { Day, Instant } from '../../domain/case/time.ts';
import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import { knownOf } from '../by.ts';
import type { Tx } from '../ports/database.ts';
import { secret } from '../ports/ids.ts';
import type { Language } from '../ports/people.ts';
import { runVerbIn } from '../run-verb.ts';
import { guestToken, tokenHash } from '../tokens.ts';

type Acts = Pick<App, 'db' | 'config'>;

/** A printed code that is good now. */
export interface Requisition {
  code: string;
  language: Language;
  madeAt: Instant;
  until: Instant;
}

/** Null when there is none, or the case is not one that this site sent. */
export async function requisitionIn(app: Acts, tx: Tx, caseKey: string): Promise<Requisition | null> {
  const found = await tx.workspaces.requisition(caseKey);
  if (!found) return null;
  const { nonce, ...rest } = found;
  return { ...rest, code: guestToken(app.config.secretKey, nonce) };
}

/** A code for paper; an earlier one opens nothing any more. False when the referral is taken up, or not this site's. */
export function makeRequisition(
  app: Acts,
  actor: PersonActor,
  given: { caseKey: string; language: Language },
): Promise<boolean> {
  const nonce = secret();
  const hash = tokenHash(guestToken(app.config.secretKey, nonce));
  return app.db.as(actor, async tx => {
    const made = await tx.workspaces.makeRequisition({ ...given, nonce, tokenHash: hash });
    const result = made ? 'ok' : 'denied';
    await tx.audit.add({ act: 'make-requisition', what: 'case', ids: [], result });
    return made;
  });
}

export type Claimed =
  | { result: 'claimed'; requestKey: string }
  | { result: 'wrong'; triesLeft: number }
  | { result: 'dead' | 'taken' };

class CannotClaim extends Error {}

/**
 * The site of the actor takes the referral of a printed requisition, once: code and birth date, then the event and its access
 * in one transaction. The fifth wrong date closes the code.
 */
export async function claimRequisition(
  app: Acts,
  actor: PersonActor,
  given: { code: string; day: Day },
): Promise<Claimed> {
  try {
    return await app.db.as(actor, tx => claimIn(app, tx, actor, given));
  } catch (error) {
    if (error instanceof CannotClaim) return { result: 'taken' };
    throw error;
  }
}

async function claimIn(
  app: Acts,
  tx: Tx,
  actor: PersonActor,
  { code, day }: { code: string; day: Day },
): Promise<Claimed> {
  const found = await tx.workspaces.claim(tokenHash(code), day);
  const { result, caseKey, requestKey, triesLeft } = found;
  const ids = found.case === null ? [] : [found.case];
  const ok = result === 'right' || result === 'own';
  const outcome = ok ? 'ok' : found.link === null ? 'missing' : 'denied';
  await tx.audit.add({ act: 'claim', what: 'case', ids, why: result, result: outcome });
  if (result === 'wrong') return { result, triesLeft };
  if (result === 'dead' || result === 'taken') return { result };
  if (result === 'own') return { result: 'claimed', requestKey: requestKey! };
  const by = { ...knownOf(actor), side: 'system' as const };
  const verb = { caseKey: caseKey!, verb: 'claim', input: { site: actor.site } };
  const done = await runVerbIn(app, tx, verb, by);
  if (!done.ok) throw new CannotClaim(done.refusal);
  return { result: 'claimed', requestKey: requestKey! };
}
