import type { AskRoutes } from '../../app/directory/ask-routes.ts';
import type { OpenRequest } from '../../app/ports/cases.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';
import { monthDay } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';

/** Open requests of the patient: perhaps the question is asked already. */
export function OpenRequests({ routes: { similar, others } }: { routes: AskRoutes }) {
  const { ask } = useUi().words;
  return (
    <>
      {similar.length > 0 && (
        <Note look="soon" label={ask.similarTitle(similar.length)}>
          <p>
            <Icon name="alert" /> <strong>{ask.similarTitle(similar.length)}</strong> {ask.similarLead}
          </p>
          <Lines requests={similar} />
        </Note>
      )}
      {others.length > 0 && (
        <details>
          <summary class="s">{ask.otherOpen(others.length)}</summary>
          <Lines requests={others} />
        </details>
      )}
    </>
  );
}

function Lines({ requests }: { requests: readonly OpenRequest[] }) {
  const ui = useUi();
  const { ask, case: caseWords } = ui.words;
  return (
    <ul class="plain">
      {requests.map(one => (
        <li key={one.key}>
          {caseWords.types[one.type]}, <a href={`/requests/${one.key}`}>{ask.quoted(one.title)}</a>,{' '}
          {ask.askedOn(monthDay(one.openedAt, ui))}{' '}
          <SubmitButton look="text" icon="plus" name="add" value={one.key}>
            {ask.addToThat}
            <span class="sr">: {one.title}</span>
          </SubmitButton>
        </li>
      ))}
    </ul>
  );
}
