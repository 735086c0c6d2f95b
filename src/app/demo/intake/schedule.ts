import { addDays, localDay } from '../../../domain/case/deadline.ts';
import type { Instant } from '../../../domain/case/time.ts';
import { mondayOf, slotsOn } from '../../../domain/schedule/slots.ts';
import type { Tx } from '../../ports/database.ts';
import { key } from '../../ports/ids.ts';
import { slotKey } from '../../schedule/slots.ts';

const hour = 60;
const prepared = {
  en: 'Wear loose clothes, and bring your health card and any X-ray that you have on a disc.',
  fr: 'Portez des vêtements amples; apportez votre carte Santé et vos radiographies, si vous en avez sur disque.',
};
const byPhone = {
  en: 'Be where you can stand up and walk a few steps.',
  fr: 'Soyez à un endroit où vous pouvez vous lever et faire quelques pas.',
};

const first = {
  ...{ name: { en: 'Back or joint assessment', fr: 'Évaluation du dos ou d’une articulation' } },
  ...{ label: 'initial-visit', minutes: 40, buffer: 5, medium: 'in-person' as const, link: '' },
  instructions: prepared,
  form: 'before-a-visit',
};
const follow = {
  ...{ name: { en: 'Follow-up by phone', fr: 'Suivi par téléphone' }, label: 'follow-up' },
  ...{ minutes: 20, buffer: 0, medium: 'phone' as const, link: '', instructions: byPhone, form: '' },
};

/** A time of the intake's calendar, as a form posts it. */
export interface IntakeSlot {
  key: string;
  start: Instant;
}

/** The week of the intake's physiotherapist, every day, since two months. */
export async function planIntake(tx: Tx, site: number, member: number): Promise<number> {
  const id = await tx.schedules.add(
    key(),
    {
      name: { en: 'Assessments, Ngozi Adeyemi-Clark', fr: 'Évaluations, Ngozi Adeyemi-Clark' },
      ...{ member, place: 'Room 2', keepsHolidays: true, patientsChoose: true, offerMinutes: 120 },
      services: [],
    },
    site,
  );
  const from = addDays(tx.now.slice(0, 10), -60);
  const each = { everyWeeks: 1, from };
  const visit = await tx.schedules.addType(id, key(), first);
  const call = await tx.schedules.addType(id, key(), follow);
  const days = [1, 2, 3, 4, 5];
  const morning = { type: visit, weekdays: days, opens: 9 * hour, closes: 12 * hour, urgent: 1 };
  await tx.schedules.addPattern(id, key(), { ...each, ...morning });
  const calls = { type: call, weekdays: [2, 4], opens: 13 * hour, closes: 15 * hour, urgent: 0 };
  await tx.schedules.addPattern(id, key(), { ...each, ...calls });
  return id;
}

/** First visits that anybody may have: of the last week, of the one of now, and of the next. */
export async function intakeSlots(tx: Tx, id: number): Promise<Record<-1 | 0 | 1, IntakeSlot[]>> {
  const schedule = (await tx.schedules.byId(id))!;
  const type = schedule.types.find(one => one.label === first.label)!;
  const monday = mondayOf(localDay(tx.now, schedule.zone));
  const week = (from: string) =>
    [0, 1, 2, 3, 4]
      .flatMap(day => slotsOn(schedule, addDays(from, day)))
      .filter(slot => slot.type === type.id && slot.keptUntil === undefined)
      .map(({ start }) => ({ key: slotKey(schedule, type, start), start }));
  return { [-1]: week(addDays(monday, -7)), 0: week(monday), 1: week(addDays(monday, 7)) };
}
