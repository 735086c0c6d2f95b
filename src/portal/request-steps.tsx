import type { PatientPage } from '../app/patient/portal.ts';
import type { PatientStep } from '../domain/timeline/patient-steps.ts';
import { useUi } from '../ui/context.ts';
import { monthDay } from '../ui/format.ts';
import { Steps } from '../ui/steps.tsx';
import { ExpectedLine } from './expected.tsx';
import { nowLine, stepTitle } from './headline.ts';
import { placeOf } from './story-parts.ts';

/** Where the request is: what was done, the one step that is now, what comes. */
export function RequestSteps({ page, steps }: { page: PatientPage; steps: readonly PatientStep[] }) {
  const ui = useUi();
  const words = ui.words.portal;
  const place = placeOf(page, ui);
  const { state } = page.current;
  const detail = (step: PatientStep) => {
    if (step.state === 'now') return nowLine(words, state, { now: ui.now, place });
    const day = step.at && <time datetime={step.at}>{monthDay(step.at, place)}</time>;
    if (step.code !== 'advice-given' || step.state !== 'done') return day;
    return (
      <>
        {day}. {words.talk}
      </>
    );
  };
  const shown = steps.map(step => ({
    state: step.state === 'to-come' ? ('later' as const) : step.state,
    title: stepTitle(words, step),
    detail: detail(step),
  }));
  return (
    <section aria-labelledby="where" class="stack">
      <h2 id="where">{words.where}</h2>
      {state.anticipated && !state.appointment && (
        <p>{words.anticipated(monthDay(state.anticipated, place))}</p>
      )}
      {!state.anticipated && <ExpectedLine page={page} />}
      <Steps steps={shown} />
    </section>
  );
}
