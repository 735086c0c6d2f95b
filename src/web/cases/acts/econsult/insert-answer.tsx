import type { StandardAnswer } from '../../../../app/ports/standard-answers.ts';
import { useUi } from '../../../../ui/context.ts';
import { SubmitButton } from '../../../../ui/form.tsx';
import type { AnswerTyped } from './answer-typed.ts';

/** The answer with a standard one behind what was typed, once it was asked for; nothing typed is ever lost. */
export function withInserted(typed: AnswerTyped, texts: readonly StandardAnswer[]): AnswerTyped {
  const found = texts.find(({ key }) => key === typed.insert);
  if (!found) return typed;
  const before = (typed.text ?? '').trimEnd();
  return { ...typed, text: before === '' ? found.words : `${before}\n\n${found.words}` };
}

/** A button for each standard answer, own ones first; works without script, as every button of the form. */
export function InsertAnswer({ texts }: { texts: readonly StandardAnswer[] }) {
  const w = useUi().words.standardAnswers;
  return (
    <details class="s">
      <summary>{w.insert}</summary>
      <div class="stack">
        {texts.length > 0 && <p class="hint">{w.insertHint}</p>}
        <div class="line">
          {texts.map(({ key, title, own }) => (
            <SubmitButton key={key} name="again" value={key} icon="plus">
              <bdi>{title}</bdi>
              {!own && <span class="dim"> {w.group}</span>}
            </SubmitButton>
          ))}
        </div>
        <p>
          <a href="/standard-answers">{w.manage}</a>
        </p>
      </div>
    </details>
  );
}
