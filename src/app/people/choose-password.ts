import { visitor } from '../actor.ts';
import type { App } from '../app.ts';
import { key } from '../ports/ids.ts';
import type { PasswordLink } from '../ports/people.ts';
import { tokenHash } from '../tokens.ts';
import { tryLimits } from './accounts.ts';
import { hashPassword, normalEmail, type PasswordFault, passwordFault } from './password.ts';

/** Hours until a link to choose a password is dead. */
export const passwordLinkHours = { reset: 1, invite: 7 * 24 };

type Reads = Pick<App, 'db'>;

/**
 * Somebody says that they forgot their password. A message goes to the address if it is of an account; who asks learns nothing
 * of that, neither by the answer nor by how long it takes. Asking counts as a try to sign in from that source.
 */
export function forgetPassword(
  app: Reads,
  given: { email: string; ip: string },
): Promise<'told' | 'too-many'> {
  const email = normalEmail(given.email);
  return app.db.as(visitor, async tx => {
    const { byIp } = await tx.people.signInFailures(email, given.ip, tryLimits.minutes);
    if (byIp >= tryLimits.ofOneSource) return 'too-many';
    const credential = await tx.people.findCredential(email);
    const person = credential === null || credential.suspended ? 0 : credential.person;
    await tx.people.recordSignInAttempt({ email: '', ip: given.ip, ok: false });
    await tx.audit.add({ act: 'forget-password', what: 'person', ids: person ? [person] : [], result: 'ok' });
    const payload = { person, nonce: key(), template: 'password-reset' };
    await tx.jobs.add({ kind: 'tell-password', payload, unique: `forgotten:${person}` });
    return 'told';
  });
}

/** Whose password the holder of a token may choose; null when the link is used, too old or never was. */
export function readPasswordLink(app: Reads, token: string): Promise<PasswordLink | null> {
  return app.db.as(visitor, tx => tx.people.passwordLink(tokenHash(token)));
}

export type ChooseOutcome = { ok: true } | { ok: false; refusal: PasswordFault | 'dead' };

/** Chooses a password by a link: every session of that person ends, and a message says that it was changed. */
export async function choosePassword(
  app: Reads,
  { token, password }: { token: string; password: string },
): Promise<ChooseOutcome> {
  const link = await readPasswordLink(app, token);
  if (link === null) return { ok: false, refusal: 'dead' };
  const fault = passwordFault(password, [link.name, link.email]);
  if (fault !== null) return { ok: false, refusal: fault };
  const hash = await hashPassword(password);
  return app.db.as(visitor, async tx => {
    const person = await tx.people.redeemLink(tokenHash(token), hash);
    if (person === null) return { ok: false, refusal: 'dead' };
    await tx.audit.add({ act: 'choose-password', what: 'person', ids: [person], result: 'ok' });
    if (!link.invited) {
      const payload = { person, nonce: key(), template: 'password-changed' };
      await tx.jobs.add({ kind: 'tell-password', payload });
    }
    return { ok: true };
  });
}
