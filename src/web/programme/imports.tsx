import { z } from 'zod';
import { NotADirectory } from '../../app/directory/facility-file.ts';
import { listImports, type NamedImport, readImport, reportCsv } from '../../app/directory/imports.ts';
import { importForProgramme } from '../../app/exchange/import-listings.ts';
import { undoForProgramme } from '../../app/exchange/undo-import.ts';
import { BadArchive } from '../../app/exchange/zip.ts';
import { key, text } from '../../http/form.ts';
import { file, missing, page, type Reply } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { ImportsPage, type ImportsPageProps } from './imports-page.tsx';

const steward = { enter: ['person'], roles: ['steward'], phi: false } as const;
const list = '/programme/imports';
const params = z.strictObject({ key });
const upload = z.strictObject({ source: text(200), do: text(10) });

type Extra = Omit<ImportsPageProps, 'imports'>;

async function draw({ app, actor }: Pick<Ask, 'app' | 'actor'>, extra: Extra, status = 200): Promise<Reply> {
  const imports = await listImports(app, actor);
  return imports ? page(<ImportsPage imports={imports} {...extra} />, { status }) : missing();
}

async function take(ask: Ask & { body: z.infer<typeof upload> }): Promise<Reply> {
  const { app, actor, body, files, words } = ask;
  const w = words.exchange;
  const { source } = body;
  const given = files.find(one => one.field === 'file');
  const errors: NonNullable<Extra['errors']>[number][] = [];
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .-]{0,59}$/u.test(source))
    errors.push({ field: 'source', message: w.missingSource });
  if (!given) errors.push({ field: 'file', message: w.missingFile });
  if (!given || errors.length > 0) return draw(ask, { source, errors }, 422);
  const tried = body.do !== 'take';
  try {
    const of = await importForProgramme(app, actor, { file: given, source, dryRun: tried });
    return of ? draw(ask, { source, report: { tried, of } }) : missing();
  } catch (error) {
    if (!(error instanceof NotADirectory || error instanceof BadArchive)) throw error;
    const message = `${w.notRead} (${error.message})`;
    return draw(ask, { source, errors: [{ field: 'file', message }] }, 422);
  }
}

function SurePage({ line }: { line: NamedImport }) {
  const w = useUi().words.exchange;
  return (
    <Frame title={w.sureTitle(line.source)} here="worklist">
      <header class="stack">
        <p class="s">
          <a href={list}>{w.back}</a>
        </p>
        <h1>{w.sureTitle(line.source)}</h1>
      </header>
      <p>{w.sure}</p>
      <Form action={`${list}/${line.key}/undo`} label={w.sureTitle(line.source)}>
        <div class="line">
          <SubmitButton look="harm">{w.confirm}</SubmitButton>
          <ButtonLink href={list}>{w.keep}</ButtonLink>
        </div>
      </Form>
    </Frame>
  );
}

/** Lists taken into the directory, for stewards of the programme. */
export const routes: Route[] = [
  route({ ...steward, ...{ method: 'GET', url: list }, handle: ask => draw(ask, {}) }),
  route({
    ...steward,
    ...{ method: 'POST', url: list, multipart: true },
    body: upload,
    handle: ask => take(ask),
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/:key/report` },
    params,
    async handle({ app, actor, params, words }) {
      const found = await readImport(app, actor, params.key);
      if (!found) return missing();
      const w = words.exchange;
      const rows = found.rows.map(({ at, name, outcome, notes }) => [
        ...[at, name, w.outcome[outcome]],
        notes.map(note => w.note(note.code, note.text ?? '')).join('; '),
      ]);
      const bytes = reportCsv(w.reportHead, rows);
      return file({ bytes, type: 'text/csv; charset=utf-8', name: w.reportName });
    },
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/:key/undo` },
    params,
    async handle({ app, actor, params }) {
      const found = await readImport(app, actor, params.key);
      return found ? page(<SurePage line={found.line} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/:key/undo` },
    params,
    async handle(ask) {
      const outcome = await undoForProgramme(ask.app, ask.actor, ask.params.key);
      if (outcome === null || outcome === 'missing') return missing();
      return outcome === 'undone' ? draw(ask, { already: true }) : draw(ask, { undone: outcome });
    },
  }),
];
