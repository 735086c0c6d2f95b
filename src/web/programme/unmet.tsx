import { readUnmetNeeds } from '../../app/directory/unmet-needs.ts';
import type { UnmetNeed } from '../../app/ports/unmet-needs.ts';
import { file, missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';

const steward = { enter: ['person'], roles: ['steward'], phi: false } as const;

/** What nobody offers, by region and category, for stewards of the programme. */
export const routes: Route[] = [
  route({
    ...steward,
    ...{ method: 'GET', url: '/programme/unmet' },
    async handle({ app, actor }) {
      const needs = await readUnmetNeeds(app, actor);
      return needs ? page(<UnmetPage needs={needs} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: '/programme/unmet.csv' },
    async handle({ app, actor, ui }) {
      const needs = await readUnmetNeeds(app, actor);
      if (!needs) return missing();
      const bytes = new TextEncoder().encode(csvOf(ui, needs));
      return file({ bytes, type: 'text/csv; charset=utf-8', name: 'unmet-needs.csv' });
    },
  }),
];

function cellsOf({ words, lang }: Ui, one: UnmetNeed): string[] {
  const { unmet, directory } = words;
  const count = (n: number | null) => (n === null ? unmet.few : number(n, lang));
  return [
    directory.regions[one.region] ?? unmet.elsewhere,
    (lang === 'fr' ? one.name_fr : one.name_en) || unmet.unknown,
    count(one.declines),
    count(one.searches),
  ];
}

function headsOf({ words: { unmet } }: Ui): string[] {
  return [unmet.region, unmet.category, unmet.declines, unmet.searches];
}

/** RFC 4180, with a byte order mark so that spreadsheets read the accents. */
function csvOf(ui: Ui, needs: readonly UnmetNeed[]): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = [headsOf(ui), ...needs.map(one => cellsOf(ui, one))];
  return `\uFEFF${rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

function UnmetPage({ needs }: { needs: readonly UnmetNeed[] }) {
  const ui = useUi();
  const w = ui.words.unmet;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme">{ui.words.synonyms.toProgramme}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {needs.length === 0 ? <p>{w.none}</p> : <Table needs={needs} />}
      {needs.length > 0 && (
        <p>
          <ButtonLink href="/programme/unmet.csv" icon="file">
            {w.csv}
          </ButtonLink>
        </p>
      )}
    </Frame>
  );
}

function Table({ needs }: { needs: readonly UnmetNeed[] }) {
  const ui = useUi();
  return (
    <table class="mini fold">
      <thead>
        <tr>
          {headsOf(ui).map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {needs.map(one => (
          <Line key={one.region + one.category} cells={cellsOf(ui, one)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ cells: [region = '', ...others] }: { cells: readonly string[] }) {
  const ui = useUi();
  return (
    <tr>
      <th scope="row">{region}</th>
      {others.map((cell, n) => (
        <td key={n}>
          <span class="fold-label s dim">{ui.words.fields.about(headsOf(ui)[n + 1]!, '')}</span>
          {cell}
        </td>
      ))}
    </tr>
  );
}
