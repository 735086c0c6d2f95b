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
