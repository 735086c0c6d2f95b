import type { RecordedEvent } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/state.ts';
import { helpless } from '../domain/econsult/ask-colleague.ts';
import { laterOf } from '../domain/econsult/later.ts';
import { noticesFor } from '../domain/notices/notices.ts';
import { lookForReading } from '../domain/referral/not-read.ts';
import { freedBy } from '../domain/schedule/freed.ts';
import type { App } from './app.ts';
import { guestToHear } from './outside/workspace.ts';
import type { Tx } from './ports/database.ts';
import { key } from './ports/ids.ts';
import type { NewNotice } from './ports/notices.ts';

/** What happened to a case in this transaction. */
export interface Moved {
  /** Inside id. */
  id: number;
  key: string;
  requestId: number;
  /** Null for a case that was opened. */
  before: CaseState | null;
  state: CaseState;
  recorded: readonly RecordedEvent[];
}

/**
 * What follows an event is listed by rules of the domain, not called from where it happens: the notices of a move are
 * written with the jobs that send them, in the transaction of the events; a slot that came free is offered to others.
 */
export async function react(
  app: Pick<App, 'config'>,
  tx: Tx,
  moved: Moved & { reference: string },
): Promise<void> {
  for (const { schedule, type, start } of freedBy(moved.before, moved.state, tx.now))
    await tx.jobs.add({ kind: 'fill-slot', payload: { schedule, type, start } });
  const { member } = moved.state.receiver;
  if (member !== undefined && member !== moved.before?.receiver.member && moved.state.type === 'econsult')
    await tx.adviceGroups.tookTurn(moved.id, member);
  const guest = guestToHear(moved.state, moved.recorded);
  if (guest !== undefined)
    await tx.jobs.add({
      kind: 'tell-guest',
      payload: { link: guest, case: moved.id, template: 'guest-news' },
    });
  await changeLater(tx, moved);
  await endHelp(tx, moved);
  const due = noticesFor(moved);
  if (due.length === 0) return;
  const host = new URL(app.config.baseUrl).hostname;
  const notices = due.map(
    ({ params, pressing, ...notice }): NewNotice => ({
      ...notice,
      caseId: moved.id,
      messageId: `${key()}@${host}`,
      params: {
        ...params,
        ...(pressing || isUrgentWork(notice.to, moved.state) ? { urgent: true } : {}),
        ...{ reference: moved.reference, type: moved.state.type, status: moved.state.status },
      },
    }),
  );
  const added = await tx.notices.add(notices);
  await tx.jobs.add(...added.map(notice => ({ kind: 'send-notice', payload: { notice, case: moved.id } })));
}

/** Nobody answers here any more: what a colleague was asked for it, and has not answered, is no longer needed. */
async function endHelp(tx: Tx, { id, before, state }: Moved): Promise<void> {
  if (!before || before.status === state.status || !helpless(state)) return;
  for (const helper of await tx.cases.helpersWaiting(id))
    await tx.jobs.add({ kind: 'end-help', payload: { case: helper.id, key: helper.key } });
}

/** What a case asks later on. */
async function changeLater(tx: Tx, moved: Moved): Promise<void> {
  if (moved.state.type === 'referral') return lookLater(tx, moved);
  const { site } = moved.state.requester;
  if (moved.state.type !== 'econsult' || moved.state.hold || site === undefined) return;
  const [at] = await tx.sites.byIds([site]);
  const change = laterOf(moved, at?.zone ?? 'America/Toronto');
  if (change) await tx.caseLater.change(moved.id, change);
}

/** Whether the patient has read that a visit is off. */
async function lookLater(tx: Tx, moved: Moved): Promise<void> {
  if (!moved.recorded.some(({ type }) => type === 'unbooked' || type === 'declined')) return;
  const [at] = await tx.sites.byIds([moved.state.receiver.site]);
  const change = lookForReading(moved, tx.now, at?.zone ?? 'America/Toronto');
  if (change) await tx.caseLater.change(moved.id, change);
}

/** Those who work on an urgent request hear of it at once. */
function isUrgentWork(to: NewNotice['to'], { urgency }: CaseState): boolean {
  return urgency === 'urgent' && to.kind !== 'patient';
}
