import type { FilledDraft } from '../../app/drafts/fill-draft.ts';
import { fullName } from '../../domain/patient/patient.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear } from '../../ui/format.ts';
import { ageInWords, cardInWords } from '../../ui/patient-words.ts';
import { Code, Strip } from '../../ui/strip.tsx';

/** The patient of the draft, and the request it goes on with. */
export function Whose({ patient, from }: Pick<FilledDraft, 'patient' | 'from'>) {
  const ui = useUi();
  if (!patient) return null;
  const { patients } = ui.words;
  const facts = [
    `${ageInWords(ui, patient.birthDate)}, ${patients.sexes[patient.sexAtBirth].toLocaleLowerCase(ui.lang)}, ${patients.born(dayWithYear(patient.birthDate, ui))}`,
    `${patients.sections.card} ${cardInWords(ui, patient.card, true)}`,
  ];
  const aside = from && <Code>{from.story.reference}</Code>;
  return <Strip name={fullName(patient)} facts={facts} aside={aside} />;
}
