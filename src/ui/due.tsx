import type { Instant } from '../domain/case/time.ts';
import { type Ui, useUi } from './context.ts';
import type { IconName } from './drawings.ts';
import { type DueLook, dueLook } from './due-look.ts';
import { dayShort, dayWithYear, time } from './format.ts';
import { Icon } from './icon.tsx';

export interface DueProps {
  due: Instant;
  /** A question is out and the clock stands still. */
  stopped?: boolean;
  /** Says the hour too, as the head of a case does. */
  hour?: boolean;
}

const classes = { late: 'late', today: 'today', tomorrow: 'soon', soon: 'soon', plain: '', stop: 'stop' };
const icons: Record<DueLook['look'], IconName | undefined> = {
  late: 'alert',
  today: 'clock',
  tomorrow: 'clock',
  soon: 'clock',
  plain: undefined,
  stop: 'pause',
};

/** A deadline: late, today, soon, a plain date, or stopped. */
export function Due({ due, stopped, hour }: DueProps) {
  const ui = useUi();
  const look = dueLook(due, { now: ui.now, zone: ui.zone, stopped });
  const icon = icons[look.look];
  return (
    <span class={`due ${classes[look.look]}`.trim()}>
      {icon && <Icon name={icon} />}
      <time datetime={due}>{dueText(look, due, { ui, hour })}</time>
    </span>
  );
}

/** The head of a case says since when, too. */
function late(days: number, due: Instant, { ui, hour }: { ui: Ui; hour?: boolean }): string {
  const words = ui.words.time;
  const said = days === 0 ? words.lateNow : words.late(days);
  return hour ? words.lateSince(dayOf(due, ui), said) : said;
}

const dayOf = (due: Instant, ui: Ui) =>
  due.slice(0, 4) === ui.now.slice(0, 4) ? dayShort(due, ui) : dayWithYear(due, ui);

function dueText(look: DueLook, due: Instant, { ui, hour }: { ui: Ui; hour?: boolean }): string {
  const words = ui.words.time;
  switch (look.look) {
    case 'late':
      return late(look.days, due, { ui, hour });
    case 'today':
      return hour ? words.todayBy(time(due, ui)) : words.today;
    case 'tomorrow':
      return words.tomorrow;
    case 'stop':
      return words.stopped;
    default:
      return dayOf(due, ui);
  }
}
