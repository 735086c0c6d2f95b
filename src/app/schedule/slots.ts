import { localDay } from '../../domain/case/deadline.ts';
import type { SlotFacts } from '../../domain/case/facts.ts';
import type { CaseState, Urgency } from '../../domain/case/state.ts';
import type { Day, Instant } from '../../domain/case/time.ts';
import type { ClinicType } from '../../domain/schedule/plan.ts';
import { horizonDays, nextFree, overlaps, type Slot, slotAt } from '../../domain/schedule/slots.ts';
import type { LockedCase } from '../ports/cases.ts';
import type { Tx } from '../ports/database.ts';
import type { Schedule } from '../ports/schedules.ts';

/** A free time of a schedule, and what a visit there would be. */
export interface FreeSlot extends Slot {
  /** As a form posts it. */
  key: string;
  schedule: Schedule;
  kind: ClinicType;
}

const minute = 60_000;

/** Names a slot in a form: keys of its schedule and of the kind of visit, and its start in minutes since 1970. */
export function slotKey(schedule: { key: string }, type: { key: string }, start: Instant): string {
  return `${schedule.key}.${type.key}.${Date.parse(start) / minute}`;
}

function partsOf(key: string): { schedule: string; type: string; start: Instant } | undefined {
  const [schedule, type, minutes] = key.split('.');
  if (!schedule || !type || !/^\d{1,9}$/.test(minutes ?? '')) return undefined;
  return { schedule, type, start: new Date(Number(minutes) * minute).toISOString() };
}

/** The moment that the key of a slot names; without `at` when it is no key. */
export function startOfSlot(key: string): { at?: Instant } {
  const start = partsOf(key)?.start;
  return start === undefined ? {} : { at: start };
}

/** Where a patient would be seen, and who asks. */
export interface Seeks {
  state: Pick<CaseState, 'receiver' | 'urgency'>;
  /** Inside id of the case, whose own times are not in its way. */
  caseId: number;
}

/** Free times of all schedules of the service, soonest first. `patients`: those alone that a patient may choose. */
export async function freeSlots(
  tx: Tx,
  { state, caseId }: Seeks,
  wanted: { from?: Day; limit: number; patients?: boolean },
): Promise<FreeSlot[]> {
  const { site, service } = state.receiver;
  const all = await tx.schedules.serving(site, service);
  const schedules = wanted.patients ? all.filter(one => one.patientsChoose) : all;
  if (schedules.length === 0) return [];
  const from = wanted.from ?? localDay(tx.now, schedules[0]!.zone);
  const ids = schedules.map(one => one.id);
  const to = new Date(Date.parse(tx.now) + (horizonDays + 2) * 1440 * minute).toISOString();
  const busy = await tx.visits.busy(ids, { from: tx.now, to, except: caseId });
  const ask = { now: tx.now, urgency: state.urgency as Urgency, from, limit: wanted.limit };
  return schedules
    .flatMap(schedule =>
      nextFree(
        schedule,
        busy.filter(one => one.schedule === schedule.id),
        ask,
      ).map(slot => freeOn(schedule, slot)),
    )
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .slice(0, wanted.limit);
}

function freeOn(schedule: Schedule, slot: Slot): FreeSlot {
  const kind = schedule.types.find(one => one.id === slot.type)!;
  return { ...slot, key: slotKey(schedule, kind, slot.start), schedule, kind };
}

/** The slot of that key on a schedule that serves the case; undefined when none has it, whoever else has the time. */
export async function slotOf(
  tx: Tx,
  { state }: Pick<Seeks, 'state'>,
  key: string,
): Promise<FreeSlot | undefined> {
  const named = partsOf(key);
  if (!named) return undefined;
  const serving = await tx.schedules.serving(state.receiver.site, state.receiver.service);
  const schedule = serving.find(one => one.key === named.schedule);
  const kind = schedule?.types.find(one => one.key === named.type);
  const slot = schedule && kind && slotAt(schedule, kind.id, named.start);
  return slot && freeOn(schedule, slot);
}

/** What a decision may know of the slot that its input names; nothing when it names none. */
export async function slotFacts(tx: Tx, locked: LockedCase, input: unknown): Promise<{ slot?: SlotFacts }> {
  const key = typeof input === 'object' && input !== null && 'slot' in input ? input.slot : undefined;
  if (typeof key !== 'string' || key === '') return {};
  const found = await slotOf(tx, locked, key);
  if (!found) return {};
  const { schedule, kind, start, until, keptUntil } = found;
  const busy = await tx.visits.busy([schedule.id], { from: start, to: until, except: locked.id });
  const { language } = locked.receiverPatient ?? locked.requesterPatient;
  const slot: SlotFacts = {
    ...{ key, schedule: schedule.id, type: kind.id, start, length: kind.minutes, until, label: kind.label },
    ...{ medium: kind.medium, place: placeOf(found), instructions: kind.instructions[language] },
    form: kind.form,
    sheets: await tx.sheets.forVisit(kind.id, language),
    ...(keptUntil !== undefined && { keptUntil }),
    ...{ taken: busy.some(one => overlaps(one, found)), patients: schedule.patientsChoose },
  };
  return { slot };
}

/** Where the visit is: a room, a link, or nowhere. */
export function placeOf({ schedule, kind }: Pick<FreeSlot, 'schedule' | 'kind'>): string {
  if (kind.medium === 'in-person') return schedule.place;
  return kind.medium === 'video' ? kind.link : '';
}
