import { isQuestion } from '../../domain/forms/check.ts';
import { allItems, expressionOf, inLang, isChoice } from '../../domain/forms/items.ts';
import { limits } from '../../domain/forms/questionnaire.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { Checkbox, Select, TextField } from '../../ui/fields.tsx';
import type { ItemPageProps } from './item.tsx';

/** Rows that are there, and some empty ones for more. */
function rowsFor<T>(rows: readonly T[], more: number, most: number): (T | undefined)[] {
  const there = rows.filter(row => Object.values(row as object).some(value => value !== '' && value !== '='));
  return Array.from({ length: Math.min(most, there.length + more) }, (_, i) => there[i]);
}

/** The answers of a choice, in both languages, with their points. */
export function Options({ typed, errors }: ItemPageProps) {
  const w = useUi().words.library.item;
  const scored = typed.options.some(row => row.points !== '');
  return (
    <fieldset class="stack">
      <legend>{w.options}</legend>
      <p class="s dim">{w.optionsHint}</p>
      <table class="mini fold">
        <thead>
          <tr>
            <th scope="col">{w.columns.en}</th>
            <th scope="col">{w.columns.fr}</th>
            <th scope="col">{w.columns.points}</th>
          </tr>
        </thead>
        <tbody>
          {rowsFor(typed.options, typed.options.length === 0 ? 4 : 2, limits.options).map((row, i) => {
            const n = i + 1;
            return (
              <tr key={n}>
                <td>
                  <input type="hidden" name={`oc${n}`} value={row?.code ?? ''} />
                  <TextField
                    quiet
                    name={`oe${n}`}
                    label={w.optionEn(n)}
                    value={row?.en ?? ''}
                    lang="en"
                    error={n === 1 ? errorOf(errors, 'oe1') : undefined}
                  />
                </td>
                <td>
                  <TextField quiet name={`of${n}`} label={w.optionFr(n)} value={row?.fr ?? ''} lang="fr" />
                </td>
                <td>
                  <TextField
                    quiet
                    name={`op${n}`}
                    label={w.points(n)}
                    value={row?.points ?? ''}
                    width="short"
                    inputmode="decimal"
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {scored && <p class="s dim">{w.pointsHint}</p>}
    </fieldset>
  );
}

/** When an item is asked: other questions and scores, compared with answers they may have. */
export function Conditions({ typed, content, one, errors }: ItemPageProps) {
  const { words, lang } = useUi();
  const w = words.library;
  const items = allItems(content.item).filter(each => each.linkId !== one.linkId);
  const questions = items.filter(each => isQuestion(each) || expressionOf(each) !== undefined);
  const name = (each: (typeof items)[number]) => inLang(each.text, each._text, lang) || w.untitled;
  const chosen = new Set(typed.conditions.map(row => row.question));
  const answers = questions.filter(each => chosen.has(each.linkId) && isChoice(each));
  return (
    <fieldset class="stack">
      <legend>{w.item.conditions}</legend>
      <p class="s dim">{w.item.conditionsHint}</p>
      {rowsFor(typed.conditions, 1, limits.conditions).map((row, i) => {
        const n = i + 1;
        return (
          <div class="line top" key={n}>
            <Select
              quiet
              name={`cq${n}`}
              label={w.item.conditionQuestion(n)}
              empty={w.item.always}
              value={row?.question}
              error={n === 1 ? errorOf(errors, 'cq1') : undefined}
              choices={questions.map(each => ({ value: each.linkId, label: name(each) }))}
            />
            <Select
              quiet
              name={`co${n}`}
              width="short"
              label={w.item.conditionOperator(n)}
              value={row?.operator ?? '='}
              choices={Object.entries(w.operators).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              quiet
              name={`cv${n}`}
              width="short"
              label={w.item.conditionValue(n)}
              value={row?.value ?? ''}
            />
          </div>
        );
      })}
      <p class="s dim">{w.item.conditionValueHint}</p>
      {answers.map(each => (
        <p class="s dim" key={each.linkId}>
          {w.item.answersOf(
            name(each),
            each.answerOption!.map(({ valueCoding: v }) => inLang(v.display, v._display, lang)).join(', '),
          )}
        </p>
      ))}
      <Checkbox name="any" label={w.item.any} checked={typed.any} />
    </fieldset>
  );
}
