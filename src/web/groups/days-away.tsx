import type { AdviceMember, KeptAbsence } from '../../app/ports/advice-groups.ts';
import { addDays } from '../../domain/case/deadline.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { DateField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';

interface DaysAwayProps {
  /** Where days are added, and where they are taken back. */
  at: { add: string; back: string };
  /** Whose days; fields and errors end in their key. */
  who: Pick<AdviceMember, 'key' | 'name' | 'absences' | 'held'>;
  errors: readonly FieldError[];
  /** What could not be kept. */
  typed?: { from: string; until: string };
}

/** When a specialist is away: each with a way to take it back, and a form for more. */
export function DaysAway({ at, who, errors, typed }: DaysAwayProps) {
  const ui = useUi();
  const w = ui.words.groups;
  const id = (name: string) => `f-${name}-${who.key}`;
  const error = (name: string) => errorOf(errors, `${name}-${who.key}`);
  return (
    <div class="stack">
      <h4>{w.away}</h4>
      {who.absences.map(each =>
        each.key === null ? (
          <p key="end">{w.leaves(dayWithYear(addDays(each.from, -1), ui))}</p>
        ) : (
          <Absence key={each.key} at={at.back} each={each} name={who.name} />
        ),
      )}
      {who.held > 0 && <Note look="soon">{w.held(who.held)}</Note>}
      <Form class="stack act" action={at.add} label={w.of(w.away, who.name)}>
        <DateField name="from" id={id('from')} label={w.from} value={typed?.from} error={error('from')} />
        <DateField
          name="until"
          id={id('until')}
          label={w.until}
          value={typed?.until}
          error={error('until')}
        />
        <div class="acts">
          <SubmitButton>{w.addAway}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

function Absence({ at, each, name }: { at: string; each: KeptAbsence; name: string }) {
  const ui = useUi();
  const w = ui.words.groups;
  const span = w.span(dayWithYear(each.from, ui), dayWithYear(each.until, ui));
  return (
    <Form action={at} label={w.of(span, name)}>
      <input type="hidden" name="absence" value={each.key ?? ''} />
      {span} <SubmitButton look="text">{w.removeAway(span)}</SubmitButton>
    </Form>
  );
}
