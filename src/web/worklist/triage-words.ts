import type { TriageChoice, TriageChoices } from '../../app/ports/triage-lists.ts';
import { priorities } from '../../domain/referral/referral.ts';
import type { Choice } from '../../ui/fields.tsx';
import type { Lang } from '../../words/lang.ts';
import type { Words } from '../../words/words.ts';

/** A choice that a site keeps, in the reader's language; what is on no list any more as it was written. */
export function inLists(list: readonly TriageChoice[], said: string, lang: Lang): string {
  return list.find(one => one.en === said)?.[lang] ?? said;
}

/** The site's own priorities, else 1 to 4. */
export function priorityChoices(words: Words, lang: Lang, { priority }: TriageChoices): Choice[] {
  if (priority.length > 0) return priority.map(one => ({ value: one.en, label: one[lang] }));
  return priorities.map(value => ({ value, label: words.referral.priorities[value] }));
}

/** The name of a priority that a case has. */
export function priorityName(
  words: Words,
  lang: Lang,
  { said, lists }: { said: string; lists: TriageChoices },
) {
  const usual: Record<string, string> = words.referral.priorities;
  return usual[said] ?? inLists(lists.priority, said, lang);
}
