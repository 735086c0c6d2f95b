import { z } from 'zod';
import { reportCsv } from '../../app/directory/imports.ts';
import { readFigures } from '../../app/econsult/figures.ts';
import { monthAfter } from '../../app/econsult/pay.ts';
import { file, missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import type { Ui } from '../../ui/context.ts';
import { todayAt } from '../../ui/patient-words.ts';
import { figuresTable, savedTable } from './figure-csv.ts';
import { FiguresPage } from './figures-page.tsx';

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const query = z.strictObject({ from: month.optional(), until: month.optional() });
const common = { enter: ['person'], roles: ['lead', 'steward'], phi: false, method: 'GET', query } as const;

/** The period asked for, the last 12 months without one; the right way round. */
function periodOf(asked: z.infer<typeof query>, ui: Ui): { from: string; until: string; now: string } {
  const now = `${todayAt(ui).slice(0, 7)}-01`;
  const until = asked.until ? `${asked.until}-01` : now;
  const from = asked.from ? `${asked.from}-01` : monthAfter(until, -11);
  return from <= until ? { from, until, now } : { from: until, until: from, now };
}

/** Figures of answered eConsults for a lead and for the programme. */
export const routes: Route[] = [
  route({
    ...{ ...common, url: '/figures' },
    async handle({ app, actor, query: asked, ui }) {
      const { from, until, now } = periodOf(asked, ui);
      const read = await readFigures(app, actor, { from, until });
      const months = Array.from({ length: 24 }, (_, back) => monthAfter(now, -back));
      const all = [...new Set([...months, from, until])].sort().reverse();
      return read ? page(<FiguresPage {...read} {...{ from, until, months: all }} />) : missing();
    },
  }),
  route({
    ...{ ...common, url: '/figures/file' },
    async handle({ app, actor, query: asked, ui }) {
      const period = periodOf(asked, ui);
      const read = await readFigures(app, actor, period);
      if (!read) return missing();
      const { head, rows } = figuresTable(read.figures, period);
      const bytes = reportCsv(head, rows);
      const name = `econsults-${period.from.slice(0, 7)}-${period.until.slice(0, 7)}.csv`;
      return file({ bytes, type: 'text/csv; charset=utf-8', name });
    },
  }),
  route({
    ...{ ...common, url: '/figures/saved' },
    async handle({ app, actor, query: asked, ui }) {
      const period = periodOf(asked, ui);
      const read = await readFigures(app, actor, period);
      if (!read) return missing();
      const { head, rows } = savedTable(read.saved, period);
      const bytes = reportCsv(head, rows);
      const name = `saved-econsults-${period.from.slice(0, 7)}-${period.until.slice(0, 7)}.csv`;
      return file({ bytes, type: 'text/csv; charset=utf-8', name });
    },
  }),
];
