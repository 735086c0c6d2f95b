import { z } from 'zod';
import { isClinical } from '../../../../app/actor.ts';
import { priorities } from '../../../../domain/referral/referral.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Select, TextField } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

/** How pressing it is, for the receiver's own side. Only a clinician is asked for the priority. */
export const triage = act({
  type: 'referral',
  verb: 'triage',
  body: z.strictObject({ priority: text(), protocol: text(), comment: text() }),
  read: ({ priority, protocol, comment }) => ({ priority, protocol, comment }),
  labels: ({ referralActs: { comment, triage: words } }) => ({
    ...{ priority: words.priority, protocol: words.protocol, comment },
  }),
  refusedAt: { 'needs-clinician': 'priority', 'nothing-changed': 'comment' },
  beside: true,
  form: ({ typed, errors, actor }) => {
    const { referral, referralActs: words } = useUi().words;
    const none = { value: '', label: words.triage.noPriority };
    const choices = [none, ...priorities.map(value => ({ value, label: referral.priorities[value] }))];
    return (
      <>
        <p class="dim">{words.triage.lead}</p>
        {isClinical(actor) || typed.priority !== '' ? (
          <Select
            name="priority"
            label={words.triage.priority}
            choices={choices}
            value={typed.priority}
            error={errorOf(errors, 'priority')}
          />
        ) : (
          <p class="s dim">{words.triage.clinicianOnly}</p>
        )}
        <TextField
          name="protocol"
          label={words.triage.protocol}
          hint={words.triage.protocolHint}
          value={typed.protocol}
          error={errorOf(errors, 'protocol')}
          width="mid"
        />
        <WordsField name="comment" label={words.comment} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
