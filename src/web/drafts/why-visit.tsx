import type { FilledDraft } from '../../app/drafts/fill-draft.ts';
import { lengthOf } from '../../domain/patient/plain-text.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/fields.tsx';
import type { DraftPageProps } from './draft-page.tsx';

/** As the verb takes it. */
const most = 4_000;

/** The specialist has advised, and the referral is the requester's own view of it. */
function isAdvised({ from }: Pick<FilledDraft, 'from'>): boolean {
  return from?.one.events.some(({ type }) => type === 'advice') ?? false;
}

/** Why a visit all the same: the specialist who advised reads it beside the conversion. */
export function WhyVisit({ filled, errors }: DraftPageProps) {
  const { drafts } = useUi().words;
  if (!isAdvised(filled)) return null;
  return (
    <TextArea
      {...{ name: 'whyVisit', label: drafts.whyVisit, hint: drafts.whyVisitHint, rows: 3 }}
      {...{ value: filled.draft.whyVisit, error: errorOf(errors, 'whyVisit') }}
    />
  );
}

/** It may stay empty, but not be longer than is kept. */
export function whyVisitErrors({ words: { drafts, fields } }: Ui, filled: Pick<FilledDraft, 'draft'>) {
  const long = lengthOf(filled.draft.whyVisit) > most;
  const error: FieldError = { field: 'whyVisit', label: drafts.whyVisit, message: fields.tooLong(most) };
  return long ? [error] : [];
}
