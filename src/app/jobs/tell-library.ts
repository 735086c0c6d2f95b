import { key } from '../ports/ids.ts';
import { actorOf, type Handler } from './handler.ts';

/** Writes to the leads of a group that an answer of theirs waits to be approved for the library. */
export const tellLibrary: Handler = {
  kind: 'tell-library',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const id = Number(job.payload.case);
      const caseKey = await tx.caseLater.caseKey(id);
      const found = caseKey === null ? null : await tx.cases.lock(caseKey);
      if (typeof found === 'object' && found !== null) {
        const { state, version: seq, reference } = found;
        const added = await tx.notices.add([
          {
            ...{
              caseId: id,
              seq,
              template: 'library-waiting',
              to: { kind: 'leads', id: state.receiver.site },
            },
            messageId: `${key()}@${new URL(app.config.baseUrl).hostname}`,
            params: { reference, type: state.type, status: state.status, apart: 'library' },
          },
        ]);
        for (const notice of added) await tx.jobs.add({ kind: 'send-notice', payload: { notice, case: id } });
      }
      await tx.jobs.finish(job);
    }),
};
