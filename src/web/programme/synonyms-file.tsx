import { z } from 'zod';
import {
  type FileProblem,
  type RowProblem,
  type SynonymRow,
  synonymsFile,
  takeSynonyms,
} from '../../app/directory/synonyms-file.ts';
import { text } from '../../http/form.ts';
import { file, missing, page, type Reply } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/fields.tsx';
import { FoldTable } from '../../ui/fold-table.tsx';
import { ButtonLink, Form } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import type { Words } from '../../words/words.ts';
import { sentence } from './synonym-form.tsx';
import { TryOrTake } from './try-or-take.tsx';

const steward = { enter: ['person'], roles: ['steward'], phi: false } as const;
const here = '/programme/synonyms/file';
const upload = z.strictObject({ do: text(10) });

/** The list of words that mean the same as a file, out and in, for stewards of the programme. */
export const routes: Route[] = [
  route({
    ...steward,
    ...{ method: 'GET', url: here },
    // Read, so that a steward of another site learns nothing.
    handle: async ({ app, actor }) => ((await synonymsFile(app, actor)) ? page(<FilePage />) : missing()),
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${here}.csv` },
    async handle({ app, actor, words }) {
      const bytes = await synonymsFile(app, actor);
      if (!bytes) return missing();
      return file({ bytes, type: 'text/csv; charset=utf-8', name: words.synonyms.file.name });
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: here, multipart: true },
    body: upload,
    handle: ask => take(ask),
  }),
];

async function take({ app, actor, body, files }: Ask & { body: z.infer<typeof upload> }): Promise<Reply> {
  const given = files.find(one => one.field === 'file');
  const dryRun = body.do !== 'take';
  const bytes = given?.bytes ?? new Uint8Array();
  const rows = await takeSynonyms(app, actor, { bytes, dryRun });
  if (!rows) return missing();
  if (!('problem' in rows)) return page(<FilePage report={{ tried: dryRun, rows }} />);
  return page(<FilePage problem={given ? rows.problem : 'missing'} />, { status: 422 });
}

interface FilePageProps {
  report?: { tried: boolean; rows: readonly SynonymRow[] };
  problem?: FileProblem | 'missing';
}

/** The way out, the way in, and what became of every line of the file that was just sent. */
export function FilePage({ report, problem }: FilePageProps) {
  const { synonyms } = useUi().words;
  const w = synonyms.file;
  const errors = problem ? [{ field: 'file', label: w.file, message: w[problem] }] : [];
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme/synonyms">{synonyms.back}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      <ErrorSummary errors={errors} />
      {report && <Report {...report} />}
      <p>
        <ButtonLink href={`${here}.csv`} icon="dl">
          {w.download}
        </ButtonLink>
      </p>
      <section class="stack" aria-labelledby="add">
        <h2 id="add">{w.add}</h2>
        <Form action={here} multipart class="stack" labelledBy="add">
          <FileField
            {...{ name: 'file', label: w.file, hint: w.hint, accept: '.csv,text/csv' }}
            error={errorOf(errors, 'file')}
            required
          />
          <TryOrTake />
        </Form>
      </section>
    </Frame>
  );
}

const outcomes = ['added', 'changed', 'same', 'refused'] as const;

function Report({ tried, rows }: NonNullable<FilePageProps['report']>) {
  const { words, lang } = useUi();
  const w = words.synonyms.file;
  const counts = outcomes
    .map(outcome => [outcome, rows.filter(row => row.outcome === outcome).length] as const)
    .filter(([, n]) => n > 0)
    .map(([outcome, n]) => w.counts(outcome, number(n, lang)));
  const worth = rows.filter(row => row.outcome !== 'same');
  return (
    <section class="stack" aria-labelledby="report">
      <Note focus>
        <b id="report">{tried ? w.tried : w.taken}.</b> {counts.join(', ') || w.empty}
      </Note>
      {worth.length === 0 && rows.length > 0 && <p>{w.allSame}</p>}
      {worth.length > 0 && (
        <FoldTable heads={[w.line, w.words, w.outcome]}>
          {worth.map(row => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td>{row.words}</td>
              <td>{[w.outcomes[row.outcome], ...row.problems.map(one => said(words, one))].join(': ')}</td>
            </tr>
          ))}
        </FoldTable>
      )}
    </section>
  );
}

function said({ synonyms }: Words, problem: RowProblem): string {
  return 'field' in problem ? sentence(synonyms.problems, problem) : synonyms.file.problems[problem.code];
}
