import type { FieldProblem, Problem } from '../../domain/case/problems.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import type { Words } from '../../words/words.ts';
import type { AnyAct } from './act.ts';
import { fileField } from './act-files.tsx';

/** What the verb's schema found, beside the fields it is about. */
export function fieldErrors(words: Words, act: AnyAct, issues: readonly FieldProblem[]): FieldError[] {
  const labels = act.labels?.(words) ?? {};
  const errors = issues.map(({ path, code, max }) => {
    if (path[0] === 'attachments') return { field: fileField, message: fileSentence(words, code) };
    const field = act.fieldOf?.(path) ?? path.join('-');
    const label = labels[field] ?? labels[path[0] ?? ''];
    return { field, message: sentence(words, code, max), ...(label && { label }) };
  });
  // One sentence a field: the first thing to put right.
  return errors.filter(
    (one, index) => one.field !== '' && errors.findIndex(each => each.field === one.field) === index,
  );
}

function fileSentence({ acts, fields, files }: Words, code: string): string {
  if (code === 'unknown-field') return acts.noFilesHere;
  return code === 'too-much' ? files.refused.total() : fields.missing;
}

/** The sentence of a problem, to put beside a field. */
function sentence({ fields, acts }: Words, code: Problem, max: number | undefined): string {
  switch (code) {
    case 'missing':
      return fields.missing;
    case 'too-long':
      return max === undefined ? acts.tooLong : fields.tooLong(max);
    case 'control-characters':
    case 'direction-marks':
      return fields.unreadable;
    case 'choose-one':
      return fields.chooseOne;
    case 'not-a-date':
      return fields.notADate;
    case 'too-small':
    case 'too-large':
      return acts.outOfRange;
    case 'unknown-field':
    case 'unreadable':
      return acts.unreadable;
    default:
      return acts.unreadable;
  }
}
