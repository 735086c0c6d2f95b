import { z } from 'zod';
import { key } from '../../http/form.ts';

/** `?for=ask`: the chosen or added patient is the one to ask about, in that draft when one is named. */
export const purpose = z.strictObject({ for: z.literal('ask').optional(), draft: key.optional() });
export type Purpose = z.infer<typeof purpose>;

/** The query that keeps the purpose on the next page of patients. */
export function purposeQuery({ for: what, draft }: Purpose): string {
  if (what !== 'ask') return '';
  return draft === undefined ? '?for=ask' : `?for=ask&draft=${draft}`;
}

/** Back to Ask with this patient, and with what was typed there. */
export function askAbout({ draft }: Purpose, patientKey: string): string {
  return `/ask${draft === undefined ? '' : `/${draft}`}?patient=${patientKey}`;
}
