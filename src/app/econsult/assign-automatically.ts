import type { By } from '../../domain/case/state.ts';
import type { Chosen } from '../../domain/econsult/auto-assign.ts';
import { nobodyCan } from '../../domain/econsult/free.ts';
import { type Address, addressesOf } from '../../domain/notices/address.ts';
import type { Template } from '../../domain/notices/template.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { Moved } from '../reactions.ts';
import type { Acts, VerbAsk } from '../run-verb.ts';
import { isAdvice, weighGroup } from './advice-choice.ts';

/** As whom the automatic assignment acts. */
export const assignment: By = { side: 'system', clinical: false, lead: false };

type Found = Extract<Chosen, { member: number }>;
/** A question as it is now. */
type Waiting = Pick<Moved, 'id' | 'key' | 'state'> & { reference: string };

/** What the system should do with a question that has just come to a group: the verb, and what it went by. */
export interface AutomaticTurn {
  ask: VerbAsk;
  chosen: Found;
}

/**
 * A question came to its group, or came back: in a group that assigns by itself, whom it goes to. When nobody of any group can
 * take it, the group's assigners hear so now, and the programme within a day; the question stays in their list.
 */
export async function automaticTurn(
  app: Pick<Acts, 'config'>,
  tx: Tx,
  moved: Waiting & Pick<Moved, 'before'>,
): Promise<AutomaticTurn | null> {
  const { state } = moved;
  if (!isAdvice(state) || state.status !== 'asked' || moved.before?.status === 'asked') return null;
  return turnFor(app, tx, moved);
}

/** The same for a question that waits, whenever it is tried. */
export async function turnFor(
  app: Pick<Acts, 'config'>,
  tx: Tx,
  waiting: Waiting,
): Promise<AutomaticTurn | null> {
  const { state, id: caseId, key: caseKey } = waiting;
  if (!isAdvice(state)) return null;
  const weighed = await weighGroup(tx, { caseId, state, zone: await zoneOf(tx, state.receiver.site) });
  if (!weighed) return null;
  const { facts, chosen, days } = weighed;
  if (nobodyCan(facts, chosen, days)) await tellNobodyFree(app, tx, waiting);
  if (!facts.automatic || 'nobody' in chosen) return null;
  return turnOf(caseKey, chosen, facts.members.find(one => one.member === chosen.member)!.key);
}

/** The verb of the system that gives a question to whom the assignment chose. */
function turnOf(caseKey: string, chosen: Found, member: string): AutomaticTurn {
  return { ask: { caseKey, verb: 'assign', input: { member, why: chosen.why } }, chosen };
}

/** The zone of the group's site. */
export async function zoneOf(tx: Tx, site: number): Promise<string> {
  return (await tx.sites.byIds([site]))[0]?.zone ?? 'America/Toronto';
}

/** Nobody can take it: the group's assigners hear so once in this turn, and the programme within a day. */
export async function tellNobodyFree(app: Pick<Acts, 'config'>, tx: Tx, waiting: Waiting): Promise<void> {
  const { assigner, programme } = await tx.adviceGroups.nobodyFree(waiting.id);
  if (assigner)
    await tell(app, tx, waiting, { to: addressesOf(waiting.state.receiver), template: 'nobody-free' });
  const network = { to: [{ kind: 'programme' as const, id: 0 }], template: 'nobody-free-network' as const };
  if (programme) await tell(app, tx, waiting, network);
}

/** Writes notices about a question as it is now, with the jobs that send them. */
async function tell(
  app: Pick<Acts, 'config'>,
  tx: Tx,
  { id: caseId, state, reference }: Waiting,
  { to, template }: { to: readonly Address[]; template: Template },
): Promise<void> {
  const { hostname } = new URL(app.config.baseUrl);
  const { type, status, seq } = state;
  const notices = to.map(one => ({
    ...{ to: one, template, caseId, seq, messageId: `${key()}@${hostname}` },
    params: { reference, type, status },
  }));
  for (const notice of await tx.notices.add(notices))
    await tx.jobs.add({ kind: 'send-notice', payload: { notice, case: caseId } });
}
