import { inLang, isEmergency, scoreOf, weightOf } from '../domain/forms/items.ts';
import { answerField } from '../domain/forms/posted.ts';
import type { Item } from '../domain/forms/questionnaire.ts';
import { prefilled, type QuestionnaireProps } from './answer-words.ts';
import { useUi } from './context.ts';
import { type ScoreChoice, ScoreTable } from './score-table.tsx';

export type ScoreGroupProps = QuestionnaireProps & { group: Item; section: Item };

/** A scale of a form as a table, with its sum, its bands and the warning its section holds. */
export function ScoreGroup({ group, section, typed, reading, form }: ScoreGroupProps) {
  const ui = useUi();
  const rows = group.item ?? [];
  const warning = section.item?.find(isEmergency);
  const score = reading.scores.find(one =>
    form.item.some(part =>
      part.item?.some(item => item.linkId === one.linkId && scoreOf(item) === group.linkId),
    ),
  );
  const risky = new Set(warning?.enableWhen?.map(when => when.question));
  const from = rows.map(row => prefilled(ui, typed[row.linkId])).find(Boolean);
  const { forms } = ui.words;
  return (
    <>
      {from && <p class="was">{from}</p>}
      {rows.map(row => (
        <input key={row.linkId} type="hidden" name={answerField(row.linkId)} value="" />
      ))}
      <ScoreTable
        head={inLang(group.text, group._text, ui.lang)}
        choices={choicesOf(rows[0]!, ui.lang)}
        questions={rows.map(row => ({
          name: answerField(row.linkId),
          text: inLang(row.text, row._text, ui.lang),
          value: [typed[row.linkId]?.text ?? []].flat()[0],
          risk: risky.has(row.linkId),
        }))}
        bands={group.code?.some(one => one.code === '44249-1') ? forms.phq9Bands : undefined}
        sum={score?.sum}
        warning={warning && <p>{inLang(warning.text, warning._text, ui.lang)}</p>}
      />
      {score?.band && score.most !== undefined && (
        <p class="s">{forms.scoreWithBand(score.sum, score.most, forms.bands[score.band])}</p>
      )}
    </>
  );
}

/** Scales have the same answers in every row, with 0 to 3 points. */
function choicesOf(row: Item, lang: string): ScoreChoice[] {
  return row.answerOption!.map(({ valueCoding }) => ({
    value: valueCoding.code,
    label: inLang(valueCoding.display, valueCoding._display, lang),
    points: Math.min(3, Math.max(0, weightOf(valueCoding) ?? 0)) as ScoreChoice['points'],
  }));
}
