import type { PersonActor } from './actor.ts';
import type { Tx } from './ports/database.ts';
import { type Acts, againWhenReceiptTaken, runVerbIn } from './run-verb.ts';

export interface AssignAll {
  /** Keys of cases, of either type. */
  cases: readonly string[];
  /** Key of a member of the site. */
  member: string;
  /** Of the form: posting it twice assigns once. */
  receipt?: string;
}

export interface NotAssigned {
  caseKey: string;
  /** '' for a case that is not open to the actor. */
  requestKey: string;
  reference: string;
  refusal: string;
}

export interface AssignedAll {
  /** Name of who has them now; absent when there is no such colleague. */
  to?: string;
  count: number;
  refused: readonly NotAssigned[];
}

/** Gives each case to one colleague, each checked and written by itself: what one refuses does not hold up the others. */
export async function assignAll(app: Acts, actor: PersonActor, ask: AssignAll): Promise<AssignedAll> {
  const colleagues = await app.db.as(actor, tx => tx.people.colleagues(actor.site));
  const to = colleagues.find(one => one.key === ask.member);
  if (!to) return { count: 0, refused: [] };
  const cases = new Set(ask.cases);
  const refused: NotAssigned[] = [];
  for (const caseKey of cases) {
    const refusal = await assignOne(app, actor, { ...ask, caseKey });
    if (refusal) refused.push(refusal);
  }
  return { to: to.name, count: cases.size - refused.length, refused };
}

type AssignOne = Pick<AssignAll, 'member' | 'receipt'> & { caseKey: string };

function assignOne(app: Acts, actor: PersonActor, ask: AssignOne): Promise<NotAssigned | undefined> {
  const { caseKey, member } = ask;
  const receipt = ask.receipt && `${ask.receipt}-${caseKey}`;
  const write = (tx: Tx, input: object) =>
    runVerbIn(app, tx, { caseKey, verb: 'assign', side: 'receiver', input, ...(receipt && { receipt }) });
  const inOne = async (tx: Tx) => {
    const locked = await tx.cases.lock(caseKey);
    const { requestKey, reference, type } =
      typeof locked === 'object' ? locked : { requestKey: '', reference: '', type: 'referral' };
    // A question to a group also says why this specialist was chosen.
    const outcome = await write(tx, type === 'econsult' ? { member, why: 'other' } : { member });
    return outcome.ok ? undefined : { caseKey, requestKey, reference, refusal: outcome.refusal };
  };
  return againWhenReceiptTaken(() => app.db.as(actor, inOne));
}
