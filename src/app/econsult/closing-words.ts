import { type IdentifierKind, identifiersIn, withoutIdentifiers } from '../../domain/library/deidentify.ts';
import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { ClosingWords } from '../ports/peer-reviews.ts';

/** What a requester wrote at the close, with what may tell who somebody is replaced. */
export type CleanWords = Omit<ClosingWords, 'caseId' | 'names'>;

/** Of the actor's own answers, nobody else's; `word` stands for what is replaced. Docs/decisions/0086. */
export function readClosingWords(
  app: Pick<App, 'db'>,
  actor: PersonActor,
  word: (kind: IdentifierKind) => string,
): Promise<CleanWords[]> {
  return app.db.as(actor, async tx => {
    const found = await tx.peerReviews.closingWords();
    for (let at = 0; at < found.length; at += 25) {
      const ids = found.slice(at, at + 25).map(one => one.caseId);
      await tx.audit.add({ act: 'read-closing-words', what: 'case', ids, result: 'ok' });
    }
    return found.map(({ caseId: _, names, explain, comment, ...one }) => {
      const known = names.flatMap(name => name.split(/\s+/)).filter(part => part.length > 1);
      const clean = (text: string) => withoutIdentifiers(text, identifiersIn(text, known), word);
      return { ...one, explain: clean(explain), comment: clean(comment) };
    });
  });
}
