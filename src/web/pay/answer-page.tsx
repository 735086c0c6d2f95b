import type { AnswerView, MatchedRow } from '../../app/econsult/payer-answers.ts';
import { claimName, isTaken, matches, type RowFault } from '../../domain/pay/payer-answer.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { FoldTable } from '../../ui/fold-table.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { money } from './pay-words.ts';
import { Became } from './reconcile-page.tsx';
import { Cell, Sums } from './standing-parts.tsx';

export interface AnswerPageProps {
  view: AnswerView;
  came?: 'same' | 'done' | 'before' | 'nothing' | 'undone' | 'settled' | 'later' | 'missing';
  /** What is wrong with the reason for taking it back. */
  problem?: string;
}

const mostShown = 500;

/** A file of the payer, row by row: what it would come to, or came to. */
export function AnswerPage({ view, came, problem }: AnswerPageProps) {
  const { words } = useUi();
  const w = words.pay.answer;
  const { file, rows } = view;
  const errors = problem ? [{ field: 'why', label: w.undoWhy, message: problem }] : [];
  const notes = { ...w.notUndone, same: w.same, done: w.done, before: w.before, nothing: w.nothing };
  return (
    <Frame title={w.title(file.name)} here="worklist">
      <header class="stack">
        <p class="s">
          <a href={`/pay/reconcile?month=${file.month.slice(0, 7)}`}>{w.back}</a>
        </p>
        <h1>
          <bdi>{w.title(file.name)}</bdi>
        </h1>
        <p class="dim">{file.taken ? <Became file={file} /> : w.preview}</p>
      </header>
      <ErrorSummary errors={errors} />
      {came && <Note focus>{came === 'undone' ? w.undone : notes[came]}</Note>}
      <Counts rows={rows} faults={file.faults} />
      {!file.taken && <Take possible={rows.some(isTaken)} />}
      <Unread faults={file.faults} />
      {rows.length > 0 && <Rows rows={rows} />}
      <Sums sums={view.sums} title={words.pay.reconcile.sums} />
      {file.taken && !file.undone && (
        <Form class="stack act" labelledBy="undo">
          <h2 id="undo">{w.undo}</h2>
          <p class="dim s">{w.undoLead}</p>
          <TextField name="why" label={w.undoWhy} maxLength={300} error={errorOf(errors, 'why')} required />
          <div class="acts">
            <SubmitButton look="harm" name="do" value="undo">
              {w.undo}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Frame>
  );
}

function Take({ possible }: { possible: boolean }) {
  const w = useUi().words.pay.answer;
  if (!possible) return <p class="b">{w.nothing}</p>;
  return (
    <Form class="line" label={w.take}>
      <SubmitButton look="main" name="do" value="take">
        {w.take}
      </SubmitButton>
    </Form>
  );
}

function Counts({ rows, faults }: { rows: readonly MatchedRow[]; faults: readonly RowFault[] }) {
  const { words, lang } = useUi();
  const w = words.pay.answer;
  const counts = matches
    .map(match => [match, rows.filter(row => row.match === match).length] as const)
    .filter(([, n]) => n > 0);
  return (
    <ul class="plain">
      {counts.map(([match, n]) => (
        <li key={match}>{w.counts(w.matches[match], number(n, lang))}</li>
      ))}
      {faults.length > 0 && <li>{w.faultCount(number(faults.length, lang))}</li>}
    </ul>
  );
}

function Unread({ faults }: { faults: readonly RowFault[] }) {
  const { words, lang } = useUi();
  const w = words.pay.answer;
  if (faults.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="unread">
      <h2 id="unread">{w.unread}</h2>
      <p class="dim">{w.unreadLead}</p>
      {faults.length > mostShown && (
        <p class="dim">{w.first(number(mostShown, lang), number(faults.length, lang))}</p>
      )}
      <FoldTable heads={[w.line, w.why]}>
        {faults.slice(0, mostShown).map(({ line, fault }) => (
          <tr key={line}>
            <Cell head={w.line}>{line}</Cell>
            <td>{w.faults[fault]}</td>
          </tr>
        ))}
      </FoldTable>
    </section>
  );
}

function Rows({ rows }: { rows: readonly MatchedRow[] }) {
  const ui = useUi();
  const { answer: w, claim, heads, sums, payerSaid } = ui.words.pay;
  return (
    <section class="stack" aria-labelledby="rows">
      <h2 id="rows">{ui.words.pay.lines}</h2>
      {rows.length > mostShown && (
        <p class="dim">{w.first(number(mostShown, ui.lang), number(rows.length, ui.lang))}</p>
      )}
      <FoldTable heads={[w.line, claim, heads.person, sums.claimed, w.paid, w.match]}>
        {rows.slice(0, mostShown).map(row => (
          <tr key={row.line}>
            <Cell head={w.line}>{row.line}</Cell>
            <th scope="row">{claimName(row.claim, row.attempt)}</th>
            <td>{row.about ? <bdi>{row.about.name}</bdi> : '–'}</td>
            <Cell head={sums.claimed}>{row.about ? money(row.claimed, ui) : '–'}</Cell>
            <Cell head={w.paid}>{money(row.cents, ui)}</Cell>
            <td>
              {w.matches[row.match]}
              {(row.code || row.said) && (
                <span class="s dim">
                  {' '}
                  <bdi>{payerSaid(row.code, row.said)}</bdi>
                </span>
              )}
            </td>
          </tr>
        ))}
      </FoldTable>
    </section>
  );
}
