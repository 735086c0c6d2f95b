import type { CaseStory } from '../../app/read-request.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import type { Telling } from './telling.ts';

/** Once a request that was sent in parallel is booked, one click takes this one back. The other is not named. */
export function BookedBeside({ telling, one }: { telling: Telling; one: CaseStory }) {
  const { beside } = useUi().words.drafts;
  const may = one.may.some(({ side, verbs }) => side === 'requester' && verbs.includes('cancel'));
  if (!telling.bookedBeside || !may) return null;
  return (
    <Note look="soon" title={beside.booked}>
      <p>{beside.bookedLead}</p>
      <Form action={`/${one.type}s/${one.key}/cancel`} receipt turn={one.turn} class="line">
        <input type="hidden" name="reason" value="duplicate" />
        <input type="hidden" name="comment" value="" />
        <SubmitButton look="main">{beside.withdraw}</SubmitButton>
      </Form>
    </Note>
  );
}
