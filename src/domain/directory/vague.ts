import type { Concept } from './synonyms.ts';
import { stems } from './words.ts';

/** Words that say how much, how long or how bad, and not of what. */
const degrees: ReadonlySet<string> = new Set(
  stems(
    'low high poor bad worse worsening severe mild moderate acute chronic recurrent persistent abnormal normal elevated ' +
      'increased decreased positive negative new early late long short left right bas basse haut haute faible grave ' +
      'sévère léger modéré aigu chronique récurrent persistant anormal élevé positif négatif nouveau gauche droit',
  ),
);

/** Whether nothing was understood of a text but words of degree, and something else was said. */
export function isVague(typed: readonly Concept[], understood: readonly Concept[]): boolean {
  return understood.length < typed.length && understood.every(one => degrees.has(one.typed));
}

/** Words of number, order and nothing found, which say little in a sentence and much in a name ("First Light"). */
const fillers: ReadonlySet<string> = new Set(
  stems(
    'one two three four five six seven eight nine ten first second third twice couple half normal usual regular every ' +
      'deux trois quatre cinq sept huit neuf dix premier première second deuxième troisième fois demi normal habituel',
  ),
);
/** A text of fewer concepts may be a name. */
const sentence = 4;

/**
 * What a sentence is about, without its numbers and ordinals; a term of the synonyms ("first episode") stays whole. A `problem` is
 * never a name, however short.
 */
export function withoutFillers(concepts: readonly Concept[], problem = false): readonly Concept[] {
  if (!problem && concepts.length < sentence) return concepts;
  const left = concepts.filter(one => one.known || !fillers.has(one.typed));
  return left.length === 0 ? concepts : left;
}
