import type { Template } from '../../domain/notices/template.ts';
import { key } from '../ports/ids.ts';
import { actorOf, type Handler } from './handler.ts';

const templates: readonly Template[] = ['link-closed', 'not-delivered'];

/**
 * Tells the office that sent a case of something that happened outside of it: the patient's link was closed, or a message
 * to the patient was refused. It stands in the story as a notice.
 */
export const tellSender: Handler = {
  kind: 'tell-sender',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const template = templates.find(one => one === job.payload.template);
      const sender = await tx.patientLinks.sender();
      if (template && sender?.site) {
        const { seq, site, unit, reference, type, status } = sender;
        const to = unit === null ? { kind: 'site' as const, id: site } : { kind: 'unit' as const, id: unit };
        const messageId = `${key()}@${new URL(app.config.baseUrl).hostname}`;
        const caseId = Number(job.payload.case);
        const params = { reference, type, status };
        const [notice] = await tx.notices.add([{ caseId, seq, messageId, to, template, params }]);
        await tx.jobs.add({ kind: 'send-notice', payload: { notice: notice!, case: caseId } });
      }
      await tx.jobs.finish(job);
    }),
};
