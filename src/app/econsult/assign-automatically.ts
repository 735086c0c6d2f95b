import { localDay } from '../../domain/case/deadline.ts';
import type { By, CaseState } from '../../domain/case/state.ts';
import type { Chosen } from '../../domain/econsult/auto-assign.ts';
import { dueWhileAway, nobodyCan } from '../../domain/econsult/free.ts';
import { groupOf } from '../../domain/econsult/standing.ts';
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
  if (assigner) await tell(app, tx, waiting, 'nobody-free');
  if (programme) await tell(app, tx, waiting, 'nobody-free-network');
}

/**
 * A question falls due on a day away of whoever has it. A group that assigns by itself takes it back when they are away: the verb
 * of the system. Where a person assigns, they hear of it once, and the programme too when nobody else can take it.
 */
export async function turnOfAbsent(
  app: Pick<Acts, 'config'>,
  tx: Tx,
  held: Waiting,
): Promise<VerbAsk | undefined> {
  const { state, id: caseId, key: caseKey } = held;
  if (!isAdvice(state) || state.status !== 'assigned' || !state.hold) return undefined;
  const zone = await zoneOf(tx, state.receiver.site);
  const weighed = await weighGroup(tx, { caseId, state, zone });
  const holder = weighed?.facts.members.find(one => one.member === state.receiver.member);
  if (!weighed || !holder) return undefined;
  const { facts, chosen, days } = weighed;
  const when = dueWhileAway(holder.absences, { today: days.today, due: localDay(state.hold.due, zone) });
  if (!when) return undefined;
  if (facts.automatic)
    return when === 'now' ? { caseKey, verb: 'release', input: { away: true } } : undefined;
  if (await tx.adviceGroups.absentHolder(caseId)) await tell(app, tx, held, 'specialist-away');
  const others = facts.members.filter(one => one !== holder);
  if (nobodyCan({ ...facts, members: others }, chosen, days)) await tellNobodyFree(app, tx, held);
  return undefined;
}

/** Who hears: the programme, or the group's assigners, whoever has it now. */
function hearers({ receiver }: CaseState, template: Template): Address[] {
  return template === 'nobody-free-network' ? [{ kind: 'programme', id: 0 }] : addressesOf(groupOf(receiver));
}

/** Writes notices about a question as it is now, with the jobs that send them. */
async function tell(
  app: Pick<Acts, 'config'>,
  tx: Tx,
  { id: caseId, state, reference }: Waiting,
  template: Template,
): Promise<void> {
  const { hostname } = new URL(app.config.baseUrl);
  const { type, status, seq } = state;
  const notices = hearers(state, template).map(to => ({
    ...{ to, template, caseId, seq, messageId: `${key()}@${hostname}` },
    // The event may have its own message to the same people: this one is another.
    params: { reference, type, status, apart: template },
  }));
  for (const notice of await tx.notices.add(notices))
    await tx.jobs.add({ kind: 'send-notice', payload: { notice, case: caseId } });
}
