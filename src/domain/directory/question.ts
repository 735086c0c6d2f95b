import { fold } from './words.ts';

const asks =
  /\?\s*$|^(which|what|how|when|should|can i|is it|does|quel|quelle|quels|quelles|comment|quand|dois-je|faut-il)\b|\b(what next|what else|when to refer|should i|advice|opinion|second opinion|avis|conseil|que faire)\b/;

/** True for a text that asks something ("which antidepressant next?", "quel médicament?") rather than naming a service. */
export function isQuestion(text: string): boolean {
  return asks.test(fold(text).trim());
}
