import { z } from 'zod';
import type { WorklistRow } from '../../app/ports/worklists.ts';
import { exportWorklist } from '../../app/worklist/export-worklist.ts';
import { folderNamed } from '../../app/worklist/worklist-folders.ts';
import { localDay } from '../../domain/case/deadline.ts';
import { file, missing } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import type { Ui } from '../../ui/context.ts';
import { daysBetween } from '../../ui/format.ts';
import { todayAt } from '../../ui/patient-words.ts';
import { withPatients } from '../roles.ts';
import { askOf, filterBody, typedFilters } from './filters.tsx';
import { holderOf, moreOf } from './rows.tsx';
import { statusLabel } from './status-label.ts';

type Lists = Parameters<typeof moreOf>[2];

/** Heads of the columns and the fields of one row, in the reader's language. */
export function exportedRow(
  ui: Ui,
  row: WorklistRow,
  lists: Lists,
): readonly [head: string, value: string][] {
  const { words, lang, zone } = ui;
  const { export: w } = words.worklist;
  const { list } = words.parts;
  const more = moreOf(ui, row, lists);
  const groups: Record<string, Record<string, string>> = words.worklist.groups;
  return [
    [w.reference, row.reference],
    [w.group, groups[row.side]?.[row.type] ?? ''],
    [list.status, statusLabel(words, row)],
    [list.due, row.due ? localDay(row.due, zone) : ''],
    [list.patient, row.patient.name],
    [w.birthDate, row.patient.birthDate ?? ''],
    [list.askedFor, row.service?.[lang] ?? ''],
    [w.title, row.title],
    [w.urgent, row.urgency === 'urgent' ? w.yes : ''],
    [w.site, row.other?.[lang] ?? ''],
    [w.waiting, String(daysBetween(localDay(row.waitingSince, zone), todayAt(ui)))],
    [list.holder, row.hold ? holderOf(ui, row) : ''],
    [list.assigned, row.assigned?.name ?? ''],
    [list.priority, more.priority ?? ''],
    [list.protocol, more.protocol ?? ''],
    [list.language, more.language ?? ''],
    [list.region, more.region ?? ''],
  ];
}

/** A field of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The list as a file: UTF-8 with a byte order mark, because spreadsheets ask for one. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map(line => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}

const params = z.strictObject({ folder: z.string().max(60) });

/** A list as a file; each of its rows is written into the log of access. */
export const routes: Route[] = [
  route({
    ...{ method: 'POST', url: '/worklist/:folder/export', enter: ['person'], roles: withPatients, phi: true },
    ...{ limit: 'search', params, body: filterBody },
    async handle({ app, actor, params: { folder: name }, body, ui }) {
      const folder = folderNamed(name);
      if (!folder) return missing();
      const typed = typedFilters(body);
      const wanted = typed.q !== undefined && !typed.here ? 'everything' : folder;
      const { rows, triage } = await exportWorklist(app, actor, { folder: wanted, filters: askOf(typed) });
      const fields = rows.map(row => exportedRow(ui, row, { triage }));
      const heads = fields[0]?.map(([head]) => head) ?? [];
      const csv = csvOf([heads, ...fields.map(row => row.map(([, value]) => value))]);
      const today = localDay(ui.now, ui.zone);
      return file({ bytes: Buffer.from(csv), type: 'text/csv; charset=utf-8', name: `${name}-${today}.csv` });
    },
  }),
];
