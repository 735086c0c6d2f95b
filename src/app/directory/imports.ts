import type { RowLine } from '../../domain/directory/exchange/plan.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { csvText } from '../files/csv.ts';
import type { Tx } from '../ports/database.ts';
import type { ImportLine } from '../ports/exchange.ts';
import { forProgramme } from '../programme/for-programme.ts';

type Reads = Pick<App, 'db'>;

/** An import with the name of who made it; '' for the operator. */
export interface NamedImport extends ImportLine {
  byName: string;
}

const most = 200;

/** The newest imports, for a steward of the programme; null for anybody else. */
export function listImports(app: Reads, actor: Actor): Promise<NamedImport[] | null> {
  return forProgramme(app, actor, 'imports', async tx => named(tx, await tx.exchange.list(most)));
}

/** One import with its report; null when there is none, or for anybody but the programme. */
export function readImport(
  app: Reads,
  actor: Actor,
  key: string,
): Promise<{ line: NamedImport; rows: RowLine[] } | null> {
  return forProgramme(app, actor, 'imports', async tx => {
    const line = await tx.exchange.byKey(key);
    await tx.audit.add({
      ...{ act: 'imports', what: 'directory', ids: line ? [line.id] : [] },
      result: line ? 'ok' : 'missing',
    });
    return line ? { line: (await named(tx, [line]))[0]!, rows: await tx.exchange.rows(line.id) } : null;
  });
}

async function named(tx: Tx, lines: readonly ImportLine[]): Promise<NamedImport[]> {
  const members = [...new Set(lines.flatMap(line => line.by ?? []))];
  const cards = members.length > 0 ? await tx.people.cards(members) : [];
  const names = new Map(cards.map(card => [card.member, card.name]));
  return lines.map(line => ({ ...line, byName: names.get(line.by ?? 0) ?? '' }));
}

/** A report as CSV for a spreadsheet, with a byte order mark; a cell that would be a formula is text, and an amount below 0 is a number. */
export function reportCsv(head: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const safe = rows.map(row =>
    row.map(cell => (/^[=+\-@\t\r]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell)),
  );
  return new TextEncoder().encode(`\uFEFF${csvText([head, ...safe])}`);
}
