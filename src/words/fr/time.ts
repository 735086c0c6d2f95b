import type { time as en } from '../en/time.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const time: typeof en = {
  clock: (hour, minute) => {
    if (minute === 0 && hour === 12) return 'midi';
    if (minute === 0 && hour === 0) return 'minuit';
    return `${hour} h${minute === 0 ? '' : ` ${String(minute).padStart(2, '0')}`}`;
  },
  dayAtClock: (day, clock) => `le ${day} à ${clock}`,
  dayAtTime: (day, time) => `le ${day} à ${time}`,
  late: days => `Retard de ${plural(days, 'jour', 'jours')}`,
  lateNow: 'En retard',
  lateSince: (day, late) => `${day} (${late})`,
  today: 'Aujourd’hui',
  todayBy: time => `Aujourd’hui, avant ${time}`,
  tomorrow: 'Demain',
  stopped: 'Délai suspendu',
  noDue: 'Aucune échéance',
  now: 'Maintenant',
  days: count => plural(count, 'jour', 'jours'),
  weeks: count => plural(count, 'semaine', 'semaines'),
  daysShort: count => `${count} j`,
  years: count => plural(count, 'an', 'ans'),
};
