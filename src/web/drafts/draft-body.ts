import type { z } from 'zod';
import type { FilledDraft } from '../../app/drafts/fill-draft.ts';
import type { DraftContent } from '../../app/ports/drafts.ts';
import { localDay } from '../../domain/case/deadline.ts';
import { day } from '../../domain/case/input.ts';
import { adviceConsents } from '../../domain/econsult/econsult.ts';
import { surveySchema } from '../../domain/econsult/survey.ts';
import type { Reading } from '../../domain/forms/check.ts';
import { reasonItem } from '../../domain/forms/populate.ts';
import { postedAnswers, withAnswers } from '../../domain/forms/posted.ts';
import { spentOn } from '../../domain/forms/timing.ts';
import { lengthOf } from '../../domain/patient/plain-text.ts';
import { many, text } from '../../http/form.ts';
import { answerErrors } from '../../ui/answer-words.ts';
import type { Ui } from '../../ui/context.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { readSurvey, type SurveyTyped, surveyBody } from '../cases/acts/econsult/close.tsx';
import { apartErrors } from './asking-apart.tsx';
import { whomErrors } from './whom-in-group.tsx';
import { whyVisitErrors } from './why-visit.tsx';

/** The fields of the form, besides those of its questions. */
export const body = withAnswers({
  version: text(9),
  title: text(),
  question: text(20_000),
  urgency: text(10),
  urgencyReason: text(),
  mayContact: text(5),
  copyTo: text(40),
  whyVisit: text(8_000),
  wanted: text(26),
  mayConvert: text(5),
  questions: text(8_000),
  plan: text(8_000),
  adviceConsent: text(10),
  tell: text(10),
  letterDue: text(40),
  through: text(5),
  /** Words for the patient who chooses. */
  forPatient: text(2_000),
  along: many(2),
  signedBy: text(26),
  /** Why it is sent although a similar request is open. */
  beside: text(2_000),
  /** The form was drawn with the question for that reason. */
  asked: text(5),
  ...surveyBody,
  /** It was sent once and came back: what is wrong is drawn until it is right. */
  tried: text(5),
  do: text(80),
  /** Keys of files of earlier requests: those the form offered, and the ticked ones. */
  offered: many(26),
  recent: many(26),
  /** What script posts of a chosen file while it keeps the rest: its name at most, never its bytes. */
  file: many(50),
});
export type DraftBody = z.infer<typeof body>;

/** Characters of a title, as worklists show it. */
const titleMax = 80;
const parts = ['advice', 'attachments'] as const;
const surveyFields = Object.keys(surveyBody) as (keyof SurveyTyped)[];

/** What the post says of the draft; `now` in milliseconds. Limits are explained later: a draft keeps what is typed, right or wrong. */
export function contentOf(
  typed: DraftBody,
  filled: Omit<FilledDraft, 'reading'>,
  now: number,
): Partial<DraftContent> {
  const { draft, from, form } = filled;
  const answers = postedAnswers(typed, filled.answers);
  const seconds = (now - Date.parse(draft.savedAt)) / 1_000;
  const reason = reasonItem(form);
  const asked = reason && [answers[reason.linkId]?.text ?? []].flat().join('\n');
  const { mayContact, urgency, title, question, urgencyReason, mayConvert, forPatient } = typed;
  return {
    title: title.replace(/\s+/g, ' '),
    // A form that asks why is where the question is typed; the others have a field of their own for it.
    question: asked ?? (question || draft.question),
    answers,
    spent: spentOn(draft.spent, { before: filled.answers, after: answers, seconds }),
    urgency: urgency === 'urgent' ? 'urgent' : 'routine',
    urgencyReason,
    forPatient,
    mayContact: mayContact === 'yes' || mayContact === 'no' ? mayContact : '',
    whyVisit: typed.whyVisit,
    wanted: typed.wanted,
    mayConvert: mayConvert === 'yes',
    questions: typed.questions,
    plan: typed.plan,
    adviceConsent: adviceConsents.find(one => one === typed.adviceConsent) ?? '',
    tell: typed.tell === 'later' ? 'later' : 'now',
    letterDue: typed.letterDue,
    copyTo: typed.copyTo.trim(),
    through: typed.through === 'yes',
    leaveBehind: from ? parts.filter(part => !typed.along.includes(part)) : [],
    survey: Object.fromEntries(surveyFields.map(field => [field, typed[field]])),
  };
}

/** The closing questions as typed. */
export function surveyOf({ draft }: FilledDraft): SurveyTyped {
  return Object.fromEntries(surveyFields.map(field => [field, draft.survey[field] ?? ''])) as SurveyTyped;
}

/** An answered eConsult is closed by what follows it, with the questions every requester answers. */
export function asksSurvey({ from }: FilledDraft): boolean {
  return from?.one.state.status === 'answered';
}

/** What keeps a draft from being sent, in the order of the page. */
export function problemsOf(ui: Ui, filled: FilledDraft, reading: Reading, signedBy: string): FieldError[] {
  const { answers, signers, signedBy: signer, draft } = filled;
  const { drafts } = ui.words;
  const unsigned = signer === null && !signers.some(one => one.key === signedBy);
  return [
    ...openingErrors(ui, filled),
    ...answerErrors(ui, { typed: answers, reading }),
    ...whyVisitErrors(ui, filled),
    ...(asksSurvey(filled) ? surveyErrors(ui, filled) : []),
    ...whomErrors(ui, filled),
    ...apartErrors(ui, draft),
    ...(draft.kind === 'referral' ? consentErrors(ui, draft.mayContact) : []),
    ...letterErrors(ui, draft.letterDue),
    ...copyErrors(ui, filled),
    ...(unsigned ? [{ field: 'signedBy', label: drafts.chooseSigner, message: drafts.signerMissing }] : []),
  ];
}

/** Nobody of that licence number works here, or it is who asks. */
function copyErrors({ words: { drafts } }: Ui, { draft, copy }: FilledDraft): FieldError[] {
  if (draft.kind !== 'referral' || draft.copyTo === '' || copy) return [];
  return [{ field: 'copyTo', label: drafts.copyTo, message: drafts.copyToUnknown }];
}

function openingErrors({ words }: Ui, { draft, form }: FilledDraft): FieldError[] {
  const { fields, drafts } = words;
  const errors: FieldError[] = [];
  const say = (field: string, label: string, message: string) => errors.push({ field, label, message });
  if (draft.title === '') say('title', drafts.titleField, fields.missing);
  else if (lengthOf(draft.title) > titleMax) say('title', drafts.titleField, fields.tooLong(titleMax));
  if (draft.question === '' && !reasonItem(form)) say('question', drafts.question, fields.missing);
  if (draft.kind === 'referral' && draft.urgency === 'urgent' && draft.urgencyReason === '')
    say('urgencyReason', drafts.urgentReason, drafts.urgentReasonMissing);
  return errors;
}

function surveyErrors({ words }: Ui, filled: FilledDraft): FieldError[] {
  const { econsult, fields } = words;
  const labels = econsult.survey as unknown as Record<string, string>;
  const parsed = surveySchema.safeParse(readSurvey(surveyOf(filled)));
  const wrong = new Set((parsed.error?.issues ?? []).map(issue => String(issue.path[0])));
  return [...wrong].map(field => ({ field, label: labels[field] ?? '', message: fields.missing }));
}

/** A letter is promised for a day to come. */
function letterErrors({ words: { drafts }, now, zone }: Ui, due: string): FieldError[] {
  if (due === '' || (day.safeParse(due).success && due > localDay(now, zone))) return [];
  return [{ field: 'letterDue', label: drafts.letterDue, message: drafts.letterDueWrong }];
}

function consentErrors({ words: { drafts } }: Ui, given: 'yes' | 'no' | ''): FieldError[] {
  if (given === 'yes') return [];
  const message = given === 'no' ? drafts.mayContactNo : drafts.mayContactMissing;
  return [{ field: 'mayContact', label: drafts.mayContact, message }];
}
