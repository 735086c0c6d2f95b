import type { Day } from '../../domain/case/time.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { everything, linesOf, type MonthLine, unpaidLines } from './pay.ts';

/** What one person is paid for one month, and what came of it. */
export interface Statement {
  name: string;
  site: { en: string; fr: string };
  /** What is paid or was sent, corrections among them. */
  lines: readonly MonthLine[];
  /** What is not paid, each with its reason. */
  unpaid: readonly MonthLine[];
}

/** Statements of a month, one for each person that is seen and has a line. */
export interface Statements {
  /** First day of the month. */
  month: Day;
  people: readonly Statement[];
}

/** Most people and lines of one file. */
const most = { people: 60, lines: 800 };

/**
 * The statement of a person, by the key of their membership, or of everybody the actor sees; of nobody else than oneself for who
 * leads nobody. Null when the actor does not see them, or they are too many for one file.
 */
export function readStatements(
  app: Pick<App, 'db' | 'config'>,
  actor: Actor,
  { month, person }: { month: Day; person?: string },
): Promise<Statements | null> {
  return app.db.as(actor, async tx => {
    const sees = await tx.pay.sees();
    const keys = sees === 'none' ? new Map<number, string>() : await tx.pay.members();
    const members = [...keys].filter(([, key]) => person === undefined || key === person).map(([id]) => id);
    if (sees === 'none' || (person !== undefined && members.length === 0)) {
      await tx.audit.add({ act: 'pay-statement', what: 'pay', ids: [], result: 'missing' });
      return null;
    }
    const all = await everything(app, tx);
    const paid = linesOf(all, month).filter(one => one.code !== null && one.cents !== 0);
    const people = statementsOf(all, { paid, unpaid: unpaidLines(all, month) }, new Set(members));
    const lines = people.flatMap(one => [...one.lines, ...one.unpaid]);
    const ids = [...new Set(lines.map(one => one.service))].slice(0, 25);
    await tx.audit.add({ act: 'pay-statement', what: 'case', ids, result: 'ok' });
    return people.length > most.people || lines.length > most.lines ? null : { month, people };
  });
}

function statementsOf(
  { services }: Awaited<ReturnType<typeof everything>>,
  { paid, unpaid }: { paid: readonly MonthLine[]; unpaid: readonly MonthLine[] },
  members: ReadonlySet<number>,
): Statement[] {
  const sites = new Map([...services.values()].map(one => [one.site, one.siteName] as const));
  const found = new Map<number, Statement & { lines: MonthLine[]; unpaid: MonthLine[] }>();
  const of = (one: MonthLine) => {
    const known = found.get(one.member);
    if (known) return known;
    const site = sites.get(one.site) ?? { en: '', fr: '' };
    const made = { name: one.name, site, lines: [], unpaid: [] };
    found.set(one.member, made);
    return made;
  };
  for (const one of paid) if (members.has(one.member)) of(one).lines.push(one);
  for (const one of unpaid) if (members.has(one.member)) of(one).unpaid.push(one);
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}
