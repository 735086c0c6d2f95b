import type { AnswerSet, AnswerValue } from '../domain/forms/answers.ts';
import {
  allItems,
  type Item,
  inLang,
  isTable,
  type Questionnaire,
  scoreOf,
  weightOf,
} from '../domain/forms/questionnaire.ts';
import { phq9Band } from '../domain/forms/score.ts';
import { useUi } from './context.ts';
import { dayWithYear } from './format.ts';

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
                <Line key={one.linkId} one={one} set={set} />
              ))}
            </dl>
          </section>
        ))}
    </div>
  );
}

function answeredIn(item: Item, set: AnswerSet): boolean {
  return allItems([item]).some(one => Object.hasOwn(set.answers, one.linkId));
}

function Line({ one, set }: { one: Item; set: AnswerSet }) {
  const { lang } = useUi();
  const text = inLang(one.text, one._text, lang);
  if (scoreOf(one)) return <ScoreLine one={one} set={set} text={text} />;
  if (isTable(one)) return <Table group={one} set={set} />;
  if (one.type === 'group') {
    return (
      <>
        {one.item!.map(each => (
          <Line key={each.linkId} one={each} set={set} />
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
        <Value one={one} value={answer.value} />
      </dd>
    </>
  );
}

function ScoreLine({ one, set, text }: { one: Item; set: AnswerSet; text: string }) {
  const { words } = useUi();
  const sum = set.scores[one.linkId];
  if (sum === undefined) return null;
  const isPhq9 = one.code?.some(each => each.code === '44261-6');
  return (
    <>
      <dt>{text}</dt>
      <dd class="b">{isPhq9 ? words.forms.scoreWithBand(sum, 27, words.forms.bands[phq9Band(sum)]) : sum}</dd>
    </>
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
                    <Value one={row} value={set.answers[row.linkId]!.value} />
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

function Value({ one, value }: { one: Item; value: AnswerValue }) {
  const ui = useUi();
  if (typeof value === 'boolean') return <>{value ? ui.words.forms.yes : ui.words.forms.no}</>;
  if (one.type === 'date') return <>{dayWithYear(String(value), ui)}</>;
  if (one.type !== 'choice') return <bdi>{String(value)}</bdi>;
  const chosen = [value].flat().map(code => {
    const option = one.answerOption!.find(each => each.valueCoding.code === code)?.valueCoding;
    if (!option) return String(code);
    const weight = weightOf(option);
    const label = inLang(option.display, option._display, ui.lang);
    return weight === undefined ? label : `${label} (${weight})`;
  });
  return <>{chosen.join(', ')}</>;
}
