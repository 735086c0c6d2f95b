import type { Day } from '../../domain/case/time.ts';
import { brokenAt } from '../../domain/econsult/late.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { HarmCounts } from '../ports/harms.ts';
import type { SavedFigures } from '../ports/library.ts';
import type { Figures } from '../ports/pay.ts';
import { monthAfter } from './pay.ts';

/** Figures of answers, of those that the library saved and of those that could have harmed, in whole months, both ends included; null for who leads nobody. */
export function readFigures(
  app: Pick<App, 'db'>,
  actor: Actor,
  { from, until }: { from: Day; until: Day },
): Promise<{ sees: 'site' | 'all'; figures: Figures[]; saved: SavedFigures[]; harms: HarmCounts } | null> {
  return app.db.as(actor, async tx => {
    const sees = await tx.pay.sees();
    if (sees !== 'site' && sees !== 'all') {
      await tx.audit.add({ act: 'read-figures', what: 'pay', ids: [], result: 'denied' });
      return null;
    }
    const late = (await tx.pay.unanswered()).flatMap(({ case: id, clock, zone }) => {
      const due = brokenAt(clock, zone, tx.now);
      return due === null ? [] : [{ case: id, due }];
    });
    const figures = await tx.pay.report(from, monthAfter(until), late);
    await tx.audit.add({ act: 'read-figures', what: 'pay', ids: [], result: 'ok' });
    const harms = await tx.harms.counts(from, monthAfter(until));
    return { sees, figures, harms, saved: await tx.library.saved(from, monthAfter(until)) };
  });
}
