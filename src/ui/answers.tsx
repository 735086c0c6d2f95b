import type { AnswerSet } from '../domain/forms/answers.ts';
import { isEnabled } from '../domain/forms/conditions.ts';
import { allItems, expressionOf, inLang, isTable } from '../domain/forms/items.ts';
import type { Item, Questionnaire } from '../domain/forms/questionnaire.ts';
import { phq9Band } from '../domain/forms/score.ts';
import { AnswerValueText } from './answer-value.tsx';
import { useUi } from './context.ts';
import { number } from './format.ts';

export interface AnswersProps {
  /** The version that was answered. */
  form: Questionnaire;
  set: AnswerSet;
}

/** The answers of a case to read: a list for each section, scales as one line with the table folded. */
export function Answers({ form, set }: AnswersProps) {
  const { lang } = useUi();
  return (
    <div class="stack">
      {form.item
        .filter(section => answeredIn(section, set))
        .map(section => (
          <section key={section.linkId} class="stack">
            <h4>{inLang(section.text, section._text, lang)}</h4>
            <dl class="kv">
              {(section.item ?? [section]).map(one => (
                <Line key={one.linkId} one={one} set={set} form={form} />
              ))}
            </dl>
          </section>
        ))}
    </div>
  );
}

/** The scores alone, each with what the form says of it. */
export function Scores({ form, set }: AnswersProps) {
  const { lang } = useUi();
  const scored = allItems(form.item).filter(one => set.scores[one.linkId] !== undefined);
  if (scored.length === 0) return null;
  return (
    <dl class="kv s">
      {scored.map(one => (
        <ScoreLine key={one.linkId} {...{ one, set, form, text: inLang(one.text, one._text, lang) }} />
      ))}
    </dl>
  );
}

function answeredIn(item: Item, set: AnswerSet): boolean {
  return allItems([item]).some(one => Object.hasOwn(set.answers, one.linkId));
}

function Line({ one, set, form }: { one: Item } & AnswersProps) {
  const { lang } = useUi();
  const text = inLang(one.text, one._text, lang);
  if (expressionOf(one) !== undefined) return <ScoreLine one={one} set={set} text={text} form={form} />;
  if (isTable(one)) return <Table group={one} set={set} />;
  if (one.type === 'group') {
    return (
      <>
        {one.item!.map(each => (
          <Line key={each.linkId} one={each} set={set} form={form} />
        ))}
      </>
    );
  }
  const answer = Object.hasOwn(set.answers, one.linkId) ? set.answers[one.linkId] : undefined;
  if (!answer) return null;
  return (
    <>
      <dt>{text}</dt>
      <dd class="typed">
        <AnswerValueText one={one} value={answer.value} />
      </dd>
    </>
  );
}

/** A score with what the form says of it: the lines that are shown because of it. */
function ScoreLine({ one, set, form, text }: { one: Item; text: string } & AnswersProps) {
  const { words, lang } = useUi();
  const sum = set.scores[one.linkId];
  if (sum === undefined) return null;
  const isPhq9 = one.code?.some(each => each.code === '44261-6');
  const said = meaningsOf(form, one, sum).map(each => inLang(each.text, each._text, lang));
  return (
    <>
      <dt>{text}</dt>
      <dd class="b">
        {isPhq9
          ? words.forms.scoreWithBand(sum, 27, words.forms.bands[phq9Band(sum)])
          : [number(sum, lang), ...said].join('. ')}
      </dd>
    </>
  );
}

/** Displays of a form that hang on this score alone and are shown for it. */
function meaningsOf(form: Questionnaire, score: Item, sum: number): Item[] {
  const known = new Map([[score.linkId, sum]]);
  return allItems(form.item).filter(
    one =>
      one.type === 'display' &&
      one.enableWhen?.every(when => when.question === score.linkId) &&
      isEnabled(one, known),
  );
}

function Table({ group, set }: { group: Item; set: AnswerSet }) {
  const { lang, words } = useUi();
  if (!answeredIn(group, set)) return null;
  return (
    <>
      <dt>{inLang(group.text, group._text, lang)}</dt>
      <dd>
        <table class="mini s">
          <tbody>
            {group.item!.map(row => (
              <tr key={row.linkId}>
                <th scope="row">{inLang(row.text, row._text, lang)}</th>
                <td>
                  {Object.hasOwn(set.answers, row.linkId) ? (
                    <AnswerValueText one={row} value={set.answers[row.linkId]!.value} />
                  ) : (
                    words.forms.unanswered
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </dd>
    </>
  );
}
