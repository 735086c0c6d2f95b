import type { Template } from '../../domain/notices/template.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import { runVerbIn } from '../run-verb.ts';
import { actorOf, type Handler } from './handler.ts';

const templates: readonly Template[] = ['link-closed', 'not-delivered'];

/** The office finds on its list that the patient needs a new way in, as long as the case goes on. */
async function closeLink(app: App, tx: Tx, caseId: number, template: Template): Promise<void> {
  const caseKey = await tx.patientLinks.openCase(caseId);
  const input = template === 'not-delivered' ? { why: template } : {};
  if (caseKey !== null) await runVerbIn(app, tx, { caseKey, verb: 'close-link', input });
}

/**
 * Tells the office that sent a case of something that happened outside of it: the patient's link was closed, or a message
 * to the patient was refused. It stands in the story as a notice.
 */
export const tellSender: Handler = {
  kind: 'tell-sender',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const template = templates.find(one => one === job.payload.template);
      if (template) await closeLink(app, tx, Number(job.payload.case), template);
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
