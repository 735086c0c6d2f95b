import type { Outcome } from '../../app/run-verb.ts';
import type { Words } from '../../words/words.ts';
import { refusalSentences } from '../cases/refusal.ts';

/** Why it was not sent out, in sentences. */
export function afterRefusal(words: Words, { refusal }: Extract<Outcome, { ok: false }>): readonly string[] {
  if (refusal === 'stale') return [words.acts.staleTitle, words.acts.staleText];
  return refusalSentences(words, refusal, { type: 'referral', verb: 'invite' });
}
