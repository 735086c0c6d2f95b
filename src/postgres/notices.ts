import type { NewNotice, Notice, NoticeLine, Notices, Recipient } from '../app/ports/notices.ts';
import type { Querier } from './querier.ts';

const columns = `id, case_id as "caseId", seq, message_id as "messageId", recipient_kind, recipient_id, template, params,
  state, made_at as "madeAt", state_at as "stateAt"`;

type NoticeRow = Omit<Notice, 'to'> & { recipient_kind: Recipient['kind']; recipient_id: number };

/** Notices of the cases that one transaction may see. */
export function noticesOf(q: Querier): Notices {
  return {
    add: async notices => (notices.length === 0 ? [] : add(q, notices)),
    byId: async id => {
      const row = await q.one<NoticeRow>(`select ${columns} from notices where id = $1`, [id]);
      if (!row) return null;
      const { recipient_kind: kind, recipient_id: of, ...notice } = row;
      return { ...notice, to: { kind, id: of } };
    },
    moved: async (id, state, why) => {
      const moved = await q.count(
        `update notices set state = $2, why = $3, state_at = $4
         where id = $1 and notice_rank(state) < notice_rank($2)`,
        [id, state, why ?? null, q.now],
      );
      return moved === 1;
    },
    ofCases: ids =>
      q.rows<NoticeLine>(
        `select case_id as "caseId", seq, recipient_kind as "to", template, state, state_at as "stateAt"
         from story_notices($1)`,
        [ids],
      ),
  };
}

/** Ids come from the sequence before the rows, because a patient who causes a notice may not read it back. */
async function add(q: Querier, notices: readonly NewNotice[]): Promise<number[]> {
  const rows = notices.map(({ to, ...notice }) => ({ ...notice, kind: to.kind, to: to.id }));
  const given = await q.rows<{ id: number }>(
    `with given as materialized (
      select nextval('notices_id_seq') as id, n.* from jsonb_to_recordset($1::jsonb)
        as n ("caseId" bigint, seq int, "messageId" text, kind text, "to" bigint, template text, params jsonb)
    ), written as (
      insert into notices
        (id, case_id, seq, message_id, recipient_kind, recipient_id, template, params, made_at, state_at)
      overriding system value
      select id, "caseId", seq, "messageId", kind, "to", template, params, $2, $2 from given
    )
    select id from given order by id`,
    [JSON.stringify(rows), q.now],
  );
  return given.map(row => row.id);
}
