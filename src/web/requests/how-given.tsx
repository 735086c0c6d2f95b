import type { CaseStory } from '../../app/read-request.ts';
import { useUi } from '../../ui/context.ts';
import type { Telling } from './telling.ts';

/** What the automatic assignment went by, and whom to call when a question stays with its group for too long. */
export function HowGiven({ telling: { given }, present }: { telling: Telling; present: CaseStory }) {
  const { words, now } = useUi();
  const { hold } = present.state;
  if (!given || given.caseKey !== present.key || !hold) return null;
  const { steps, escalation } = given;
  const stands = escalation !== '' && hold.accountable.side === 'receiver' && hold.due < now;
  const { preferences } = words.econsult;
  return (
    <>
      {steps.length > 0 && (
        <p class="s dim">
          {words.story.chosenBy}{' '}
          {steps.map(({ by, from, to }) => words.story.narrowed(preferences[by], from, to)).join('; ')}.
        </p>
      )}
      {stands && <p class="s">{words.acts.escalation(escalation)}</p>}
    </>
  );
}
