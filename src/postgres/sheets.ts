import { key } from '../app/ports/ids.ts';
import type { Sheet, Sheets } from '../app/ports/sheets.ts';
import type { Querier } from './querier.ts';

/** Papers of kinds of visit, over the functions of the database. */
export function sheetsOf(q: Querier): Sheets {
  return {
    ofType: type =>
      q.rows<Sheet>(
        `select key, language, jsonb_build_object('key', file, 'name', name, 'kind', kind, 'size', size, 'scan', scan) as file
         from sheets_of_type($1)`,
        [type],
      ),
    add: async (type, language, attachment) => {
      const values = [key(), type, language, attachment];
      const row = await q.one<{ done: 'added' | 'full' | 'missing' }>(
        'select add_sheet($1, $2, $3, $4) as done',
        values,
      );
      return row!.done;
    },
    end: async its => (await q.one<{ done: boolean }>('select end_sheet($1) as done', [its]))!.done,
    forVisit: async (type, language) => {
      const row = await q.one<{ ids: number[] }>('select sheets_for($1, $2) as ids', [type, language]);
      return row!.ids.map(Number);
    },
    putInCase: async (caseId, sheets) => {
      await q.rows('select put_sheets($1, $2, $3)', [caseId, sheets, sheets.map(() => key())]);
    },
  };
}
