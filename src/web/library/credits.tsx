import { readCredits } from '../../app/econsult/library.ts';
import type { Credit } from '../../app/ports/library.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { type Ui, useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { FoldRow, FoldTable } from '../../ui/fold-table.tsx';
import { dayWithYear, monthShort, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { withPatients } from '../roles.ts';

/** Months that the picture shows. */
const mostMonths = 24;

type Read = Awaited<ReturnType<typeof readCredits>>;

/** What one's own public answers did for others: counts and days, nobody's name. */
function CreditsPage({ credits, months }: Read) {
  const ui = useUi();
  const w = ui.words.answered;
  const settled = credits.reduce((sum, one) => sum + one.settled, 0);
  const shown = months.slice(-mostMonths);
  return (
    <Frame title={w.credits.title} here="ask">
      <header class="stack">
        <p class="s">
          <a href="/library">{w.toLibrary}</a>
        </p>
        <h1>{w.credits.title}</h1>
        <p class="dim">{w.credits.lead}</p>
      </header>
      {credits.length === 0 && <Empty>{w.credits.empty}</Empty>}
      {credits.length > 0 && <p class="b">{w.credits.total(settled, credits.length)}</p>}
      {shown.length > 1 && (
        <BarChart
          title={w.credits.chart}
          bars={shown.map(one => ({ label: monthShort(one.month, ui), value: one.settled }))}
        />
      )}
      {credits.length > 0 && <Answers credits={credits} />}
    </Frame>
  );
}

const cellsOf = (one: Credit, ui: Ui): string[] => [
  ...[dayWithYear(one.publishedOn, ui), number(one.read, ui.lang), number(one.settled, ui.lang)],
  one.lastSettled ? dayWithYear(one.lastSettled, ui) : ui.words.answered.credits.never,
];

function Answers({ credits }: { credits: readonly Credit[] }) {
  const ui = useUi();
  const heads = Object.values(ui.words.answered.credits.heads);
  return (
    <FoldTable heads={heads}>
      {credits.map(one => (
        <FoldRow key={one.key} of={<Title one={one} />} heads={heads.slice(1)} cells={cellsOf(one, ui)} />
      ))}
    </FoldTable>
  );
}

function Title({ one }: { one: Credit }) {
  const { gone } = useUi().words.answered.credits;
  if (!one.gone)
    return (
      <a href={`/library/${one.key}`} lang={one.language}>
        {one.title}
      </a>
    );
  return (
    <>
      <span lang={one.language}>{one.title}</span> <span class="dim s">{gone}</span>
    </>
  );
}

/** An author's own page of credits. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/library/mine', enter: ['person'], roles: withPatients, phi: false },
    handle: async ({ app, actor }) => page(<CreditsPage {...(await readCredits(app, actor))} />),
  }),
];
