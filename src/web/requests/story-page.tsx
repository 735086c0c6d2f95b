import type { CaseStory } from '../../app/read-request.ts';
import type { StoryFilter } from '../../domain/timeline/timeline.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Code } from '../../ui/strip.tsx';
import { CaseHead, PatientStrip, presentCase } from '../cases/case-head.tsx';
import { siteName } from '../cases/names.ts';
import { actionsOn, isMine } from '../cases/verbs-on-page.ts';
import { Aside } from './aside.tsx';
import { BookedBeside } from './booked-beside.tsx';
import { Chapter } from './chapter.tsx';
import { Composer } from './composer.tsx';
import { DoneNote } from './done-note.tsx';
import { LetterNote } from './letter-note.tsx';
import { Looking } from './looking.tsx';
import { SendOn, suggestionOn } from './send-on.tsx';
import type { Telling } from './telling.ts';
import { alsoFrom, type Origin, WayBack } from './way-back.tsx';

export interface StoryPageProps {
  telling: Telling;
  /** The whole number of the health card, once asked for. */
  wholeCard?: boolean;
  /** Something was just done: where the next request of the folder is, if there is one. */
  done?: { next: string | null };
  /** The list it was opened from. */
  origin?: Origin;
  /** Key of the request that was decided just before: this one opened by itself. */
  after?: string;
}

/** One request as a story. The title holds the reference number alone: titles stay in histories. */
export function StoryPage({ telling, wholeCard, done, origin, after }: StoryPageProps) {
  const { words } = useUi();
  const { request } = telling;
  const present = presentCase(request)!;
  return (
    <Frame
      title={request.reference}
      here="worklist"
      strip={
        <PatientStrip
          patient={present.patient}
          wholeCard={wholeCard}
          showCard={!wholeCard && <ShowCard requestKey={request.key} />}
        />
      }
    >
      <header class="stack">
        <div class="line s">
          <WayBack origin={origin} />
          <span class="far dim">
            {words.story.reference} <Code>{request.reference}</Code>
          </span>
        </div>
        <h1>
          <bdi>{present.state.title}</bdi>
        </h1>
        <CaseHead story={request} one={present} me={telling.me} />
        <Looking requestKey={request.key} looking={telling.looking ?? []} />
        {after && <AfterNote after={after} />}
        <LetterNote one={present} />
        <SendOn telling={telling} one={present} />
        <BookedBeside telling={telling} one={present} />
        <Actions telling={telling} present={present} />
      </header>
      <div class="cols side">
        <StorySection telling={telling} present={present} done={done} origin={origin} />
        <Aside telling={telling} present={present} />
      </div>
    </Frame>
  );
}

/** The next one opened by itself, as this person chose; the one before is a click away. */
function AfterNote({ after }: { after: string }) {
  const { story } = useUi().words;
  return (
    <Note focus>
      {story.openedNext} <a href={`/requests/${after}?done=decided#latest`}>{story.openedBefore}</a>
    </Note>
  );
}

/** Posted, because the look is written down. */
function ShowCard({ requestKey }: { requestKey: string }) {
  const { story } = useUi().words;
  return (
    <Form action={`/requests/${requestKey}/card`} class="inline">
      <SubmitButton look="text" class="tiny">
        {story.showCard}
        <span class="sr"> {story.showCardOf}</span>
      </SubmitButton>
    </Form>
  );
}

function Actions({ telling, present }: { telling: Telling; present: CaseStory }) {
  const { words, now } = useUi();
  const actions = actionsOn(words, present, { now, me: telling.me }).map(action =>
    action.href.endsWith('/message') ? { ...action, href: '#write' } : action,
  );
  const [side] = present.may.map(may => may.side);
  const site = siteName(telling, telling.me.site);
  const note =
    side && site && words.story.actAs(words.case.sides[side].toLocaleLowerCase(telling.ui.lang), site);
  const mine = isMine(present, telling.me);
  return (
    <ActionBar
      actions={actions}
      note={note || undefined}
      quiet={!mine || suggestionOn(telling, present) !== undefined}
    />
  );
}

const filters: readonly StoryFilter[] = ['all', 'messages', 'files', 'changes'];

interface StorySectionProps extends Pick<StoryPageProps, 'telling' | 'done' | 'origin'> {
  present: CaseStory;
}

function StorySection({ telling, present, done, origin }: StorySectionProps) {
  const { timeline } = useUi().words;
  const { request, story, filter } = telling;
  const url = `/requests/${request.key}`;
  return (
    <section aria-labelledby="story" class="stack">
      <div class="line">
        <h2 id="story">{timeline.story}</h2>
        <nav aria-label={timeline.show} class="line">
          {filters.map(one => (
            <Chip
              key={one}
              href={one === 'all' && !origin ? url : `${url}?show=${one}${alsoFrom(origin)}`}
              on={one === filter}
            >
              {timeline.filters[one](story.counts[one])}
            </Chip>
          ))}
        </nav>
        <a class="far s" href="#latest">
          {timeline.latest}
        </a>
      </div>
      {story.chapters.map((chapter, index) => {
        const one = request.cases[index]!;
        return (
          <Chapter key={one.key} chapter={chapter} telling={{ ...telling, one, present: one === present }} />
        );
      })}
      {!present.state.hold && <span id="latest" />}
      {done && <DoneNote telling={telling} next={done.next} />}
      <Composer telling={{ ...telling, one: present, present: true }} />
    </section>
  );
}
