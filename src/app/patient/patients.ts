import { checkPatient, type PatientProblem, type TypedPatient } from '../../domain/patient/check-patient.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { ConsentKept, LikelySame, PatientLine, PatientRecord } from '../ports/patients.ts';

/** Searches the actor's own list; the words are not kept anywhere. At most 25. */
export function searchPatients(app: App, actor: Actor, words: string): Promise<PatientLine[]> {
  return app.db.as(actor, async tx => {
    const found = await tx.patients.search(words);
    const ids = found.map(one => one.id);
    await tx.audit.add({ act: 'search', what: 'patient', ids, result: 'ok' });
    return found;
  });
}

/** The 10 patients last added or changed. */
export function recentPatients(app: App, actor: Actor): Promise<PatientLine[]> {
  return app.db.as(actor, async tx => {
    const found = await tx.patients.recent(10);
    if (found.length > 0) {
      await tx.audit.add({ act: 'list', what: 'patient', ids: found.map(one => one.id), result: 'ok' });
    }
    return found;
  });
}

/** One record of the actor's site, audited with what it is opened for; null when there is none. */
export function openPatient(
  app: App,
  actor: Actor,
  key: string,
  act = 'open',
): Promise<PatientRecord | null> {
  return app.db.as(actor, async tx => {
    const patient = await tx.patients.byKey(key);
    await tx.audit.add({
      act,
      what: 'patient',
      ids: patient ? [patient.id] : [],
      ...(patient && { patient: patient.id }),
      result: patient ? 'ok' : 'missing',
    });
    return patient;
  });
}

/** Who wrote down what the contacts of an opened record said about e-mail. */
export function consentsOf(app: App, actor: Actor, { id }: PatientRecord): Promise<ConsentKept[]> {
  return app.db.as(actor, tx => tx.patients.consents(id));
}

export type SavedPatient =
  | { saved: PatientRecord; warnings: PatientProblem[] }
  | { problems: PatientProblem[]; warnings: PatientProblem[] }
  /** Records that may be the same person; ask, and save again with `nobodyElse`. */
  | { likelySame: LikelySame[]; warnings: PatientProblem[] }
  /** The record has changed since the page was drawn. */
  | { stale: PatientRecord }
  | 'missing';

export interface PatientToSave {
  typed: TypedPatient;
  /** Today at the site, `YYYY-MM-DD`. */
  today: string;
  /** The writer has seen who is alike and says that this is somebody else. */
  nobodyElse: boolean;
  /** The record to change, and the version that was shown. */
  existing?: { key: string; version: number };
}

/** Adds a patient, or changes one. Nothing is merged by itself. */
export function savePatient(app: App, actor: Actor, given: PatientToSave): Promise<SavedPatient> {
  const checked = checkPatient(given.typed, given.today);
  if ('problems' in checked) return Promise.resolve(checked);
  const { details, warnings } = checked;
  const { existing } = given;
  return app.db.as(actor, async tx => {
    const before = existing && (await tx.patients.byKey(existing.key));
    if (existing && !before) {
      await tx.audit.add({ act: 'change', what: 'patient', ids: [], result: 'missing' });
      return 'missing';
    }
    if (!given.nobodyElse) {
      const likelySame = await tx.patients.likelySame(details, before?.id);
      const ids = likelySame.map(one => one.patient.id);
      if (ids.length > 0) {
        await tx.audit.add({ act: 'compare', what: 'patient', ids, result: 'ok' });
        return { likelySame, warnings };
      }
    }
    const saved = before
      ? await tx.patients.change(before.id, existing!.version, details)
      : await tx.patients.add(details);
    const { id } = saved ?? before!;
    // What was saved meanwhile is shown, so that is a look at the record.
    const act = !saved ? 'open-to-change' : before ? 'change' : 'add';
    await tx.audit.add({ act, what: 'patient', ids: [id], patient: id, result: 'ok' });
    return saved ? { saved, warnings } : { stale: before! };
  });
}
