import type { WorkspacePage } from '../app/outside/workspace.ts';
import { fullName } from '../domain/patient/patient.ts';
import { useUi } from '../ui/context.ts';
import { dayWithYear } from '../ui/format.ts';
import { ageInWords, cardInWords } from '../ui/patient-words.ts';
import { Code, Strip } from '../ui/strip.tsx';

/** Whose referral it is: what a clinic needs to make a chart. */
export function GuestStrip({ found: { one, story } }: { found: WorkspacePage }) {
  const ui = useUi();
  const { patients, acts } = ui.words;
  const { patient } = one;
  const contact = patient.contacts[0];
  const about = [
    ageInWords(ui, patient.birthDate),
    patients.sexes[patient.sexAtBirth].toLocaleLowerCase(ui.lang),
    patients.born(dayWithYear(patient.birthDate, ui)),
  ];
  const facts = [
    about.join(', '),
    acts.speaks(patients.languages[patient.language], patient.interpreter),
    <>
      {patients.sections.card} <Code>{cardInWords(ui, patient.card)}</Code>
    </>,
    ...(contact?.phone ? [contact.phone] : []),
  ];
  return <Strip name={fullName(patient)} facts={facts} aside={<Code>{story.reference}</Code>} />;
}
