import { localDay } from '../../domain/case/deadline.ts';
import { type AnsweredCase, learntAs } from '../../domain/library/learning.ts';
import { type Chapter as ChapterOf, shows } from '../../domain/timeline/timeline.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { useUi } from '../../ui/context.ts';
import { daysBetween, monthDayShort } from '../../ui/format.ts';
import { CaseHeading, Timeline } from '../../ui/timeline.tsx';
import { StatusTag } from '../cases/case-head.tsx';
import { receiverName, requesterName } from '../cases/names.ts';
import { actionsOn } from '../cases/verbs-on-page.ts';
import { Item } from './item.tsx';
import { LeftOpen } from './recommendations.tsx';
import type { TellingOf } from './telling.ts';

interface ChapterProps {
  chapter: ChapterOf;
  telling: TellingOf;
  /** On paper: nothing may be done. */
  bare?: boolean;
}

/** One case of the story: its heading, what happened, and what may still be done on it when it is not the present one. */
export function Chapter({ chapter, telling, bare }: ChapterProps) {
  const { words, now } = useUi();
  const { one, filter, present } = telling;
  const title = words.timeline.chapter(chapter.number, words.case.types[one.type]);
  const items = chapter.items.filter(item => shows(item, filter));
  return (
    <>
      <CaseHeading
        id={`case-${one.key}`}
        title={title}
        tag={<StatusTag one={one} />}
        between={words.timeline.between(
          requesterName(telling, chapter.from),
          receiverName(telling, chapter.to),
        )}
        when={<When chapter={chapter} />}
      />
      {one.state.helps && <Helps telling={telling} />}
      <Timeline label={title}>
        {items.map((item, index) => (
          <Item key={index} item={item} telling={telling} />
        ))}
      </Timeline>
      <LeftOpen telling={telling} />
      {one.type === 'econsult' && !bare && <Learn telling={telling} />}
      {one.until !== null && <p class="s dim">{words.story.left}</p>}
      {!present && !bare && (
        <ActionBar actions={actionsOn(words, one, { now, me: telling.me })} id={`more-${one.key}`} quiet />
      )}
    </>
  );
}

/** A closed eConsult may be proposed for the library by either side, as long as the case is theirs; not by who reads along. */
function proposes({ type, state, until, sides }: TellingOf['one']): boolean {
  return (
    type === 'econsult' && state.status === 'closed' && until === null && sides.some(side => side !== 'copy')
  );
}

/** For whose answer a colleague is asked, and who reads along. */
function Helps({ telling }: { telling: TellingOf }) {
  const { colleague: w } = useUi().words;
  const { one, request, story } = telling;
  const { helps, copy } = one.state;
  const nth = request.cases.findIndex(({ id }) => id === helps?.case);
  const first = story.chapters[nth];
  const readsAlong = one.sides.every(side => side === 'copy')
    ? w.youRead
    : copy && w.copyIs(requesterName(telling, copy));
  return (
    <p class="s dim">
      {first ? w.helps(first.number) : w.helpsHere} {readsAlong}
    </p>
  );
}

/** What an answer leaves behind: one's own record, and the library for others. */
function Learn({ telling: { one, me } }: { telling: TellingOf }) {
  const { words } = useUi();
  const keeps = learntAs(one as unknown as AnsweredCase, me.member) !== null;
  return (
    <>
      {keeps && (
        <p class="s">
          <a href={`/learning/new?case=${one.key}`}>{words.learning.newTitle}</a>
        </p>
      )}
      {proposes(one) && (
        <p class="s">
          <a href={`/library/propose/${one.key}`}>{words.answered.propose}</a>
        </p>
      )}
    </>
  );
}

function When({ chapter }: { chapter: ChapterOf }) {
  const ui = useUi();
  const { timeline, time, story } = ui.words;
  const { startedAt, endedAt, answeredAt } = chapter;
  const days = (until: string) => daysBetween(localDay(startedAt, ui.zone), localDay(until, ui.zone));
  const from = monthDayShort(startedAt, ui);
  const answeredIn = (count: number) => (count > 0 ? timeline.answeredIn(time.days(count)) : story.sameDay);
  const answered = answeredAt && answeredIn(days(answeredAt));
  const waiting = days(ui.now) > 0 && story.waiting(time.days(days(ui.now)));
  if (endedAt)
    return <>{[timeline.fromTo(from, monthDayShort(endedAt, ui)), answered].filter(Boolean).join(', ')}</>;
  return <>{[timeline.since(from), answered ?? waiting].filter(Boolean).join(', ')}</>;
}
