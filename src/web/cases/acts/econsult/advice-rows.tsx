import { z } from 'zod';
import { adviceKinds } from '../../../../domain/econsult/econsult.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { DateField, Select, TextField } from '../../../../ui/fields.tsx';
import { SubmitButton } from '../../../../ui/form.tsx';

const doers = ['requester', 'patient', 'specialist'] as const;
/** Rows of an empty form; a button adds one more. */
const atFirst = 4;
const atMost = 30;

/** Values of a repeated field, empty ones too, so that rows stay rows. */
const column = z.preprocess(
  value => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(10_000)).max(atMost),
);

/** The fields of the table of tasks, each posted once a row. */
export const rowsBody = { task: column, kindOf: column, condition: column, who: column, due: column };
type Columns = Record<keyof typeof rowsBody, string[]>;

/** One task as typed. */
export interface AdviceRow {
  /** '' for anything that is none of the kinds. */
  kind: string;
  text: string;
  condition: string;
  who: string;
  due: string;
}

/** Rows in which something was typed, in their order. */
export function rowsOf({ task, kindOf, condition, who, due }: Columns): AdviceRow[] {
  return task
    .map((text, index) => ({
      kind: kindOf[index] ?? '',
      text: text.trim(),
      condition: condition[index]?.trim() ?? '',
      who: who[index] ?? '',
      due: due[index]?.trim() ?? '',
    }))
    .filter(row => row.text !== '' || row.condition !== '' || row.due !== '');
}

/** What the verb's schema parses. */
export function readRows(rows: readonly AdviceRow[]) {
  return rows.map(({ who, kind, ...row }) => ({ ...row, ...(who && { who }), ...(kind && { kind }) }));
}

/** The field of the table in which an issue is said: `recommendations, 0, text` is `recommendations-0-text`. */
export interface AdviceRowsProps {
  rows: readonly AdviceRow[];
  /** How many rows to show at least; more than are filled when one was added. */
  shown?: number;
  errors: readonly FieldError[];
}

/** How many rows are shown after one more was asked for. */
export function oneMore(rows: readonly AdviceRow[]): number {
  return Math.min(atMost, Math.max(atFirst, rows.length) + 1);
}

/** Recommendations as tasks: what, only if, who and when. Works without script: a button gives one row more. */
export function AdviceRows({ rows, shown = atFirst, errors }: AdviceRowsProps) {
  const { acts } = useUi().words;
  const count = Math.max(shown, rows.length, atFirst);
  return (
    <fieldset class="field stack">
      <legend>{acts.tasks}</legend>
      <p class="hint">{acts.tasksHint}</p>
      <table class="mini fold">
        <thead>
          <tr>
            <th scope="col">{acts.task}</th>
            <th scope="col" class="c6">
              {acts.kindAndWho}
            </th>
            <th scope="col" class="c4">
              {acts.when}
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, index) => (
            <Row key={index} index={index} row={rows[index]} errors={errors} />
          ))}
        </tbody>
      </table>
      {count < atMost && (
        <SubmitButton name="again" value="row" icon="plus">
          {acts.addTask}
        </SubmitButton>
      )}
    </fieldset>
  );
}

function Row({ index, row, errors }: { index: number; row?: AdviceRow; errors: readonly FieldError[] }) {
  const { acts, econsult } = useUi().words;
  const at = (field: string) => `recommendations-${index}-${field}`;
  const id = (field: string) => `f-${at(field)}`;
  const wrong = (field: string) => errorOf(errors, at(field));
  const number = index + 1;
  return (
    <tr>
      <td>
        <TextField
          {...{ name: 'task', id: id('text'), quiet: true, label: acts.taskNumber(number) }}
          {...{ value: row?.text, error: wrong('text') }}
        />
        <TextField
          {...{ name: 'condition', id: id('condition'), quiet: true, label: acts.conditionOf(number) }}
          {...{ value: row?.condition, error: wrong('condition'), placeholder: acts.onlyIf }}
        />
      </td>
      <td>
        <Select
          {...{ name: 'kindOf', id: id('kind'), quiet: true, label: acts.kindOfTask(number) }}
          {...{ error: wrong('kind'), empty: acts.noKind, value: row?.kind }}
          choices={adviceKinds.map(value => ({ value, label: econsult.adviceKinds[value] }))}
        />
        <Select
          {...{ name: 'who', id: id('who'), quiet: true, label: acts.whoDoes(number), error: wrong('who') }}
          choices={doers.map(value => ({ value, label: econsult.recommendationWho[value] }))}
          value={row?.who}
        />
      </td>
      <td>
        <DateField
          {...{ name: 'due', id: id('due'), quiet: true, label: acts.whenTask(number) }}
          {...{ value: row?.due, error: wrong('due') }}
        />
      </td>
    </tr>
  );
}
