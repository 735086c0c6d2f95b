import type { z } from 'zod';
import type { FilledDraft } from '../../app/fill-draft.ts';
import type { DraftContent } from '../../app/ports/drafts.ts';
import type { Reading } from '../../domain/forms/check.ts';
import { reasonItem } from '../../domain/forms/populate.ts';
import { postedAnswers, withAnswers } from '../../domain/forms/posted.ts';
import { many, text } from '../../http/form.ts';
import { answerErrors } from '../../ui/answer-words.ts';
import type { Ui } from '../../ui/context.ts';
import type { FieldError } from '../../ui/error-summary.tsx';

/** The fields of the form, besides those of its questions. */
export const body = withAnswers({
  version: text(9),
  title: text(),
  question: text(20_000),
  urgency: text(10),
  urgencyReason: text(),
  mayContact: text(5),
  mayConvert: text(5),
  along: many(2),
  signedBy: text(26),
  do: text(80),
});
export type DraftBody = z.infer<typeof body>;

/** What the post says of the draft. Limits are explained later: a draft keeps what is typed, right or wrong. */
export function contentOf(typed: DraftBody, { draft, from, form }: FilledDraft): Partial<DraftContent> {
  const { mayContact, urgency } = typed;
  const answers = postedAnswers(typed, draft.answers);
  const reason = reasonItem(form);
  const asked = reason && [answers[reason.linkId]?.text ?? []].flat().join('\n');
  const parts = ['advice', 'attachments'] as const;
  return {
    title: typed.title,
    // A form that asks why is where the question is typed; the others have a field of their own for it.
    question: asked ?? typed.question,
    answers,
    urgency: urgency === 'urgent' ? 'urgent' : 'routine',
    urgencyReason: typed.urgencyReason,
    mayContact: mayContact === 'yes' || mayContact === 'no' ? mayContact : '',
    mayConvert: typed.mayConvert === 'yes',
    leaveBehind: from ? parts.filter(part => !typed.along.includes(part)) : [],
  };
}

const titleMax = 80;

/** What keeps a draft from being sent, in the order of the page. */
export function problemsOf(ui: Ui, filled: FilledDraft, reading: Reading, signedBy: string): FieldError[] {
  const { fields, drafts } = ui.words;
  const { draft, answers, signers, signedBy: signer } = filled;
  const errors: FieldError[] = [];
  const say = (field: string, label: string, message: string) => errors.push({ field, label, message });
  if (draft.title === '') say('title', drafts.titleField, fields.missing);
  else if ([...draft.title].length > titleMax) say('title', drafts.titleField, fields.tooLong(titleMax));
  if (draft.question === '' && !reasonItem(filled.form)) say('question', drafts.question, fields.missing);
  if (draft.kind === 'referral' && draft.urgency === 'urgent' && draft.urgencyReason === '')
    say('urgencyReason', drafts.urgentReason, drafts.urgentReasonMissing);
  errors.push(...answerErrors(ui, { typed: answers, reading }));
  if (draft.kind === 'referral' && draft.mayContact !== 'yes')
    say(
      'mayContact',
      drafts.mayContact,
      draft.mayContact === 'no' ? drafts.mayContactNo : drafts.mayContactMissing,
    );
  if (signer === null && !signers.some(one => one.key === signedBy))
    say('signedBy', drafts.chooseSigner, drafts.signerMissing);
  return errors;
}
