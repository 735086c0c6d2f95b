import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { ButtonLink } from '../ui/form.tsx';
import { momentPlain } from '../ui/format.ts';
import { mayDo, placeOf } from './story-parts.ts';

/** What the clinic asks before the visit: to do until it is answered, then said to be done. */
export function BeforeVisitCard({ page }: { page: PatientPage }) {
  const ui = useUi();
  const words = ui.words.beforeVisit;
  const { state } = page.current;
  const { appointment } = state;
  if (!appointment?.form || !['booked', 'confirmed'].includes(state.status)) return null;
  if (!mayDo(page, 'answer-form')) return <p>{words.answered}</p>;
  return (
    <section class="card best stack" aria-labelledby="before-visit">
      <h2 id="before-visit">{words.toDo}</h2>
      <p>{words.invite(momentPlain(appointment.start, placeOf(page, ui)))}</p>
      <p>
        <ButtonLink href="/p/before-visit" look="main" big>
          {words.link}
        </ButtonLink>
      </p>
    </section>
  );
}
