import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { HarmSaid } from '../ports/harms.ts';

type Reads = Pick<App, 'db'>;

/** What askers said could have harmed, for whoever keeps the group; each case of it in the log. */
export function readHarms(app: Reads, actor: PersonActor, group: string): Promise<HarmSaid[]> {
  return app.db.as(actor, async tx => {
    const found = await tx.harms.ofGroup(group);
    for (const { caseId, patientId } of found)
      await tx.audit.add({
        ...{ act: 'read-harm', what: 'case', ids: [caseId], result: 'ok' },
        ...(patientId !== null && { patient: patientId }),
      });
    return found.map(({ caseId: _case, patientId: _patient, ...said }) => said);
  });
}

/** The lead dealt with it; false when there is none of these, or no more. */
export function settleHarm(
  app: Reads,
  actor: PersonActor,
  { group, ...of }: { group: string; key: string; seq: number },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await tx.harms.settle(group, of);
    await tx.audit.add({ act: 'settle-harm', what: 'case', ids: [], result: done ? 'ok' : 'missing' });
    return done;
  });
}
