import type { ComponentChildren } from 'preact';
import type { PersonActor } from '../../app/actor.ts';
import type { ReviewsWaiting } from '../../app/econsult/peer-review.ts';
import type { Folder } from '../../app/ports/worklists.ts';
import { folderName } from '../../app/worklist/worklist-folders.ts';
import type { WorklistView } from '../../app/worklist/worklists.ts';
import type { Instant } from '../../domain/case/time.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink, Form } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Bulk } from './bulk.tsx';
import { storyUrl } from './came-from.ts';
import { FilterBar, isNarrowed, type Typed } from './filters.tsx';
import { ExportList, NextPage } from './list-foot.tsx';
import { Rail } from './rail.tsx';
import { ReviewsWait } from './reviews-wait.tsx';
import { Rows } from './rows.tsx';
import { statusLabel } from './status-label.ts';
import { Unreached } from './unreached.tsx';
import { KeepView } from './views.tsx';
import { Waiting } from './waiting.tsx';

export interface ListPageProps {
  me: PersonActor;
  folder: Folder;
  /** Of the address: a search is made from a folder. */
  from: string;
  typed: Typed;
  view: WorklistView;
  ends: readonly Instant[];
  /** Members whom mail does not reach, for their steward. */
  unreached: number;
  /** What of reviews of answers waits for the reader. */
  reviews?: ReviewsWaiting;
  /** What the last post did, said on top. */
  done?: string;
}

/** One folder: its rail, what it counts, filters, and the requests in it. */
export function ListPage(props: ListPageProps) {
  const ui = useUi();
  const { me, folder, from, typed, view, ends, done } = props;
  const title = titleOf(ui, folder);
  const first = view.page.rows[0];
  const late = (view.counts.mine.overdue ?? 0) > 0;
  return (
    <Frame title={title} here="worklist" rail={<Rail numbers={view} current={folderName(folder)} />}>
      <div class="line">
        <h1>{title}</h1>
        <span class="dim">{summaryOf(ui, props)}</span>
        {first && folder === 'needs-me' && (
          <ButtonLink look="main" icon="right" class="far" href={storyUrl(first.requestKey, from, typed)}>
            {ui.words.worklist.start}
          </ButtonLink>
        )}
      </div>
      {done && (
        <Note focus look={late ? 'told' : undefined}>
          {done}
        </Note>
      )}
      <Unreached count={props.unreached} />
      <ReviewsWait waiting={props.reviews} />
      <FilterBar folder={from} typed={typed} view={view} />
      {typed.q === undefined && <KeepView from={from} typed={typed} />}
      {first ? (
        <Picked from={from} me={me} view={view}>
          <Rows
            {...{ rows: view.page.rows, me, title, due: view.due, ends, view }}
            href={key => storyUrl(key, from, typed)}
            holders={folder === 'waits-on-others'}
            pick={view.page.rows.some(row => row.side === 'receiver' && row.due !== null)}
          />
        </Picked>
      ) : (
        <NothingHere folder={folder} typed={typed} view={view} />
      )}
      <NextPage from={from} typed={typed} next={view.page.next} />
      {first && <ExportList from={from} typed={typed} />}
      {view.waiting && view.waiting.rows.length > 0 && (
        <Waiting rows={view.waiting.rows} all={view.counts.mine['waits-on-others']} me={me} />
      )}
    </Frame>
  );
}

function Picked(props: Pick<ListPageProps, 'from' | 'me' | 'view'> & { children: ComponentChildren }) {
  const { view, from, children } = props;
  const { words } = useUi();
  const some = view.page.rows.some(row => row.side === 'receiver' && row.due !== null);
  if (!some) return <>{children}</>;
  return (
    <Form action="/worklist/assign" receipt label={words.worklist.bulk.label}>
      <input type="hidden" name="from" value={from} />
      {children}
      <Bulk colleagues={view.colleagues} />
    </Form>
  );
}

/** "Needs me now", "Received referrals: New". */
export function titleOf({ words }: Ui, folder: Folder): string {
  const { worklist } = words;
  if (typeof folder === 'string') return worklist.folders[folder];
  const { side, type } = folder;
  const groups: Record<string, Record<string, string>> = worklist.groups;
  return words.fields.about(groups[side]?.[type] ?? side, statusLabel(words, folder));
}

/** "43 requests. 4 are overdue, 7 are due today." */
function summaryOf({ words, lang }: Ui, { view, folder }: ListPageProps): string {
  const { worklist } = words;
  const write = (count: number) => [number(count, lang), count === 1] as const;
  if (view.due === null) return endedSummary(view, folder, { worklist, write });
  const all = view.due.reduce((sum, one) => sum + one, 0);
  const [overdue = 0, today = 0] = view.due;
  if (all === 0) return '';
  return worklist.summary(
    worklist.requests(...write(all)),
    overdue > 0 ? worklist.areOverdue(...write(overdue)) : '',
    today > 0 ? worklist.areDueToday(...write(today)) : '',
  );
}

interface Writing {
  worklist: Ui['words']['worklist'];
  write(count: number): readonly [string, boolean];
}

function endedSummary(view: WorklistView, folder: Folder, { worklist, write }: Writing): string {
  if (typeof folder === 'string') return view.page.rows.length > 0 ? worklist.lastChangedFirst : '';
  const { side, type, status } = folder;
  const found = view.ended.find(one => one.side === side && one.type === type && one.status === status);
  if (!found || found.count === 0) return '';
  const [count, one] = write(found.count);
  const said = worklist.requests(found.more ? worklist.moreThan(count) : count, one);
  return `${said}. ${worklist.lastChangedFirst}`;
}

function NothingHere({ folder, typed, view }: Pick<ListPageProps, 'folder' | 'typed' | 'view'>) {
  const ui = useUi();
  const { empty } = ui.words.worklist;
  const waiting = view.counts.mine['waits-on-others'];
  if (folder === 'everything') return <Empty>{empty.everything}</Empty>;
  if (isNarrowed(typed)) return <Empty>{empty.filtered}</Empty>;
  if (typeof folder === 'object') return <Empty>{empty.status}</Empty>;
  if (folder !== 'needs-me') return <Empty>{empty[folder]}</Empty>;
  if (waiting === 0)
    return (
      <Empty href="/ask" link={empty.ask}>
        {empty['needs-me']}
      </Empty>
    );
  const all = ui.words.worklist.requests(number(waiting, ui.lang), waiting === 1);
  return (
    <Empty href="/worklist/waits-on-others" link={empty.seeWaiting}>
      {empty['needs-me']} {empty.waitingElsewhere(all, waiting === 1)}
    </Empty>
  );
}
