import type { TypedAnswers } from './answers.ts';

/** Seconds somebody spent on each question of a draft, by linkId. */
export type Spent = Readonly<Record<string, number>>;

/** A longer pause was spent elsewhere. */
const longestPause = 120;

/**
 * The time since the form was kept last belongs to a question when that question alone was changed meanwhile. What was
 * changed together, or after a long pause, is not counted at all: a time that is not known is no time.
 */
export function spentOn(
  spent: Spent,
  { before, after, seconds }: { before: TypedAnswers; after: TypedAnswers; seconds: number },
): Spent {
  if (!(seconds > 0 && seconds <= longestPause)) return spent;
  const said = (of: TypedAnswers, linkId: string) =>
    JSON.stringify([of[linkId]?.text ?? []].flat().filter(text => text !== ''));
  const changed = Object.keys(after).filter(linkId => said(before, linkId) !== said(after, linkId));
  const [only] = changed;
  if (only === undefined || changed.length > 1) return spent;
  return { ...spent, [only]: Math.min(3_600, (spent[only] ?? 0) + Math.max(1, Math.round(seconds))) };
}
