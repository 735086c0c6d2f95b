import type { RecordedEvent } from '../case/events.ts';
import type { CaseState, Side } from '../case/state.ts';
import { type Address, addressesOf, holderOf, sideAddresses } from './address.ts';
import type { Template } from './template.ts';
import { alsoTold, type ToPatient, toldOf } from './told.ts';

/** What one verb, or one opening, did to a case. */
export interface Happened {
  /** Inside id of the request; the patient's contacts are found by it. */
  requestId: number;
  /** Null for a case that was opened. */
  before: CaseState | null;
  state: CaseState;
  /** At least one, in order, all by the same actor. */
  recorded: readonly RecordedEvent[];
}

/** A message to make: to whom, which text, because of which event. Codes and times only, never health information. */
export interface DueNotice {
  to: Address;
  template: Template;
  seq: number;
  params?: Record<string, string>;
  /** It cannot wait for a morning or a daily collection. */
  pressing?: true;
}

/** Statuses that end a case while its request goes on in another one, whose opening tells the patient. */
const onward = ['forwarded', 'split', 'redirected', 'converted'];

/**
 * Who must be told of what has just happened, each once and by the most telling template; nobody is told what they did
 * themselves. Every party hears the outcome, also an intake that handed the case on long ago. Pure; the texts are in
 * `words/<lang>/notices.ts`.
 */
export function noticesFor(happened: Happened): DueNotice[] {
  const { recorded } = happened;
  const chased = recorded.find(({ type }) => type === 'reminded' || type === 'escalated');
  if (chased) return late(happened, chased);
  const told = [
    ...toHolder(happened),
    ...toNewReceiver(happened),
    ...toParties(happened),
    ...toCopy(happened),
    ...toOthers(happened),
    ...ofMessages(happened),
    ...toPatient(happened),
  ];
  const seen = new Set<string>();
  return told.filter(({ to }) => {
    const name = `${to.kind} ${to.id}`;
    return !isAuthor(to, happened) && !seen.has(name) && seen.add(name);
  });
}

const lastOf = ({ recorded }: Happened) => recorded.at(-1)!;

function isAuthor(to: Address, happened: Happened): boolean {
  const { member, actingFor } = lastOf(happened).by;
  return to.kind === 'member' && (to.id === member || to.id === actingFor);
}

function all(to: readonly Address[], template: Template, seq: number): DueNotice[] {
  return to.map(one => ({ to: one, template, seq }));
}

/** Whoever owes the next step, when that is somebody else than before, or something else that they did not choose. */
function toHolder(happened: Happened): DueNotice[] {
  const { before, state, recorded } = happened;
  const turns = recorded.map(({ type }) => toldOf(type).turn).filter(one => one !== undefined);
  if (!before || turns.length === 0 || !state.hold || state.hold.accountable.side === 'patient') return [];
  const { by, seq } = lastOf(happened);
  const same = JSON.stringify(before.hold?.accountable) === JSON.stringify(state.hold.accountable);
  if (same && (before.hold?.next === state.hold.next || by.side === state.hold.accountable.side)) return [];
  const review = state.hold.next === 'review' && !turns.includes('answer');
  return all(holderOf(state), review ? 'review' : turns[0]!, seq);
}

function toNewReceiver(happened: Happened): DueNotice[] {
  if (happened.before) return [];
  const { state } = happened;
  return all(addressesOf(state.receiver), 'new', lastOf(happened).seq);
}

/** What the other sides hear of a change of status; a void takes the case from everybody but the requester. */
function toParties(happened: Happened): DueNotice[] {
  const { before, state, recorded } = happened;
  const { by, seq } = lastOf(happened);
  if (before?.status === state.status || (!before && !state.via)) return [];
  if (!recorded.some(({ type }) => toldOf(type).parties)) return [];
  const over = state.hold === undefined && !onward.includes(state.status);
  const sides: readonly Side[] = before ? ['requester', 'receiver', 'intake'] : ['intake'];
  return sides
    .filter(side => side !== by.side)
    .flatMap(side => {
      const taken = state.status === 'void' && side !== 'requester';
      const template = taken ? 'access-ended' : over ? 'outcome' : 'news';
      return all(sideAddresses(state, side), template, seq);
    });
}

/** Whoever reads along hears that it was asked, that an answer came or changed, and how it ended. */
function toCopy(happened: Happened): DueNotice[] {
  const { before, state, recorded } = happened;
  const { seq } = lastOf(happened);
  if (!state.copy) return [];
  const moved = before?.status !== state.status;
  const told =
    !before || (moved && (!state.hold || ['answered', 'returned', 'completed'].includes(state.status)));
  if (!told && !recorded.some(({ type }) => type === 'amended')) return [];
  const taken = state.status === 'void' ? 'access-ended' : undefined;
  return all(sideAddresses(state, 'copy'), taken ?? (state.hold ? 'news' : 'outcome'), seq);
}

/** Sides whose work an event changes although the case stays where it is. */
function toOthers({ before, state, recorded }: Happened): DueNotice[] {
  if (!before || state.status === 'void') return [];
  return alsoTold(recorded, state)
    .filter(([side, , seq]) => recorded.some(event => event.seq === seq && event.by.side !== side))
    .flatMap(([side, template, seq]) => all(sideAddresses(state, side), template, seq));
}

function ofMessages(happened: Happened): DueNotice[] {
  const { state, recorded, requestId } = happened;
  return recorded
    .filter(({ type }) => type === 'messaged')
    .flatMap(({ seq, audience, by }) => {
      const wide: readonly string[] =
        audience === 'clinical' ? ['requester', 'receiver'] : ['requester', 'receiver', 'intake'];
      const heard = ['everyone', 'all', 'clinical'].includes(audience) ? wide : [audience as string];
      const to = (['requester', 'receiver', 'intake'] as const)
        .filter(side => side !== by.side && heard.includes(side))
        .flatMap(side => sideAddresses(state, side));
      // Of an untold case only its requester writes to the patient.
      const own = !state.helps && (!state.untold || by.side === 'requester');
      const patient = audience === 'everyone' && by.side !== 'patient' && own && mayTell(state);
      return [
        ...all(to, 'message', seq),
        ...(patient ? all([{ kind: 'patient', id: requestId }], 'patient-news', seq) : []),
      ];
    });
}

/** Nobody writes to somebody who cannot be reached or has died. */
function mayTell({ patient, status }: CaseState): boolean {
  return patient.reachable && !patient.deceased && status !== 'void';
}

/** The strongest way in which any of the events is for the patient. */
function wayToPatient(recorded: readonly RecordedEvent[]): ToPatient | undefined {
  const ways = recorded.map(event => {
    const { patient } = toldOf(event.type);
    return typeof patient === 'function' ? patient(event) : patient;
  });
  return (['to-do', 'heard', 'moved', 'asked'] as const).find(way => ways.includes(way));
}

/** The patient hears where the request is now, when that changed, and what is asked of them. */
function toPatient(happened: Happened): DueNotice[] {
  const { before, state, recorded, requestId } = happened;
  const { by, seq } = lastOf(happened);
  const way = wayToPatient(recorded);
  if (way === undefined || state.untold || !mayTell(state) || by.side === 'patient') return [];
  const to: Address = { kind: 'patient', id: requestId };
  const asks = state.hold?.accountable.side === 'patient';
  const booked = JSON.stringify(before?.appointment) !== JSON.stringify(state.appointment);
  const moved = before?.status !== state.status || booked;
  // What is offered to be answered lapses soon.
  if (way === 'to-do') return [{ to, template: 'patient-to-do', seq, pressing: true }];
  if (asks && moved) return all([to], 'patient-to-do', seq);
  if (way === 'heard') return all([to], 'patient-news', seq);
  if (way === 'asked' || !moved || onward.includes(state.status)) return [];
  return all([to], state.hold ? 'patient-news' : 'patient-outcome', seq);
}

/** Lateness climbs: whoever owes it, the lead of their site, then the programme, which never learns of whom it is. */
function late({ state, requestId }: Happened, { type, seq, body }: RecordedEvent): DueNotice[] {
  const level = String(body.level);
  const holder = (level.startsWith('errand-') ? state.errand : state.hold)?.accountable;
  if (!holder) return [];
  const params = { level, due: String(body.due) };
  const tell = (to: readonly Address[], template: Template) =>
    all(to, template, seq).map(notice => ({ ...notice, params }));
  if (holder.side === 'patient')
    return mayTell(state) ? tell([{ kind: 'patient', id: requestId }], 'patient-reminder') : [];
  if (type === 'reminded') return tell(holderOf(state), level === 'reminder-before' ? 'reminder' : 'late');
  if (level !== 'lead' && level !== 'errand-lead')
    return tell([{ kind: 'programme', id: 0 }], 'late-in-the-network');
  return holder.site === undefined ? [] : tell([{ kind: 'leads', id: holder.site }], 'late-at-your-site');
}
