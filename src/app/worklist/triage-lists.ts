import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { TriageChoice, TriageChoices, TriageKind } from '../ports/triage-lists.ts';

type Reads = Pick<App, 'db'>;

/** Longest name of a priority or protocol, characters, and most of one list. */
export const longestChoice = 60;
export const mostChoices: Readonly<Record<TriageKind, number>> = { priority: 10, protocol: 50 };

export type TriageProblem = 'too-long' | 'too-many' | 'twice';

/** The lists of the actor's site. */
export function readTriageLists(app: Reads, actor: PersonActor): Promise<TriageChoices> {
  return app.db.as(actor, tx => tx.triageLists.all());
}

/** A name in one language alone is used in both; empty lines are none. Problems are of a whole list. */
export function checkChoices(
  kind: TriageKind,
  typed: readonly TriageChoice[],
): { choices: TriageChoice[] } | { problem: TriageProblem } {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const choices = typed
    .map(({ en, fr }) => ({ en: plain(en) || plain(fr), fr: plain(fr) || plain(en) }))
    .filter(one => one.en !== '');
  if (choices.some(one => [...one.en].length > longestChoice || [...one.fr].length > longestChoice))
    return { problem: 'too-long' };
  if (choices.length > mostChoices[kind]) return { problem: 'too-many' };
  const names = new Set(choices.map(one => one.en.toLowerCase()));
  return names.size < choices.length ? { problem: 'twice' } : { choices };
}

/** Keeps a list of the actor's site in place of the one before; for leads and stewards, as the database checks again. */
export async function keepTriageList(
  app: Reads,
  actor: PersonActor,
  { kind, typed }: { kind: TriageKind; typed: readonly TriageChoice[] },
): Promise<'kept' | TriageProblem> {
  const checked = checkChoices(kind, typed);
  if ('problem' in checked) return checked.problem;
  await app.db.as(actor, async tx => {
    await tx.triageLists.replace(kind, checked.choices);
    await tx.audit.add({ act: 'triage-list', what: 'site', ids: [actor.site], why: kind, result: 'ok' });
  });
  return 'kept';
}
