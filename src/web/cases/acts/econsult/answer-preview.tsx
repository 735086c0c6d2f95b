import type { Attachment } from '../../../../app/ports/attachments.ts';
import { Attached } from '../../../../ui/attached.tsx';
import { useUi } from '../../../../ui/context.ts';
import { SubmitButton } from '../../../../ui/form.tsx';
import { AnswerText } from '../../../requests/answer-text.tsx';
import { questionsOf } from '../../../requests/asked-apart.tsx';
import type { ActOn } from '../../act.ts';
import { memberName, requesterName } from '../../names.ts';
import { readRows } from './advice-rows.tsx';
import { type AnswerTyped, linesIn } from './answer-typed.ts';

type PreviewProps = ActOn & { typed: AnswerTyped; waiting?: readonly Attachment[] | undefined };

/** What the requester will see, drawn as the requester's page draws it; a button draws it anew. */
export function AnswerPreview({ typed, story, one, actor, waiting = [] }: PreviewProps) {
  const ui = useUi();
  const { acts, econsult, timeline } = ui.words;
  const naming = { ui, names: story.names, me: actor };
  const kinds: Record<string, string> = econsult.answerKinds;
  const me = memberName(naming, actor.actingFor ?? actor.member) ?? '';
  const { rows, text, redFlags, references, reply } = typed;
  const recommendations = readRows(rows).map((row, index) => ({ who: 'requester', ...row, id: index + 1 }));
  const content = { recommendations, redFlags, references: linesIn(references), replies: reply };
  const begun = text !== '' || rows.length > 0 || waiting.length > 0;
  return (
    <details class="card flat" id="preview" open={begun}>
      <summary class="b">{acts.whatTheySee(requesterName(naming, one.state.requester))}</summary>
      <p class="s">
        <strong>{timeline.answerLine(kinds[typed.kind] ?? '', me)}</strong>
      </p>
      {begun && (
        <AnswerText item={{ text, content, earlier: [], at: ui.now }} questions={questionsOf(one)} open />
      )}
      <Attached files={waiting} />
      <p class="s dim">{acts.theyMay}</p>
      <SubmitButton name="again" value="preview">
        {acts.updatePreview}
      </SubmitButton>
    </details>
  );
}
