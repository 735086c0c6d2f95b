/** What a standard text is put into: the answer of an eConsult, or the consult note of a referral. */
export const textUses = ['answer', 'note'] as const;
export type TextUse = (typeof textUses)[number];

/** A text for answers or consult notes that are written again and again. */
export interface StandardAnswer {
  key: string;
  title: string;
  /** May hold placeholders (`domain/case/placeholders.ts`). */
  words: string;
  /** The writer's own; else the group's. */
  own: boolean;
  usedFor: TextUse;
}

/** Texts of the actor, or of whom a delegate acts for, and of the actor's group. */
export interface StandardAnswers {
  /** Own ones first, by title. */
  here(): Promise<StandardAnswer[]>;
  /** Keeps a new one, or changes one of that key. False when it is not the actor's to change, or there are 200 already. */
  keep(one: StandardAnswer): Promise<boolean>;
  /** False when there is none of that key for the actor. */
  remove(key: string): Promise<boolean>;
}
