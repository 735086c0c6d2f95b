import { z } from 'zod';
import { isClinical } from '../../../../app/actor.ts';
import type { TriageChoices } from '../../../../app/ports/triage-lists.ts';
import type { CaseStory } from '../../../../app/read-request.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Select, TextField } from '../../../../ui/fields.tsx';
import { inLists, priorityChoices, priorityName } from '../../../worklist/triage-words.ts';
import { act } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';

interface TypedTriage {
  priority: string;
  protocol: string;
  /** One that is on no list. */
  otherProtocol: string;
  comment: string;
}

/** What the form offers, and what the case has now. */
interface Offered {
  lists: TriageChoices;
  now: Partial<Record<'priority' | 'protocol', string>>;
}

/** What the last triage said of each. */
function nowOf({ events }: CaseStory): Offered['now'] {
  const last = (name: 'priority' | 'protocol') => {
    const found = events.findLast(
      ({ type, body }) => type === 'triaged' && typeof body === 'object' && typeof body[name] === 'string',
    );
    return typeof found?.body === 'object' ? String(found.body[name]) : undefined;
  };
  const [priority, protocol] = [last('priority'), last('protocol')];
  return { ...(priority && { priority }), ...(protocol && { protocol }) };
}

/** How pressing it is, for the receiver's own side. Only a clinician is asked for the priority. */
export const triage = act<TypedTriage, Offered>({
  type: 'referral',
  verb: 'triage',
  body: z.strictObject({ priority: text(), protocol: text(), otherProtocol: text(), comment: text() }),
  read: ({ priority, protocol, otherProtocol, comment }) => ({
    ...{ priority, protocol: otherProtocol || protocol, comment },
  }),
  labels: ({ referralActs: { comment, triage: words } }) => ({
    ...{ priority: words.priority, protocol: words.protocol, comment },
  }),
  refusedAt: { 'needs-clinician': 'priority', 'nothing-changed': 'comment' },
  beside: true,
  likely: true,
  load: async (tx, { one }) => ({ lists: await tx.triageLists.all(), now: nowOf(one) }),
  form: ({ typed, errors, actor, more }) => {
    const { words, lang } = useUi();
    const { triage: w, comment } = words.referralActs;
    const { lists, now } = more;
    const has = (value: string | undefined) => (value ? w.now(value) : undefined);
    const priority = now.priority && priorityName(words, lang, { said: now.priority, lists });
    return (
      <>
        <p class="dim">{w.lead}</p>
        {isClinical(actor) || typed.priority !== '' ? (
          <Select
            name="priority"
            label={w.priority}
            hint={has(priority)}
            choices={[{ value: '', label: w.noPriority }, ...priorityChoices(words, lang, lists)]}
            value={typed.priority}
            error={errorOf(errors, 'priority')}
          />
        ) : (
          <p class="s dim">{w.clinicianOnly}</p>
        )}
        {lists.protocol.length > 0 && (
          <Select
            name="protocol"
            label={w.protocol}
            hint={has(now.protocol && inLists(lists.protocol, now.protocol, lang))}
            choices={lists.protocol.map(one => ({ value: one.en, label: one[lang] }))}
            empty={w.noProtocol}
            value={typed.protocol}
            error={errorOf(errors, 'protocol')}
          />
        )}
        <TextField
          name="otherProtocol"
          label={lists.protocol.length > 0 ? w.otherProtocol : w.protocol}
          hint={w.protocolHint}
          value={typed.otherProtocol}
          error={errorOf(errors, 'otherProtocol')}
          width="mid"
        />
        <WordsField name="comment" label={comment} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
