import type { Template } from '../../domain/notices/template.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { NewNotice } from '../ports/notices.ts';
import { actorOf, type Handler } from './handler.ts';

interface Told {
  template: Template;
  to: NewNotice['to'];
}

/** The leads of the group, while it waits for them; then whoever proposed it. */
async function toldOf(
  tx: Tx,
  id: number,
  { decided, site }: { decided: boolean; site: number },
): Promise<Told | null> {
  if (!decided) return { template: 'library-waiting', to: { kind: 'leads', id: site } };
  const found = await tx.library.decided(id);
  return found && { template: `library-${found.act}`, to: { kind: 'member', id: found.member } };
}

/** Writes to the leads of a group that an answer of theirs waits to be approved for the library, and to whoever proposed it what came of it. */
export const tellLibrary: Handler = {
  kind: 'tell-library',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const id = Number(job.payload.case);
      const decided = job.payload.decided === true;
      const caseKey = await tx.caseLater.caseKey(id);
      const found = caseKey === null ? null : await tx.cases.lock(caseKey);
      if (typeof found === 'object' && found !== null) {
        const { state, version: seq, reference } = found;
        const told = await toldOf(tx, id, { decided, site: state.receiver.site });
        const apart = told?.template ?? 'library';
        const params = { reference, type: state.type, status: state.status, apart };
        const messageId = `${key()}@${new URL(app.config.baseUrl).hostname}`;
        const added = told ? await tx.notices.add([{ caseId: id, seq, ...told, messageId, params }]) : [];
        for (const notice of added) await tx.jobs.add({ kind: 'send-notice', payload: { notice, case: id } });
      }
      await tx.jobs.finish(job);
    }),
};
