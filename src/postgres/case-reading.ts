import type { Cases, ReadCase, ReadEvent, ReadRequest } from '../app/ports/cases.ts';
import type { Audience } from '../domain/case/events.ts';
import type { By, CaseState, CaseType, Side } from '../domain/case/state.ts';
import type { PatientSnapshot } from '../domain/patient/patient.ts';
import type { Querier } from './querier.ts';

/** Reading of cases, by what the policies let through. */
export function readingOf(
  q: Querier,
): Pick<
  Cases,
  | 'openOf'
  | 'eventsAfter'
  | 'event'
  | 'readRequest'
  | 'requestKeyOf'
  | 'heldRequest'
  | 'requestNumber'
  | 'toCarry'
  | 'serviceNames'
> {
  return {
    eventsAfter: async (caseId, seq) => {
      const rows = await q.rows<EventRowRead>(`${selectEvents} and e.seq > $2 order by e.seq`, [
        [caseId],
        seq,
      ]);
      return rows.map(readEvent);
    },
    event: async (caseId, seq) => {
      const row = await q.one<EventRowRead>(`${selectEvents} and e.seq = $2`, [[caseId], seq]);
      return row && readEvent(row);
    },
    openOf: patientId =>
      q.rows(
        `select distinct on (r.id) r.key, c.state->>'title' as title, c.type, r.opened_at as "openedAt"
         from requests r join case_access a on a.request_id = r.id join cases c on c.id = a.case_id
         where r.patient_id = $1 and a.party = (select app_party()) and a.side = 'requester' and a.due is not null
         order by r.id desc, c.id desc limit 5`,
        [patientId],
      ),
    readRequest: key => readRequest(q, key),
    requestKeyOf: async (key, type) => {
      const row = await q.one<{ key: string }>(
        `select r.key from case_access a join requests r on r.id = a.request_id
         where a.case_id = (select held_case($1)) and a.type = $2 limit 1`,
        [key, type],
      );
      return row?.key ?? null;
    },
    heldRequest: key =>
      q.one('select id, key, reference, patient_id as "patientId" from requests where key = $1', [key]),
    toCarry: async caseId => {
      const rows = await q.rows<{ seq: number; type: string; body: string }>(
        'select * from words_to_carry($1)',
        [caseId],
      );
      return rows.map(row => ({ ...row, body: JSON.parse(row.body) }));
    },
    serviceNames: async ids =>
      ids.length === 0
        ? []
        : q.rows(
            `select service, key, name_en as en, name_fr as fr, jsonb_build_object('en', site_en, 'fr', site_fr) as site
             from service_names($1)`,
            [ids],
          ),
    requestNumber: async key =>
      (await q.one<{ id: number | null }>('select request_number($1) as id', [key]))?.id ?? null,
  };
}

/** A row of `case_events` with its body, null where the body is not for this party. */
export interface EventRowRead {
  case_id: number;
  seq: number;
  type: string;
  audience: Audience;
  at: string;
  side: Side;
  person: number | null;
  member: number | null;
  acting_for: number | null;
  site: number | null;
  unit: number | null;
  link: number | null;
  recorded_for: Side | null;
  clinical: boolean;
  lead: boolean;
  body: string | null;
  purged: boolean;
}

export const selectEvents = `select e.case_id, e.seq, e.type, e.audience, e.at, e.side, e.person, e.member, e.acting_for,
    e.site, e.unit, e.link, e.recorded_for, e.clinical, e.lead, b.body, b.purged_at is not null as purged
  from case_events e left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
  where e.case_id = any ($1)`;

/** Who wrote an event, as decisions and folds see it: nothing is null, what is not known is absent. */
export function byOf(row: EventRowRead): By {
  const { side, clinical, lead } = row;
  return {
    side,
    clinical,
    lead,
    ...(row.person !== null && { person: row.person }),
    ...(row.member !== null && { member: row.member }),
    ...(row.acting_for !== null && { actingFor: row.acting_for }),
    ...(row.site !== null && { site: row.site }),
    ...(row.unit !== null && { unit: row.unit }),
    ...(row.link !== null && { link: row.link }),
    ...(row.recorded_for !== null && { recordedFor: row.recorded_for }),
  };
}

function readEvent(row: EventRowRead): ReadEvent {
  const { seq, type, audience, at } = row;
  const body = row.body === null ? 'withheld' : row.purged ? 'purged' : JSON.parse(row.body);
  return { seq, type, audience, at, by: byOf(row), body };
}

interface CaseRow {
  request_id: number;
  request_key: string;
  reference: string;
  patient_id: number | null;
  request_opened: string;
  elsewhere: { type: CaseType; status: string; openedAt: string }[] | null;
  id: number;
  sides: Side[];
  until: number | null;
  unread: boolean;
  key: string;
  type: CaseType;
  state: CaseState;
  version: number;
  turn: number;
  opened_at: string;
  requester_patient: PatientSnapshot | null;
  receiver_patient: PatientSnapshot | null;
  frozen: { key: string; state: CaseState; version: number; turn: number; patient: PatientSnapshot } | null;
}

const selectCases = 'select * from story_cases($1)';

async function readRequest(q: Querier, key: string): Promise<ReadRequest | null> {
  const rows = await q.rows<CaseRow>(selectCases, [key]);
  const first = rows[0];
  if (!first) return null;
  const events = await q.rows<EventRowRead>('select * from story_events($1)', [rows.map(r => r.id)]);
  return {
    id: first.request_id,
    key: first.request_key,
    reference: first.reference,
    patientId: first.patient_id,
    openedAt: first.request_opened,
    cases: rows.map(row =>
      readCase(
        row,
        events.filter(event => event.case_id === row.id),
      ),
    ),
    elsewhere: first.elsewhere ?? [],
  };
}

function readCase(row: CaseRow, events: readonly EventRowRead[]): ReadCase {
  const { id, type, sides, until, unread } = row;
  const now = row.frozen ?? { ...row, patient: patientFor(row) };
  return {
    id,
    key: now.key,
    type,
    state: now.state,
    version: now.version,
    turn: now.turn,
    openedAt: row.opened_at,
    patient: now.patient,
    sides,
    until,
    unread,
    events: events.map(readEvent),
  };
}

/** The receiver's own correction is the receiver's alone. */
function patientFor(row: CaseRow): PatientSnapshot {
  const corrected = row.sides.some(side => side === 'receiver' || side === 'intake');
  return (corrected && row.receiver_patient) || row.requester_patient!;
}
