import { numbered } from './numbered.ts';

/** An event as somebody may read it: a body that was purged, or is not for them, is no object. */
interface ReadWords {
  type: string;
  body: unknown;
}

/** What the requester wrote later is a part of the question (docs/decisions/0082); remarks and replies of the group are not. */
const added = ['resubmitted', 'info-supplied', 'asked-again'];

/**
 * All that a question says, by which its field is told: the title, the question with its numbered parts, and what its requester
 * added. The same at the first try and at every later one, whatever brings the question back to the group.
 */
export function wordsAsked(title: string, events: readonly ReadWords[]): string {
  return [title, ...events.flatMap(wordsOf)].join('\n');
}

function wordsOf({ type, body }: ReadWords): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { question, questions, text, about } = body as Record<string, unknown>;
  if (type === 'question') return [question, ...numbered(questions)].filter(one => typeof one === 'string');
  const isAdded = added.includes(type) || (type === 'remarked' && about === 'added-since');
  return isAdded && typeof text === 'string' ? [text] : [];
}
