import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import { actorOf, type Handler } from './handler.ts';

const batch = 200;

/** Every ten minutes: visits of a day ago, each once. */
export const askSurveys: Handler = {
  kind: 'ask-surveys',
  every: 600,
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const cases = await tx.visitSurveys.claim(batch);
      for (const id of cases) await tx.jobs.add({ kind: 'ask-survey', payload: { case: id } });
      await tx.jobs.finish(job);
    }),
};

/** A day after a visit: asks the patient how it was, unless they said it already. By what they chose, as all messages. */
export const askSurvey: Handler = {
  kind: 'ask-survey',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      await ask(app, tx, Number(job.payload.case));
      await tx.jobs.finish(job);
    }),
};

async function ask(app: App, tx: Tx, caseId: number): Promise<void> {
  const caseKey = await tx.visitSurveys.open();
  const found = caseKey === null ? null : await tx.cases.lock(caseKey);
  if (typeof found !== 'object' || found === null) return;
  const { state } = found;
  if (!state.patient.reachable || state.patient.deceased) return;
  const [notice] = await tx.notices.add([
    {
      ...{ caseId, seq: found.version, template: 'patient-survey' },
      messageId: `${key()}@${new URL(app.config.baseUrl).hostname}`,
      to: { kind: 'patient', id: found.requestId },
      params: { reference: found.reference, apart: 'survey' },
    },
  ]);
  await tx.jobs.add({ kind: 'send-notice', payload: { notice: notice!, case: caseId } });
}
