import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { errorOf, type FieldError } from '../ui/error-summary.tsx';
import { DateField } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { monthDay } from '../ui/format.ts';
import { mayDo } from './story-parts.ts';

export interface AwayProps {
  page: PatientPage;
  errors: readonly FieldError[];
  typed?: Readonly<Record<string, string>>;
}

/** Days on which no visit is booked. */
export function AwayCard({ page, errors, typed = {} }: AwayProps) {
  const ui = useUi();
  const words = ui.words.portal.away;
  const { key, turn, state } = page.current;
  if (!mayDo(page, 'set-unavailable')) return null;
  const days = state.unavailable.map(({ from, until }) =>
    words.range(monthDay(from, ui), monthDay(until, ui)),
  );
  const field = (name: 'from' | 'until') => ({
    ...{ name, label: words[name], value: typed[name], error: errorOf(errors, name), width: 'mid' as const },
  });
  return (
    <section class="card stack" aria-labelledby="away">
      <h2 id="away">{words.title}</h2>
      <p>{words.lead}</p>
      <Form action="/p/set-unavailable" receipt turn={turn} class="stack">
        <input type="hidden" name="case" value={key} />
        <div class="cols two">
          <DateField {...field('from')} min={ui.now.slice(0, 10)} />
          <DateField {...field('until')} min={ui.now.slice(0, 10)} />
        </div>
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      {days.length > 0 && (
        <p class="s">
          {words.saved}: <strong>{days.join(', ')}</strong>
        </p>
      )}
    </section>
  );
}
