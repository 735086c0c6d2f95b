import { useUi } from '../../../../ui/context.ts';
import { SubmitButton } from '../../../../ui/form.tsx';
import { Typed } from '../../../../ui/timeline.tsx';
import type { ActFormProps } from '../../act.ts';
import { memberName, requesterName } from '../../names.ts';
import { type AnswerTyped, linesIn } from './answer-typed.ts';

/** What the requester will see, as far as it is typed; a button draws it anew. */
export function AnswerPreview({ typed, story, one, actor }: ActFormProps<AnswerTyped>) {
  const ui = useUi();
  const { acts, econsult, story: words, timeline } = ui.words;
  const naming = { ui, names: story.names, me: actor };
  const kinds: Record<string, string> = econsult.answerKinds;
  const me = memberName(naming, actor.actingFor ?? actor.member) ?? '';
  const { rows, text, redFlags } = typed;
  const parts = words.answerParts(rows.length, linesIn(typed.references).length);
  return (
    <details class="card flat" open={text !== ''}>
      <summary class="b">{acts.whatTheySee(requesterName(naming, one.state.requester))}</summary>
      <p class="s">
        <strong>{timeline.answerLine(kinds[typed.kind] ?? '', me)}</strong>
      </p>
      {text && <Typed text={text} />}
      {rows.length > 0 && (
        <ol class="s">
          {rows.map((row, index) => (
            <li key={index}>
              <bdi>{[row.text, row.condition].filter(Boolean).join(', ')}</bdi>
            </li>
          ))}
        </ol>
      )}
      {redFlags && (
        <p class="s">
          {timeline.redFlags}: <bdi>{redFlags}</bdi>
        </p>
      )}
      <p class="s dim">{[parts, acts.theyMay].filter(Boolean).join('. ')}</p>
      <SubmitButton name="again" value="preview">
        {acts.updatePreview}
      </SubmitButton>
    </details>
  );
}
