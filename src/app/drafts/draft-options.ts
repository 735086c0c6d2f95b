import { formFor } from '../../domain/forms/precedence.ts';
import { isReachable } from '../../domain/patient/patient.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { Draft } from '../ports/drafts.ts';
import type { PatientRecord } from '../ports/patients.ts';

/** A draft of a new request whose patient may be offered a choice. */
export interface ChoosableDraft {
  draft: Draft;
  patient: PatientRecord;
  reachable: boolean;
}

/** Reads it, audited; null when it is not there for this actor, has no patient yet, or goes on with an eConsult. */
export async function choosableIn(tx: Tx, key: string): Promise<ChoosableDraft | null> {
  const draft = await tx.drafts.byKey(key);
  const patient = draft?.patient == null ? null : await tx.patients.byId(draft.patient);
  const found = draft && patient && draft.converts === '' ? { draft, patient } : null;
  await tx.audit.add({
    ...{ act: 'open', what: 'draft', ids: draft ? [draft.id] : [] },
    ...(found ? { patient: found.patient.id, result: 'ok' } : { result: 'missing' }),
  });
  return found && { ...found, reachable: isReachable(found.patient) };
}

/**
 * Keeps the services among which the patient chooses: the draft is a referral with the form that all of them ask, else with the
 * general one. False when the draft or one of the services is gone.
 */
export function chooseOptions(
  app: Pick<App, 'db'>,
  actor: Actor,
  { draftKey, services }: { draftKey: string; services: readonly string[] },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const found = await choosableIn(tx, draftKey);
    if (!found) return false;
    const ids: number[] = [];
    const forms = new Set<string>();
    for (const key of services) {
      const service = await tx.directory.service(key);
      if (service?.kind !== 'referral') return false;
      ids.push(service.id);
      forms.add(formFor('referral', await tx.forms.offered(service.id, 'referral')));
    }
    const [form] = forms.size === 1 ? forms : [formFor('referral', {})];
    const { key, version } = found.draft;
    const saved = await tx.drafts.save(key, version, {
      ...{ kind: 'referral', service: ids[0], options: services, form, through: false },
    });
    return saved !== null;
  });
}
