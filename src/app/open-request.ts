import { randomBytes } from 'node:crypto';
import type { NewEvent } from '../domain/case/events.ts';
import type { Facts, OpeningFacts, ServiceFacts } from '../domain/case/facts.ts';
import { receiverOf } from '../domain/case/hand-over.ts';
import type { Refusal } from '../domain/case/machine.ts';
import { makeReferenceNumber } from '../domain/case/reference-number.ts';
import type { CaseType, ReceiverParty, RequesterParty, Side } from '../domain/case/state.ts';
import { isReachable, type PatientSnapshot, snapshotOf } from '../domain/patient/patient.ts';
import { type Actor, isClinical } from './actor.ts';
import { knownOf } from './by.ts';
import { fingerprint } from './drafts/overlap.ts';
import { namedIn } from './econsult/whom.ts';
import { named } from './gather-facts.ts';
import { opening, writeOpening, zonesOf } from './open-case.ts';
import { AttachmentRefused } from './ports/attachments.ts';
import { type HeldRequest, type NewCase, ReferenceTaken } from './ports/cases.ts';
import type { Tx } from './ports/database.ts';
import { key } from './ports/ids.ts';
import type { PatientRecord } from './ports/patients.ts';
import { type Acts, againWhenReceiptTaken, follow, type Outcome, outcomeOf, receiptOf } from './run-verb.ts';
import { splitOnArrival } from './split-on-arrival.ts';

export interface OpenAsk {
  type: CaseType;
  /** How it begins: `open` an eConsult, `send`, `propose` or `transcribe` a referral; the first two when absent. */
  verb?: string;
  patientKey: string;
  /** Key of the service that is asked; of the first on offer, when the patient chooses. */
  service: string;
  /** What the opening verb carries. */
  input: Record<string, unknown>;
  receipt?: string;
  /** A further case of this request instead of a new one. */
  continues?: string;
  /** Through its central intake, where the service leaves that to the sender. */
  through?: boolean;
  /** Why it is sent although a similar request is open; kept as a note of the sender's side. */
  beside?: string;
  /** Key of the draft it was; gone with this transaction. */
  draft?: string;
}

/**
 * Opens the first case of a new request, or a further one of a request of which the actor's party holds a case: one
 * transaction, as `runVerb`. A random reference number that is in use is drawn again.
 */
export async function openRequest(app: Acts, actor: Actor, ask: OpenAsk): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    try {
      return await againWhenReceiptTaken(() => app.db.as(actor, tx => openIn(app, tx, ask)));
    } catch (error) {
      if (error instanceof AttachmentRefused) return app.db.as(actor, tx => fileRefused(tx, ask, error));
      if (!(error instanceof ReferenceTaken) || tries === 5) throw error;
    }
  }
}

/** `openRequest` inside a transaction that does more. Throws `ReferenceTaken` and `AttachmentRefused`. */
export async function openIn(app: Pick<Acts, 'config'>, tx: Tx, ask: OpenAsk): Promise<Outcome> {
  const { receipt, ...asked } = ask;
  const posted = receiptOf(receipt, asked);
  const twin = posted && outcomeOf(await tx.receipts.find(posted.key), posted);
  if (twin) return twin;
  const patient = await tx.patients.byKey(ask.patientKey);
  const continued = ask.continues === undefined ? undefined : await tx.cases.heldRequest(ask.continues);
  if (!patient || continued === null) return notFound(tx, ask, patient);
  const side: Side = verbOf(ask) === 'transcribe' ? 'receiver' : 'requester';
  const by = { ...knownOf(tx.actor), side };
  const facts = await factsOf(tx, ask, { by, patient });
  const added = besideOf(ask);
  const one = opening(ask.type, { verb: verbOf(ask), input: inputOf(ask), added, by }, facts);
  if ('refusal' in one) return refused(tx, ask, patient, one);
  const request = continued ?? { id: null, key: key(), reference: makeReferenceNumber(randomBytes(5)) };
  const { key: requestKey, reference } = request;
  const events = one.rows.map(row => row.type);
  const led = { caseKey: one.key, requestKey, reference, type: ask.type, events };
  const moved = await writeOpening(tx, one, {
    request: newOrHeld(request, patient),
    patient: snapshot(patient),
    ...(posted && { receipt: { ...posted, led } }),
  });
  await keepFingerprint(app, tx, { request: moved.requestId, patient, ask });
  if (ask.draft !== undefined) await tx.drafts.discard(ask.draft);
  await follow(app, tx, { ...moved, reference });
  await splitOnArrival(tx, moved);
  const about = { what: 'case', ids: [moved.id], patient: patient.id };
  await tx.audit.add({ act: verbOf(ask), ...about, result: 'ok' });
  return { ok: true, ...led };
}

/** The reason for sending it beside another, as the verb `note` would write it. */
function besideOf({ beside = '' }: OpenAsk): NewEvent[] {
  return beside === '' ? [] : [{ type: 'noted', audience: 'requester', body: { text: beside } }];
}

/** So that the next one who asks for the same is told. */
async function keepFingerprint(
  { config }: Pick<Acts, 'config'>,
  tx: Tx,
  { request, patient, ask }: { request: number; patient: PatientRecord; ask: OpenAsk },
): Promise<void> {
  const hash = fingerprint(config.secretKey, patient.card);
  if (!hash) return;
  if (ask.beside) await tx.overlaps.sendBeside(request, hash);
  await tx.overlaps.keep(request, hash);
}

function verbOf({ type, verb }: OpenAsk): string {
  return verb ?? (type === 'referral' ? 'send' : 'open');
}

/** An eConsult's verb names the service itself; a referral's leaves that to the facts. */
function inputOf({ type, service, input }: OpenAsk): Record<string, unknown> {
  return type === 'econsult' ? { ...input, service } : input;
}

function snapshot(patient: PatientRecord): PatientSnapshot {
  return snapshotOf(patient, patient.version);
}

function newOrHeld(
  request: HeldRequest | { id: null; key: string; reference: string },
  patient: PatientRecord,
): NewCase['request'] {
  if (request.id !== null) return { id: request.id };
  return { key: request.key, reference: request.reference, patient: patient.id };
}

async function factsOf(
  tx: Tx,
  ask: OpenAsk,
  who: { by: Facts['by']; patient: PatientRecord },
): Promise<Facts> {
  const { services = [], ...found } = await named(tx, { service: ask.service, input: ask.input });
  const service = services.find(one => one.key === ask.service && one.type === ask.type);
  const rest =
    ask.type === 'econsult' && service
      ? { ...found, members: await namedIn(tx, service, found.members ?? []) }
      : found;
  const parties = service && partiesOf(tx.actor, ask, service);
  return {
    ...{ now: tx.now, by: who.by, services, ...rest },
    zones: parties ? await zonesOf(tx, parties) : { requester: '', receiver: '' },
    ...(service?.promise && promises(parties?.receiver) && { promise: service.promise }),
    ...(parties && {
      opening: {
        ...parties,
        hops: 0,
        accepting: service.accepting,
        patient: { reachable: isReachable(who.patient) },
      },
    }),
  };
}

/** What a service promises is not its intake's promise, nor that of one among which is still chosen. */
function promises(receiver: ReceiverParty | undefined): boolean {
  return !receiver?.intake && !receiver?.toBeChosen;
}

/** Who asks whom: the actor's site for one of its clinicians; for a paper, an outsider asks the actor's site. */
function partiesOf(
  actor: Actor,
  ask: OpenAsk,
  service: ServiceFacts,
): Pick<OpeningFacts, 'requester' | 'receiver'> | undefined {
  if (actor.kind !== 'person') return undefined;
  if (verbOf(ask) === 'transcribe') return transcribedAt(actor.site, service);
  const clinician = actor.actingFor ?? (isClinical(actor) ? actor.member : undefined);
  const requester: RequesterParty = {
    site: actor.site,
    ...(actor.unit !== null && { unit: actor.unit }),
    ...(clinician !== undefined && { clinician }),
  };
  const receiver =
    verbOf(ask) === 'propose'
      ? { site: actor.site, toBeChosen: true }
      : receiverOf(service, { through: ask.through });
  return { requester, receiver };
}

/** A paper came to the service's own site, or to the central intake it takes referrals through. */
function transcribedAt(site: number, service: ServiceFacts) {
  const receiver = receiverOf(service, { through: service.site !== site });
  return receiver.site === site ? { requester: {}, receiver } : undefined;
}

async function notFound(tx: Tx, ask: OpenAsk, patient: PatientRecord | null): Promise<Outcome> {
  const about = patient ? { what: 'request', ids: [], patient: patient.id } : { what: 'patient', ids: [] };
  await tx.audit.add({ act: verbOf(ask), ...about, result: 'missing' });
  return { ok: false, refusal: 'not-found' };
}

async function refused(tx: Tx, ask: OpenAsk, patient: PatientRecord, no: Refusal): Promise<Outcome> {
  const about = { what: 'patient', ids: [patient.id], patient: patient.id };
  await tx.audit.add({ act: verbOf(ask), ...about, why: no.refusal, result: 'denied' });
  return { ok: false, refusal: no.refusal, ...(no.detail && { detail: no.detail }) };
}

async function fileRefused(tx: Tx, ask: OpenAsk, error: AttachmentRefused): Promise<Outcome> {
  const patient = await tx.patients.byKey(ask.patientKey);
  if (!patient) return notFound(tx, ask, patient);
  const issues = [{ path: ['attachments'], code: error.code }];
  return refused(tx, ask, patient, { refusal: 'bad-input', detail: { issues } });
}
