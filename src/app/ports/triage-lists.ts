/** A priority or protocol of a site; a case keeps the English words. */
export interface TriageChoice {
  en: string;
  fr: string;
}

export const triageKinds = ['priority', 'protocol'] as const;
export type TriageKind = (typeof triageKinds)[number];

/** What a site chooses from when it triages, in its own order; empty where it keeps no list. */
export type TriageChoices = Readonly<Record<TriageKind, readonly TriageChoice[]>>;

/** The lists of the actor's site. */
export interface TriageLists {
  all(): Promise<TriageChoices>;
  /** In place of the list of that kind. Throws when the actor is no lead or steward of the site. */
  replace(kind: TriageKind, choices: readonly TriageChoice[]): Promise<void>;
}
