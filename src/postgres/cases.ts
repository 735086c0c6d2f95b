import {
  type CaseChange,
  type Cases,
  type EventRow,
  type LockedCase,
  type NewCase,
  ReceiptTaken,
  ReferenceTaken,
  SlotTaken,
} from '../app/ports/cases.ts';
import type { Led } from '../app/ports/receipts.ts';
import type { MemberFacts, PlaceFacts, ServiceFacts } from '../domain/case/facts.ts';
import { readingOf } from './case-reading.ts';
import type { Querier } from './querier.ts';

/** Cases of one transaction. All writing is one call of a function of the database that checks the party again. */
export function casesOf(q: Querier): Cases {
  return {
    ...readingOf(q),
    lock: (key, receipt) => lock(q, key, receipt),
    record: change => record(q, change),
    open: opened => open(q, opened),
    helpersWaiting: caseId => q.rows('select id, key from helpers_waiting($1)', [caseId]),
    share: async (caseId, party, side) => {
      const name = 'site' in party ? `site:${party.site}` : `link:${party.link}`;
      await q.rows('select share_case($1, $2, $3)', [caseId, name, side]);
    },
    named: async keys => {
      const members = await q.rows<MemberRow>('select * from member_facts($1)', [keys]);
      const services = await q.rows<ServiceRow>('select * from service_facts($1)', [keys]);
      const places = await q.rows<PlaceRow>(selectPlaces, [keys]);
      return {
        services: services.map(serviceFacts),
        members: members.map(memberFacts),
        places: places.map(placeFacts),
      };
    },
    noteOpened: async ids => {
      await q.rows('select note_opened($1, $2)', [ids, q.now]);
    },
    due: limit =>
      q.rows('select case_id as "caseId", key as "caseKey" from cases_due($1, $2)', [q.now, limit]),
    looked: async (caseId, next) => {
      await q.rows('select looked_at($1, $2)', [caseId, next]);
    },
  };
}

interface LockRow {
  id: number;
  held: boolean;
  key: string;
  request_id: number;
  request_key: string;
  reference: string;
  patient_id: number | null;
  type: LockedCase['type'];
  state: LockedCase['state'];
  version: number;
  turn: number;
  requester_patient: LockedCase['requesterPatient'];
  receiver_patient: LockedCase['receiverPatient'];
  sides: LockedCase['sides'];
  zones: LockedCase['zones'];
  terms: { promise: LockedCase['promise']; patient_books: boolean } | null;
  receipt_hash: string | null;
  receipt_led: Led | null;
}

async function lock(q: Querier, key: string, receipt?: string): Promise<LockedCase | number | 'missing'> {
  const row = await q.one<LockRow>('select * from lock_case($1, $2)', [key, receipt ?? null]);
  if (!row) return 'missing';
  if (!row.held) return row.id;
  return {
    id: row.id,
    key: row.key,
    requestId: row.request_id,
    requestKey: row.request_key,
    reference: row.reference,
    patientId: row.patient_id,
    type: row.type,
    state: row.state,
    version: row.version,
    turn: row.turn,
    requesterPatient: row.requester_patient,
    receiverPatient: row.receiver_patient,
    sides: row.sides,
    zones: row.zones,
    promise: row.terms?.promise ?? undefined,
    patientBooks: row.terms?.patient_books ?? false,
    receipt: row.receipt_hash ? { bodyHash: row.receipt_hash, led: row.receipt_led! } : null,
  };
}

function written(event: EventRow) {
  const { type, audience, at, by, body } = event;
  const { side, recordedFor, clinical, lead } = by;
  return { type, audience, at, side, recordedFor, clinical, lead, body };
}

/** The receipt goes in with the events: a second click on the same form waits here, or finds it. */
const keepReceipt = `insert into receipts (sender, key, body_hash, led)
  select (select app_sender()), $2, decode($3, 'hex'), $4::jsonb from done where $2::text is not null`;

function receiptValues(receipt: CaseChange['receipt']): unknown[] {
  if (!receipt) return [null, null, null];
  return [receipt.key, receipt.bodyHash, JSON.stringify(receipt.led)];
}

async function record(q: Querier, change: CaseChange): Promise<void> {
  const { receipt, events, ...rest } = change;
  const what = JSON.stringify({ ...rest, events: events.map(written) });
  // A CTE whose rows nobody takes is never run, so a change without a receipt is a statement of its own.
  const sql = receipt
    ? `with done as materialized (select record_events($1::jsonb)) ${keepReceipt}`
    : 'select record_events($1::jsonb)';
  await taken(() => q.rows(sql, receipt ? [what, ...receiptValues(receipt)] : [what]));
}

async function open(q: Querier, opened: NewCase): Promise<{ caseId: number; requestId: number }> {
  const { receipt, events, ...rest } = opened;
  const what = JSON.stringify({ ...rest, events: events.map(written), at: events[0]?.at });
  const rows = await taken(() =>
    q.rows<{ case_id: number; request_id: number }>(
      `with done as materialized (select * from open_case($1::jsonb)), kept as (${keepReceipt}) select * from done`,
      [what, ...receiptValues(receipt)],
    ),
  );
  return { caseId: rows[0]!.case_id, requestId: rows[0]!.request_id };
}

/** A unique constraint that fires says which race was lost. */
async function taken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
    if (constraint === 'one_at_a_time' || constraint === 'one_clinician')
      throw new SlotTaken('somebody has this time', { cause: error });
    if (constraint === 'receipts_pkey') throw new ReceiptTaken('the form was posted twice', { cause: error });
    if (constraint === 'requests_reference_key')
      throw new ReferenceTaken('the reference number is in use', { cause: error });
    throw error;
  }
}

interface MemberRow {
  key: string;
  member: number;
  site: number;
  unit: number | null;
  clinical: boolean;
  away: boolean;
}

interface ServiceRow {
  key: string;
  service: number;
  site: number;
  unit: number | null;
  member: number | null;
  accepting: boolean;
  off_network: boolean;
  type: ServiceFacts['type'];
  promise: ServiceFacts['promise'] | null;
  intake_site: number | null;
  intake_always: boolean;
  central: boolean;
}

function serviceFacts(row: ServiceRow): ServiceFacts {
  const { key, service, site, unit, member, accepting, type } = row;
  return {
    ...{ key, service, site, accepting, type },
    ...(unit !== null && { unit }),
    ...(member !== null && { member }),
    ...(row.off_network && { offNetwork: true }),
    ...(row.promise && { promise: row.promise }),
    ...(row.intake_site !== null && { intake: { site: row.intake_site, always: row.intake_always } }),
    ...(row.central && { central: true }),
  };
}

function memberFacts({ unit, ...row }: MemberRow): MemberFacts {
  return unit === null ? row : { ...row, unit };
}

interface PlaceRow {
  key: string;
  site: number;
  unit: number | null;
}

/** Where a case may be passed to: sites at work on the network and their live units. */
const selectPlaces = `with here as (select id, key from sites where on_network and suspended_at is null)
  select key, id as site, null::bigint as unit from here where key = any ($1)
  union all select u.key, u.site_id, u.id from units u join here on here.id = u.site_id
  where u.key = any ($1) and u.ended_at is null`;

function placeFacts({ unit, ...row }: PlaceRow): PlaceFacts {
  return unit === null ? row : { ...row, unit };
}
