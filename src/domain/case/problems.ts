/** What is wrong with one field, for a page to say beside it. `max` goes with `too-long` and `too-large`. */
export type Problem =
  | 'missing'
  | 'too-long'
  | 'control-characters'
  | 'direction-marks'
  | 'too-small'
  | 'too-large'
  | 'choose-one'
  | 'not-a-date'
  | 'unknown-field'
  | 'unreadable';

export interface FieldProblem {
  /** From the outermost field inwards. */
  path: string[];
  code: Problem;
  max?: number;
}

/** The part of a zod issue that is read here. */
interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  input?: unknown;
  params?: Record<string, unknown> | undefined;
  maximum?: number | bigint | undefined;
  origin?: string | undefined;
  format?: string | undefined;
  keys?: readonly string[] | undefined;
}

function codeOf(issue: Issue): Problem {
  if (typeof issue.params?.problem === 'string') return issue.params.problem as Problem;
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'invalid_value':
      return issue.input === undefined || issue.input === '' ? 'missing' : 'choose-one';
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'unreadable';
    case 'invalid_format':
      return issue.format === 'date' || issue.format === 'datetime' ? 'not-a-date' : 'unreadable';
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? 'missing' : 'too-small';
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'too-large';
    default:
      return 'unreadable';
  }
}

/** What zod found, as codes that have words. Parse with `reportInput`, so that missing and wrong are told apart. */
export function problemsOf(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap(issue => {
    const path = issue.path.map(String);
    const max = issue.params?.max ?? issue.maximum;
    const problem = { code: codeOf(issue), ...(max === undefined ? {} : { max: Number(max) }) };
    if (issue.keys) return issue.keys.map(name => ({ path: [...path, name], ...problem }));
    return [{ path, ...problem }];
  });
}
