import type { RecordedEvent } from '../domain/case/events.ts';
import { fold } from '../domain/case/machine.ts';
import type { CaseState } from '../domain/case/state.ts';
import { bodyHash, canonical, chainHash, firstHash } from './chain.ts';
import { machines } from './machines.ts';
import type { StoredCase, StoredEvent } from './ports/case-proofs.ts';
import type { Database, Tx } from './ports/database.ts';

/** What is wrong with a case. `seq` names the first event that does not fit. */
export type Fault =
  | { case: string; what: 'gap' | 'body-missing' | 'not-canonical' | 'body-hash' | 'chain'; seq: number }
  | { case: string; what: 'last-hash' | 'version' | 'state' | 'turn' | 'access' };

export interface Proof {
  cases: number;
  events: number;
  /** Cases with purged words that their fold needs: the chain was checked, the state could not be. */
  unfoldable: number;
  faults: Fault[];
}

/** Checks the chain of one case from its first event; stops at the first that does not fit. */
export function chainFault({ key, events, lastHash, version }: StoredCase): Fault | undefined {
  let hash = firstHash(key);
  for (const [i, { link, body, purged }] of events.entries()) {
    const { seq } = link;
    if (seq !== i + 1) return { case: key, what: 'gap', seq };
    if (body === null) return { case: key, what: 'body-missing', seq };
    if (!purged) {
      if (bodyHash(body) !== link.bodyHash) return { case: key, what: 'body-hash', seq };
      if (!isCanonical(body)) return { case: key, what: 'not-canonical', seq };
    }
    hash = chainHash(hash, key, link);
    if (hash !== link.chainHash) return { case: key, what: 'chain', seq };
  }
  if (hash !== lastHash) return { case: key, what: 'last-hash' };
  return events.length === version ? undefined : { case: key, what: 'version' };
}

function isCanonical(body: string): boolean {
  try {
    return canonical(JSON.parse(body)) === body;
  } catch {
    return false;
  }
}

/** The state that the events make; null when words that it needs were purged. */
export function refold({ type, events }: StoredCase): CaseState | null {
  try {
    return fold(machines[type], events.map(recorded));
  } catch {
    return null;
  }
}

function recorded({ link, by, body, purged }: StoredEvent): RecordedEvent {
  const { seq, type, audience, at } = link;
  return {
    seq,
    type,
    audience: audience as RecordedEvent['audience'],
    at,
    by,
    body: purged ? {} : JSON.parse(body ?? '{}'),
  };
}

const batchSize = 200;

/**
 * Proves that every case equals the fold of its events, that its chain verifies, and that access is what the state
 * says. `mend` writes state and access anew where they differ and the chain is sound; without it nothing changes.
 */
export async function proveCases(db: Database, { mend = false } = {}): Promise<Proof> {
  const proof: Proof = { cases: 0, events: 0, unfoldable: 0, faults: [] };
  const command = mend ? 'rebuild-cases' : 'rebuild-cases --check';
  for (let after = 0; ; ) {
    const work = (tx: Tx) => proveBatch(tx, after, { proof, mend });
    const last = await db
      .as({ kind: 'operator', command }, tx => (mend ? work(tx) : undone(work(tx))))
      .catch(keptBack);
    if (last === null) return proof;
    after = last;
  }
}

/** A check compares by writing, so its transaction never commits. */
class Undone extends Error {
  readonly last: number | null;
  constructor(last: number | null) {
    super('nothing is kept of a check');
    this.last = last;
  }
}

async function undone(work: Promise<number | null>): Promise<never> {
  throw new Undone(await work);
}

function keptBack(error: unknown): number | null {
  if (error instanceof Undone) return error.last;
  throw error;
}

async function proveBatch(
  tx: Tx,
  after: number,
  { proof, mend }: { proof: Proof; mend: boolean },
): Promise<number | null> {
  const cases = await tx.proofs.batch(after, batchSize);
  for (const one of cases) {
    proof.cases += 1;
    proof.events += one.events.length;
    await proveCase(tx, one, { proof, mend });
  }
  return cases.at(-1)?.id ?? null;
}

async function proveCase(
  tx: Tx,
  one: StoredCase,
  { proof, mend }: { proof: Proof; mend: boolean },
): Promise<void> {
  const broken = chainFault(one);
  if (broken) {
    proof.faults.push(broken);
    return;
  }
  // Of what was purged whole the chain is all there is to prove.
  if ('purged' in one.state) {
    proof.unfoldable += 1;
    return;
  }
  const state = one.events.some(event => event.purged) ? tryFold(one, proof) : refold(one);
  if (state) {
    const what =
      canonical(state) !== canonical(one.state) ? 'state' : state.turn !== one.turn ? 'turn' : undefined;
    if (what) proof.faults.push({ case: one.key, what });
    if (what && mend) await tx.proofs.rewrite(one.id, state, state.turn);
  } else if (!one.events.some(event => event.purged)) proof.faults.push({ case: one.key, what: 'state' });
  if (await tx.proofs.project(one.id)) proof.faults.push({ case: one.key, what: 'access' });
}

/** A purge of a message leaves the fold whole; one of an event that moved the case does not. */
function tryFold(one: StoredCase, proof: Proof): CaseState | null {
  const state = refold(one);
  const whole = state !== null && canonical(state) === canonical(one.state);
  if (!whole) proof.unfoldable += 1;
  return whole ? state : null;
}
