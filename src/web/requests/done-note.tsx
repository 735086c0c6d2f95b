import { type AnsweredCase, learntAs } from '../../domain/library/learning.ts';
import { useUi } from '../../ui/context.ts';
import { monthDayShort } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { holderName } from '../cases/names.ts';
import { sentenceOf } from '../cases/told.ts';
import type { Telling } from './telling.ts';

/** How long after it an act is news, milliseconds. */
const fresh = 10 * 60 * 1000;

/** What this person did a moment ago, and who holds it now: from the case, not from the address. */
export function DoneNote({ telling, next }: { telling: Telling; next: string | null }) {
  const ui = useUi();
  const { story } = ui.words;
  const done = latestOfMine(telling);
  if (!done) return null;
  const { hold } = done.one.state;
  const day = hold && monthDayShort(hold.due, ui);
  const mine = hold?.accountable.member === telling.me.member;
  return (
    <Note title={story.done} focus>
      <p>
        {`${closed(sentenceOf(telling, done.one.type, done.event))} `}
        {hold && day
          ? mine
            ? story.youHold(day)
            : story.holdsNow(holderName(telling, hold.accountable), day)
          : story.nothingOpen}
      </p>
      {hold?.next === 'send-by-fax' && hold.accountable.side === 'requester' && (
        <p>
          <a href={`/referrals/${done.one.key}/invite`}>{ui.words.outside.title}</a>
        </p>
      )}
      {(done.event.type === 'closed' || done.event.type === 'answered') &&
        learntAs(done.one as unknown as AnsweredCase, telling.me.member) && (
          <p>
            <a href={`/learning/new?case=${done.one.key}`}>{ui.words.learning.newTitle}</a>
          </p>
        )}
      {next && (
        <p>
          <a href={`/requests/${next}`}>{story.next}</a>
        </p>
      )}
    </Note>
  );
}

/** With one full stop: a French date may end in one of its own ("9 déc."). */
const closed = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`);

function latestOfMine({ request, me, ui }: Telling) {
  const found = request.cases.flatMap(one => {
    const mine = one.events.filter(event => event.by.member === me.member && typeof event.body === 'object');
    const at = mine.at(-1)?.at;
    // Of one act the first event says what happened; what follows in the same moment explains it.
    const event = mine.find(each => each.at === at);
    return event ? [{ one, event }] : [];
  });
  found.sort((a, b) => (a.event.at < b.event.at ? 1 : -1));
  const [latest] = found;
  return latest && Date.parse(ui.now) - Date.parse(latest.event.at) < fresh ? latest : undefined;
}
