/** What the payer said to a claim, and what was done about what it did not pay. */
export interface Answered {
  /** 1 is the first time it was claimed. */
  attempt: number;
  /** What was paid to this attempt; below 0 for what a correction takes back. */
  cents: number;
  /** The payer's code and words for what was not paid; '' without. */
  code: string;
  said: string;
  step?: PayStep;
}

export const paySteps = ['again', 'write-off'] as const;
/** Corrected and claimed again, or written off; each with a reason. */
export interface PayStep {
  what: (typeof paySteps)[number];
  why: string;
}

/** Amounts in cents. Claimed is always the other four together. */
export interface Reckoning {
  claimed: number;
  paid: number;
  /** Not paid, and nobody has done anything about it; below 0 for what was paid too much. */
  refused: number;
  /** Claimed, or claimed again, and not answered yet. */
  outstanding: number;
  writtenOff: number;
}

/** Where one line of a closed month stands with the payer. */
export interface Standing extends Reckoning {
  state: 'outstanding' | 'paid' | 'differs' | 'refused' | 'again' | 'written-off';
  /** The attempt that is to be answered, or was answered last. */
  attempt: number;
  /** The newest answer. */
  last?: Answered;
}

/** Folds what the payer said to a line of `claimed` cents, attempt by attempt, in any order given. */
export function standingOf(claimed: number, answers: readonly Answered[]): Standing {
  const last = [...answers].sort((a, b) => a.attempt - b.attempt).at(-1);
  const paid = answers.reduce((sum, { cents }) => sum + cents, 0);
  const rest = claimed - paid;
  const sums = { claimed, paid, refused: 0, outstanding: 0, writtenOff: 0 };
  if (!last) return { ...sums, outstanding: rest, state: 'outstanding', attempt: 1 };
  const { attempt } = last;
  if (last.step?.what === 'again')
    return { ...sums, outstanding: rest, state: 'again', attempt: attempt + 1, last };
  if (last.step) return { ...sums, writtenOff: rest, state: 'written-off', attempt, last };
  if (rest === 0) return { ...sums, state: 'paid', attempt, last };
  return { ...sums, refused: rest, state: last.cents === 0 ? 'refused' : 'differs', attempt, last };
}

/** True while somebody must still do something, or the payer has not answered. */
export function isOpen({ state }: Pick<Standing, 'state'>): boolean {
  return state !== 'paid' && state !== 'written-off';
}

/** All of them together. */
export function together(all: readonly Reckoning[]): Reckoning {
  const sum = (of: keyof Reckoning) => all.reduce((total, one) => total + one[of], 0);
  return {
    ...{ claimed: sum('claimed'), paid: sum('paid'), refused: sum('refused') },
    ...{ outstanding: sum('outstanding'), writtenOff: sum('writtenOff') },
  };
}
