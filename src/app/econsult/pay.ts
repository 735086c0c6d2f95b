import type { Day } from '../../domain/case/time.ts';
import { corrections } from '../../domain/pay/corrections.ts';
import { type PayLine, payLines } from '../../domain/pay/lines.ts';
import type { SentClaim } from '../../domain/pay/payer-answer.ts';
import { type PayRule, validOn } from '../../domain/pay/rules.ts';
import { type Answered, standingOf } from '../../domain/pay/standing.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { ClosedLine, ClosedMonth, NamedService, RuleVersion } from '../ports/pay.ts';
import { payRulesOf } from './pay-rules.ts';

type Pays = Pick<App, 'db' | 'config'>;

/** A line as pages show it: sent, or as it would be sent today. */
export interface MonthLine extends Omit<PayLine, 'reason'> {
  /** `correction` makes up for a line of an earlier month. */
  reason: PayLine['reason'] | 'correction';
  reference: string;
  name: string;
  site: number;
  /** Null where no rule of the file paid or refused it. */
  rule: RuleVersion | null;
  /** Of a closed month: what the payer knows it by, and where it stands. */
  sent?: SentClaim;
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
  /** Keys of the people of the lines, for their statements. */
  keys: ReadonlyMap<number, string>;
  /** A lead may close it now. */
  mayClose: boolean;
  /** Lines of any month that the payer paid otherwise than claimed, and about which nobody has done anything. */
  waiting: readonly MonthLine[];
}

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** First day of the month `by` months after the one that begins on `month`. */
export function monthAfter(month: Day, by = 1): Day {
  const at = new Date(`${month}T00:00:00.000Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 10);
}

/** All that pay is worked out from, of what the actor sees. */
export interface Everything {
  services: ReadonlyMap<string, NamedService>;
  /** Also of services that only fill a cap and are not among those above. */
  now: readonly PayLine[];
  sent: readonly ClosedLine[];
  closed: readonly ClosedMonth[];
  rules: readonly PayRule[];
  /** What the payer said, by claim. */
  answers: ReadonlyMap<string, readonly Answered[]>;
}

const place = (one: { side: string; service: number; member: number }) =>
  `${one.side}|${one.service}|${one.member}`;

/** Reads all that pay is worked out from. */
export async function everything(app: Pays, tx: Tx): Promise<Everything> {
  const [services, rules] = [await tx.pay.services(), payRulesOf(app)];
  const [sent, closed] = [await tx.pay.sent(), await tx.pay.closed()];
  const answers = new Map<string, Answered[]>();
  for (const one of await tx.pay.reckoned()) answers.set(one.claim, [...(answers.get(one.claim) ?? []), one]);
  const named = services
    .filter(one => one.seen)
    .map(one => [place({ ...one, service: one.id }), one] as const);
  return { services: new Map(named), now: payLines(services, rules), sent, closed, rules, answers };
}

/** The version of a line's rule that is for its day. */
function versionOf(rules: readonly PayRule[], line: Pick<PayLine, 'code' | 'side' | 'day'>) {
  const found = rules.find(one => one.code === line.code && one.side === line.side && validOn(one, line.day));
  return found ? { from: found.from, source: found.source, checked: found.checked } : null;
}

/** The lines that were sent, with where each stands with the payer. */
export function sentLines({ sent, answers, rules }: Everything): (MonthLine & { sent: SentClaim })[] {
  return sent.map(({ correcting, month, claim, settled, rule, ...one }) => ({
    ...{ ...one, reason: correcting ? 'correction' : 'paid', rule: rule ?? versionOf(rules, one) },
    sent: { claim, month, settled, standing: standingOf(one.cents, answers.get(claim) ?? []) },
  }));
}

/** The open lines of a site's month; what makes up for closed months stands in the month after the last of them. */
function openLines(all: Everything, site: number, month: Day): MonthLine[] {
  const months = all.closed.filter(one => one.site === site).map(one => one.month);
  const here = all.now.filter(one => all.services.get(place(one))?.site === site);
  const named = (line: Omit<MonthLine, 'reference' | 'name' | 'site' | 'rule'>): MonthLine => {
    const one = all.services.get(place(line)) ?? all.sent.find(sent => place(sent) === place(line));
    const rule = versionOf(all.rules, line);
    return { ...line, site, rule, reference: one?.reference ?? '', name: one?.name ?? '' };
  };
  const own = here.filter(one => monthOf(one.day) === month).map(named);
  if (months.length === 0 || monthAfter(months.at(-1)!) !== month) return own;
  // What was purged since is not made up for: nobody could say any more whose it was.
  const was = all.sent.filter(one => one.site === site && all.services.has(place(one)));
  const made = corrections(
    was,
    here.filter(one => months.includes(monthOf(one.day))),
  );
  return [...own, ...made.map(one => named({ ...one, reason: 'correction' as const, paidMinutes: 0 }))];
}

/** The lines of a month of every site that is seen, by site, person and day. */
export function linesOf(all: Everything, month: Day): MonthLine[] {
  const sites = new Set([...all.services.values(), ...all.sent].map(one => one.site));
  const closed = new Set(all.closed.filter(one => one.month === month).map(one => one.site));
  const sent = sentLines(all).filter(one => one.sent.month === month);
  const open = [...sites].filter(site => !closed.has(site)).flatMap(site => openLines(all, site, month));
  return [...sent, ...open].sort(
    (a, b) => a.site - b.site || a.name.localeCompare(b.name) || (a.day < b.day ? -1 : 1),
  );
}

/** Lines of a month that pay nothing, each with its reason, also of sites that have closed it: they were never sent. */
export function unpaidLines(all: Everything, month: Day): MonthLine[] {
  return all.now
    .filter(one => one.reason !== 'paid' && monthOf(one.day) === month)
    .flatMap(one => {
      const of = all.services.get(place(one));
      if (!of) return [];
      const { site, reference, name } = of;
      return [{ ...one, site, reference, name, rule: versionOf(all.rules, one) }];
    });
}

/** True for a line that the payer paid otherwise than claimed: somebody claims it again or writes it off. */
export function isWaiting({ standing }: SentClaim): boolean {
  return standing.state === 'refused' || standing.state === 'differs';
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
      keys: await tx.pay.members(),
      waiting: sentLines(all).filter(({ sent }) => isWaiting(sent)),
    };
  });
}

/** The lead closes a month: its paid lines stay as they are. False when it cannot be closed. */
export function closePay(app: Pays, actor: Actor, month: Day): Promise<boolean> {
  return app.db.as(actor, async tx => {
    if (actor.kind !== 'person' || (await tx.pay.sees()) !== 'site') return false;
    const lines = openLines(await everything(app, tx), actor.site, month)
      .filter(one => one.reason === 'correction' || one.reason === 'paid')
      .map(({ service, side, member, day, code, cents, paidMinutes, reason, rule }) => ({
        ...{ service, side, member, day, cents, paidMinutes, rule, correcting: reason === 'correction' },
        code: code!,
      }));
    const done = await tx.pay.close(month, lines);
    await tx.audit.add({ act: 'close-pay', what: 'pay', ids: [], result: done ? 'ok' : 'denied' });
    return done;
  });
}
