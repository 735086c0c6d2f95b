import type { PatientPage } from '../app/patient/portal.ts';
import type { Referral } from '../domain/referral/referral.ts';
import { useUi } from '../ui/context.ts';
import { ButtonLink } from '../ui/form.tsx';
import { momentPlain, monthDay } from '../ui/format.ts';
import { mayDo, placeOf } from './story-parts.ts';

/** What the clinic asks before the visit: to do until it is answered, then said to be done. */
export function BeforeVisitCard({ page }: { page: PatientPage }) {
  const ui = useUi();
  const words = ui.words.beforeVisit;
  const { state } = page.current;
  const { appointment } = state;
  if (!appointment?.form || !['booked', 'confirmed'].includes(state.status)) return null;
  if (!mayDo(page, 'answer-form')) return <Answered page={page} />;
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

/** That it was answered, and by whom, where the patient did not type it themself. */
function Answered({ page }: { page: PatientPage }) {
  const ui = useUi();
  const words = ui.words.beforeVisit;
  const { story, current } = page;
  const { formThrough } = current.state as Referral;
  if (!formThrough) return <p>{words.answered}</p>;
  const { member, site, at } = formThrough;
  const name = member === undefined ? undefined : story.names.members[member]?.name;
  const place = site === undefined ? undefined : story.names.sites[site]?.[ui.lang];
  const who = name && place ? `${name} (${place})` : (name ?? place ?? ui.words.case.sides.receiver);
  return <p>{words.answeredThrough(who, monthDay(at, placeOf(page, ui)))}</p>;
}
