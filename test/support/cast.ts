import { createHash } from 'node:crypto';
import { type Actor, type PersonActor, type Role, roles } from '../../src/app/actor.ts';
import { secret } from '../../src/app/ports/ids.ts';
import type { TestDatabase } from './database.ts';
import { addMember, addSite, type TestMember, type TestSite } from './world.ts';

/** Every kind of actor that the two walls are held against. */
export const kinds = [
  'visitor',
  'requester clinician',
  'requester delegate',
  'requester clerk',
  'requester steward',
  'requester privacy officer',
  'receiver clerk',
  'receiver clinician',
  'intake clerk',
  'copy clinician',
  'declined clerk',
  ...roles.map(role => `stranger ${role}` as const),
  'suspended person',
  'suspended site',
  'patient',
  'other patient',
  'guest',
  'programme steward',
  'programme privacy officer',
] as const;

export type Kind = (typeof kinds)[number];

/** Somebody of the cast; `token` opens their session. */
export interface Player {
  kind: Kind;
  actor: Actor;
  token: string | null;
}

const operator = { kind: 'operator', command: 'test' } as const;

/** The sites and people of the walls' tests, before anything has happened. */
export async function people(database: TestDatabase) {
  const at = (name: string, kind?: string) => addSite(database, name, { kind });
  const sites = {
    practice: await at('Rideau Family Practice', 'practice'),
    clinic: await at('Declining Clinic'),
    intake: await at('Central Intake', 'central-intake'),
    hospital: await at('General Hospital', 'hospital'),
    copy: await at('Copied Clinic'),
    closed: await at('Suspended Clinic'),
    group: await at('Advice Group', 'group'),
    stranger: await at('Elsewhere Clinic'),
    third: await at('Third Clinic'),
    programme: await at('The Programme', 'programme'),
  };
  const member = (site: TestSite, name: string, ...roles: Role[]) =>
    addMember(database, site.id, { name, roles, licence: '12345' });
  const members = {
    physician: await member(sites.practice, 'Amina Okafor', 'clinician'),
    delegate: await member(sites.practice, 'Luc Roy', 'delegate'),
    clerk: await member(sites.practice, 'Petra Klein', 'clerk'),
    steward: await member(sites.practice, 'Sam Steward', 'steward'),
    privacy: await member(sites.practice, 'Pia Private', 'privacy-officer'),
    hospitalClerk: await member(sites.hospital, 'Maya Singh', 'clerk'),
    specialist: await member(sites.hospital, 'Jean Tremblay', 'clinician'),
    intakeClerk: await member(sites.intake, 'Ines Intake', 'clerk'),
    copied: await member(sites.copy, 'Carl Copy', 'clinician'),
    decliner: await member(sites.clinic, 'Dee Clerk', 'clerk'),
    suspended: await member(sites.practice, 'Sue Spended', 'clinician'),
    ofClosed: await member(sites.closed, 'Claude Closed', 'clinician'),
    programmeSteward: await member(sites.programme, 'Prue Gramme', 'steward'),
    programmePrivacy: await member(sites.programme, 'Paul Gramme', 'privacy-officer'),
  };
  const strangers: Partial<Record<Role, TestMember>> = {};
  for (const role of roles) strangers[role] = await member(sites.stranger, `Olive ${role}`, role);
  await database.operator.as(operator, async tx => {
    await tx.people.delegate(members.physician.member, members.delegate.member);
    await tx.people.delegate(strangers.clinician!.member, strangers.delegate!.member);
  });
  return { sites, members, strangers: strangers as Record<Role, TestMember> };
}

export type People = Awaited<ReturnType<typeof people>>;

/** Who acts for whom, and as what. */
export function actorsOf({ members, strangers }: People) {
  const acting = (delegate: TestMember, giver: TestMember): PersonActor => ({
    ...delegate.actor,
    actingFor: giver.member,
  });
  const strange = Object.fromEntries(
    roles.map(role => [`stranger ${role}`, strangers[role].actor]),
  ) as Record<`stranger ${Role}`, PersonActor>;
  return {
    'requester clinician': members.physician.actor,
    'requester delegate': acting(members.delegate, members.physician),
    'requester clerk': members.clerk.actor,
    'requester steward': members.steward.actor,
    'requester privacy officer': members.privacy.actor,
    'receiver clerk': members.hospitalClerk.actor,
    'receiver clinician': members.specialist.actor,
    'intake clerk': members.intakeClerk.actor,
    'copy clinician': members.copied.actor,
    'declined clerk': members.decliner.actor,
    ...strange,
    'stranger delegate': acting(strangers.delegate, strangers.clinician),
    'suspended person': members.suspended.actor,
    'suspended site': members.ofClosed.actor,
    'programme steward': members.programmeSteward.actor,
    'programme privacy officer': members.programmePrivacy.actor,
  } satisfies Partial<Record<Kind, PersonActor>>;
}

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

/** A link of a patient (a request) or of a guest (a case): its id. */
export function makeLink(
  database: TestDatabase,
  of: { kind: 'patient'; request: number } | { kind: 'guest'; case: number },
): Promise<number> {
  const link = { ...of, tokenHash: tokenHash(secret()), language: 'en', hours: 48 } as const;
  return database.operator.as(operator, tx => tx.people.makeLink(link));
}

/** Opens a session for each of the cast, then suspends those who are to be: a suspension holds from the next click. */
export async function signInAll(
  database: TestDatabase,
  actors: Record<Exclude<Kind, 'visitor'>, Actor>,
): Promise<Player[]> {
  const players: Player[] = [];
  for (const kind of kinds) {
    if (kind === 'visitor') players.push({ kind, actor: { kind }, token: null });
    else players.push({ kind, actor: actors[kind], token: await openSession(database, actors[kind]) });
  }
  const { person } = actors['suspended person'] as PersonActor;
  const { site } = actors['suspended site'] as PersonActor;
  await database.owner.query('update people set suspended_at = now() where id = $1', [person]);
  await database.owner.query('update sites set suspended_at = now() where id = $1', [site]);
  return players;
}

/** A session as signing in would leave it: its token. */
export async function openSession(database: TestDatabase, actor: Actor): Promise<string> {
  const token = secret();
  await database.operator.as(operator, async tx => {
    if (actor.kind === 'person') {
      const { person, member, actingFor } = actor;
      const id = await tx.people.openSession(tokenHash(token), { person });
      if (id === null || !(await tx.people.switchSession(id, member, actingFor)))
        throw new Error('not theirs to act as');
    } else if (actor.kind === 'patient' || actor.kind === 'guest') {
      await tx.people.openSession(tokenHash(token), { link: actor.link });
    }
  });
  return token;
}
