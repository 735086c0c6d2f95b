import { z } from 'zod';
import type { Role } from '../../app/actor.ts';
import { reportCsv } from '../../app/directory/imports.ts';
import { closePay, type PayMonth, readPay } from '../../app/econsult/pay.ts';
import { readStatements } from '../../app/econsult/statements.ts';
import { claimName } from '../../domain/pay/payer-answer.ts';
import { key } from '../../http/form.ts';
import { file, missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import type { Ui } from '../../ui/context.ts';
import { todayAt } from '../../ui/patient-words.ts';
import { monthOf } from './months.ts';
import { PayPage } from './pay-page.tsx';
import { whyOf } from './pay-words.ts';
import { statementPaper } from './statement.ts';

/** Who answers or asks for pay, leads a group, or keeps the programme. */
const paid: readonly Role[] = ['clinician', 'lead', 'steward'];
const common = { enter: ['person'], roles: paid, phi: true } as const;
const month = z.string().regex(monthOf);
const dayOf = (typed: string | undefined, ui: Ui) => `${typed ?? todayAt(ui).slice(0, 7)}-01`;

/** The lines of a month as a file; amounts in dollars. */
export function claimFile({ lines, sites }: PayMonth, ui: Ui): Uint8Array {
  const { heads, sides, claim } = ui.words.pay;
  return reportCsv(
    [
      ...[claim, heads.day, heads.reference, heads.person, heads.site, heads.side],
      ...[heads.code, heads.minutes, heads.amount, heads.why],
    ],
    lines.map(one => [
      one.sent ? claimName(one.sent.claim, one.sent.standing.attempt) : '',
      ...[one.day, one.reference, one.name, sites.get(one.site)?.[ui.lang] ?? '', sides[one.side]],
      ...[one.code ?? '', String(one.paidMinutes), (one.cents / 100).toFixed(2), whyOf(one, ui)],
    ]),
  );
}

/** Payment for answered eConsults, month by month. */
export const routes: Route[] = [
  route({
    ...common,
    ...{ method: 'GET', url: '/pay' },
    query: z.strictObject({ month: month.optional(), came: z.enum(['done', 'not-done']).optional() }),
    async handle({ app, actor, query, ui }) {
      const view = await readPay(app, actor, dayOf(query.month, ui));
      return view ? page(<PayPage month={view} came={query.came} />) : missing();
    },
  }),
  route({
    ...common,
    ...{ method: 'GET', url: '/pay/file', query: z.strictObject({ month }) },
    async handle({ app, actor, query, ui }) {
      const view = await readPay(app, actor, dayOf(query.month, ui));
      if (!view) return missing();
      const name = `econsults-${query.month}.csv`;
      return file({ bytes: claimFile(view, ui), type: 'text/csv; charset=utf-8', name });
    },
  }),
  route({
    ...common,
    ...{ method: 'GET', url: '/pay/statement.pdf', query: z.strictObject({ month, person: key.optional() }) },
    async handle({ app, actor, query, ui }) {
      const found = await readStatements(app, actor, { month: `${query.month}-01`, person: query.person });
      if (!found) return missing();
      const bytes = await app.printer.print(statementPaper(found, ui));
      return file({ bytes, type: 'application/pdf', name: `econsults-${query.month}.pdf` });
    },
  }),
  route({
    ...common,
    ...{ method: 'POST', url: '/pay', roles: ['lead'], body: z.strictObject({ month }) },
    async handle({ app, actor, body, ui }) {
      const done = await closePay(app, actor, dayOf(body.month, ui));
      return redirect(`/pay?month=${body.month}&came=${done ? 'done' : 'not-done'}`);
    },
  }),
];
