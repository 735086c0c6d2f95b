import type { Asked, Candidate } from './rank.ts';
import type { Concept } from './synonyms.ts';

/** How rare a stem is: the fewer entries have it, the more it says. `total` entries, `df` of them with the stem. */
export function rarity(total: number, df: number): number {
  return Math.log(1 + (total - df + 0.5) / (df + 0.5));
}

const byField = { name: 1, terms: 0.75, text: 0.6 };
/** A name that says what its category says means it: "Brief counselling" rather than "Dietitian counselling". */
const saidTwice = 0.1;
/** A synonym or a mended typo says a little less than the word itself. */
const secondHand = 0.8;
/** Of the stems that one term means, an entry that says them all says it better. */
const whole = 0.15;
/** A term of the synonyms is known to mean something here; another word of a sentence may be anything. */
const known = 1.5;

function fieldOf(stem: string, { stems }: Candidate): number {
  if (stems.name.has(stem)) return byField.name + (stems.terms.has(stem) ? saidTwice : 0);
  if (stems.terms.has(stem)) return byField.terms;
  return stems.text.has(stem) ? byField.text : 0;
}

/** Of what a term means, a common word ("therapy" of "occupational therapy") says less than a rare one: 0 to 1. */
function tells(stem: string, stems: readonly string[], rarities: Asked['rarities']): number {
  const mine = rarities?.get(stem);
  if (mine === undefined) return 1;
  return mine / Math.max(...stems.map(one => rarities?.get(one) ?? 0));
}

/** A term of several words means what it says only where they stand together: "nursing" here and "home" there do not. */
function together(words: readonly string[], { stems }: Candidate): number {
  if (words.length === 0) return 0;
  const field = (['name', 'terms', 'text'] as const).find(one => words.every(word => stems[one].has(word)));
  return field === undefined ? 0 : byField[field];
}

/** How well an entry speaks of one concept: 0 to about 1.4. */
function speaksOf(concept: Concept, candidate: Candidate, rarities: Asked['rarities']): number {
  const { stems, words = [] } = concept;
  let best = together(words, candidate);
  let hits = 0;
  stems.forEach((stem, n) => {
    const field = fieldOf(stem, candidate);
    if (field === 0) return;
    hits++;
    best = Math.max(
      best,
      field * (n === 0 && words.length === 0 ? 1 : secondHand * tells(stem, stems, rarities)),
    );
  });
  return best * (1 + (whole * hits) / stems.length);
}

/** Which of the concepts an entry speaks of, by what was typed. */
export function spokenOf(candidate: Candidate, { concepts, rarities }: Asked): string[] {
  return concepts.filter(one => speaksOf(one, candidate, rarities) > 0).map(one => one.typed);
}

/** Of what was asked, how much an entry may leave out and keep. */
const partly = 0.6;
/** What it is worth that nothing in an entry's name is beside the point. */
const ownName = 0.35;

/**
 * Share of what was asked that the entry speaks of, each concept by its rarity: 0 to about 1.3. Who speaks of all of it,
 * even softly, stands above who says one part of it loudly.
 */
export function shareSpokenOf(
  candidate: Candidate,
  { concepts, weights, rarities }: Asked,
  stems: Stemmed,
): number {
  let got = 0;
  let touched = 0;
  let all = 0;
  concepts.forEach((concept, i) => {
    const weight = weights[i]! * (concept.known ? known : 1);
    const said = speaksOf(concept, candidate, rarities);
    all += weight;
    got += weight * said;
    if (said > 0) touched += weight;
  });
  if (all === 0) return 0;
  const complete = touched / all;
  const named = ownName * complete * covered(candidate, stems);
  return (got / all) * (partly + (1 - partly) * complete) * (1 + named);
}

/** Every stem that was asked for, once. */
export type Stemmed = ReadonlySet<string>;

/** How much of the entry's own name was asked for: tells "Depression and COVID-19" from a longer neighbour. */
function covered(candidate: Candidate, asked: Stemmed): number {
  const { name } = candidate.stems;
  // Names of advice groups say a place and that they are groups; they are told apart by specialty.
  if (name.size === 0 || candidate.kind === 'econsult') return 0;
  let hits = 0;
  for (const stem of asked) if (name.has(stem)) hits++;
  return hits / name.size;
}
