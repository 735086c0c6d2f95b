import { z } from 'zod';
import { exportLearning, readLearningYear } from '../../app/econsult/learning.ts';
import { isDay } from '../../domain/patient/birth-date.ts';
import { text } from '../../http/form.ts';
import { file, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import type { Words } from '../../words/words.ts';
import { withPatients } from '../roles.ts';
import { ListPage } from './list-page.tsx';
import { learningCsv, learningPaper } from './paper.ts';

function wrongIn(typed: { from: string; until: string }, { learning: w }: Words): FieldError[] {
  return (['from', 'until'] as const)
    .filter(field => !isDay(typed[field]))
    .map(field => ({ field, label: w[field], message: w.problems['not-a-date'] }));
}

/** A stretch of days of one's own record as a file; days the wrong way round are turned. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/learning/file', enter: ['person'], roles: withPatients, phi: false },
    query: z.strictObject({ from: text(100), until: text(100), as: z.enum(['pdf', 'csv']).default('pdf') }),
    async handle({ app, actor, query, ui, words }) {
      const { as, ...typed } = query;
      const errors = wrongIn(typed, words);
      const [from, until] = [typed.from, typed.until].sort() as [string, string];
      const entries = errors.length > 0 ? [] : await exportLearning(app, actor, { from, until });
      if (entries.length === 0) {
        const none = { field: 'from', label: words.learning.from, message: words.learning.noneThen };
        const shown = await readLearningYear(app, actor, null);
        const told = errors.length > 0 ? errors : [none];
        return page(<ListPage {...shown} typed={typed} errors={told} />, { status: 422 });
      }
      const name = `${words.learning.fileName}-${from}-${until}.${as}`;
      if (as === 'csv')
        return file({ bytes: learningCsv(ui, entries), type: 'text/csv; charset=utf-8', name });
      const bytes = await app.printer.print(learningPaper(ui, entries, { from, until }));
      return file({ bytes, type: 'application/pdf', name });
    },
  }),
];
