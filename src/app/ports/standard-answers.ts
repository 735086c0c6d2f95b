/** A text for answers that are given again and again. */
export interface StandardAnswer {
  key: string;
  title: string;
  words: string;
  /** The specialist's own; else the group's. */
  own: boolean;
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
