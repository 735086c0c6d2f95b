import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { ButtonLink } from '../ui/form.tsx';
import { mayDo } from './story-parts.ts';

/** The link to the free times, where the clinic lets patients choose and the verb is theirs now. */
export function TimesLink({ page: found }: { page: PatientPage }) {
  const words = useUi().words.patientTimes.times;
  const { status } = found.current.state;
  const verb = status === 'accepted' ? 'book' : 'rebook';
  if (!found.times.choose || !mayDo(found, verb)) return null;
  return (
    <ButtonLink href="/p/times" look={verb === 'book' ? 'main' : 'plain'} big icon="cal">
      {verb === 'book' ? words.title : words.change}
    </ButtonLink>
  );
}

/** Before there is a visit: the patient may choose one. */
export function TimesCard({ page: found }: { page: PatientPage }) {
  const words = useUi().words.patientTimes.times;
  if (found.current.state.status !== 'accepted' || !found.times.choose) return null;
  return (
    <section class="card best stack" aria-labelledby="choose-time">
      <h2 id="choose-time">{words.title}</h2>
      <p>{words.lead}</p>
      <p>
        <TimesLink page={found} />
      </p>
    </section>
  );
}
