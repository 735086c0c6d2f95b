import { createHash } from 'node:crypto';
import type { RecordedEvent } from '../domain/case/events.ts';
import { type Decision, decide, type Refusal } from '../domain/case/machine.ts';
import type { RefusalCode } from '../domain/case/refusals.ts';
import type { By, CaseState, CaseType, Side } from '../domain/case/state.ts';
import type { Instant } from '../domain/case/time.ts';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import { actorOn } from './by.ts';
import { canonical } from './chain.ts';
import { assignment, automaticTurn, tellNobodyFree } from './econsult/assign-automatically.ts';
import { gatherFacts } from './gather-facts.ts';
import { machines } from './machines.ts';
import { OpeningRefused, openFurther, putFiles } from './open-case.ts';
import { correctedPatient } from './patient/corrected-patient.ts';
import { AttachmentRefused } from './ports/attachments.ts';
import { type LockedCase, type ReadEvent, ReceiptTaken, SlotTaken } from './ports/cases.ts';
import type { Tx } from './ports/database.ts';
import { type Moved, react } from './reactions.ts';
import { splitOnArrival } from './split-on-arrival.ts';

/** What the write path needs of the app. */
export type Acts = Pick<App, 'db' | 'config'>;

export interface VerbAsk {
  caseKey: string;
  verb: string;
  /** What the address says the case is; one of the other type is not found there. */
  type?: CaseType;
  /** As posted; the verb's own schema parses it. */
  input: unknown;
  /** The turn of the form. Another one than the case's sends it back as `stale`. Absent: decided on the present state. */
  turn?: number;
  /** The form's receipt: the same one again, with the same input, returns the first outcome. */
  receipt?: string;
  /** What to tell a repeat by, where that is not the input: a file gets a new key each time it is posted. */
  posted?: unknown;
  /** Key of the draft it was; gone with this transaction. */
  draft?: string;
  /** For a site that holds several sides; chosen by who may use the verb when absent. */
  side?: Side;
}

/** What a verb led to. `state` and `changed` are given where the page must say what happened meanwhile. */
export type Outcome =
  | {
      ok: true;
      caseKey: string;
      requestKey: string;
      reference: string;
      type: CaseType;
      /** Types of the events of this verb on this case. */
      events: readonly string[];
    }
  | {
      ok: false;
      refusal: RefusalCode | 'not-found' | 'stale' | 'receipt-differs';
      detail?: Record<string, unknown>;
      state?: CaseState;
      /** The present turn, for the form that is shown again. */
      turn?: number;
      /** What this party may read of the events since the turn of the form. */
      changed?: readonly ReadEvent[];
    };

/**
 * The one way to write to a case: one transaction that takes the receipt, locks the case, asks the machine, and writes
 * events, state, access, further cases, notices, jobs and the audit row, or a refusal with its audit row. Of two racing
 * verbs the second decides on what the first left.
 */
export async function runVerb(app: Acts, actor: Actor, ask: VerbAsk): Promise<Outcome> {
  try {
    return await againWhenReceiptTaken(() => app.db.as(actor, tx => runVerbIn(app, tx, ask)));
  } catch (error) {
    const no = refusalIn(error);
    if (!no) throw error;
    return app.db.as(actor, tx => refuseAfterwards(tx, ask, no));
  }
}

/** What a write refused so late that all of it was rolled back: a next case, a file, or a time that somebody has. */
function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof OpeningRefused) return error.refusal;
  if (error instanceof SlotTaken) return { refusal: 'slot-taken' };
  if (!(error instanceof AttachmentRefused)) return undefined;
  return error.code === 'not-found'
    ? { refusal: 'no-such-attachment' }
    : { refusal: 'bad-input', detail: { issues: [{ path: ['attachments'], code: error.code }] } };
}

async function refuseAfterwards(tx: Tx, ask: VerbAsk, no: Refusal): Promise<Outcome> {
  const locked = await tx.cases.lock(ask.caseKey);
  return typeof locked === 'object' ? refused(tx, ask, locked, no) : notFound(tx, ask, locked);
}

/** A twin that was quicker has committed by now, so the second try finds its outcome. */
export async function againWhenReceiptTaken<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ReceiptTaken) return run();
    throw error;
  }
}

/**
 * `runVerb` inside a transaction that does more, as a job that ends with it; `as` where the system acts on the heels of a
 * person. Throws `ReceiptTaken` on a lost race.
 */
export async function runVerbIn(app: Pick<Acts, 'config'>, tx: Tx, ask: VerbAsk, as?: By): Promise<Outcome> {
  const locked = await tx.cases.lock(ask.caseKey, ask.receipt);
  if (typeof locked !== 'object') return notFound(tx, ask, locked);
  if (ask.type !== undefined && ask.type !== locked.type) return notFound(tx, ask, locked.id);
  const posted = receiptOf(ask.receipt, [ask.caseKey, ask.verb, ask.side, ask.posted ?? ask.input]);
  const twin = outcomeOf(locked.receipt, posted);
  if (twin) return twin;
  if (ask.turn !== undefined && ask.turn !== locked.turn) return stale(tx, ask, locked);
  const by = as ?? actorOn(tx.actor, locked, ask);
  if (!by) return refused(tx, ask, locked, { refusal: 'wrong-side' });
  const facts = await gatherFacts(tx, locked, { by, input: ask.input });
  const decision = decide(machines[locked.type], locked.state, ask, facts);
  if ('refusal' in decision) return refused(tx, ask, locked, decision);
  return write(app, tx, { ask, locked, decision, by, posted });
}

/** The receipt of what was posted, to compare with what is posted next. */
export function receiptOf(key: string | undefined, posted: unknown) {
  if (key === undefined) return undefined;
  return { key, bodyHash: createHash('sha256').update(canonical(posted)).digest('hex') };
}

/** The outcome of the first click, when this is not the first. */
export function outcomeOf(
  kept: LockedCase['receipt'],
  posted: ReturnType<typeof receiptOf>,
): Outcome | undefined {
  if (!kept || !posted) return undefined;
  if (kept.bodyHash !== posted.bodyHash) return { ok: false, refusal: 'receipt-differs' };
  return { ok: true, ...kept.led };
}

async function notFound(tx: Tx, ask: VerbAsk, found: number | 'missing'): Promise<Outcome> {
  const [ids, result] = found === 'missing' ? [[], 'missing' as const] : [[found], 'denied' as const];
  await tx.audit.add({ act: actOf(ask.verb), what: 'case', ids, result });
  return { ok: false, refusal: 'not-found' };
}

async function stale(tx: Tx, ask: VerbAsk, locked: LockedCase): Promise<Outcome> {
  const changed = await tx.cases.eventsAfter(locked.id, ask.turn!);
  await auditRefusal(tx, ask, locked, 'stale');
  return { ok: false, refusal: 'stale', state: locked.state, turn: locked.turn, changed };
}

async function refused(tx: Tx, ask: VerbAsk, locked: LockedCase, no: Refusal): Promise<Outcome> {
  await auditRefusal(tx, ask, locked, no.refusal);
  const { refusal, detail } = no;
  return { ok: false, refusal, ...(detail && { detail }), state: locked.state, turn: locked.turn };
}

async function auditRefusal(tx: Tx, ask: VerbAsk, locked: LockedCase, why: string): Promise<void> {
  const about = { what: 'case', ids: [locked.id], patient: locked.patientId ?? undefined };
  await tx.audit.add({ act: actOf(ask.verb), ...about, why, result: 'denied' });
}

/** A verb comes from an address, so it may be anything; the log keeps 40 characters of it. */
function actOf(verb: string): string {
  return /^[a-z][a-z-]{0,39}$/.test(verb) ? verb : 'unknown-verb';
}

interface Written {
  ask: VerbAsk;
  locked: LockedCase;
  decision: Exclude<Decision, Refusal>;
  by: NonNullable<ReturnType<typeof actorOn>>;
  posted: ReturnType<typeof receiptOf>;
}

async function write(app: Pick<Acts, 'config'>, tx: Tx, done: Written): Promise<Outcome> {
  const { ask, locked, decision, by, posted } = done;
  const { rows, recorded, state } = fold(done, tx.now);
  const { key: caseKey, requestKey, reference, type } = locked;
  const led = { caseKey, requestKey, reference, type, events: rows.map(row => row.type) };
  await tx.cases.record({
    case: locked.id,
    version: locked.version,
    state,
    turn: state.turn,
    events: rows,
    ...correctedPatient(locked, recorded),
    ...(posted && { receipt: { ...posted, led } }),
  });
  await putFiles(tx, locked.id, recorded);
  const moved = {
    id: locked.id,
    key: caseKey,
    requestId: locked.requestId,
    before: locked.state,
    state,
    recorded,
  };
  const opened = await openFurther(tx, { locked, by, state, opens: decision.opens ?? [] });
  if (ask.draft !== undefined) await tx.drafts.discard(ask.draft);
  for (const one of [moved, ...opened]) await follow(app, tx, { ...one, reference });
  for (const one of opened) await splitOnArrival(tx, one, state.status);
  const about = { what: 'case', ids: [locked.id, ...opened.map(one => one.id)] };
  await tx.audit.add({
    act: actOf(ask.verb),
    ...about,
    patient: locked.patientId ?? undefined,
    result: 'ok',
  });
  return { ok: true, ...led };
}

/** What follows a move: notices and jobs; and a question that came to a group which assigns by itself goes to somebody. */
export async function follow(
  app: Pick<Acts, 'config'>,
  tx: Tx,
  moved: Moved & { reference: string },
): Promise<void> {
  await react(app, tx, moved);
  const turn = await automaticTurn(app, tx, moved);
  if (!turn) return;
  const outcome = await runVerbIn(app, tx, turn.ask, assignment);
  // Whoever was chosen may not have it after all: the question stays in the group's list, and somebody hears of it.
  if (!outcome.ok) return tellNobodyFree(app, tx, moved);
  await tx.adviceGroups.tookTurn(moved.id, turn.chosen.member, turn.chosen.steps);
}

/** The events as they will be read back, and the case they make. */
function fold({ locked, decision, by }: Written, at: Instant) {
  const machine = machines[locked.type];
  let author = by;
  const rows = decision.events.map(event => {
    const row = { ...event, at, by: author, body: canonical(event.body) };
    // What follows is the word of the side off the network, written down by this one.
    if (event.type === 'recorded') author = { ...by, ...recordedSide(event.body.side) };
    return row;
  });
  const recorded = rows.map(
    (row, i): RecordedEvent => ({ ...row, seq: locked.version + 1 + i, body: JSON.parse(row.body) }),
  );
  const state = recorded.reduce<CaseState>((before, event) => machine.evolve(before, event), locked.state);
  return { rows, recorded, state };
}

function recordedSide(side: unknown): Partial<By> {
  return side === 'requester' || side === 'receiver' ? { side, recordedFor: side } : {};
}
