import { z } from 'zod';
import type { Role } from '../../app/actor.ts';
import { reportCsv } from '../../app/directory/imports.ts';
import {
  keepAnswer,
  type MonthReckoned,
  outstandingOf,
  readReckoned,
  settleMonth,
} from '../../app/econsult/payer-answers.ts';
import { text } from '../../http/form.ts';
import { file, missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { Ui } from '../../ui/context.ts';
import { monthOf } from './months.ts';
import { ReconcilePage, type ReconcileProps } from './reconcile-page.tsx';

/** Who holds the payer's answers against what was sent: a lead for their site, a steward of the programme for all. */
export const payKeepers: readonly Role[] = ['lead', 'steward'];
const common = { enter: ['person'], roles: payKeepers, phi: true } as const;
const month = z.string().regex(monthOf);
const query = z.strictObject({ month, came: z.enum(['settled', 'not-settled']).optional() });

/** What the payer answered to a closed month: uploaded, held against what was sent, settled. */
export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url: '/pay/reconcile', query },
    handle: ask => draw(ask, ask.query.month, { came: ask.query.came }),
  }),
  route({
    ...{ ...common, method: 'GET', url: '/pay/outstanding', query: z.strictObject({ month }) },
    handle: ask => csvOf(ask, ask.query.month, outstandingFile),
  }),
  route({
    ...{ ...common, method: 'GET', url: '/pay/answer-example', query: z.strictObject({ month }) },
    handle: ask => csvOf(ask, ask.query.month, exampleFile),
  }),
  route({
    ...{ ...common, method: 'POST', url: '/pay/reconcile', multipart: true },
    body: z.strictObject({ month: text(7) }),
    handle: ask => upload(ask),
  }),
  route({
    ...{ ...common, method: 'POST', url: '/pay/settle', body: z.strictObject({ month }) },
    async handle({ app, actor, body }) {
      const done = await settleMonth(app, actor, `${body.month}-01`);
      if (done === null) return missing();
      return redirect(`/pay/reconcile?month=${body.month}&came=${done ? 'settled' : 'not-settled'}`);
    },
  }),
];

type Asks = Pick<Ask, 'app' | 'actor' | 'ui'>;

async function draw(ask: Asks, of: string, props: Omit<ReconcileProps, 'view'>): Promise<Reply> {
  const view = await readReckoned(ask.app, ask.actor, `${of}-01`);
  if (!view) return missing();
  return page(<ReconcilePage view={view} {...props} />, { status: props.fault ? 422 : 200 });
}

async function upload(ask: Ask & { body: { month: string } }): Promise<Reply> {
  const { app, actor, body, files } = ask;
  if (!monthOf.test(body.month)) return missing();
  const given = files.find(one => one.field === 'file');
  if (!given) return draw(ask, body.month, { fault: 'missing' });
  const { name, bytes } = given;
  const kept = await keepAnswer(app, actor, { month: `${body.month}-01`, name, bytes });
  if (!kept) return missing();
  if ('fault' in kept) return draw(ask, body.month, { fault: kept.fault });
  return redirect(`/pay/answers/${kept.key}${kept.before ? '?came=same' : ''}`);
}

async function csvOf(
  { app, actor, ui }: Asks,
  of: string,
  made: (view: MonthReckoned, ui: Ui) => { bytes: Uint8Array; name: string },
): Promise<Reply> {
  const view = await readReckoned(app, actor, `${of}-01`);
  return view ? file({ ...made(view, ui), type: 'text/csv; charset=utf-8' }) : missing();
}

/** What the payer has not answered, with the references to claim it by. */
function outstandingFile({ lines, month: of }: MonthReckoned, { words }: Ui) {
  const { heads, claim, sides } = words.pay;
  const rows = outstandingOf(lines).map(({ claim: reference, line, cents }) => [
    ...[reference, line.day, line.reference, line.name, sides[line.side], line.code ?? ''],
    ...[String(line.paidMinutes), (cents / 100).toFixed(2)],
  ]);
  const head = [claim, heads.day, heads.reference, heads.person, heads.side, heads.code];
  const bytes = reportCsv([...head, heads.minutes, heads.amount], rows);
  return { bytes, name: `outstanding-${of.slice(0, 7)}.csv` };
}

/** An answer of a payer who pays all of that. */
function exampleFile({ lines, month: of }: MonthReckoned, { words }: Ui) {
  const { rows: columns } = words.pay.reconcile;
  const heads = [columns.claim[0], columns.paid[0], columns.code[0], columns.said[0]].map(String);
  const rows = outstandingOf(lines).map(({ claim, cents }) => [claim, (cents / 100).toFixed(2), '', '']);
  return { bytes: reportCsv(heads, rows), name: `answer-${of.slice(0, 7)}.csv` };
}
