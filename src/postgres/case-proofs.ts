import type { CaseProofs, StoredCase, StoredEvent } from '../app/ports/case-proofs.ts';
import { byOf, type EventRowRead } from './case-reading.ts';
import type { Querier } from './querier.ts';

/** Cases as they lie, for the owner's connection. */
export function caseProofsOf(q: Querier): CaseProofs {
  return {
    batch: (after, limit) => batch(q, after, limit),
    project: async id => {
      const before = await accessOf(q, id);
      await q.rows('select project_case($1)', [id]);
      return before !== (await accessOf(q, id));
    },
    rewrite: async (id, state, turn) => {
      await q.rows('update cases set state = $2, turn = $3 where id = $1', [id, JSON.stringify(state), turn]);
    },
  };
}

async function accessOf(q: Querier, id: number): Promise<string | undefined> {
  const row = await q.one<{ access: string }>(
    `select coalesce(jsonb_agg(to_jsonb(a) - 'look_at' order by a.party, a.side), '[]')::text as access
     from case_access a where case_id = $1`,
    [id],
  );
  return row?.access;
}

interface StoredRow extends EventRowRead {
  responsible: number | null;
  body_hash: string;
  chain_hash: string;
}

async function batch(q: Querier, after: number, limit: number): Promise<StoredCase[]> {
  const cases = await q.rows<Omit<StoredCase, 'events'>>(
    `select id, key, type, state, version, turn, encode(last_hash, 'hex') as "lastHash"
     from cases where id > $1 order by id limit $2`,
    [after, limit],
  );
  const events = await q.rows<StoredRow>(
    `select e.case_id, e.seq, e.type, e.audience, e.at, e.side, e.person, e.member, e.acting_for, e.responsible, e.site,
      e.unit, e.link, e.recorded_for, e.clinical, e.lead, b.body, b.purged_at is not null as purged,
      encode(e.body_hash, 'hex') as body_hash, encode(e.chain_hash, 'hex') as chain_hash
     from case_events e left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
     where e.case_id = any ($1) order by e.case_id, e.seq`,
    [cases.map(one => one.id)],
  );
  const byCase = new Map(cases.map(one => [one.id, [] as StoredEvent[]]));
  for (const event of events) byCase.get(event.case_id)?.push(storedEvent(event));
  return cases.map(one => ({ ...one, events: byCase.get(one.id) ?? [] }));
}

function storedEvent(row: StoredRow): StoredEvent {
  const { seq, type, audience, at, side, person, member, responsible, site, unit, link, clinical, lead } =
    row;
  return {
    link: {
      ...{ seq, type, audience, at, side, person, member, responsible, site, unit, link, clinical, lead },
      actingFor: row.acting_for,
      recordedFor: row.recorded_for,
      bodyHash: row.body_hash,
      chainHash: row.chain_hash,
    },
    by: byOf(row),
    body: row.body,
    purged: row.purged,
  };
}
