import {
  type Attachment,
  AttachmentRefused,
  type Attachments,
  type CaseAttachment,
  type NewAttachment,
  type RecentFile,
  type StoredAttachment,
} from '../app/ports/attachments.ts';
import { key } from '../app/ports/ids.ts';
import type { AttachmentFacts } from '../domain/case/facts.ts';
import type { Side } from '../domain/case/state.ts';
import type { Querier } from './querier.ts';

const columns = `a.id, a.key, a.name, a.kind, a.size, a.scan, a.added_at as "addedAt", a.member_id as "addedBy"`;
const stored = `${columns}, a.blob, a.hash, coalesce(
  (select r.patient_id from case_attachments c join case_access s on s.case_id = c.case_id
     join requests r on r.id = s.request_id where c.attachment_id = a.id limit 1),
  (select d.patient_id from drafts d where d.attachments @> array[a.id] limit 1)) as "patientId"`;

/** One line for a file, however many cases hold it. */
const recent = `select * from (
  select distinct on (a.id) ${columns}, r.reference from requests r
    join case_access s on s.request_id = r.id and s.side = 'requester'
    join case_attachments c on c.case_id = s.case_id and c.struck_at is null
    join attachments a on a.id = c.attachment_id
  where r.patient_id = $1 and a.scan in ('clean', 'unchecked') and a.added_at > app_now() - interval '12 months'
  order by a.id, r.id) f
  order by "addedAt" desc, id desc limit 20`;

/** Files that the actor of a transaction may see. */
export function attachmentsOf(q: Querier): Attachments {
  return {
    add: file => add(q, file),
    byKey: key => q.one<StoredAttachment>(`select ${stored} from attachments a where a.key = $1`, [key]),
    known: async (keys, caseId) => {
      const rows = await q.rows<AttachmentFacts & { side: Side | null }>(
        `select a.key, a.id, c.side from attachments a
         left join case_attachments c on c.attachment_id = a.id and c.case_id = $2 where a.key = any ($1)`,
        [keys, caseId ?? null],
      );
      return rows.map(({ side, ...file }) => (side ? { ...file, side } : file));
    },
    byIds: ids =>
      q.rows<Attachment>(
        `select ${columns} from attachments a where a.id = any ($1) order by array_position($1, a.id)`,
        [ids],
      ),
    ofCase: caseId =>
      q.rows<CaseAttachment>(
        `select id, key, name, kind, size, scan, added_at as "addedAt", added_by as "addedBy", audience, sheet from story_files($1)`,
        [caseId],
      ),
    recentOf: patient => q.rows<RecentFile>(recent, [patient]),
    putInCase: async (caseId, ids, audience) => {
      if (ids.length === 0) return;
      const row = await q.one<{ put: string }>('select put_in_case($1, $2, $3) as put', [
        caseId,
        ids,
        audience,
      ]);
      if (row?.put === 'not-found' || row?.put === 'too-much') throw new AttachmentRefused(row.put);
    },
    strike: async (caseId, id) => {
      await q.rows('select strike_from_case($1, $2)', [caseId, id]);
    },
    ...jobsFiles(q),
  };
}

/** What the jobs that scan and sweep may do. */
function jobsFiles(q: Querier): Pick<Attachments, 'toScan' | 'scanned' | 'named' | 'dropLoose'> {
  return {
    toScan: id => q.one<{ blob: string; size: number }>('select * from attachment_to_scan($1)', [id]),
    scanned: async (id, result) => {
      await q.rows('select attachment_scanned($1, $2)', [id, result]);
    },
    named: async blobs => {
      const rows = await q.rows<{ blob: string }>('select blobs_named as blob from blobs_named($1)', [blobs]);
      return new Set(rows.map(row => row.blob));
    },
    dropLoose: async before => {
      const row = await q.one<{ gone: number }>('select drop_loose_attachments($1) as gone', [before]);
      return row?.gone ?? 0;
    },
  };
}

async function add(q: Querier, file: NewAttachment): Promise<Attachment> {
  const row = await q.one<Attachment>(
    `insert into attachments as a (key, site_id, member_id, link_id, name, kind, size, blob, hash, scan)
     values ($1, app_site(), app_member(), app_link(), $2, $3, $4, $5, $6, $7) returning ${columns}`,
    [key(), file.name, file.kind, file.size, file.blob, file.hash, file.scan],
  );
  return row!;
}
