import type { StandardAnswer, TextUse } from '../../app/ports/standard-answers.ts';
import { filledIn, leftIn, type Placeholder } from '../../domain/case/placeholders.ts';
import { fullName } from '../../domain/patient/patient.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, momentShort } from '../../ui/format.ts';
import { words } from '../../words/words.ts';
import type { ActOn } from './act.ts';
import { requesterName } from './names.ts';

const names = [words.en.standardAnswers.placeholders, words.fr.standardAnswers.placeholders];

/** What is typed with the chosen text behind it, filled in from the case; nothing typed is ever lost. */
export function withText(typed: string, chosen: StandardAnswer | undefined, values: ReturnType<typeof said>) {
  if (!chosen) return typed;
  const before = typed.trimEnd();
  const text = filledIn(chosen.words, values, names);
  return before === '' ? text : `${before}\n\n${text}`;
}

/** What a case says for each placeholder, in the language of the page; nothing where it knows nothing. */
export function said({ story, one, actor }: ActOn, ui: Ui): Partial<Record<Placeholder, string>> {
  const { state, patient } = one;
  const visit = 'appointment' in state ? state.appointment?.start : undefined;
  return {
    patient: fullName(patient),
    birthDate: dayWithYear(patient.birthDate, ui),
    question: state.title,
    requester: requesterName({ ui, names: story.names, me: actor }, state.requester),
    ...(visit && { visit: momentShort(visit, ui) }),
    today: dayWithYear(ui.now, ui),
    reference: story.reference,
  };
}

/** What still waits to be filled in, said beside the field. */
export function leftOpen(field: string, text: string, { words: { standardAnswers } }: Ui): FieldError[] {
  const left = leftIn(text, names);
  return left.length === 0 ? [] : [{ field, message: standardAnswers.left(left) }];
}

/** A button for each standard text, own ones first; works without script, as every button of the form. */
export function InsertText({ texts, usedFor }: { texts: readonly StandardAnswer[]; usedFor: TextUse }) {
  const w = useUi().words.standardAnswers;
  return (
    <details class="s" open={usedFor === 'note' && texts.length > 0}>
      <summary>{w.insert[usedFor]}</summary>
      <div class="stack">
        {texts.length > 0 && <p class="hint">{w.insertHint}</p>}
        <div class="line">
          {texts.map(({ key, title, own }) => (
            <SubmitButton key={key} name="again" value={key} icon="plus">
              <bdi>{title}</bdi>
              {!own && <span class="dim"> {w.groupShort}</span>}
            </SubmitButton>
          ))}
        </div>
        <p>
          <a href={`/standard-answers?for=${usedFor}`}>{w.manage}</a>
        </p>
      </div>
    </details>
  );
}
