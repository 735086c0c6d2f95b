import type { MonthReckoned } from '../../app/econsult/payer-answers.ts';
import type { AnswerFile } from '../../app/ports/pay.ts';
import type { FileFault } from '../../domain/pay/payer-answer.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/fields.tsx';
import { FoldTable } from '../../ui/fold-table.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, momentShort, monthShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Sums, Waiting } from './standing-parts.tsx';

export interface ReconcileProps {
  view: MonthReckoned;
  came?: 'settled' | 'not-settled';
  fault?: FileFault | 'missing';
}

/** A closed month and the payer: where it stands, what was uploaded, what is to be done, and the end of it. */
export function ReconcilePage({ view, came, fault }: ReconcileProps) {
  const ui = useUi();
  const w = ui.words.pay.reconcile;
  const { month, sites } = view;
  const errors = fault ? [{ field: 'file', label: w.file, message: w.faults[fault] }] : [];
  const settled = sites.closed > 0 && sites.closed === sites.settled;
  return (
    <Frame title={w.title(monthShort(month, ui))} here="worklist">
      <header class="stack">
        <p class="s">
          <a href={`/pay?month=${month.slice(0, 7)}`}>{w.back}</a>
        </p>
        <h1>{w.title(monthShort(month, ui))}</h1>
        <p class="dim">{sites.closed === 0 ? w.notClosed : w.lead}</p>
      </header>
      <ErrorSummary errors={errors} />
      {came && <Note focus>{came === 'settled' ? w.settledDone : w.settledNot}</Note>}
      {settled && came !== 'settled' && <Note>{w.settled}</Note>}
      {sites.closed > 0 && <Sums sums={view.sums} title={w.sums} />}
      <Waiting lines={view.lines} />
      {sites.closed > sites.settled && <Upload month={month} error={errorOf(errors, 'file')} />}
      <Files files={view.files} />
      {view.maySettle && (
        <Form action="/pay/settle" class="stack act" label={w.settle}>
          <input type="hidden" name="month" value={month.slice(0, 7)} />
          <p class="dim s">{w.settleHint}</p>
          <div class="acts">
            <SubmitButton look="main">{w.settle}</SubmitButton>
          </div>
        </Form>
      )}
    </Frame>
  );
}

function Upload({ month, error }: { month: string; error?: string }) {
  const w = useUi().words.pay.reconcile;
  const of = month.slice(0, 7);
  return (
    <section class="stack" aria-labelledby="answer">
      <h2 id="answer">{w.file}</h2>
      <Form action="/pay/reconcile" multipart class="stack" labelledBy="answer">
        <input type="hidden" name="month" value={of} />
        <FileField
          {...{ name: 'file', label: w.file, hint: w.fileHint, accept: '.csv,text/csv' }}
          error={error}
          required
        />
        <div class="line">
          <SubmitButton look="main">{w.upload}</SubmitButton>
        </div>
      </Form>
      <p>
        <a href={`/pay/outstanding?month=${of}`}>{w.outstanding}</a>
      </p>
      <p>
        <a href={`/pay/answer-example?month=${of}`}>{w.example}</a>
      </p>
      <details>
        <summary>{w.columns}</summary>
        <p class="dim">{w.columnsLead}</p>
        <FoldTable heads={[w.column, w.holds, w.needed]}>
          {(['claim', 'paid', 'code', 'said'] as const).map(column => (
            <tr key={column}>
              <th scope="row">{w.rows[column][0]}</th>
              <td>{w.rows[column][1]}</td>
              <td>{column === 'claim' || column === 'paid' ? w.yes : w.no}</td>
            </tr>
          ))}
        </FoldTable>
      </details>
    </section>
  );
}

function Files({ files }: { files: readonly AnswerFile[] }) {
  const ui = useUi();
  const w = ui.words.pay.reconcile;
  return (
    <section class="stack" aria-labelledby="files">
      <h2 id="files">{w.files}</h2>
      {files.length === 0 ? (
        <p>{w.noFiles}</p>
      ) : (
        <FoldTable heads={[w.fileName, w.when, w.became]}>
          {files.map(one => (
            <tr key={one.key}>
              <th scope="row">
                <a href={`/pay/answers/${one.key}`}>
                  <bdi>{one.name}</bdi>
                </a>
              </th>
              <td>
                <time datetime={one.at}>{momentShort(one.at, ui)}</time>
              </td>
              <td>
                <Became file={one} />
              </td>
            </tr>
          ))}
        </FoldTable>
      )}
    </section>
  );
}

/** What became of a file, by whom and when. */
export function Became({ file: { taken, undone } }: { file: AnswerFile }) {
  const ui = useUi();
  const w = ui.words.pay.reconcile;
  if (undone) return <>{w.undoneOn(dayWithYear(undone.at, ui), undone.by, undone.why)}</>;
  return <>{taken ? w.takenOn(dayWithYear(taken.at, ui), taken.by) : w.waits}</>;
}
