import type { PersonActor } from '../actor.ts';
import { type Each, eachCase } from '../each-case.ts';
import type { Acts } from '../run-verb.ts';

export interface AssignAll {
  /** Keys of cases, of either type. */
  cases: readonly string[];
  /** Key of a member of the site. */
  member: string;
  /** Of the form: posting it twice assigns once. */
  receipt?: string;
}

export interface AssignedAll extends Each {
  /** Name of who has them now; absent when there is no such colleague. */
  to?: string;
}

/** Gives each case to one colleague, each checked and written by itself. */
export async function assignAll(app: Acts, actor: PersonActor, ask: AssignAll): Promise<AssignedAll> {
  const { member, ...rest } = ask;
  const colleagues = await app.db.as(actor, tx => tx.people.colleagues(actor.site));
  const to = colleagues.find(one => one.key === member);
  if (!to) return { count: 0, refused: [] };
  const done = await eachCase(app, actor, rest, ({ type }) => ({
    verb: 'assign',
    // A question to a group also says why this specialist was chosen.
    input: type === 'econsult' ? { member, why: 'other' } : { member },
  }));
  return { to: to.name, ...done };
}
