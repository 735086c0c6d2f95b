import { automaticChoice, isAdvice } from '../advice-choice.ts';
import type { App } from '../app.ts';
import { turnOf, zoneOf } from '../assign-automatically.ts';
import type { Tx } from '../ports/database.ts';
import { runVerbIn } from '../run-verb.ts';
import { actorOf, type Handler } from './handler.ts';

/** Most that one round gives out. */
const most = 500;

/**
 * Every ten minutes: questions that waited because everybody was away or full are tried again, each by itself: what one runs
 * into comes up again after the others have had their turn.
 */
export const assignWaiting: Handler = {
  kind: 'assign-waiting',
  every: 600,
  run: async (job, app) => {
    const waiting = await app.db.as(actorOf(job), tx => tx.adviceGroups.waiting(most));
    const failed: unknown[] = [];
    for (const { caseId, caseKey } of waiting)
      await app.db
        .as({ kind: 'job', case: caseId }, tx => tryAgain(app, tx, caseKey))
        .catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};

async function tryAgain(app: App, tx: Tx, caseKey: string): Promise<void> {
  const locked = await tx.cases.lock(caseKey);
  if (typeof locked !== 'object' || !isAdvice(locked.state) || locked.state.status !== 'asked') return;
  const { state, id: caseId } = locked;
  const zone = await zoneOf(tx, state.receiver.site);
  const choice = await automaticChoice(tx, { caseId, state, zone, text: state.title });
  if (!choice || 'nobody' in choice.chosen) return;
  const { chosen, keyOf } = choice;
  const outcome = await runVerbIn(app, tx, turnOf(caseKey, chosen, keyOf(chosen.member)).ask);
  if (outcome.ok) await tx.adviceGroups.tookTurn(caseId, chosen.member, chosen.steps);
}
