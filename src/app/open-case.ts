import type { NewEvent, RecordedEvent } from '../domain/case/events.ts';
import type { Facts, OpeningFacts } from '../domain/case/facts.ts';
import { begin, type OpenCase, type Refusal } from '../domain/case/machine.ts';
import type { Appointment, By, CaseState, CaseType } from '../domain/case/state.ts';
import { canonical } from './chain.ts';
import { carriedInput } from './drafts/carried.ts';
import { machines } from './machines.ts';
import type { CaseChange, LockedCase, NewCase } from './ports/cases.ts';
import type { Tx } from './ports/database.ts';
import { key } from './ports/ids.ts';
import type { Moved } from './reactions.ts';

const usualZone = 'America/Toronto';

/** A case about to be opened: its events and the state they make, ready to be written. */
export interface Opening {
  key: string;
  type: CaseType;
  state: CaseState;
  rows: CaseChange['events'];
  recorded: RecordedEvent[];
}

/** Asks the machine to begin a case and folds what it says; `by` is who is written down as having done it. */
export function opening(
  type: CaseType,
  request: { verb: string; input: unknown; added?: readonly NewEvent[]; by: By },
  facts: Facts,
): Opening | Refusal {
  const machine = machines[type];
  const { by } = request;
  const decision = begin(machine, request, facts);
  if ('refusal' in decision) return decision;
  const events = [...decision.events, ...(request.added ?? [])];
  const rows = events.map(event => ({ ...event, at: facts.now, by, body: canonical(event.body) }));
  const recorded = rows.map((row, i): RecordedEvent => ({ ...row, seq: i + 1, body: JSON.parse(row.body) }));
  const state = recorded.reduce<CaseState | null>((before, event) => machine.evolve(before, event), null);
  return { key: key(), type, state: state!, rows, recorded };
}

/** Writes an opening: its case, access of its parties, and its files. */
export async function writeOpening(
  tx: Tx,
  one: Opening,
  to: Pick<NewCase, 'request' | 'patient' | 'receipt'>,
): Promise<Moved> {
  const { key: caseKey, type, state, rows, recorded } = one;
  const opened = await tx.cases.open({ ...to, key: caseKey, type, state, turn: state.turn, events: rows });
  await putFiles(tx, opened.caseId, recorded);
  return { id: opened.caseId, key: caseKey, requestId: opened.requestId, before: null, state, recorded };
}

/** Events with which a visit stands. */
const standing: readonly string[] = ['booked', 'rebooked', 'slot-taken'];

/** Sheets of a kind of visit go along with the visit. */
async function putSheets(tx: Tx, caseId: number, { sheets = [] }: Appointment): Promise<void> {
  if (sheets.length > 0) await tx.sheets.putInCase(caseId, sheets);
}

/** Files that events name go into the case for the events' audiences. */
export async function putFiles(tx: Tx, caseId: number, recorded: readonly RecordedEvent[]): Promise<void> {
  for (const { type, audience, body } of recorded) {
    const { attachments, attachment } = body;
    if (type === 'struck' && typeof attachment === 'number') await tx.attachments.strike(caseId, attachment);
    else if (Array.isArray(attachments) && attachments.length > 0)
      await tx.attachments.putInCase(caseId, attachments, audience);
    if (standing.includes(type)) await putSheets(tx, caseId, body.appointment as Appointment);
  }
}

interface HandOver {
  locked: LockedCase;
  opens: readonly OpenCase[];
  by: By;
  /** The state in which the verb left the case that is handed on. */
  state: CaseState;
}

/** A next case could not begin. Thrown so that the hand-over goes with it. */
export class OpeningRefused extends Error {
  override readonly name = 'OpeningRefused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refusal);
    this.refusal = refusal;
  }
}

/**
 * Opens the further cases of a hand-over in the transaction of its verb: forward, split, redirect, convert, and what a
 * colleague is asked. They carry what the sender left ticked, and the requester of a hand-over stays the requester. New cases are nobody else's yet, so there is no
 * lock to take in order. Throws `OpeningRefused`.
 */
export async function openFurther(tx: Tx, from: HandOver): Promise<Moved[]> {
  if (from.opens.length === 0) return [];
  const { locked, state } = from;
  const words = await tx.cases.toCarry(locked.id);
  const opened: Moved[] = [];
  for (const open of from.opens) {
    const { attachments, members, ...carried } = carriedInput(open, words, state.struck);
    const facts = await openingFacts(tx, open, from);
    const by = { ...facts.by, clinical: from.by.clinical };
    const input = { ...carried.input, ...(open.type === 'econsult' && agreedOf(state, open)) };
    const one = opening(open.type, { ...carried, input, by }, { ...facts, attachments, members });
    if ('refusal' in one) throw new OpeningRefused(one);
    opened.push(
      await writeOpening(tx, one, { request: { id: locked.requestId }, patient: locked.requesterPatient }),
    );
  }
  return opened;
}

/** What the requester chose for the advice holds wherever it is asked; a colleague who helps converts nothing. */
function agreedOf(state: CaseState, { helping }: OpenCase) {
  const may = 'mayConvert' in state && state.mayConvert === true && !helping;
  return { ...(state.untold && { tell: 'later' }), ...(may && { mayConvert: true }) };
}

async function openingFacts(tx: Tx, open: OpenCase, { locked, state, by }: HandOver): Promise<Facts> {
  const { service, receiver, via, hops, startedAt, promise, helping } = open;
  const parties: OpeningFacts = {
    requester: helping?.requester ?? state.requester,
    receiver: { ...receiver, ...(service !== undefined && { service }) },
    ...(via && { via }),
    hops,
    patient: state.patient,
    accepting: true,
    handedOver: true,
    ...(startedAt && { startedAt }),
    ...(helping && { helps: { case: locked.id, nth: helping.nth } }),
    ...(helping?.copy && { copy: helping.copy }),
    // Whoever reads a referral along goes on reading where it is sent on.
    ...(!helping &&
      open.type === 'referral' &&
      state.type === 'referral' &&
      state.copy && { copy: state.copy }),
  };
  return {
    now: tx.now,
    // Whoever hands on does it for the requester, whose clinician signed the question when it was first asked.
    by: { ...by, side: 'requester', clinical: true },
    zones: await zonesOf(tx, parties),
    ...(promise && { promise }),
    opening: parties,
  };
}

/** Time zones of the sites of a case that is about to begin. */
export async function zonesOf(
  tx: Tx,
  { requester, receiver, via }: Pick<OpeningFacts, 'requester' | 'receiver' | 'via'>,
): Promise<Facts['zones']> {
  const ids = [requester.site, receiver.site, via?.site].filter(id => id !== undefined);
  const sites = await tx.sites.byIds([...new Set(ids)]);
  const zone = (id: number | undefined) => sites.find(site => site.id === id)?.zone ?? usualZone;
  return {
    requester: zone(requester.site ?? receiver.site),
    receiver: zone(receiver.site),
    ...(via && { intake: zone(via.site) }),
  };
}
