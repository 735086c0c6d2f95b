import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { monthDay } from '../ui/format.ts';
import { placeOf } from './story-parts.ts';

/** What the clinic wrote about the visit and lets the patient read; its files stand among the patient's documents. */
export function NoteCard({ page }: { page: PatientPage }) {
  const ui = useUi();
  const { note } = ui.words.patientPage;
  const written = page.story.cases.flatMap(one =>
    one.events.flatMap(({ type, at, body }) =>
      type === 'consult-note' && typeof body === 'object' && typeof body.text === 'string'
        ? [{ at, text: body.text }]
        : [],
    ),
  );
  if (written.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="note">
      <h2 id="note">{note.title}</h2>
      {written.map(({ at, text }) => (
        <div key={at}>
          <time class="s dim" datetime={at}>
            {monthDay(at, placeOf(page, ui))}
          </time>
          <p class="typed">{text}</p>
        </div>
      ))}
      <p class="s dim">{note.ask}</p>
    </section>
  );
}
