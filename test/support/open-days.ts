import type { Actor } from '../../src/app/actor.ts';
import { key } from '../../src/app/ports/ids.ts';
import type { Schedule, ScheduleDetails } from '../../src/app/ports/schedules.ts';
import { localDay } from '../../src/domain/case/deadline.ts';
import type { TestDatabase } from './database.ts';

const details: ScheduleDetails = {
  ...{ name: { en: 'Every day', fr: 'Tous les jours' }, member: null, place: 'Room 2', keepsHolidays: false },
  ...{ patientsChoose: true, offerMinutes: 60, services: [] },
};

/** A schedule of first visits of half an hour, every day from eight to eight, from today on. */
export function openDays(
  { db }: Pick<TestDatabase, 'db'>,
  who: Actor,
  more: Partial<ScheduleDetails> = {},
): Promise<Schedule> {
  return db.as(who, async tx => {
    const its = key();
    await tx.schedules.add(its, { ...details, ...more });
    const { id, zone } = (await tx.schedules.byKey(its))!;
    await tx.schedules.addType(id, key(), {
      ...{
        name: { en: 'First visit', fr: 'Première visite' },
        label: 'initial-visit',
        minutes: 30,
        buffer: 0,
      },
      ...{ medium: 'in-person', link: '', instructions: { en: 'Fast.', fr: 'Venez à jeun.' }, form: '' },
    });
    const [type] = (await tx.schedules.byKey(its))!.types;
    await tx.schedules.addPattern(id, key(), {
      ...{ type: type!.id, weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, from: localDay(tx.now, zone) },
      ...{ opens: 480, closes: 1200, urgent: 0 },
    });
    return (await tx.schedules.byKey(its))!;
  });
}
