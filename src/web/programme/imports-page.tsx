import type { NamedImport } from '../../app/directory/imports.ts';
import type { ImportCounts, ListingsReport } from '../../app/exchange/import-listings.ts';
import type { LeftAlone } from '../../app/ports/exchange.ts';
import type { RowLine } from '../../domain/directory/exchange/plan.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { FileField, TextField } from '../../ui/fields.tsx';
import { FoldTable } from '../../ui/fold-table.tsx';
import { Form } from '../../ui/form.tsx';
import { momentShort, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { TryOrTake } from './try-or-take.tsx';

export interface ImportsPageProps {
  imports: readonly NamedImport[];
  source?: string;
  errors?: readonly { field: 'source' | 'file'; message: string }[];
  /** What came of the file that was just sent. */
  report?: { tried: boolean; of: ListingsReport };
  /** What came of taking one back. */
  undone?: { removed: number; restored: number; left: readonly LeftAlone[] };
  already?: boolean;
}

/** Lists of other directories: what each brought, the form for another, and the way back. */
export function ImportsPage({
  imports,
  source = '',
  errors = [],
  report,
  undone,
  already,
}: ImportsPageProps) {
  const { words, lang } = useUi();
  const w = words.exchange;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme">{w.toProgramme}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      <ErrorSummary errors={errors.map(one => ({ ...one, label: w[one.field] }))} />
      {already && <Note focus>{w.already}</Note>}
      {undone && (
        <Note focus>{w.takenBack(number(undone.removed, lang), number(undone.restored, lang))}</Note>
      )}
      {undone && undone.left.length > 0 && <Left left={undone.left} />}
      {report && <Report {...report} />}
      <section class="stack" aria-labelledby="add">
        <h2 id="add">{w.add}</h2>
        <UploadForm source={source} errors={errors} />
      </section>
      <section class="stack" aria-labelledby="list">
        <h2 id="list">{w.list}</h2>
        {imports.length === 0 ? <p>{w.none}</p> : <Imports imports={imports} />}
      </section>
    </Frame>
  );
}

function UploadForm({ source, errors }: { source: string; errors: NonNullable<ImportsPageProps['errors']> }) {
  const w = useUi().words.exchange;
  return (
    <Form action="/programme/imports" multipart class="stack" labelledBy="add">
      <TextField
        name="source"
        label={w.source}
        hint={w.sourceHint}
        value={source}
        error={errorOf(errors, 'source')}
        width="mid"
        required
      />
      <FileField
        name="file"
        label={w.file}
        hint={w.fileHint}
        accept=".json,.zip,.csv"
        error={errorOf(errors, 'file')}
        required
      />
      <TryOrTake />
    </Form>
  );
}

const shown = ['loaded', 'changed', 'unchanged', 'merged', 'conflict', 'refused', 'flagged'] as const;

/** What becomes of a row; the import of the first start counts these alone. */
const outcomes = ['loaded', 'merged', 'flagged', 'refused'] as const;

/** "4 added, 1 refused": what there was none of is not said. */
function Counts({ counts }: { counts: Readonly<Partial<ImportCounts>> }) {
  const { words, lang } = useUi();
  const w = words.exchange;
  const rows = counts.rows ?? outcomes.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  const said = shown.filter(name => (counts[name] ?? 0) > 0);
  const parts = said.map(name => `${number(counts[name]!, lang)} ${w.counts[name]}`);
  return <>{[w.rows(number(rows, lang), rows === 1), ...parts].join(', ')}</>;
}

/** Rows of a page; all of them are in the report. */
const rowsShown = 100;

function Report({ tried, of }: NonNullable<ImportsPageProps['report']>) {
  const { words, lang } = useUi();
  const w = words.exchange;
  const worth = of.rows.filter(row => row.notes.length > 0);
  return (
    <section class="stack" aria-labelledby="report">
      <Note focus>{tried ? w.tried : of.key === null ? w.nothing : w.taken}</Note>
      <p id="report">
        <b>
          <Counts counts={of.counts} />
        </b>
      </p>
      {worth.length > 0 && <h2 id="worth">{w.worth}</h2>}
      {worth.length > 0 && <Rows rows={worth.slice(0, rowsShown)} />}
      {worth.length > rowsShown && <p>{w.more(number(worth.length - rowsShown, lang))}</p>}
    </section>
  );
}

function Rows({ rows }: { rows: readonly RowLine[] }) {
  const w = useUi().words.exchange;
  return (
    <FoldTable heads={[w.where, w.name, w.outcomeHead, w.notesHead]}>
      {rows.map(({ at, name, outcome, notes }) => (
        <tr key={`${at} ${name}`}>
          <td class="s">{at}</td>
          <th scope="row">{name || '–'}</th>
          <td>{w.outcome[outcome]}</td>
          <td class="s">{notes.map(note => w.note(note.code, note.text ?? '')).join('; ')}</td>
        </tr>
      ))}
    </FoldTable>
  );
}

function Left({ left }: { left: readonly LeftAlone[] }) {
  const w = useUi().words.exchange;
  return (
    <section class="stack" aria-labelledby="left">
      <h2 id="left">{w.leftTitle}</h2>
      <ul>
        {left.slice(0, rowsShown).map(({ name, why }) => (
          <li key={`${name} ${why}`}>
            <b>{name}</b>: {w.why[why]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Imports({ imports }: Pick<ImportsPageProps, 'imports'>) {
  const w = useUi().words.exchange;
  return (
    <FoldTable heads={[w.what, w.when, w.result, w.state]}>
      {imports.map(one => (
        <ImportRow key={one.id} one={one} />
      ))}
    </FoldTable>
  );
}

function ImportRow({ one }: { one: NamedImport }) {
  const ui = useUi();
  const w = ui.words.exchange;
  return (
    <tr>
      <th scope="row">
        {one.source} <span class="dim">({w.formats[one.format]})</span>
        <br />
        <span class="s dim">{one.fileName}</span>
      </th>
      <td class="s">
        <time datetime={one.at}>{momentShort(one.at, ui)}</time>
        <br />
        <span class="dim">{one.by === null ? w.byOperator : w.by(one.byName)}</span>
      </td>
      <td class="s">
        <Counts counts={one.counts as Partial<ImportCounts>} />
      </td>
      <td class="s">
        {one.key !== null && (
          <>
            <a href={`/programme/imports/${one.key}/report`} download>
              {w.report}
              <span class="sr"> {one.source}</span>
            </a>
            <br />
            {one.undoneAt === null ? (
              <a href={`/programme/imports/${one.key}/undo`}>
                {w.undo}
                <span class="sr"> {one.source}</span>
              </a>
            ) : (
              <span class="dim">{w.undone(momentShort(one.undoneAt, ui))}</span>
            )}
          </>
        )}
        {one.key === null && <span class="dim">{w.noUndo}</span>}
      </td>
    </tr>
  );
}
