import type { CaseStory } from '../../app/read-request.ts';
import { useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { dayLong } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';

/** A letter was promised with the referral: the sender owes it, everybody else knows that it is to come. */
export function LetterNote({ one }: { one: CaseStory }) {
  const ui = useUi();
  const { letter, hold } = one.state;
  if (!letter || !hold) return null;
  const { owed, follows, late, send } = ui.words.story.letter;
  const mine = one.may.some(({ side, verbs }) => side === 'requester' && verbs.includes('attach'));
  const day = dayLong(letter.due, ui);
  if (mine)
    return (
      <Note look="soon" title={owed(day)}>
        <p>
          <ButtonLink href={`/${one.type}s/${one.key}/attach`}>{send}</ButtonLink>
        </p>
      </Note>
    );
  return (
    <Note>
      <p>{letter.due < ui.now ? late(day) : follows(day)}</p>
    </Note>
  );
}
