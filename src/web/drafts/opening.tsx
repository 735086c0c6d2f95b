import { reasonItem } from '../../domain/forms/populate.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { Radios, TextArea, TextField } from '../../ui/fields.tsx';
import type { DraftPageProps } from './draft-page.tsx';
import { WhomInGroup } from './whom-in-group.tsx';
import { WhyVisit } from './why-visit.tsx';

/** What every request begins with: its title, how soon, and the question where the form does not ask it. */
export function Opening(props: DraftPageProps) {
  const { draft, form } = props.filled;
  const { errors } = props;
  const { drafts } = useUi().words;
  return (
    <section class="card stack" id="about" aria-labelledby="about-h">
      <h2 id="about-h">{drafts.heading}</h2>
      <TextField
        name="title"
        label={drafts.titleField}
        hint={drafts.titleHint}
        value={draft.title}
        error={errorOf(errors, 'title')}
        required
      />
      {!reasonItem(form) && (
        <TextArea
          name="question"
          label={draft.kind === 'econsult' ? drafts.question : drafts.reason}
          value={draft.question}
          rows={6}
          error={errorOf(errors, 'question')}
          required
        />
      )}
      <WhomInGroup {...props} />
      {draft.kind === 'referral' && <HowSoon draft={draft} error={errorOf(errors, 'urgencyReason')} />}
      <WhyVisit {...props} />
    </section>
  );
}

/** Written advice can wait by its nature; a visit may not. The reason is shown by CSS while *Urgent* is chosen. */
function HowSoon({ draft, error }: { draft: DraftPageProps['filled']['draft']; error: string | undefined }) {
  const { drafts } = useUi().words;
  return (
    <div class="how-soon stack">
      <Radios
        name="urgency"
        label={drafts.howSoon}
        value={draft.urgency || 'routine'}
        line
        choices={[
          { value: 'routine', label: drafts.routine },
          { value: 'urgent', label: drafts.urgent },
        ]}
      />
      <div class="if-urgent">
        <TextField
          name="urgencyReason"
          label={drafts.urgentReason}
          value={draft.urgencyReason}
          error={error}
          required
        />
      </div>
    </div>
  );
}
