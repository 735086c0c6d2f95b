import type { ComponentChildren } from 'preact';
import { useUi } from './context.ts';

/** A column: what one may answer and how many points it gives, 0 to 3. */
export interface ScoreChoice {
  value: string;
  label: string;
  points: 0 | 1 | 2 | 3;
}

/** A row: one question of the scale. */
export interface ScoreQuestion {
  name: string;
  text: string;
  /** The value chosen. */
  value?: string;
  /** Any answer above zero shows the warning at once, as item 9 of the PHQ-9 does. */
  risk?: boolean;
}

export interface ScoreTableProps {
  /** Above the questions: "How often bothered by". */
  head: string;
  choices: readonly ScoreChoice[];
  questions: readonly ScoreQuestion[];
  /** "5 mild, 10 moderate, 15 moderately severe, 20 severe" */
  bands?: string;
  /** The server's sum, which counts; the page's own is only a picture of it. */
  sum?: number;
  warning?: ComponentChildren;
}

/** A scale whose answers add up while they are chosen, by CSS. Put it in a section of class `phq`. */
export function ScoreTable({ head, choices, questions, bands, sum, warning }: ScoreTableProps) {
  const words = useUi().words.parts.score;
  return (
    <>
      <table class="mini s">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {choices.map(({ value, label, points }) => (
              <th key={value} scope="col">
                {label} <span class="dim">{points}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map((question, index) => (
            <Row key={question.name} number={index + 1} question={question} choices={choices} />
          ))}
        </tbody>
      </table>
      <div class="line">
        <span class="b">{words.label}</span>
        <output class="score" aria-label={words.sum}>
          {sum !== undefined && <span class="sr">{sum}</span>}
        </output>
        <span class="dim">
          {words.of(questions.length * Math.max(...choices.map(({ points }) => points)))}
        </span>
        {bands && <span class="far s dim">{bands}</span>}
      </div>
      {warning && <div class="note late if9">{warning}</div>}
    </>
  );
}

interface RowProps {
  number: number;
  question: ScoreQuestion;
  choices: readonly ScoreChoice[];
}

function Row({ number, question, choices }: RowProps) {
  return (
    <tr>
      <th scope="row" id={`f-${question.name}`}>
        {number}. {question.text}
      </th>
      {choices.map(({ value, label, points }) => (
        <td key={value}>
          <label>
            <input
              type="radio"
              name={question.name}
              value={value}
              checked={question.value === value}
              class={[`p${points}`, question.risk && points > 0 && 'q9'].filter(Boolean).join(' ')}
            />
            <span class="sr">{`${label}: ${question.text}`}</span>
          </label>
        </td>
      ))}
    </tr>
  );
}
