import { z } from 'zod';
import type { Tx } from '../../app/ports/database.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { Code } from '../../ui/strip.tsx';
import { CaseHead, PatientStrip, presentCase } from '../cases/case-head.tsx';
import { Chapter } from '../requests/chapter.tsx';
import { type Opened, openStoryIn, tellingOf } from '../requests/open-story.ts';
import type { Telling } from '../requests/telling.ts';
import { withPatients } from '../roles.ts';
import { bulkBody, folderOf } from './bulk.tsx';

/** Most requests of one print, so that each is really wanted. */
const most = 25;

/** The picked requests, each on sheets of its own. */
function PrintPage({ from, sheets, left }: { from: string; sheets: readonly Telling[]; left: number }) {
  const { words, lang } = useUi();
  const { print, bulk } = words.worklist;
  return (
    <Frame title={print.title} here="worklist">
      <header class="stack acts">
        <h1>{print.title}</h1>
        <div class="line">
          <button type="button" class="btn main" data-print hidden>
            <Icon name="print" />
            {bulk.print}
          </button>
          <ButtonLink href={`/worklist/${from}`}>{bulk.back}</ButtonLink>
        </div>
        {sheets.length === 0 && <Note look="soon">{print.none}</Note>}
        {left > 0 && <Note look="soon">{print.left(number(left, lang), left === 1)}</Note>}
      </header>
      {sheets.map(telling => (
        <Sheet key={telling.request.key} telling={telling} />
      ))}
    </Frame>
  );
}

function Sheet({ telling }: { telling: Telling }) {
  const { words } = useUi();
  const { request, story } = telling;
  const present = presentCase(request)!;
  return (
    <article class="sheet stack" aria-labelledby={request.key}>
      <PatientStrip patient={present.patient} reference={request.reference} several />
      <h2 id={request.key}>
        <bdi>{present.state.title}</bdi>
      </h2>
      <p class="s dim">
        {words.story.reference} <Code>{request.reference}</Code>
      </p>
      <CaseHead story={request} one={present} me={telling.me} />
      {story.chapters.map((chapter, index) => {
        const one = request.cases[index]!;
        return <Chapter key={one.key} chapter={chapter} telling={{ ...telling, one, present: false }} bare />;
      })}
    </article>
  );
}

/** Each is a look at a request, written down as one. */
async function openEach(tx: Tx, cases: readonly string[]): Promise<Opened[]> {
  const keys = new Set<string>();
  for (const one of cases) {
    const key =
      (await tx.cases.requestKeyOf(one, 'referral')) ?? (await tx.cases.requestKeyOf(one, 'econsult'));
    keys.add(key ?? one);
  }
  const found: Opened[] = [];
  for (const key of keys) {
    const opened = await openStoryIn(tx, key, 'print');
    if (opened) found.push(opened);
  }
  return found;
}

/** Prints what was picked in a list. */
export const routes: Route[] = [
  route({
    ...{ method: 'POST', url: '/worklist/print', enter: ['person'], roles: withPatients, phi: true },
    body: z.strictObject(bulkBody),
    async handle(ask) {
      const { from, pick } = ask.body;
      const opened = await ask.app.db.as(ask.actor, tx => openEach(tx, pick.slice(0, most)));
      const sheets = opened.map(one => tellingOf(ask, one, 'all'));
      const left = Math.max(0, pick.length - most);
      return page(<PrintPage from={folderOf(from)} sheets={sheets} left={left} />, {
        status: sheets.length > 0 ? 200 : 422,
      });
    },
  }),
];
