import type { Schedule } from '../../app/ports/schedules.ts';
import { clockOf } from '../../domain/schedule/slots.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { DateField, Radios, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import type { PlanProps } from './plan.tsx';
import { Remove } from './sessions.tsx';

/** Days and hours on which nobody is seen, of this schedule and of the whole site, and the form for one more. */
export function Closures({ schedule, typed, errors }: PlanProps) {
  const w = useUi().words.schedules.closures;
  const wrong = typed.do === 'closure' ? errors : [];
  return (
    <section class="stack" aria-labelledby="closures">
      <h2 id="closures">{w.title}</h2>
      <p class="dim">{w.lead}</p>
      {schedule.closures.length === 0 && <p>{schedule.keepsHolidays ? w.none : w.noneAtAll}</p>}
      <ul class="plain rows">
        {schedule.closures.map(one => (
          <Closed key={one.key} one={one} />
        ))}
      </ul>
      <details class="card" open={wrong.length > 0}>
        <summary>{w.add}</summary>
        <ClosureForm typed={typed} errors={wrong} />
      </details>
    </section>
  );
}

function Closed({ one }: { one: Schedule['closures'][number] }) {
  const ui = useUi();
  const w = ui.words.schedules.closures;
  const from = dayWithYear(one.from, ui);
  const when = one.from === one.until ? from : ui.words.timeline.fromTo(from, dayWithYear(one.until, ui));
  return (
    <li class="line spread">
      <span>
        <strong>{when}</strong>
        {one.opens !== undefined && `, ${clockOf(one.opens)}–${clockOf(one.closes! % 1440)}`}
        {one.ofSite && `, ${w.site.toLocaleLowerCase(ui.lang)}`}
        {one.why && (
          <>
            <br />
            <bdi class="s dim">{one.why}</bdi>
          </>
        )}
      </span>
      <Remove what="remove-closure" its={one.key} label={w.remove} about={when} />
    </li>
  );
}

function ClosureForm({ typed, errors }: Pick<PlanProps, 'typed' | 'errors'>) {
  const { words } = useUi();
  const w = words.schedules.closures;
  const of = (name: 'closedFrom' | 'closedUntil' | 'closedHours' | 'why') => ({
    ...{ name, value: typed[name], error: errorOf(errors, name) },
  });
  return (
    <Form class="stack act" label={w.add}>
      <input type="hidden" name="do" value="closure" />
      <Radios
        name="what"
        label={w.what}
        choices={[
          { value: 'this', label: w.this },
          { value: 'site', label: w.site },
        ]}
        value={typed.what}
        line
      />
      <div class="cols two">
        <DateField {...of('closedFrom')} label={w.from} required />
        <DateField {...of('closedUntil')} label={w.until} />
      </div>
      <TextField {...of('closedHours')} label={w.hours} hint={w.hoursHint} width="mid" />
      <TextField {...of('why')} label={w.why} hint={w.whyHint} />
      <div class="acts">
        <SubmitButton look="main">{words.schedules.form.save}</SubmitButton>
      </div>
    </Form>
  );
}
