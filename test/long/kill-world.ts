import { addPatient, addService } from '../support/cases.ts';
import { makeLink, openSession } from '../support/cast.ts';
import { addMember, addSite, type TestMember } from '../support/world.ts';
import type { Killable } from './killable.ts';

/** Whoever presses a button while everything is killed. */
const roles = {
  physician: ['practice', ['clinician', 'lead']],
  clerk: ['clinic', ['clerk', 'lead']],
  specialist: ['clinic', ['clinician']],
  other: ['second', ['clerk', 'clinician']],
  intake: ['intake', ['clerk']],
  assigner: ['group', ['assigner', 'lead']],
  adviser: ['group', ['clinician']],
  adviser2: ['group', ['clinician']],
} as const;
export type Staff = keyof typeof roles;

export type KillWorld = Awaited<ReturnType<typeof killWorld>>;

/** A practice, two clinics, a central intake, a group that advises, and somebody of each with a session. */
export async function killWorld({ database }: Killable) {
  const sites = {
    practice: await addSite(database, 'Rideau Family Practice', { kind: 'practice' }),
    clinic: await addSite(database, 'Somerset Clinic'),
    second: await addSite(database, 'Second Clinic'),
    intake: await addSite(database, 'Central Intake', { kind: 'central-intake' }),
    group: await addSite(database, 'Advice Group', { kind: 'group' }),
    outside: await addSite(database, 'Clinic with a fax', { onNetwork: false }),
  };
  const members = {} as Record<Staff, TestMember>;
  const tokens = {} as Record<Staff, string>;
  const keys = {} as Record<Staff, string>;
  for (const [who, [site, of]] of Object.entries(roles) as [Staff, (typeof roles)[Staff]][]) {
    members[who] = await addMember(database, sites[site].id, {
      ...{ name: `${who} Known`, roles: of, licence: String(10_000 + Object.keys(members).length) },
    });
    tokens[who] = await openSession(database, members[who].actor);
    const { rows } = await database.superuser.query('select key from members where id = $1', [
      members[who].member,
    ]);
    keys[who] = rows[0].key;
  }
  const service = (site: keyof typeof sites, type: 'referral' | 'econsult' = 'referral', name?: string) =>
    addService(database, sites[site].id, { type, name });
  const services = {
    clinic: await service('clinic'),
    second: await service('second'),
    intake: await service('intake'),
    outside: await service('outside'),
    group: await service('group', 'econsult', 'Advice on mood'),
    group2: await service('group', 'econsult', 'Advice on sleep'),
  };
  const patient = await addPatient(database, members.physician.actor);
  return {
    ...{ members, tokens, keys, services, patientKey: patient.key },
    /** A session of the patient of a request. */
    async patientOf(request: number): Promise<string> {
      const link = await makeLink(database, { kind: 'patient', request });
      return openSession(database, { kind: 'patient', link, request });
    },
  };
}
