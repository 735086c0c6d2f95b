import { adviceConsents } from '../../domain/econsult/econsult.ts';
import { questionsIn } from '../../domain/econsult/questions-in.ts';
import { allItems } from '../../domain/forms/items.ts';
import { isReachable } from '../../domain/patient/patient.ts';
import { lengthOf } from '../../domain/patient/plain-text.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../ui/fields.tsx';
import type { DraftPageProps } from './draft-page.tsx';

/** Most questions of one eConsult, and characters of each. */
const most = 8;
const longest = 500;
const planMost = 4000;

/** Of an eConsult: several questions, each to be answered by itself, and what is planned without the answer. */
export function AskingApart({ filled: { draft, form }, errors }: DraftPageProps) {
  const { drafts } = useUi().words;
  if (draft.kind !== 'econsult') return null;
  // A form of the group that asks for the plan is where it is written.
  const asksPlan = allItems(form.item).some(({ linkId }) => linkId === 'plan');
  return (
    <section class="card stack" id="apart" aria-labelledby="apart-h">
      <h2 id="apart-h">{drafts.apart}</h2>
      <TextArea
        name="questions"
        label={drafts.questions}
        hint={drafts.questionsHint}
        value={draft.questions}
        rows={3}
        error={errorOf(errors, 'questions')}
      />
      {!asksPlan && (
        <TextArea
          name="plan"
          label={drafts.plan}
          hint={drafts.planHint}
          value={draft.plan}
          rows={2}
          error={errorOf(errors, 'plan')}
        />
      )}
    </section>
  );
}

/** Whether the patient agreed that advice is asked. */
export function AdviceConsent({ filled: { draft }, errors }: DraftPageProps) {
  const { drafts } = useUi().words;
  return (
    <Radios
      name="adviceConsent"
      label={drafts.adviceConsent}
      hint={drafts.adviceConsentHint}
      value={draft.adviceConsent}
      error={errorOf(errors, 'adviceConsent')}
      required
      choices={adviceConsents.map(value => ({ value, label: drafts.adviceConsents[value] }))}
    />
  );
}

/** Whether the patient hears by themself that advice was asked, and what came of it. Docs/decisions/0062. */
export function TellPatient({ filled: { draft, patient } }: DraftPageProps) {
  const { tell } = useUi().words.drafts;
  const reached = patient !== null && isReachable(patient);
  return (
    <Radios
      name="tell"
      label={tell.label}
      hint={reached ? tell.hint : tell.noWay}
      value={draft.tell}
      choices={[
        { value: 'now', label: tell.now },
        { value: 'later', label: tell.later },
      ]}
    />
  );
}

/** What of these keeps an eConsult from being sent. */
export function apartErrors({ words }: Ui, draft: DraftPageProps['filled']['draft']): FieldError[] {
  const { drafts, fields } = words;
  if (draft.kind !== 'econsult') return [];
  const errors: FieldError[] = [];
  const say = (field: string, label: string, message: string) => errors.push({ field, label, message });
  const questions = questionsIn(draft.questions);
  if (questions.length > most) say('questions', drafts.questions, drafts.questionsMany(most));
  else if (questions.some(one => lengthOf(one) > longest))
    say('questions', drafts.questions, fields.tooLong(longest));
  if (lengthOf(draft.plan) > planMost) say('plan', drafts.plan, fields.tooLong(planMost));
  if (draft.adviceConsent === '') say('adviceConsent', drafts.adviceConsent, drafts.adviceConsentMissing);
  return errors;
}
