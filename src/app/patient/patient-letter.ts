import type { Instant } from '../../domain/case/time.ts';
import type { PatientSnapshot } from '../../domain/patient/patient.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { secret } from '../ports/ids.ts';
import { readRequestIn } from '../read-request.ts';
import { patientToken, tokenHash } from '../tokens.ts';

/** What an office may print or mend so that a patient reaches their page. */
export interface PatientWays {
  requestKey: string;
  reference: string;
  patient: PatientSnapshot;
  /** The letter that opens the page now: its code, and when it was made. */
  letter: { code: string; madeAt: Instant } | null;
  /** Links to mailboxes that were closed by wrong dates or "not for me". */
  closed: number;
}

type Acts = Pick<App, 'db' | 'config'>;

/** Null, written down, when the request is not one that the person's site sends or receives. */
export function readPatientWays(app: Acts, actor: Actor, requestKey: string): Promise<PatientWays | null> {
  return app.db.as(actor, async tx => {
    const ways = await tx.patientLinks.ways(requestKey);
    const story = ways && (await readRequestIn(tx, requestKey, 'letter'));
    const patient = story?.cases.at(-1)?.patient;
    if (!ways || !patient) return notTheirs(tx, requestKey);
    const { nonce, madeAt, closed } = ways;
    const letter = nonce !== null &&
      madeAt !== null && { code: patientToken(app.config.secretKey, nonce), madeAt };
    return { requestKey, reference: story.reference, patient, letter: letter || null, closed };
  });
}

async function notTheirs(tx: Tx, requestKey: string): Promise<null> {
  const id = await tx.cases.requestNumber(requestKey);
  const [ids, result] = id === null ? [[], 'missing' as const] : [[id], 'denied' as const];
  await tx.audit.add({ act: 'letter', what: 'request', ids, result });
  return null;
}

/** Makes a letter's link, in the patient's language; an earlier letter opens nothing any more. */
export function makeLetter(
  app: Acts,
  actor: Actor,
  given: { requestKey: string; language: 'en' | 'fr' },
): Promise<boolean> {
  const nonce = secret();
  const hash = tokenHash(patientToken(app.config.secretKey, nonce));
  return app.db.as(actor, async tx => {
    const made = await tx.patientLinks.makeLetter({ ...given, nonce, tokenHash: hash });
    if (made) await errandsDone(tx, given.requestKey);
    await audited(tx, 'make-letter', given.requestKey, made);
    return made;
  });
}

/** The address was checked: the latest news goes out again with a new link. False when there is nothing to send. */
export function renewLinks(app: Acts, actor: Actor, requestKey: string): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const again = await tx.patientLinks.renew(requestKey);
    if (again) await tx.jobs.add({ kind: 'send-notice', payload: again });
    if (again) await errandsDone(tx, requestKey);
    await audited(tx, 'renew-link', requestKey, again !== null);
    return again !== null;
  });
}

/** A closed link is on the office's list until the patient has another way in. */
async function errandsDone(tx: Tx, requestKey: string): Promise<void> {
  for (const payload of await tx.patientLinks.waiting(requestKey))
    await tx.jobs.add({ kind: 'give-link', payload });
}

async function audited(tx: Tx, act: string, requestKey: string, ok: boolean): Promise<void> {
  const held = await tx.cases.heldRequest(requestKey);
  const ids = held ? [held.id] : [];
  const patient = held?.patientId ?? undefined;
  await tx.audit.add({ act, what: 'request', ids, patient, result: ok ? 'ok' : 'denied' });
}
