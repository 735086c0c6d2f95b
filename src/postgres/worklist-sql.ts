import { type Actor, isClinical } from '../app/actor.ts';
import type { Filters, Folder, MyFolder, Place } from '../app/ports/worklists.ts';
import { isEndedFolder } from '../app/worklist/worklist-folders.ts';
import { parseReferenceNumber } from '../domain/case/reference-number.ts';
import type { Instant } from '../domain/case/time.ts';

/** A `where` on `case_access a` with the values of its `$n`. `$1` is always now, `$2` the members that are me. */
export interface Condition {
  sql: string;
  values: unknown[];
}

interface Who {
  actor: Actor;
  now: Instant;
}

/** The actor's member, and the one a delegate acts for. */
export function meOf({ actor }: Pick<Who, 'actor'>): number[] {
  if (actor.kind !== 'person') return [];
  return actor.actingFor === null ? [actor.member] : [actor.member, actor.actingFor];
}

const turn = 'a.accountable and a.from_at <= $1';
const meOrNone = '(a.member is null or a.member = any ($2::bigint[]))';

/** A question to a group is its assigner's until a specialist has it. */
const myQuestions = `${meOrNone} and (a.status <> 'asked' or a.side <> 'receiver' or a.member is not null)`;

/**
 * What the folders of mine hold. A clinician's are their own and nobody's; a clerk or assigner works for everybody of the
 * site or unit.
 */
export function mineSql({ actor }: Pick<Who, 'actor'>): Record<MyFolder, string> {
  const assigns = actor.kind === 'person' && actor.roles.some(role => role === 'assigner' || role === 'lead');
  const own = !isClinical(actor) ? '$2::bigint[] is not null' : assigns ? meOrNone : myQuestions;
  return {
    'needs-me': `${turn} and ${own}`,
    overdue: `${turn} and a.due < $1 and ${own}`,
    // Who reads along has nothing to do or to wait for.
    'for-me': `a.due is not null and a.side <> 'copy' and a.member = any ($2::bigint[])`,
    'not-assigned': `a.due is not null and a.side in ('receiver', 'intake') and a.member is null`,
    'waits-on-others': `a.due is not null and a.side <> 'copy' and not (${turn}) and ${own}`,
    'letters-owed': `a.due is not null and a.letter_due is not null and ${own}`,
  };
}

/** The rows of a folder, with filters. */
export function folderSql(folder: Folder, filters: Filters, who: Who): Condition {
  const values: unknown[] = [who.now, meOf(who)];
  const add = (value: unknown) => `$${values.push(value)}`;
  // The first two are used in every statement, or their types could not be known.
  const parts = ['a.party = (select app_party())', '$1::timestamptz is not null', '$2::bigint[] is not null'];
  if (typeof folder === 'object') {
    parts.push(
      `a.side = ${add(folder.side)}`,
      `a.type = ${add(folder.type)}`,
      `a.status = ${add(folder.status)}`,
    );
    parts.push(isEndedFolder(folder) ? 'a.due is null and a.patient_name is not null' : 'a.due is not null');
  } else if (folder !== 'everything') parts.push(mineSql(who)[folder]);
  parts.push(...filterSql(filters, add));
  return { sql: parts.join(' and '), values };
}

function filterSql(filters: Filters, add: (value: unknown) => string): string[] {
  const parts: string[] = [];
  if (filters.type) parts.push(`a.type = ${add(filters.type)}`);
  if (filters.service !== undefined) parts.push(`a.service = ${add(filters.service)}`);
  if (filters.urgent) parts.push(`a.urgency = 'urgent'`);
  for (const name of ['priority', 'protocol', 'language', 'region', 'other', 'clinician'] as const)
    if (filters[name] !== undefined) parts.push(`a.${name} = ${add(filters[name])}`);
  if (filters.assigned === 'me-or-none') parts.push(meOrNone);
  else if (filters.assigned !== undefined) parts.push(`a.member = ${add(filters.assigned)}`);
  if (filters.search?.trim()) parts.push(searchSql(filters.search.trim(), add));
  return parts;
}

/** A reference number, digits of a health card, or starts of names in any order. */
function searchSql(typed: string, add: (value: unknown) => string): string {
  const reference = parseReferenceNumber(typed);
  if (reference) return `a.request_id = (select id from requests where reference = ${add(reference)})`;
  const digits = typed.replace(/[\s-]/g, '');
  if (/^\d{4,12}[A-Za-z]{0,2}$/.test(digits)) return `a.card like ${add(`${digits.replace(/\D/g, '')}%`)}`;
  const words = `searchable(${add(typed)})`;
  return `a.patient_name is not null and ${words} <> '' and not exists (
    select from regexp_split_to_table(${words}, ' ') as word
    where ' ' || a.patient_name not like '% ' || word || '%')`;
}

/** One page of a folder and the row after it, which says that there is more. */
export function placeSql(
  folder: Folder,
  place: Place,
  who: Who,
): Condition & { order: string; limit: number } {
  const { sql, values } = folderSql(folder, place.filters ?? {}, who);
  const ended = isEndedFolder(folder);
  const columns = ended ? 'a.updated, a.case_id, a.side' : 'a.due, a.case_id, a.side';
  const order = ended ? 'a.updated desc, a.case_id desc, a.side desc' : columns;
  const limit = Math.min(100, Math.max(1, Math.trunc(place.limit))) + 1;
  const from = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-z]{26})~([a-z]{1,10})$/.exec(place.after ?? '');
  if (!from) return { sql, values, order, limit };
  const n = values.push(...from.slice(1)) - 2;
  const here = `($${n}::timestamptz, coalesce(held_case($${n + 1}), 0), $${n + 2}::text)`;
  return { sql: `${sql} and (${columns}) ${ended ? '<' : '>'} ${here}`, values, order, limit };
}
