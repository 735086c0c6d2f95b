import { machines } from '../app/machines.ts';
import type { FolderCounts, StatusCount, WorklistRow, Worklists } from '../app/ports/worklists.ts';
import { isEndedFolder } from '../app/worklist/worklist-folders.ts';
import type { Accountable, CaseType, NextStep, Side } from '../domain/case/state.ts';
import { auditOf } from './audit.ts';
import { earlierRequests } from './earlier-requests.ts';
import type { Querier } from './querier.ts';
import { facetsIn } from './worklist-facets.ts';
import { neighboursIn } from './worklist-neighbours.ts';
import { type Condition, folderSql, meOf, mineSql, placeSql } from './worklist-sql.ts';

/** Worklists of the actor's site. Counts read `case_access` alone; a page joins its own rows only. */
export function worklistsOf(q: Querier): Worklists {
  return {
    page: async (folder, place) => {
      const ended = isEndedFolder(folder);
      const wanted = placeSql(folder, place, q);
      const rows = await q.rows<PageRow>(pageSql(wanted), wanted.values);
      const page = rows.slice(0, place.limit);
      const about = { what: 'case', ids: page.map(row => row.id) };
      await auditOf(q).add({ act: place.act ?? 'worklist', ...about, result: 'ok' });
      const beside = await bookedBeside(q, page);
      return { rows: page.map(row => worklistRow(row, beside)), next: nextOf(rows, place.limit, ended) };
    },
    neighbours: (folder, asked) => neighboursIn(q, folder, asked),
    counts: () => counts(q),
    endedCounts: () => endedCounts(q),
    facets: () => facetsIn(q),
    earlier: request => earlierRequests(q, request),
    dueCounts: async (folder, ends, filters) => {
      const wanted = folderSql(folder, filters ?? {}, q);
      const group = `(select count(*) from unnest($${wanted.values.length + 1}::timestamptz[]) e where a.due >= e)`;
      const rows = await q.rows<{ stretch: number; count: number }>(
        `select ${group}::int as stretch, count(*)::int as count from case_access a where ${wanted.sql} group by 1`,
        [...wanted.values, ends],
      );
      const counted = new Array<number>(ends.length + 1).fill(0);
      for (const { stretch, count } of rows) counted[stretch] = count;
      return counted;
    },
  };
}

interface PageRow
  extends Omit<WorklistRow, 'patient' | 'service' | 'other' | 'assigned' | 'hold' | 'bookedBeside'> {
  id: number;
  requestId: number;
  patientId: number | null;
  given: string;
  family: string;
  birthDate: string | null;
  sex: string | null;
  serviceEn: string | null;
  serviceFr: string | null;
  otherEn: string | null;
  otherFr: string | null;
  member: number | null;
  memberName: string | null;
  holdSide: Accountable['side'] | null;
  holdNext: NextStep | null;
  holdEn: string | null;
  holdFr: string | null;
  holdName: string | null;
}

/** Twenty rows by the index, then what is drawn of them. One more row than asked for says that there is a next page. */
function pageSql({ sql, order, limit }: Condition & { order: string; limit: number }): string {
  return `select * from worklist_lines(array(
    select a from case_access a where ${sql} order by ${order} limit ${limit}))`;
}

const both = (en: string | null, fr: string | null) => (en === null ? null : { en, fr: fr! });

/** Open requests of the page that this site sent beside another one, which is booked now; inside ids. */
async function bookedBeside(q: Querier, page: readonly PageRow[]): Promise<ReadonlySet<number>> {
  const sent = page.filter(row => row.side === 'requester' && row.due !== null).map(row => row.requestId);
  if (sent.length === 0) return new Set();
  const rows = await q.rows<{ request: number }>('select booked_beside_of($1) as request', [sent]);
  return new Set(rows.map(row => row.request));
}

function worklistRow(row: PageRow, beside: ReadonlySet<number>): WorklistRow {
  const { caseKey, requestKey, reference, type, side, title, status, flag, urgency, due } = row;
  const { waitingSince, updated, unread, accountable, usual, given, family } = row;
  const { priority, protocol, language, region } = row;
  const { patientId: id, birthDate, sex, member } = row;
  const name = family && given ? `${family}, ${given}` : family || given;
  const hold = row.holdSide && { side: row.holdSide, next: row.holdNext!, member: row.holdName };
  return {
    ...{ caseKey, requestKey, reference, type, side, title, status, flag, urgency, due },
    ...{ waitingSince, updated, unread, accountable, usual, priority, protocol, language, region },
    patient: { id, name, birthDate, sex },
    service: both(row.serviceEn, row.serviceFr),
    hold: hold && { ...hold, site: both(row.holdEn, row.holdFr) },
    other: both(row.otherEn, row.otherFr),
    bookedBeside: side === 'requester' && due !== null && beside.has(row.requestId),
    assigned: member === null ? null : { member, name: row.memberName ?? '' },
  };
}

function nextOf(rows: readonly PageRow[], limit: number, ended: boolean): string | null {
  const last = rows[limit - 1];
  if (rows.length <= limit || !last) return null;
  return `${ended ? last.updated : last.due}~${last.caseKey}~${last.side}`;
}

interface CountRow {
  side: Side;
  type: CaseType;
  status: string;
  count: number;
  needs: number;
  overdue: number;
  own: number;
  loose: number;
  waits: number;
  letters: number;
}

async function counts(q: Querier): Promise<FolderCounts> {
  const mine = mineSql(q);
  const rows = await q.rows<CountRow>(
    `select side, type, status, count(*)::int as count,
      count(*) filter (where ${mine['needs-me']})::int as needs,
      count(*) filter (where ${mine.overdue})::int as overdue,
      count(*) filter (where ${mine['for-me']})::int as own,
      count(*) filter (where ${mine['not-assigned']})::int as loose,
      count(*) filter (where ${mine['waits-on-others']})::int as waits,
      count(*) filter (where ${mine['letters-owed']})::int as letters
    from case_access a where party = (select app_party()) and due is not null
    group by side, type, status`,
    [q.now, meOf(q)],
  );
  const sum = (of: 'needs' | 'overdue' | 'own' | 'loose' | 'waits' | 'letters') =>
    rows.reduce((total, row) => total + row[of], 0);
  return {
    mine: {
      'needs-me': sum('needs'),
      overdue: sum('overdue'),
      'for-me': sum('own'),
      'not-assigned': sum('loose'),
      'waits-on-others': sum('waits'),
      'letters-owed': sum('letters'),
    },
    open: rows.map(({ side, type, status, count }) => ({ side, type, status, count, more: false })),
  };
}

/** Every ended status of both types on the sides that a site works for. Each is counted by its index, to 1,000. */
async function endedCounts(q: Querier): Promise<StatusCount[]> {
  const limit = 1000;
  const folders = endedFolders();
  return q.rows<StatusCount>(
    `select f.side, f.type, f.status, least(n.count, $2)::int as count, n.count > $2 as more
     from jsonb_to_recordset($1::jsonb) as f (side text, type text, status text)
     cross join lateral (
       select count(*) from (
         select from case_access a where a.party = (select app_party()) and a.side = f.side and a.type = f.type
           and a.status = f.status and a.due is null and a.patient_name is not null
         limit $2 + 1
       ) counted
     ) n`,
    [JSON.stringify(folders), limit],
  );
}

function endedFolders(): { side: Side; type: CaseType; status: string }[] {
  const sides: readonly Side[] = ['requester', 'receiver', 'intake', 'copy'];
  const types: readonly CaseType[] = ['referral', 'econsult'];
  return sides.flatMap(side =>
    types.flatMap(type =>
      Object.keys(machines[type].statuses)
        .map(status => ({ side, type, status }))
        .filter(isEndedFolder),
    ),
  );
}
