import { inLang } from '../domain/forms/items.ts';
import { raisedIn } from '../domain/forms/raised.ts';
import { AnswerValueText } from './answer-value.tsx';
import type { AnswersProps } from './answers.tsx';
import { useUi } from './context.ts';
import { Icon } from './icon.tsx';

/** Answers that tell of danger and what was done about it, in sight wherever the rest of a form is folded. */
export function Raised({ form, set }: AnswersProps) {
  const { words, lang } = useUi();
  const raised = raisedIn(form, set);
  if (raised.length === 0) return null;
  return (
    <div class="note late stack">
      <p>
        <strong>
          <Icon name="alert" /> {words.forms.raised}
        </strong>
      </p>
      <dl class="stack">
        {raised.map(one => (
          <div key={one.linkId}>
            <dt>{inLang(one.text, one._text, lang)}</dt>
            <dd class="typed">
              <AnswerValueText one={one} value={set.answers[one.linkId]!.value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
