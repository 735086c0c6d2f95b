import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { dayWithYear } from '../ui/format.ts';

/** When most people like this one are seen, with how sure that is. Nothing while a visit stands, or nothing is known. */
export function ExpectedLine({ page: { expected, current } }: { page: PatientPage }) {
  const ui = useUi();
  const words = ui.words.patientPage.expected;
  if (!expected || current.state.appointment || !current.state.hold) return null;
  const said = (day: string) => dayWithYear(day, ui);
  const line = () => {
    if (expected.kind === 'longer') return words.longer;
    if (expected.kind === 'by') return words.by(said(expected.until));
    if (expected.until === undefined) return words.half(said(expected.from));
    return words.between(said(expected.from), said(expected.until));
  };
  return (
    <p>
      {line()} <span class="dim">{words.from(expected.people)}</span> <a href="/waits/method">{words.how}</a>
    </p>
  );
}
