import type { App } from '../app.ts';
import { tellNobodyFree, turnFor, turnOfAbsent } from '../econsult/assign-automatically.ts';
import type { Tx } from '../ports/database.ts';
import { runVerbIn } from '../run-verb.ts';
import { actorOf, type Handler } from './handler.ts';

/** Most that one round gives out. */
const most = 500;

/**
 * Every ten minutes: questions of who works there no more go back to their group, as do those that fall due while their specialist
 * is away, or the assigner hears of them; those that nobody has are tried again or, where nobody can take them, told of; each by itself: what one runs into comes up again after the others have had their turn.
 */
export const assignWaiting: Handler = {
  kind: 'assign-waiting',
  every: 600,
  run: async (job, app) => {
    const failed: unknown[] = [];
    const each = async (find: Find, work: (tx: Tx, caseKey: string) => Promise<void>) => {
      for (const { caseId, caseKey } of await app.db.as(actorOf(job), find))
        await app.db
          .as({ kind: 'job', case: caseId }, tx => work(tx, caseKey))
          .catch((error: unknown) => failed.push(error));
    };
    await each(
      tx => tx.adviceGroups.leftBehind(most),
      (tx, caseKey) => takeBack(app, tx, caseKey),
    );
    await each(
      tx => tx.adviceGroups.ofTheAbsent(most),
      (tx, caseKey) => seeToAbsent(app, tx, caseKey),
    );
    await each(
      tx => tx.adviceGroups.waiting(most),
      (tx, caseKey) => tryAgain(app, tx, caseKey),
    );
    if (failed.length > 0) throw failed[0];
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};

type Find = (tx: Tx) => Promise<{ caseId: number; caseKey: string }[]>;

async function takeBack(app: App, tx: Tx, caseKey: string): Promise<void> {
  // Somebody else may have it by now: then there is nothing to take back.
  await runVerbIn(app, tx, { caseKey, verb: 'release', input: {} });
}

async function seeToAbsent(app: App, tx: Tx, caseKey: string): Promise<void> {
  const locked = await tx.cases.lock(caseKey);
  if (typeof locked !== 'object') return;
  const ask = await turnOfAbsent(app, tx, locked);
  if (ask) await runVerbIn(app, tx, ask);
}

async function tryAgain(app: App, tx: Tx, caseKey: string): Promise<void> {
  const locked = await tx.cases.lock(caseKey);
  if (typeof locked !== 'object' || locked.state.status !== 'asked') return;
  await tx.adviceGroups.looked(locked.id);
  const turn = await turnFor(app, tx, locked);
  if (!turn) return;
  const outcome = await runVerbIn(app, tx, turn.ask);
  if (outcome.ok) await tx.adviceGroups.tookTurn(locked.id, turn.chosen.member, turn.chosen.steps);
  else await tellNobodyFree(app, tx, locked);
}
