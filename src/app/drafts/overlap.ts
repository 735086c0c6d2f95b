import { createHmac, hkdfSync } from 'node:crypto';
import type { HealthCard } from '../../domain/patient/health-card.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Draft } from '../ports/drafts.ts';
import type { Overlap } from '../ports/overlaps.ts';

/**
 * What stands for a person across sites: 32 bytes, made with a key of its own that is derived from the secret key. Null without
 * a number, or with one that does not add up. docs/decisions/0011-overlap-guard.md
 */
export function fingerprint(secretKey: string, card: HealthCard): Buffer | null {
  if (!('number' in card) || card.unverified) return null;
  const number = card.number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '');
  if (number === '') return null;
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'overlap/1', 32));
  return createHmac('sha256', key).update(`${card.kind}|${number}`).digest();
}

/**
 * Whether a request like this complete draft is open anywhere, as the sender may know it: audited, and shown to the patient.
 * Only a new request asks; what continues one is known to belong together.
 */
export function noticeOverlap(
  app: Pick<App, 'db' | 'config'>,
  actor: Actor,
  draft: Pick<Draft, 'key' | 'patient' | 'converts' | 'continues'>,
): Promise<Overlap> {
  const { key, patient: patientId, converts, continues } = draft;
  if (patientId === null || converts !== '' || continues !== null) return Promise.resolve('unready');
  return app.db.as(actor, async tx => {
    const patient = await tx.patients.byId(patientId);
    const hash = patient && fingerprint(app.config.secretKey, patient.card);
    if (!hash) return 'unready';
    const said = await tx.overlaps.notice(key, hash);
    if (said !== 'unready')
      await tx.audit.add({
        ...{ act: 'notice-overlap', what: 'patient', ids: [patientId], patient: patientId, why: said },
        result: said === 'limited' ? 'denied' : 'ok',
      });
    return said;
  });
}
