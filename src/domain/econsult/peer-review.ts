/** An answer that may be drawn; ids are inside ids of members. */
export interface Answered {
  case: number;
  author: number;
  /** Everybody who had the question in hand, and who asked. */
  hands: readonly number[];
  /** Of who asked: name of the practice, licence number; what a conflict may name. */
  site: string;
  licence: string;
}

export interface Reviewer {
  member: number;
  conflicts: readonly string[];
}

export interface Drawn {
  case: number;
  author: number;
  reviewer: number;
}

/** Ratings of a review, 1 (no) to 5 (fully). */
export const reviewItems = ['answers', 'evidence', 'clear', 'actionable'] as const;
export type ReviewItem = (typeof reviewItems)[number];

/** Months are `YYYY-MM`. The one before that of a day. */
export function monthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/**
 * Which answers of a month are reviewed, and by whom (docs/decisions/0072): at most `count`, in turns over the specialists who gave
 * them, by reviewers who get equal numbers and had no hand in it. The same seed draws the same.
 */
export function drawReviews(
  answers: readonly Answered[],
  reviewers: readonly Reviewer[],
  { seed, count }: { seed: string; count: number },
): Drawn[] {
  const next = randomFrom(seed);
  const queues = shuffled([...new Set(answers.map(one => one.author))].sort(byNumber), next).map(author =>
    shuffled(
      answers.filter(one => one.author === author).sort((a, b) => a.case - b.case),
      next,
    ),
  );
  const order = shuffled(
    [...reviewers].sort((a, b) => a.member - b.member),
    next,
  );
  const load = new Map(order.map(one => [one.member, 0]));
  const drawn: Drawn[] = [];
  while (drawn.length < count && queues.some(queue => queue.length > 0))
    for (const queue of queues) {
      const one = drawn.length < count ? queue.shift() : undefined;
      const reviewer = one && leastOf(order, load, one);
      if (!one || !reviewer) continue;
      load.set(reviewer.member, load.get(reviewer.member)! + 1);
      drawn.push({ case: one.case, author: one.author, reviewer: reviewer.member });
    }
  return drawn;
}

/** Of those who may review it, one with the fewest so far. */
function leastOf(
  order: readonly Reviewer[],
  load: ReadonlyMap<number, number>,
  one: Answered,
): Reviewer | undefined {
  return order
    .filter(reviewer => mayReview(reviewer, one))
    .reduce<Reviewer | undefined>(
      (best, other) => (best && load.get(best.member)! <= load.get(other.member)! ? best : other),
      undefined,
    );
}

function mayReview({ member, conflicts }: Reviewer, one: Answered): boolean {
  const named = conflicts.map(said => said.trim().toLocaleLowerCase());
  const theirs = [one.site, one.licence].map(said => said.trim().toLocaleLowerCase()).filter(Boolean);
  return member !== one.author && !one.hands.includes(member) && !theirs.some(said => named.includes(said));
}

const byNumber = (a: number, b: number) => a - b;

/** Fisher and Yates. */
function shuffled<T>(all: readonly T[], next: () => number): T[] {
  const left = [...all];
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left;
}

/** Numbers from 0 to below 1 by a text: FNV-1a into mulberry32. Fair enough for a draw that anybody can repeat. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
