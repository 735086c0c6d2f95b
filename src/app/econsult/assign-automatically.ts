import type { By } from '../../domain/case/state.ts';
import type { Chosen } from '../../domain/econsult/auto-assign.ts';
import { addressesOf } from '../../domain/notices/address.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { Moved } from '../reactions.ts';
import type { Acts, VerbAsk } from '../run-verb.ts';
import { automaticChoice, isAdvice } from './advice-choice.ts';

/** As whom the automatic assignment acts. */
export const assignment: By = { side: 'system', clinical: false, lead: false };

type Found = Extract<Chosen, { member: number }>;
type Waiting = Moved & { reference: string };

/** What the system should do with a question that has just come to a group: the verb, and what it went by. */
export interface AutomaticTurn {
  ask: VerbAsk;
  chosen: Found;
}

/**
 * A question came to its group, or came back: in a group that assigns by itself, whom it goes to. When nobody can take it, the
 * group's assigners hear so now, and the programme once a day for each group; the question stays in their list.
 */
export async function automaticTurn(
  app: Pick<Acts, 'config'>,
  tx: Tx,
  moved: Waiting,
): Promise<AutomaticTurn | null> {
  const { state, id, key: caseKey } = moved;
  if (!isAdvice(state) || state.status !== 'asked' || moved.before?.status === 'asked') return null;
  const choice = await automaticChoice(tx, {
    caseId: id,
    state,
    zone: await zoneOf(tx, state.receiver.site),
  });
  if (!choice) return null;
  const { chosen, keyOf } = choice;
  if ('nobody' in chosen) {
    await tellNobodyFree(app, tx, moved);
    return null;
  }
  return turnOf(caseKey, chosen, keyOf(chosen.member));
}

/** The verb of the system that gives a question to whom the assignment chose. */
export function turnOf(caseKey: string, chosen: Found, member: string): AutomaticTurn {
  return { ask: { caseKey, verb: 'assign', input: { member, why: chosen.why } }, chosen };
}

/** The zone of the group's site. */
export async function zoneOf(tx: Tx, site: number): Promise<string> {
  return (await tx.sites.byIds([site]))[0]?.zone ?? 'America/Toronto';
}

/** Nobody can take it: the group's assigners hear so, and the programme once a day for each group. */
export async function tellNobodyFree(app: Pick<Acts, 'config'>, tx: Tx, moved: Waiting): Promise<void> {
  const { receiver } = moved.state;
  const told = [{ to: addressesOf(receiver), template: 'nobody-free' as const }];
  const programme = await tx.adviceGroups.nobodyFree(moved.id);
  const network = { to: [{ kind: 'programme' as const, id: 0 }], template: 'nobody-free-network' as const };
  const { hostname } = new URL(app.config.baseUrl);
  const { type, status } = moved.state;
  const notices = [...told, ...(programme ? [network] : [])].flatMap(({ to, template }) =>
    to.map(one => ({
      ...{ to: one, template, caseId: moved.id, seq: moved.recorded.at(-1)!.seq },
      messageId: `${key()}@${hostname}`,
      params: { reference: moved.reference, type, status },
    })),
  );
  for (const notice of await tx.notices.add(notices))
    await tx.jobs.add({ kind: 'send-notice', payload: { notice, case: moved.id } });
}
