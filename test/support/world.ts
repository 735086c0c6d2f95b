import type { PersonActor, Role } from '../../src/app/actor.ts';
import { key } from '../../src/app/ports/ids.ts';
import type { TestDatabase } from './database.ts';

/** A site of a test. */
export interface TestSite {
  id: number;
  key: string;
  name: string;
}

/** A member of a test, ready to act. */
export interface TestMember {
  person: number;
  member: number;
  name: string;
  email: string;
  actor: PersonActor;
}

/** Adds a site that works here. */
export async function addSite(
  { owner }: TestDatabase,
  name: string,
  given: { kind?: string; zone?: string; onNetwork?: boolean } = {},
): Promise<TestSite> {
  const { rows } = await owner.query<TestSite>(
    `insert into sites (key, name_en, name_fr, kind, zone, on_network, city, postal_code)
     values ($1, $2, $2, $3, $4, $5, 'Ottawa', 'K1A 0B1') returning id, key, name_en as name`,
    [key(), name, given.kind ?? 'clinic', given.zone ?? 'America/Toronto', given.onNetwork ?? true],
  );
  return rows[0]!;
}

/** Adds a unit to a site: its id. */
export async function addUnit({ owner }: TestDatabase, site: number, name: string): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    'insert into units (key, site_id, name_en, name_fr) values ($1, $2, $3, $3) returning id',
    [key(), site, name],
  );
  return rows[0]!.id;
}

/** Adds a person with one place, as an operator would. */
export async function addMember(
  { operator }: TestDatabase,
  site: number,
  given: { name: string; roles: readonly Role[]; unit?: number; licence?: string },
): Promise<TestMember> {
  const email = `${given.name.toLowerCase().replace(/[^a-z]+/g, '.')}.${key().slice(0, 6)}@example.test`;
  const { person, member } = await operator.as({ kind: 'operator', command: 'test' }, async tx => {
    const person = await tx.people.createPerson({ key: key(), name: given.name, email, language: 'en' });
    const { roles, unit, licence } = given;
    const member = await tx.people.addMember({ key: key(), person, site, roles, unit, licence });
    return { person, member };
  });
  const actor: PersonActor = {
    ...{ kind: 'person', person, member, site, roles: given.roles, session: null, actingFor: null },
    unit: given.unit ?? null,
  };
  return { person, member, name: given.name, email, actor };
}

/** A family practice, a clinic and a stranger, with somebody of each kind of work. */
export async function smallWorld(database: TestDatabase) {
  const practice = await addSite(database, 'Rideau Family Practice', { kind: 'practice' });
  const clinic = await addSite(database, 'Somerset Clinic');
  const stranger = await addSite(database, 'Elsewhere Clinic');
  const physician = await addMember(database, practice.id, {
    name: 'Amina Okafor',
    roles: ['clinician', 'steward'],
    licence: '12345',
  });
  const delegate = await addMember(database, practice.id, { name: 'Luc Roy', roles: ['delegate'] });
  // A small clinic's desk gives out its questions as well.
  const clerk = await addMember(database, clinic.id, { name: 'Maya Singh', roles: ['clerk', 'assigner'] });
  const specialist = await addMember(database, clinic.id, { name: 'Jean Tremblay', roles: ['clinician'] });
  const outsider = await addMember(database, stranger.id, {
    name: 'Olive Other',
    roles: ['clinician', 'lead'],
  });
  return { practice, clinic, stranger, physician, delegate, clerk, specialist, outsider };
}
