import { z } from 'zod';
import type { StandardAnswer } from '../../../../app/ports/standard-answers.ts';
import { urgencies } from '../../../../domain/case/state.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, TextField } from '../../../../ui/fields.tsx';
import { type ActFormProps, act } from '../../act.ts';
import { fileField } from '../../act-files.tsx';
import { leftOpen } from '../../insert-text.tsx';
import { requesterName } from '../../names.ts';
import { CarryPart, carriesAll, carryFields, readCarry } from '../../next-service/carry-part.tsx';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';
import { rowsOf } from './advice-rows.tsx';
import {
  AdviceFields,
  answerBody,
  answerLabels,
  answerTexts,
  drawnAgain,
  readAnswer,
  useInserted,
} from './answer.tsx';
import type { AnswerTyped } from './answer-typed.ts';

interface TypedConvert extends AnswerTyped {
  look: string;
  service: string;
  urgency: string;
  reason: string;
  carry: string[];
}

/** Services that were found, and the standard texts of who answers. */
interface Found {
  offered: Offered[];
  texts: readonly StandardAnswer[];
}

const body = z
  .strictObject({
    ...answerBody,
    ...{ look: text(1000), service: text(40), urgency: text(40), reason: text(100_000) },
    ...carryFields,
  })
  .transform(({ task, kindOf, condition, who, due, ...rest }): TypedConvert => {
    return { ...rest, rows: rowsOf({ task, kindOf, condition, who, due }) };
  });

/** The specialist whom the requester allowed it gives the final advice and sends the question on as a referral. */
export const convert = act<TypedConvert, Found>({
  type: 'econsult',
  verb: 'convert',
  body,
  begin: ({ one }) => ({
    ...{ kind: 'please-refer', look: one.state.title, urgency: one.state.urgency },
    ...carriesAll,
  }),
  load: async (tx, on, { look, service }) => ({
    offered: await findServices(tx, on, { look, chosen: service ? [service] : [], kinds: ['referral'] }),
    texts: await answerTexts(tx),
  }),
  read: typed => ({
    ...(typed.service && { service: typed.service }),
    ...{ urgency: typed.urgency, carry: readCarry(typed), answer: readAnswer(typed) },
    ...(typed.urgency === 'urgent' && { reason: typed.reason }),
  }),
  again: drawnAgain,
  check: (typed, ui) => leftOpen('text', typed.text, ui),
  fieldOf,
  labels: words => ({
    ...answerLabels(words),
    answer: words.acts.tasks,
    service: words.referralActs.services.found,
    urgency: words.drafts.howSoon,
    reason: words.drafts.urgentReason,
  }),
  refusedAt: {
    ...{ 'no-such-service': 'service', 'not-accepting': 'service', 'same-service': 'service' },
    ...{ 'reason-missing': 'reason', 'answer-missing': 'text' },
  },
  files: true,
  filesIn: 'answer',
  icon: 'right',
  beside: true,
  others: ['answer', 'ask-info', 'turn-back'],
  submit: ({ acts }) => acts.sendReferral,
  form: ConvertFields,
});

/** Fields of the answer bear the names they have on its own page. */
function fieldOf(path: readonly string[]): string {
  const [first, ...rest] = path[0] === 'answer' ? path.slice(1) : path;
  if (first === 'attachments') return fileField;
  return first === 'references' ? first : [first ?? 'text', ...rest].join('-');
}

function ConvertFields(props: ActFormProps<TypedConvert, Found>) {
  const { errors, one, story, actor, more } = props;
  const ui = useUi();
  const { acts, referralActs } = ui.words;
  const typed = useInserted({ ...props, more: more.texts });
  const asker = requesterName({ ui, names: story.names, me: actor }, one.state.requester);
  return (
    <>
      <p class="hint">{acts.convertLead(asker)}</p>
      <div class="card stack">
        <ServiceChoice
          {...{ name: 'service', label: referralActs.services.found, errors }}
          {...{ look: typed.look, chosen: [typed.service], offered: more.offered }}
        />
      </div>
      <HowSoon {...props} />
      <CarryPart typed={typed} one={one} adviceToo />
      <AdviceFields {...props} typed={typed} more={more.texts} />
    </>
  );
}

/** A visit may be urgent though written advice never is; the reason is shown by CSS while *Urgent* is chosen. */
function HowSoon({ typed, errors }: ActFormProps<TypedConvert, Found>) {
  const { drafts, case: words } = useUi().words;
  return (
    <div class="how-soon stack">
      <Radios
        {...{ name: 'urgency', label: drafts.howSoon, value: typed.urgency, line: true }}
        choices={urgencies.map(value => ({ value, label: words.urgencies[value] }))}
        error={errorOf(errors, 'urgency')}
      />
      <div class="if-urgent">
        <TextField
          {...{ name: 'reason', label: drafts.urgentReason, value: typed.reason, required: true }}
          error={errorOf(errors, 'reason')}
        />
      </div>
    </div>
  );
}
