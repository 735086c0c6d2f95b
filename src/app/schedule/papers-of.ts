import type { Appointment } from '../../domain/case/state.ts';
import type { CaseAttachment } from '../ports/attachments.ts';

/** Files of a case that belong to a visit: copies of the sheets of its kind, and what was added to it. */
export function papersOf<File extends Pick<CaseAttachment, 'id' | 'sheet'>>(
  { attachments }: { attachments: readonly File[] },
  { sheets = [], papers = [] }: Pick<Appointment, 'sheets' | 'papers'>,
): File[] {
  return attachments.filter(
    ({ id, sheet }) => papers.includes(id) || (sheet !== null && sheets.includes(sheet)),
  );
}
