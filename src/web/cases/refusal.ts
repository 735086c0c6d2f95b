import { machines } from '../../app/machines.ts';
import { type RefusalCode, refusalCodes } from '../../domain/case/refusals.ts';
import type { CaseType } from '../../domain/case/state.ts';
import type { Words } from '../../words/words.ts';

const aboutWho: readonly string[] = ['wrong-side', 'needs-clinician', 'needs-lead', 'needs-assigner'];

/** A refusal as sentences: why, and who may do it when that is the reason. */
export function refusalSentences(
  words: Words,
  refusal: string,
  of: { type: CaseType; verb: string },
): string[] {
  if (!isRefusal(refusal)) return [words.acts.alreadySent];
  const why = words.case.refusals[refusal];
  const who = aboutWho.includes(refusal) ? whoMay(words, of) : undefined;
  return who ? [why, who] : [why];
}

function isRefusal(code: string): code is RefusalCode {
  return (refusalCodes as readonly string[]).includes(code);
}

function whoMay(words: Words, { type, verb }: { type: CaseType; verb: string }): string | undefined {
  const row = machines[type].verbs[verb];
  if (!row) return undefined;
  const names = [...new Set(row.who.map(({ side, rank }) => words.case.ranks[side][rank]))];
  const last = names.pop();
  if (last === undefined) return undefined;
  return words.case.onlyBy(names.length === 0 ? last : words.case.or(names.join(', '), last));
}
