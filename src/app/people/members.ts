import { oneLine } from '../../domain/patient/plain-text.ts';
import type { Actor, PersonActor, Role } from '../actor.ts';
import { roles } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { Language } from '../ports/people.ts';
import type { Unit } from '../ports/sites.ts';
import type { StaffChange, StaffMember, StaffOutcome } from '../ports/staff.ts';
import { passwordToken, tokenHash } from '../tokens.ts';
import { passwordLinkHours } from './choose-password.ts';
import { normalEmail } from './password.ts';

type Place = Pick<App, 'db' | 'config'>;

/** The members of a site with what a form about them offers. */
export interface StaffView {
  staff: StaffMember[];
  units: Unit[];
}

/** A member's form as it was typed. `actsFor` holds keys of members. */
export interface TypedMember {
  given: string;
  family: string;
  title: string;
  email: string;
  language: string;
  roles: readonly string[];
  unit: string;
  licence: string;
  jobTitleEn: string;
  jobTitleFr: string;
  responsible: string;
  actsFor: readonly string[];
}

/** What is wrong with a field of the form. */
export interface MemberProblem {
  field: keyof TypedMember;
  problem: 'missing' | 'unreadable' | 'email' | 'here-already' | 'roles' | 'responsible' | 'last-steward';
}

/** The members of the actor's site; null for anybody but its steward. */
export function readStaff(app: Place, actor: Actor): Promise<StaffView | null> {
  return forSteward(app, actor, 'list-members', async (tx, me) => {
    const view = await viewOf(tx, me);
    await tx.audit.add({ act: 'list-members', what: 'site', ids: [me.site], result: 'ok' });
    return view;
  });
}

/** One member of the actor's site, and what a form about them offers; null for anybody but its steward, and when there is none. */
export function readMember(
  app: Place,
  actor: Actor,
  place: string,
): Promise<{ view: StaffView; one: StaffMember } | null> {
  return forSteward(app, actor, 'read-member', async (tx, me) => {
    const view = await viewOf(tx, me);
    const one = view.staff.find(member => member.key === place);
    if (!one) return missing(tx, 'read-member');
    await tx.audit.add({ act: 'read-member', what: 'person', ids: [one.person], result: 'ok' });
    return { view, one };
  });
}

async function viewOf(tx: Tx, me: PersonActor): Promise<StaffView> {
  return { staff: await tx.staff.all(), units: await tx.sites.unitsOf(me.site) };
}

export type MemberOutcome = { key: string } | { problems: MemberProblem[]; view: StaffView };

/**
 * Gives somebody a place at the actor's site. Who has no account yet gets one, and is invited by mail to choose a password; a
 * known e-mail gets one more place. Null for anybody but the site's steward.
 */
export function addMember(app: Place, actor: Actor, typed: TypedMember): Promise<MemberOutcome | null> {
  return forSteward(app, actor, 'add-member', async (tx, me) => {
    const view = await viewOf(tx, me);
    const { change, problems: ofPlace } = checkPlace(typed, view);
    const person = checkPerson(typed);
    const problems = [...person.problems];
    if (view.staff.some(one => one.email === person.email && !one.ended))
      problems.push({ field: 'email', problem: 'here-already' });
    problems.push(...ofPlace);
    if (problems.length > 0) return { problems, view };
    const known = await tx.staff.personWithEmail(person.email);
    const id = known ?? (await tx.people.createPerson({ key: key(), ...person }));
    const place = key();
    const { unit, licence, jobTitleEn, jobTitleFr, responsible } = definedOf(change);
    const more = { unit, licence, jobTitleEn, jobTitleFr, responsible };
    await tx.people.addMember({ key: place, person: id, site: me.site, roles: change.roles, ...more });
    await tx.audit.add({
      act: 'add-member',
      what: 'person',
      ids: [id],
      why: change.roles.join(' '),
      result: 'ok',
    });
    const added = (await tx.staff.all()).find(one => one.key === place)!;
    await giveTo(tx, view, { delegate: added, wanted: typed.actsFor });
    if (!added.hasPassword) await invite(app, tx, added);
    else
      await tx.jobs.add({
        kind: 'tell-password',
        payload: { person: id, nonce: key(), template: 'place-added' },
      });
    return { key: place };
  });
}

/** Changes what a member is at the actor's site. Null for anybody but its steward, and when there is no such member. */
export function changeMember(
  app: Place,
  actor: Actor,
  given: { key: string; typed: TypedMember },
): Promise<MemberOutcome | null> {
  return forSteward(app, actor, 'change-member', async (tx, me) => {
    const view = await viewOf(tx, me);
    const old = view.staff.find(one => one.key === given.key);
    if (!old) return missing(tx, 'change-member');
    const { change, problems } = checkPlace(given.typed, view);
    if (problems.length > 0) return { problems, view };
    const outcome = await tx.staff.change(given.key, change);
    if (outcome === 'last-steward') return { problems: [{ field: 'roles', problem: outcome }], view };
    if (outcome !== 'done') return missing(tx, 'change-member');
    const why = change.roles.join(' ');
    await tx.audit.add({ act: 'change-member', what: 'person', ids: [old.person], why, result: 'ok' });
    await giveTo(tx, view, { delegate: { ...old, roles: [...change.roles] }, wanted: given.typed.actsFor });
    return { key: given.key };
  });
}

/** Something done to a place: `until` is the last day. */
export type MemberAct =
  | { act: 'suspend' | 'resume' | 'invite' | 'come-back' | 'settle-mail' }
  | { act: 'end'; until: string };

/** Suspends, ends or invites again; the outcome, or null for anybody but the steward and when there is no such member. */
export function actOnMember(
  app: Place,
  actor: Actor,
  { key: place, ...given }: MemberAct & { key: string },
): Promise<StaffOutcome | null> {
  const act = `${given.act}-member`;
  return forSteward(app, actor, act, async tx => {
    const one = (await tx.staff.all()).find(member => member.key === place);
    if (!one) return missing(tx, act);
    const outcome = await done(app, tx, { one, given });
    const result = outcome === 'done' ? 'ok' : 'denied';
    await tx.audit.add({ act, what: 'person', ids: [one.person], result });
    return outcome;
  });
}

async function done(
  app: Place,
  tx: Tx,
  { one, given }: { one: StaffMember; given: MemberAct },
): Promise<StaffOutcome> {
  if (given.act === 'end') return tx.staff.end(one.key, given.until);
  if (given.act === 'settle-mail') return tx.staff.settleMail(one.key);
  if (given.act === 'come-back') return tx.staff.end(one.key, null);
  if (given.act !== 'invite') return tx.staff.suspend(one.key, given.act === 'suspend');
  if (one.hasPassword || one.ended || one.suspended) return 'missing';
  await invite(app, tx, one);
  return 'done';
}

async function invite(app: Place, tx: Tx, { person, language }: StaffMember): Promise<void> {
  const nonce = key();
  const hash = tokenHash(passwordToken(app.config.secretKey, nonce));
  const hours = passwordLinkHours.invite;
  await tx.people.makeLink({ kind: 'invite', tokenHash: hash, person, language, hours });
  await tx.jobs.add({ kind: 'tell-password', payload: { person, nonce, template: 'password-invite' } });
}

/** The standing permissions that a delegate holds become those that are wanted. */
async function giveTo(
  tx: Tx,
  { staff }: StaffView,
  { delegate, wanted }: { delegate: StaffMember; wanted: readonly string[] },
): Promise<void> {
  if (!delegate.roles.includes('delegate')) return;
  const givers = staff.filter(one => wanted.includes(one.key) && mayGive(one) && one.key !== delegate.key);
  for (const { member } of givers)
    if (!delegate.actsFor.includes(member)) await tx.people.delegate(member, delegate.member);
  for (const giver of delegate.actsFor)
    if (!givers.some(one => one.member === giver)) await tx.staff.revoke(giver, delegate.member);
}

/** Somebody whom a delegate may act for. */
export function mayGive({ roles: has, ended }: Pick<StaffMember, 'roles' | 'ended'>): boolean {
  return !ended && has.some(role => role === 'clinician' || role === 'resident' || role === 'nurse');
}

function checkPerson(typed: TypedMember) {
  const problems: MemberProblem[] = [];
  const read = (field: 'given' | 'family' | 'title', required: boolean) => {
    const found = oneLine(typed[field], 100, required);
    if ('value' in found) return found.value;
    problems.push({ field, problem: found.problem === 'missing' ? 'missing' : 'unreadable' });
    return '';
  };
  const [given, family, title] = [read('given', true), read('family', true), read('title', false)];
  const email = normalEmail(typed.email);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    problems.push({ field: 'email', problem: email === '' ? 'missing' : 'email' });
  const language: Language = typed.language === 'fr' ? 'fr' : 'en';
  const name = [title, given, family].filter(Boolean).join(' ');
  return { given, family, title: title || undefined, name, email, language, problems };
}

function checkPlace(typed: TypedMember, { staff, units }: StaffView) {
  const problems: MemberProblem[] = [];
  const read = (field: 'licence' | 'jobTitleEn' | 'jobTitleFr') => {
    const found = oneLine(typed[field], 100);
    if ('value' in found) return found.value || null;
    problems.push({ field, problem: 'unreadable' });
    return null;
  };
  const chosen: Role[] = roles.filter(role => typed.roles.includes(role));
  if (chosen.length === 0) problems.push({ field: 'roles', problem: 'roles' });
  const responsible = staff.find(one => one.key === typed.responsible && !one.ended)?.member ?? null;
  if (chosen.includes('resident') && responsible === null)
    problems.push({ field: 'responsible', problem: 'responsible' });
  const change: StaffChange = {
    roles: chosen,
    unit: units.find(unit => unit.key === typed.unit)?.id ?? null,
    licence: read('licence'),
    jobTitleEn: read('jobTitleEn'),
    jobTitleFr: read('jobTitleFr'),
    responsible: chosen.includes('resident') ? responsible : null,
  };
  return { change, problems };
}

function definedOf(change: StaffChange) {
  const { unit, licence, jobTitleEn, jobTitleFr, responsible } = change;
  return {
    unit: unit ?? undefined,
    licence: licence ?? undefined,
    jobTitleEn: jobTitleEn ?? undefined,
    jobTitleFr: jobTitleFr ?? undefined,
    responsible: responsible ?? undefined,
  };
}

/** Does `work` for a steward; for anybody else null, and the try is written down as `act`. */
async function forSteward<T>(
  app: Place,
  actor: Actor,
  act: string,
  work: (tx: Tx, me: PersonActor) => Promise<T | null>,
): Promise<T | null> {
  if (actor.kind !== 'person') return null;
  return app.db.as(actor, async tx => {
    if (actor.roles.includes('steward')) return work(tx, actor);
    await tx.audit.add({ act, what: 'site', ids: [], result: 'denied' });
    return null;
  });
}

async function missing(tx: Tx, act: string): Promise<null> {
  await tx.audit.add({ act, what: 'person', ids: [], result: 'missing' });
  return null;
}
