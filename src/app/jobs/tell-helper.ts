import { key } from '../ports/ids.ts';
import { actorOf, type Handler } from './handler.ts';

/** Writes to somebody whom a patient let in; their link is made with the message, as for every contact. */
export const tellHelper: Handler = {
  kind: 'tell-helper',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const { case: id, helper } = { case: Number(job.payload.case), helper: Number(job.payload.helper) };
      const sender = await tx.patientLinks.sender();
      if (sender) {
        const { seq, reference, type, status } = sender;
        const params = { reference, type, status, helper, urgent: true, apart: `helper ${helper}` };
        const to = { kind: 'patient' as const, id: sender.request };
        const messageId = `${key()}@${new URL(app.config.baseUrl).hostname}`;
        const template = 'patient-helper' as const;
        const [notice] = await tx.notices.add([{ caseId: id, seq, messageId, to, template, params }]);
        await tx.jobs.add({ kind: 'send-notice', payload: { notice: notice!, case: id } });
      }
      await tx.jobs.finish(job);
    }),
};
