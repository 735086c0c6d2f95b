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

/** Words of number, order, course and nothing found, which say little in a sentence and much in a name ("First Light"). */
const fillers: ReadonlySet<string> = new Set(
  stems(
    'one two three four five six seven eight nine ten first second third twice couple half normal usual regular every ' +
      'deux trois quatre cinq sept huit neuf dix premier première second deuxième troisième fois demi normal habituel ' +
      'next last changing dear colleague cher chère collègue madame monsieur dame quel quelle quelles peu passé passée arrive arriver essayer changement monter',
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

const tests =
  '(?:ct|mri|irm|tdm|ecg|eeg|emg|tsh|scan(?:ner)?s?|x-?rays?|radio(?:graphie)?s?|ultrasounds?|echos?|echographies?|' +
  'echocardiogra(?:m|mme|phie)|blood ?work|labs|bilans?|prises? de sang|exam(?:s|en|ens|ination)?)';
const done = new RegExp(
  `(?<![\\p{L}-])(?:normal ${tests}|${tests}(?: (?:head|brain|sanguin|neurologique|was|is|est|etait))? (?:normal(?:e|es)?|normaux))(?!\\p{L})`,
  'giu',
);

/** A problem without the tests that found nothing ("normal CT", "scan normal"): what was done is not what is asked for. */
export function withoutDone(problem: string): string {
  const plain = problem.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  // Of the same length, letter by letter: what is found in one is cut out of the other.
  const composed = problem.normalize('NFC');
  if (plain.length !== composed.length) return composed;
  return [...plain.matchAll(done)].reduceRight(
    (left, { 0: cut, index }) => `${left.slice(0, index)} ${left.slice(index + cut.length)}`,
    composed,
  );
}
