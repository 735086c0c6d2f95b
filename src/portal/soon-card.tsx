import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { Select } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { mayDo } from './story-parts.ts';

/** "I can come soon": on the list of those who are asked when a time comes free, and off it again. */
export function SoonCard({ page }: { page: PatientPage }) {
  const words = useUi().words.patientTimes.soon;
  const { key, turn, state } = page.current;
  if (!page.times.soon || !mayDo(page, 'short-notice')) return null;
  const on = 'shortNotice' in state ? (state.shortNotice as { hours: number }) : undefined;
  return (
    <section class="card stack" aria-labelledby="soon">
      <h2 id="soon">{words.title}</h2>
      <p>{on ? words.on : words.lead}</p>
      <Form action="/p/short-notice" receipt turn={turn} class="stack">
        <input type="hidden" name="case" value={key} />
        {on ? (
          <SubmitButton>{words.off}</SubmitButton>
        ) : (
          <>
            <input type="hidden" name="wanted" value="yes" />
            <Select
              name="hours"
              label={words.notice}
              choices={(['3', '24', '48', '168'] as const).map(value => ({
                value,
                label: words.hours[value],
              }))}
              value="24"
            />
            <SubmitButton icon="check">{words.submit}</SubmitButton>
          </>
        )}
      </Form>
    </section>
  );
}
