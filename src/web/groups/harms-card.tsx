import type { HarmSaid } from '../../app/ports/harms.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';

/** What askers said could have harmed, until the lead says that it was dealt with. Nothing where none wait. */
export function HarmsCard({ of, harms }: { of: string; harms: readonly HarmSaid[] }) {
  const ui = useUi();
  const { econsult, quality } = ui.words;
  const w = quality.harm;
  if (harms.length === 0) return null;
  return (
    <section id="harms">
      <Note look="late" title={w.title}>
        <p>{w.lead}</p>
        {harms.map(({ key, seq, reference, cause, said, at }) => (
          <Form key={`${key}-${seq}`} action={`/groups/${of}/harm`} class="stack">
            <p>
              {reference}, {dayWithYear(at, ui)}: {econsult.harms[cause]}. <bdi class="typed">{said}</bdi>
            </p>
            <input type="hidden" name="case" value={key} />
            <input type="hidden" name="seq" value={seq} />
            <SubmitButton>{quality.group.settle(reference)}</SubmitButton>
          </Form>
        ))}
      </Note>
    </section>
  );
}
