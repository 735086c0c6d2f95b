import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { ButtonLink } from '../ui/form.tsx';

/** After a visit: how was it? Gone when it was answered. */
export function SurveyCard({ page }: { page: PatientPage }) {
  const words = useUi().words.survey;
  if (page.survey === null) return null;
  return (
    <section class="card stack" aria-labelledby="survey">
      <h2 id="survey">{words.title}</h2>
      <p>{words.invite}</p>
      <p>
        <ButtonLink href="/p/survey">{words.link}</ButtonLink>
      </p>
    </section>
  );
}
