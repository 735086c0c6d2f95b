import type { Instant } from '../../domain/case/time.ts';
import { type Actor, type PersonActor, visitor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key, secret } from '../ports/ids.ts';
import type { Language, Membership, Session } from '../ports/people.ts';
import { tokenHash } from '../tokens.ts';
import {
  checkPassword,
  hashPassword,
  normalEmail,
  normalPassword,
  type PasswordFault,
  passwordFault,
} from './password.ts';

/** A place, or a person to act for, that somebody may switch to. Keys, not numbers. */
export interface Place {
  member: string;
  siteName: Record<Language, string>;
  roles: readonly string[];
  actingFor?: { member: string; name: string };
  current: boolean;
}

/** Whom a session belongs to, as read for one request. */
export interface SignedIn {
  actor: Actor;
  /** The clock of cases. */
  now: Instant;
  zone: string;
  language: Language;
  person?: {
    name: string;
    email: string;
    siteName: Record<Language, string>;
    actingFor: string | null;
    places: readonly Place[];
  };
}

/** Tries within `minutes` after which the next is refused; a success clears those of that e-mail from that source. */
export const tryLimits = { minutes: 15, fromOneSource: 5, ofOneSource: 40, ofOneAccount: 100 };

/** Who is behind a session's token; null when it opens nothing (any more). Asked for every request. */
export function whoIs(app: App, token: string): Promise<SignedIn | null> {
  return app.db.as(visitor, async tx => {
    const session = await tx.people.readSession(tokenHash(token));
    if (session === null) return null;
    const age = Date.parse(app.clock.now()) - Date.parse(session.seenAt);
    if (age > 60_000) await tx.people.touchSession(tokenHash(token));
    return signedIn(session, tx.now);
  });
}

function signedIn(session: Session, now: Instant): SignedIn | null {
  const { language } = session;
  const zone = 'America/Toronto';
  if (session.of === 'patient') {
    return { actor: { kind: 'patient', link: session.link, request: session.request }, now, zone, language };
  }
  if (session.of === 'guest') {
    return { actor: { kind: 'guest', link: session.link, case: session.case }, now, zone, language };
  }
  const at = session.membership;
  if (at === null) return null;
  const { person, name, email, actingFor } = session;
  const { member, site, unit, roles } = at;
  return {
    actor: { kind: 'person', person, member, site, unit, roles, actingFor, session: session.id },
    now,
    zone: at.zone,
    language,
    person: {
      name,
      email,
      siteName: { en: at.siteNameEn, fr: at.siteNameFr },
      actingFor: at.actsFor.find(giver => giver.member === actingFor)?.name ?? null,
      places: session.memberships.flatMap(place => placesOf(place, at, actingFor)),
    },
  };
}

/** A delegate's place is one choice for each member they may act for, and one for acting for nobody. */
function placesOf(place: Membership, at: Membership, actingFor: number | null): Place[] {
  const siteName = { en: place.siteNameEn, fr: place.siteNameFr };
  const here = place.member === at.member;
  const { roles } = place;
  const own: Place = { member: place.key, siteName, roles, current: here && actingFor === null };
  const forOthers = place.actsFor.map(giver => ({
    member: place.key,
    siteName,
    roles,
    actingFor: { member: giver.key, name: giver.name },
    current: here && giver.member === actingFor,
  }));
  return [own, ...forOthers];
}

export type SignInOutcome =
  | { ok: true; token: string; language: Language }
  | { ok: false; refusal: 'wrong' | 'no-place' }
  | { ok: false; refusal: 'too-many'; minutes: number };

/**
 * E-mail and password for a new session. An unknown e-mail, a suspended person and a wrong password are one answer after
 * the same work. A try counts as failed until the password proves right, so many at once gain nothing; tries are counted
 * by e-mail and source together, so that whoever guesses from elsewhere does not lock the owner out.
 */
export async function signIn(
  app: App,
  given: { email: string; password: string; ip: string; before?: string },
): Promise<SignInOutcome> {
  const email = normalEmail(given.email);
  const begun = await app.db.as(visitor, tx => beginTry(tx, email, given.ip));
  if (begun === 'too-many') return { ok: false, refusal: 'too-many', minutes: tryLimits.minutes };
  const right = await checkPassword(begun.credential?.hash, given.password);
  if (!right || begun.credential === null || begun.credential.suspended)
    return { ok: false, refusal: 'wrong' };
  const { person } = begun.credential;
  return app.db.as(visitor, async tx => {
    await tx.people.passSignInAttempt(begun.attempt);
    return openFor(tx, person, given.before);
  });
}

async function beginTry(tx: Tx, email: string, ip: string) {
  const failed = await tx.people.signInFailures(email, ip, tryLimits.minutes);
  const { byBoth, byEmail, byIp } = failed;
  const full =
    byBoth >= tryLimits.fromOneSource || byIp >= tryLimits.ofOneSource || byEmail >= tryLimits.ofOneAccount;
  if (full) return 'too-many' as const;
  const reaches =
    byBoth + 1 === tryLimits.fromOneSource ||
    byIp + 1 === tryLimits.ofOneSource ||
    byEmail + 1 === tryLimits.ofOneAccount;
  const credential = await tx.people.findCredential(email);
  const attempt = await tx.people.recordSignInAttempt({ email, ip, ok: false });
  if (reaches) {
    const ids = credential ? [credential.person] : [];
    await tx.audit.add({ act: 'sign-in', what: 'person', ids, why: 'too many tries', result: 'denied' });
  }
  return { credential, attempt };
}

/** A new session, never an old one with new rights; the session the browser had before ends. */
async function openFor(tx: Tx, person: number, before?: string): Promise<SignInOutcome> {
  const token = secret();
  const id = await tx.people.openSession(tokenHash(token), { person });
  const session = id === null ? null : await tx.people.readSession(tokenHash(token));
  if (id === null || session?.of !== 'person' || session.membership === null)
    return { ok: false, refusal: 'no-place' };
  const [giver, another] = session.membership.actsFor;
  if (giver && !another) await tx.people.switchSession(id, session.membership.member, giver.member);
  if (before !== undefined) await tx.people.closeSession(tokenHash(before));
  await tx.audit.add({ act: 'sign-in', what: 'person', ids: [person], result: 'ok' });
  return { ok: true, token, language: session.language };
}

/** One click in a demo database: a session of the demo person with that key. Refused as 'wrong' anywhere else. */
export function signInAsDemo(app: App, personKey: string, before?: string): Promise<SignInOutcome> {
  return app.db.as(visitor, async tx => {
    const chosen = (await tx.demo.people()).find(one => one.key === personKey);
    if (chosen === undefined) return { ok: false, refusal: 'wrong' };
    return openFor(tx, chosen.person, before);
  });
}

/** Ends the session of a person, patient or guest. An unknown token is fine. */
export function signOut(app: App, actor: Actor, token: string): Promise<void> {
  return app.db.as(actor, async tx => {
    await tx.people.closeSession(tokenHash(token));
    if (actor.kind === 'person') {
      await tx.audit.add({ act: 'sign-out', what: 'person', ids: [actor.person], result: 'ok' });
    }
  });
}

/** Ends every session of this person, this one too. Returns how many there were. */
export function signOutEverywhere(app: App, actor: PersonActor): Promise<number> {
  return app.db.as(actor, async tx => {
    const ended = await tx.people.closeSessionsOf(actor.person);
    await tx.audit.add({ act: 'sign-out-all', what: 'person', ids: [actor.person], result: 'ok' });
    return ended;
  });
}

/**
 * Works as another of one's members, or for another member one may act for; keys as in `Place`. The session's token is
 * a new one afterwards; null when the place is not this person's to choose.
 */
export function switchPlace(
  app: App,
  actor: PersonActor,
  place: { token: string; member: string; actingFor?: string },
): Promise<string | null> {
  return app.db.as(actor, async tx => {
    const session = await tx.people.readSession(tokenHash(place.token));
    if (session?.of !== 'person') return null;
    const member = session.memberships.find(one => one.key === place.member);
    const giver = member?.actsFor.find(one => one.key === place.actingFor);
    const known = member !== undefined && (place.actingFor === undefined || giver !== undefined);
    if (!known || !(await tx.people.switchSession(session.id, member.member, giver?.member ?? null))) {
      await tx.audit.add({ act: 'switch', what: 'member', ids: [], result: 'denied' });
      return null;
    }
    const token = secret();
    await tx.people.rotateSession(session.id, tokenHash(token));
    const ids = giver ? [member.member, giver.member] : [member.member];
    await tx.audit.add({ act: 'switch', what: 'member', ids, result: 'ok' });
    return token;
  });
}

export type PasswordOutcome =
  | { ok: true; token: string }
  | { ok: false; refusal: PasswordFault | 'wrong-old' | 'same' | 'too-many' };

/** A new password, proved by the old one. Every other session of the person ends and this one gets a new token. */
export async function changePassword(
  app: App,
  actor: PersonActor,
  given: { old: string; new: string; name: string; email: string; ip: string },
): Promise<PasswordOutcome> {
  const begun = await app.db.as(actor, tx => beginTry(tx, given.email, given.ip));
  if (begun === 'too-many') return { ok: false, refusal: 'too-many' };
  if (!(await checkPassword(begun.credential?.hash, given.old))) return { ok: false, refusal: 'wrong-old' };
  const fault = passwordFault(given.new, [given.name, given.email]);
  const same = normalPassword(given.new) === normalPassword(given.old);
  const hash = fault === null && !same ? await hashPassword(given.new) : '';
  return app.db.as(actor, async tx => {
    await tx.people.passSignInAttempt(begun.attempt);
    if (fault !== null) return { ok: false, refusal: fault };
    if (same) return { ok: false, refusal: 'same' };
    const token = secret();
    await tx.people.setCredential(actor.person, hash, actor.session ?? undefined);
    if (actor.session !== null) await tx.people.rotateSession(actor.session, tokenHash(token));
    await tx.audit.add({ act: 'change-password', what: 'person', ids: [actor.person], result: 'ok' });
    const payload = { person: actor.person, nonce: key(), template: 'password-changed' };
    await tx.jobs.add({ kind: 'tell-password', payload });
    return { ok: true, token };
  });
}

/** Remembers the language of pages and mail for a person; a patient's is their contact's. */
export async function chooseLanguage(app: App, actor: Actor, language: Language): Promise<void> {
  if (actor.kind !== 'person') return;
  await app.db.as(actor, tx => tx.people.setLanguage(actor.person, language));
}
