import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { ProgrammeTerms } from '../ports/terms.ts';

type Reads = Pick<App, 'db'>;

/** The terms that hold; null when the programme has published none. */
export function readTerms(app: Reads, actor: Actor): Promise<ProgrammeTerms | null> {
  return app.db.as(actor, tx => tx.terms.current());
}

/** The actor sends for the first time since terms were published. */
export function mustAcceptTerms(app: Reads, actor: Actor): Promise<boolean> {
  return app.db.as(actor, tx => tx.terms.mustAccept());
}

/** False, written down, when another version holds by now. */
export function acceptTerms(app: Reads, actor: Actor, version: number): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await tx.terms.accept(version);
    await tx.audit.add({
      act: 'accept-terms',
      what: 'terms',
      ids: [version],
      result: done ? 'ok' : 'denied',
    });
    return done;
  });
}

/** What a steward of the programme sees; null for others. */
export function readForSteward(
  app: Reads,
  actor: Actor,
): Promise<{ terms: ProgrammeTerms | null; accepted: number } | null> {
  return app.db.as(actor, async tx => {
    const accepted = await tx.terms.accepted();
    const result = accepted === null ? 'missing' : 'ok';
    await tx.audit.add({ act: 'read-terms', what: 'terms', ids: [], result });
    return accepted === null ? null : { terms: await tx.terms.current(), accepted };
  });
}

export type Published = 'done' | 'stale' | 'missing' | 'too-long' | null;

/** Longest text of a language, in characters. */
const longest = 20_000;

/** A new version in both languages; from then on it is accepted anew. Null for anybody but a steward of the programme. */
export function publishTerms(
  app: Reads,
  actor: Actor,
  typed: { after: number; en: string; fr: string },
): Promise<Published> {
  const [en, fr] = [typed.en.trim(), typed.fr.trim()];
  if (en === '' || fr === '') return Promise.resolve('missing');
  if (en.length > longest || fr.length > longest) return Promise.resolve('too-long');
  return app.db.as(actor, async tx => {
    const done = await tx.terms.publish(typed.after, { en, fr });
    const result = done === 'done' ? 'ok' : 'denied';
    await tx.audit.add({ act: 'publish-terms', what: 'terms', ids: [typed.after + 1], result });
    return done;
  });
}
