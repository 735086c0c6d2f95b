import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type Added, addFiles } from '../files/attachments.ts';
import type { SentFile } from '../files/check-file.ts';
import type { Attachment } from '../ports/attachments.ts';
import type { Tx } from '../ports/database.ts';
import type { Draft, DraftContent, DraftLine } from '../ports/drafts.ts';
import type { PatientRecord } from '../ports/patients.ts';

/** A draft with what it names. */
export interface OpenedDraft {
  draft: Draft;
  patient: PatientRecord | null;
  attachments: Attachment[];
}

/** The draft with its patient and files, audited; null when it is not there for this actor. */
export function openDraft(app: App, actor: Actor, key: string): Promise<OpenedDraft | null> {
  return app.db.as(actor, async tx => {
    const draft = await tx.drafts.byKey(key);
    if (!draft) return missing(tx, 'open');
    await audit(tx, 'open', draft);
    const patient = draft.patient === null ? null : await tx.patients.byId(draft.patient);
    return { draft, patient, attachments: await tx.attachments.byIds(draft.attachments) };
  });
}

/** Drafts of the actor and of whom they act for, last saved first. */
export function myDrafts(app: App, actor: Actor): Promise<DraftLine[]> {
  return app.db.as(actor, async tx => {
    const lines = await tx.drafts.mine();
    if (lines.length > 0) await tx.audit.add({ act: 'list', what: 'draft', ids: [], result: 'ok' });
    return lines;
  });
}

/** Keeps what was typed so far. `stale` holds what somebody, or another tab, saved meanwhile; null when it is gone. */
export function saveDraft(
  app: App,
  actor: Actor,
  given: { key: string; version: number; change: Partial<DraftContent> },
): Promise<{ saved: Draft } | { stale: Draft } | null> {
  const { key, version, change } = given;
  return app.db.as(actor, async tx => {
    const saved = await tx.drafts.save(key, version, change);
    const now = saved ?? (await tx.drafts.byKey(key));
    if (!now) return missing(tx, 'save');
    // Somebody else's words are shown then, so that is a look at them.
    await audit(tx, saved ? 'save' : 'open', now);
    return saved ? { saved } : { stale: now };
  });
}

/** Adds files to a draft, each with its own outcome; null when the draft is gone. */
export async function addFilesToDraft(
  app: App,
  actor: Actor,
  given: { key: string; files: readonly SentFile[] },
): Promise<Added[] | null> {
  const draft = await app.db.as(
    actor,
    async tx => (await tx.drafts.byKey(given.key)) ?? missing(tx, 'add-file'),
  );
  if (!draft) return null;
  return addFiles(app, actor, given.files, async (tx, added) => {
    for (const one of added) await tx.drafts.addFile(given.key, one.id);
    await audit(tx, 'add-file', draft);
  });
}

/** Leaves a file out of a draft; false when there is no such draft or file. */
export function leaveOutFile(
  app: App,
  actor: Actor,
  given: { key: string; attachmentKey: string },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const file = await tx.attachments.byKey(given.attachmentKey);
    const draft = file && (await tx.drafts.removeFile(given.key, file.id));
    await (draft ? audit(tx, 'leave-out-file', draft) : missing(tx, 'leave-out-file'));
    return Boolean(draft);
  });
}

/**
 * Whoever may not sign gives it to a clinician of the site, who finds it among theirs and is written to; given to the same one again,
 * they were. False when it is not to be given.
 */
export function giveToSign(app: App, actor: Actor, given: { key: string; signer: number }): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const draft = await tx.drafts.byKey(given.key);
    const done = draft !== null && (await tx.drafts.giveToSign(given.key, given.signer));
    const anew = draft !== null && (draft.toSignSince === null || draft.actingFor !== given.signer);
    if (done && anew) await tx.jobs.add({ kind: 'tell-signers', payload: { draft: draft.id } });
    await (done ? audit(tx, 'give-to-sign', draft) : missing(tx, 'give-to-sign'));
    return done;
  });
}

/** Throws the draft away; false when there was none. */
export function discardDraft(app: App, actor: Actor, key: string): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const draft = await tx.drafts.byKey(key);
    await (draft ? audit(tx, 'discard', draft) : missing(tx, 'discard'));
    return tx.drafts.discard(key);
  });
}

function audit(tx: Tx, act: string, draft: Draft): Promise<void> {
  const patient = draft.patient === null ? {} : { patient: draft.patient };
  return tx.audit.add({ act, what: 'draft', ids: [draft.id], ...patient, result: 'ok' });
}

/** There is no such draft for this actor, and the try is written down. */
async function missing(tx: Tx, act: string): Promise<null> {
  await tx.audit.add({ act, what: 'draft', ids: [], result: 'missing' });
  return null;
}
