import { isQuestion } from './check.ts';
import { allItems } from './items.ts';
import type { Item, ItemType, Questionnaire } from './questionnaire.ts';

/** What one case tells of a form: its answers without words, and what the receiver did. */
export interface AnsweredCase {
  slug: string;
  answers: Readonly<Record<string, { prefilled: boolean; value: unknown }>>;
  outcomes: readonly Outcome[];
}

/** Events of triage that an answer may sway. */
export const triageOutcomes = [
  'accepted',
  'booked',
  'declined',
  'forwarded',
  'handed-back',
  'info-asked',
  'advised',
  'urgency-changed',
  'advice',
  'turned-back',
] as const;
export type Outcome = (typeof triageOutcomes)[number];

/** What a question costs, and what comes of it. Null: fewer than six cases, or none to compare. */
export interface QuestionFigures {
  /** Cases in which it was answered. */
  answered: number | null;
  /** Of these, how many were filled in and left so; 0 to 1. */
  prefilled: number | null;
  /** Cases that were decided and whose answer goes with another outcome than other answers do; 0 to 1. */
  sways: number | null;
  /** Enough was compared, and no answer swayed anything. */
  neverMatters: boolean;
}

/** By linkId. */
export type FormFigures = Readonly<Record<string, QuestionFigures>>;

/** Nothing is said of fewer. */
export const fewestCases = 6;
/** Decided cases before a question is said never to matter. */
export const enoughCases = 30;
/** How far apart two shares must be, 0 to 1. */
export const farApart = 0.2;

interface Count {
  cases: number;
  outcomes: Map<Outcome, number>;
}

interface Tally {
  answered: number;
  prefilled: number;
  /** By answer, of decided cases. */
  byAnswer: Map<string, Count>;
}

/** Adds up cases, form by form. Everything stays in memory: a line for each answer there is, none for a case. */
export class BurdenTally {
  readonly #forms = new Map<string, Map<string, Tally>>();
  readonly #decided = new Map<string, Count>();

  add({ slug, answers, outcomes }: AnsweredCase): void {
    const questions = this.#forms.get(slug) ?? new Map<string, Tally>();
    this.#forms.set(slug, questions);
    for (const [linkId, { prefilled, value }] of Object.entries(answers)) {
      const tally = questions.get(linkId) ?? { answered: 0, prefilled: 0, byAnswer: new Map() };
      questions.set(linkId, tally);
      tally.answered++;
      if (prefilled) tally.prefilled++;
      if (outcomes.length > 0)
        for (const one of [value].flat()) count(at(tally.byAnswer, String(one)), outcomes);
    }
    if (outcomes.length > 0) count(at(this.#decided, slug), outcomes);
  }

  slugs(): string[] {
    return [...this.#forms.keys()];
  }

  figures(slug: string): FormFigures {
    const all = this.#decided.get(slug) ?? { cases: 0, outcomes: new Map() };
    const questions = [...(this.#forms.get(slug) ?? [])];
    return Object.fromEntries(questions.map(([linkId, tally]) => [linkId, figuresOf(tally, all)]));
  }
}

function at(counts: Map<string, Count>, name: string): Count {
  const known = counts.get(name) ?? { cases: 0, outcomes: new Map<Outcome, number>() };
  counts.set(name, known);
  return known;
}

function count(into: Count, outcomes: readonly Outcome[]): void {
  into.cases++;
  for (const one of new Set(outcomes)) into.outcomes.set(one, (into.outcomes.get(one) ?? 0) + 1);
}

function figuresOf({ answered, prefilled, byAnswer }: Tally, all: Count): QuestionFigures {
  if (answered < fewestCases) return { answered: null, prefilled: null, sways: null, neverMatters: false };
  const compared = [...byAnswer.values()].filter(
    one => one.cases >= fewestCases && all.cases - one.cases >= fewestCases,
  );
  const swayed = compared.filter(one => isFarFromOthers(one, all));
  const cases = swayed.reduce((sum, one) => sum + one.cases, 0);
  const decided = all.cases;
  return {
    ...{ answered, prefilled: prefilled / answered },
    sways: compared.length === 0 ? null : Math.min(1, cases / decided),
    neverMatters: compared.length > 0 && swayed.length === 0 && decided >= enoughCases,
  };
}

/** Some outcome is far more, or far less, common with this answer than in all other cases. */
function isFarFromOthers(one: Count, all: Count): boolean {
  return [...all.outcomes].some(([outcome, total]) => {
    const here = one.outcomes.get(outcome) ?? 0;
    return Math.abs(here / one.cases - (total - here) / (all.cases - one.cases)) >= farApart;
  });
}

const byType: Record<ItemType, number> = {
  ...{ group: 0, display: 0, boolean: 4, choice: 6, 'open-choice': 10, date: 8 },
  ...{ integer: 6, decimal: 6, quantity: 6, string: 15, text: 45 },
};

/** Seconds that an answer to such a question takes, as a guess where nothing was measured. */
export function guessedSeconds(one: Item): number {
  return isQuestion(one) ? byType[one.type] + Math.min(10, one.answerOption?.length ?? 0) : 0;
}

/** The questions of a form in their order. */
export function questionsOf(form: Questionnaire): Item[] {
  return allItems(form.item).filter(isQuestion);
}
