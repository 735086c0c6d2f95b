import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { RecentFile } from '../ports/attachments.ts';
import type { Tx } from '../ports/database.ts';
import type { Draft } from '../ports/drafts.ts';

/** Files of earlier requests of this site for the draft's patient that may go along; none where an eConsult's own files move on. */
export function recentFor(tx: Tx, draft: Draft): Promise<RecentFile[]> {
  if (draft.patient === null || draft.converts !== '') return Promise.resolve([]);
  return tx.attachments.recentOf(draft.patient);
}

/** Of those the form offered, the ticked ones go along and the others no longer; the bytes are kept once. */
export function takeRecent(
  app: App,
  actor: PersonActor,
  given: { key: string; offered: readonly string[]; ticked: readonly string[] },
): Promise<void> {
  return app.db.as(actor, async tx => {
    const draft = given.offered.length === 0 ? null : await tx.drafts.byKey(given.key);
    if (!draft) return;
    for (const file of await recentFor(tx, draft)) {
      const wanted = given.ticked.includes(file.key);
      if (!given.offered.includes(file.key) || wanted === draft.attachments.includes(file.id)) continue;
      await (wanted ? tx.drafts.addFile(draft.key, file.id) : tx.drafts.removeFile(draft.key, file.id));
      const act = wanted ? 'add-file' : 'leave-out-file';
      await tx.audit.add({
        act,
        what: 'draft',
        ids: [draft.id],
        ...(draft.patient !== null && { patient: draft.patient }),
        result: 'ok',
      });
    }
  });
}

/** The draft's files without those that came from requests of a patient it is no longer about. */
export async function withoutRecent(tx: Tx, draft: Draft): Promise<readonly number[]> {
  if (draft.attachments.length === 0) return [];
  const theirs = new Set((await recentFor(tx, draft)).map(file => file.id));
  return draft.attachments.filter(id => !theirs.has(id));
}
