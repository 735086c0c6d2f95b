import type { Schedule } from '../../app/ports/schedules.ts';
import { clockOf } from '../../domain/schedule/slots.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { Checkboxes, DateField, NumberField, Select, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import type { PlanProps } from './plan.tsx';
import { named } from './ways.ts';

/** The sessions of a schedule, and the form for more. */
export function Sessions({ schedule, typed, errors }: PlanProps) {
  const w = useUi().words.schedules.sessions;
  const wrong = typed.do === 'session' ? errors : [];
  return (
    <section class="stack" aria-labelledby="sessions">
      <h2 id="sessions">{w.title}</h2>
      <p class="dim">{w.lead}</p>
      {schedule.patterns.length === 0 && <p>{w.none}</p>}
      <ul class="plain rows">
        {schedule.patterns.map(one => (
          <Session key={one.key} one={one} schedule={schedule} />
        ))}
      </ul>
      <details class="card" open={wrong.length > 0 || schedule.patterns.length === 0}>
        <summary>{w.add}</summary>
        <SessionForm schedule={schedule} typed={typed} errors={wrong} />
      </details>
    </section>
  );
}

function Session({ one, schedule }: { one: Schedule['patterns'][number]; schedule: Schedule }) {
  const ui = useUi();
  const w = ui.words.schedules;
  const type = schedule.types.find(each => each.id === one.type);
  const days = one.weekdays.map(day => w.weekdays[day - 1]).join(', ');
  const shown = (day: string) => dayWithYear(day, ui);
  const since = w.sessions.since(shown(one.from), one.until && shown(one.until));
  return (
    <li class="line spread">
      <span>
        <strong>{type && named(type.name, ui.lang)}</strong>, {days}{' '}
        <span class="nowrap">
          {clockOf(one.opens)}–{clockOf(one.closes % 1440)}
        </span>
        <br />
        <span class="s dim">
          {w.sessions.everyWeek(one.everyWeeks)}, {since}
          {one.urgent > 0 && `; ${w.sessions.kept(one.urgent, one.releaseHours)}`}
        </span>
      </span>
      <Remove
        what="remove-session"
        its={one.key}
        label={w.sessions.remove}
        about={`${days} ${clockOf(one.opens)}`}
      />
    </li>
  );
}

interface RemoveProps {
  what: 'remove-session' | 'remove-closure';
  its: string;
  label: string;
  /** Says aloud which one. */
  about: string;
}

/** A button that takes one line away. */
export function Remove({ what, its, label, about }: RemoveProps) {
  return (
    <Form>
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="key" value={its} />
      <SubmitButton look="text">
        {label}
        <span class="sr"> {about}</span>
      </SubmitButton>
    </Form>
  );
}

function SessionForm({ schedule, typed, errors }: Omit<PlanProps, 'forms'>) {
  const { words, lang } = useUi();
  const w = words.schedules.sessions;
  type Name = 'type' | 'hours' | 'every' | 'from' | 'until' | 'urgent' | 'release';
  const of = (name: Name) => ({ name, label: w[name], value: typed[name], error: errorOf(errors, name) });
  return (
    <Form class="stack act" label={w.add}>
      <input type="hidden" name="do" value="session" />
      <Select
        {...of('type')}
        choices={schedule.types.map(one => ({ value: one.key, label: named(one.name, lang) }))}
      />
      <Checkboxes
        name="weekdays"
        label={w.weekdays}
        choices={words.schedules.weekdays.map((label, i) => ({ value: String(i + 1), label }))}
        values={typed.weekdays}
        error={errorOf(errors, 'weekdays')}
        line
      />
      <TextField {...of('hours')} hint={w.hoursHint} width="mid" required />
      <NumberField {...of('every')} />
      <div class="cols two">
        <DateField {...of('from')} required />
        <DateField {...of('until')} hint={w.untilHint} />
      </div>
      <div class="cols two">
        <NumberField {...of('urgent')} hint={w.urgentHint} />
        <NumberField {...of('release')} hint={w.releaseHint} />
      </div>
      <div class="acts">
        <SubmitButton look="main">{words.schedules.form.save}</SubmitButton>
      </div>
    </Form>
  );
}
