import type { RecordedEvent } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { App } from './app.ts';
import type { Tx } from './ports/database.ts';
import { key } from './ports/ids.ts';
import type { NewNotice, NoticeParams, Recipient } from './ports/notices.ts';

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

/** A message that somebody must get because of an event. */
type Told = Pick<NewNotice, 'to' | 'template' | 'seq'> & { params?: NoticeParams };

/** What follows an event is listed here, not called from where it happens: each line looks at the move and says who is told. */
const reactions: readonly ((moved: Moved) => readonly Told[])[] = [
  tellsNewReceiver,
  tellsWhoseTurnItIs,
  tellsOfMessages,
  tellsOfLateness,
  tellsPatient,
];

/** Writes the notices of a move with the jobs that send them, in the transaction of the events. */
export async function react(
  app: Pick<App, 'config'>,
  tx: Tx,
  moved: Moved & { reference: string },
): Promise<void> {
  const told = unrepeated(reactions.flatMap(reaction => reaction(moved)));
  if (told.length === 0) return;
  const host = new URL(app.config.baseUrl).hostname;
  const notices = told.map(
    ({ params, ...notice }): NewNotice => ({
      ...notice,
      caseId: moved.id,
      messageId: `${key()}@${host}`,
      params: { ...params, reference: moved.reference, type: moved.state.type, status: moved.state.status },
    }),
  );
  for (const notice of await tx.notices.add(notices))
    await tx.jobs.add({ kind: 'send-notice', payload: { notice, case: moved.id } });
}

/** One notice a recipient and move, the first: who is told that it is their turn needs no news of the same. */
function unrepeated(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(({ to }) => {
    const name = `${to.kind} ${to.id}`;
    return !seen.has(name) && seen.add(name);
  });
}

const lastSeq = ({ recorded }: Moved) => recorded.at(-1)!.seq;

type Party = { site?: number; unit?: number; member?: number; offNetwork?: boolean };

/** The member, else the unit, else the site; nobody when it is off the network. */
function at({ site, unit, member, offNetwork }: Party): Recipient[] {
  if (offNetwork || site === undefined) return [];
  if (member !== undefined) return [{ kind: 'member', id: member }];
  return unit === undefined ? [{ kind: 'site', id: site }] : [{ kind: 'unit', id: unit }];
}

function requesterOf({ requester }: CaseState): Recipient[] {
  const { clinician, ...place } = requester;
  return at({ ...place, ...(clinician !== undefined && { member: clinician }) });
}

/** Nobody is told what they just did; nor is a whole site or unit of what one of its own did. */
function isAuthor(to: Recipient, { recorded, state }: Moved): boolean {
  const { member, actingFor, side } = recorded.at(-1)!.by;
  if (to.kind === 'member') return to.id === member || to.id === actingFor;
  return side !== 'system' && side === state.hold?.accountable.side;
}

function tellsNewReceiver(moved: Moved): Told[] {
  if (moved.before) return [];
  return at(moved.state.receiver).map(to => ({ to, template: 'new', seq: lastSeq(moved) }));
}

function tellsWhoseTurnItIs(moved: Moved): Told[] {
  const { before, state } = moved;
  const owes = JSON.stringify(state.hold?.accountable);
  const changed =
    owes !== JSON.stringify(before?.hold?.accountable) || state.hold?.next !== before?.hold?.next;
  if (!before || !changed) return [];
  const holder = state.hold?.accountable;
  if (!holder) return requesterTold(moved, 'outcome');
  if (holder.side === 'patient') return requesterTold(moved, 'news');
  const turn = at(holder)
    .filter(to => !isAuthor(to, moved))
    .map(
      (to): Told => ({ to, template: 'your-turn', seq: lastSeq(moved), params: { next: state.hold!.next } }),
    );
  return holder.side === 'requester' ? turn : [...turn, ...requesterTold(moved, 'news')];
}

function requesterTold(moved: Moved, template: Told['template']): Told[] {
  return requesterOf(moved.state)
    .filter(to => !isAuthor(to, moved))
    .map(to => ({ to, template, seq: lastSeq(moved) }));
}

function tellsOfMessages(moved: Moved): Told[] {
  return moved.recorded
    .filter(event => event.type === 'messaged')
    .flatMap(({ seq, audience, by }) => {
      const wide = audience === 'everyone' || audience === 'all' || audience === 'clinical';
      const hears = (side: string) => by.side !== side && (wide || audience === side);
      const to = [
        ...(hears('requester') ? requesterOf(moved.state) : []),
        ...(hears('receiver') ? at(moved.state.receiver) : []),
        ...(hears('intake') && audience !== 'clinical' && moved.state.via ? at(moved.state.via) : []),
      ];
      return to.map((one): Told => ({ to: one, template: 'message', seq }));
    });
}

function tellsOfLateness({ recorded, state, requestId }: Moved): Told[] {
  const chased = recorded.find(event => event.type === 'reminded' || event.type === 'escalated');
  const holder = state.hold?.accountable;
  if (!chased || !holder) return [];
  const { seq, body } = chased;
  const level = String(body.level);
  const params = { level, due: String(body.due) };
  if (holder.side === 'patient')
    return [{ to: { kind: 'patient', id: requestId }, template: 'patient-reminder', seq, params }];
  if (chased.type === 'reminded') return at(holder).map(to => ({ to, template: 'reminder', seq, params }));
  // Ids of the programme are its own business: there is one.
  if (level !== 'lead')
    return [{ to: { kind: 'programme', id: 0 }, template: 'late-in-the-network', seq, params }];
  return [{ to: { kind: 'leads', id: holder.site ?? 0 }, template: 'late-at-your-site', seq, params }];
}

/** The patient hears of what changes where the request is, unless nobody can be reached or the patient did it. */
function tellsPatient(moved: Moved): Told[] {
  const { before, state, recorded, requestId } = moved;
  const { by, seq } = recorded.at(-1)!;
  if (!state.patient.reachable || state.patient.deceased || by.side === 'patient') return [];
  if (state.status === before?.status || state.status === 'void') return [];
  const to: Recipient = { kind: 'patient', id: requestId };
  if (state.hold?.accountable.side === 'patient') return [{ to, template: 'patient-to-do', seq }];
  return [{ to, template: state.hold ? 'patient-news' : 'patient-outcome', seq }];
}
