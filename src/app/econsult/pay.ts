import type { Day } from '../../domain/case/time.ts';
import { corrections } from '../../domain/pay/corrections.ts';
import { type PayLine, payLines } from '../../domain/pay/lines.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { SavedFigures } from '../ports/library.ts';
import type { ClosedLine, ClosedMonth, Figures, NamedService } from '../ports/pay.ts';
import { payRulesOf } from './pay-rules.ts';

type Pays = Pick<App, 'db' | 'config'>;

/** A line as pages show it: sent, or as it would be sent today. */
export interface MonthLine extends Omit<PayLine, 'reason'> {
  /** `correction` makes up for a line of an earlier month. */
  reason: PayLine['reason'] | 'correction';
  reference: string;
  name: string;
  site: number;
}

/** What answered eConsults of one month pay, of those the actor sees. */
export interface PayMonth {
  sees: 'own' | 'site' | 'all';
  /** First day of the month. */
  month: Day;
  lines: readonly MonthLine[];
  sites: ReadonlyMap<number, { en: string; fr: string }>;
  /** The actor's own site has closed it. */
  closedAt: string | null;
  /** A lead may close it now. */
  mayClose: boolean;
}

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** First day of the month `by` months after the one that begins on `month`. */
export function monthAfter(month: Day, by = 1): Day {
  const at = new Date(`${month}T00:00:00.000Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 10);
}

interface Everything {
  services: ReadonlyMap<string, NamedService>;
  now: readonly PayLine[];
  sent: readonly ClosedLine[];
  closed: readonly ClosedMonth[];
}

const place = (one: { side: string; service: number; member: number }) =>
  `${one.side}|${one.service}|${one.member}`;

async function everything(app: Pays, tx: Tx): Promise<Everything> {
  const services = await tx.pay.services();
  const [sent, closed] = [await tx.pay.sent(), await tx.pay.closed()];
  const named = services.map(one => [place({ ...one, service: one.id }), one] as const);
  return { services: new Map(named), now: payLines(services, payRulesOf(app)), sent, closed };
}

/** The open lines of a site's month; what makes up for closed months stands in the month after the last of them. */
function openLines(all: Everything, site: number, month: Day): MonthLine[] {
  const months = all.closed.filter(one => one.site === site).map(one => one.month);
  const here = all.now.filter(one => all.services.get(place(one))?.site === site);
  const named = (line: Omit<MonthLine, 'reference' | 'name' | 'site'>): MonthLine => {
    const one = all.services.get(place(line)) ?? all.sent.find(sent => place(sent) === place(line));
    return { ...line, site, reference: one?.reference ?? '', name: one?.name ?? '' };
  };
  const own = here.filter(one => monthOf(one.day) === month).map(named);
  if (months.length === 0 || monthAfter(months.at(-1)!) !== month) return own;
  const was = all.sent.filter(one => one.site === site);
  const made = corrections(
    was,
    here.filter(one => months.includes(monthOf(one.day))),
  );
  return [...own, ...made.map(one => named({ ...one, reason: 'correction' as const, paidMinutes: 0 }))];
}

function linesOf(all: Everything, month: Day): MonthLine[] {
  const sites = new Set([...all.services.values(), ...all.sent].map(one => one.site));
  const closed = new Set(all.closed.filter(one => one.month === month).map(one => one.site));
  const sent = all.sent
    .filter(one => one.month === month)
    .map(
      ({ correcting, month: _, ...one }): MonthLine => ({
        ...{ ...one, reason: correcting ? 'correction' : 'paid' },
      }),
    );
  const open = [...sites].filter(site => !closed.has(site)).flatMap(site => openLines(all, site, month));
  return [...sent, ...open].sort(
    (a, b) => a.site - b.site || a.name.localeCompare(b.name) || (a.day < b.day ? -1 : 1),
  );
}

/** One month of payment, written down as looked at; null for who is paid nothing and leads nobody. */
export function readPay(app: Pays, actor: Actor, month: Day): Promise<PayMonth | null> {
  return app.db.as(actor, async tx => {
    const sees = await tx.pay.sees();
    if (sees === 'none' || actor.kind !== 'person') return null;
    const all = await everything(app, tx);
    const lines = linesOf(all, month);
    const sites = new Map([...all.services.values()].map(one => [one.site, one.siteName] as const));
    const mine = all.closed.find(one => one.site === actor.site && one.month === month);
    const ids = [...new Set(lines.map(one => one.service))].slice(0, 25);
    await tx.audit.add({ act: 'read-pay', what: 'case', ids, result: 'ok' });
    const over = tx.now.slice(0, 7) > month.slice(0, 7);
    return {
      ...{ sees, month, lines, sites, closedAt: mine?.closedAt ?? null },
      mayClose: sees === 'site' && over && !mine,
    };
  });
}

/** The lead closes a month: its paid lines stay as they are. False when it cannot be closed. */
export function closePay(app: Pays, actor: Actor, month: Day): Promise<boolean> {
  return app.db.as(actor, async tx => {
    if (actor.kind !== 'person' || (await tx.pay.sees()) !== 'site') return false;
    const lines = openLines(await everything(app, tx), actor.site, month)
      .filter(one => one.reason === 'correction' || one.reason === 'paid')
      .map(({ service, side, member, day, code, cents, paidMinutes, reason }) => ({
        ...{ service, side, member, day, cents, paidMinutes, correcting: reason === 'correction' },
        code: code!,
      }));
    const done = await tx.pay.close(month, lines);
    await tx.audit.add({ act: 'close-pay', what: 'pay', ids: [], result: done ? 'ok' : 'denied' });
    return done;
  });
}

/** Figures of answers, and of those that the library saved, in whole months, both ends included; null for who leads nobody. */
export function readFigures(
  app: Pick<App, 'db'>,
  actor: Actor,
  { from, until }: { from: Day; until: Day },
): Promise<{ sees: 'site' | 'all'; figures: Figures[]; saved: SavedFigures[] } | null> {
  return app.db.as(actor, async tx => {
    const sees = await tx.pay.sees();
    if (sees !== 'site' && sees !== 'all') {
      await tx.audit.add({ act: 'read-figures', what: 'pay', ids: [], result: 'denied' });
      return null;
    }
    const figures = await tx.pay.report(from, monthAfter(until));
    await tx.audit.add({ act: 'read-figures', what: 'pay', ids: [], result: 'ok' });
    return { sees, figures, saved: await tx.library.saved(from, monthAfter(until)) };
  });
}
