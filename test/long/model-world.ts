import type { Actor, PersonActor } from '../../src/app/actor.ts';
import type { Acts } from '../../src/app/run-verb.ts';
import type { CaseType } from '../../src/domain/case/state.ts';
import { addPatient, addService, ask, type TestService } from '../support/cases.ts';
import { actorsOf, makeLink, people } from '../support/cast.ts';
import type { TestDatabase } from '../support/database.ts';
import { addMember } from '../support/world.ts';
import type { chance } from './chance.ts';

/** Somebody who may take part, and from which side they usually speak. */
export interface Party {
  name: string;
  actor: Actor;
}

/** A case as the game remembers it. */
export interface GameCase {
  id: number;
  key: string;
  requestKey: string;
  request: number;
  type: CaseType;
  /** When it was last looked at. */
  status: string;
}

export type Chance = ReturnType<typeof chance>;

/** Sites, people and services of the game, and what it has opened. */
export interface ModelWorld {
  parties: readonly Party[];
  services: Record<CaseType, TestService[]>;
  /** Keys of members, to be assigned and handed to. */
  members: string[];
  /** Opens a request of somebody for a random patient. */
  open(by: Chance): Promise<string>;
  /** The cases of the last requests that were opened. */
  cases(): Promise<GameCase[]>;
  /** The patient of a request, by a link of their own. */
  patient(request: number): Promise<Actor>;
}

/** How many requests are played on at once: older ones rest where they are, and only the clock comes by. */
const table = 40;

/** Two practices, three clinics, a central intake and an advice group, each with people of several kinds. */
export async function modelWorld(t: TestDatabase, app: Acts): Promise<ModelWorld> {
  const cast = await people(t);
  const { sites, members } = cast;
  const actors = actorsOf(cast);
  const more = {
    assigner: await addMember(t, sites.group.id, { name: 'Anna Assigner', roles: ['assigner', 'lead'] }),
    adviser: await addMember(t, sites.group.id, { name: 'Adam Adviser', roles: ['clinician'], licence: '2' }),
    second: await addMember(t, sites.group.id, { name: 'Bea Adviser', roles: ['clinician'], licence: '3' }),
    lead: await addMember(t, sites.hospital.id, { name: 'Leo Lead', roles: ['lead', 'clinician'] }),
    thirdAdviser: await addMember(t, sites.third.id, {
      name: 'Cleo Adviser',
      roles: ['clinician'],
      licence: '4',
    }),
    thirdClerk: await addMember(t, sites.third.id, { name: 'Tess Clerk', roles: ['clerk', 'lead'] }),
  };
  const services: ModelWorld['services'] = {
    referral: [
      await addService(t, sites.clinic.id),
      await addService(t, sites.hospital.id),
      await addService(t, sites.intake.id),
      await addService(t, sites.third.id),
      await addService(t, sites.hospital.id, { accepting: false }),
    ],
    econsult: [
      await addService(t, sites.group.id, { type: 'econsult' }),
      await addService(t, sites.third.id, { type: 'econsult' }),
    ],
  };
  const doctors: PersonActor[] = [actors['requester clinician'], actors['stranger clinician']];
  const patients = await Promise.all(doctors.map(doctor => patientsOf(t, doctor)));
  const links = new Map<number, Actor>();
  const known = ['hospitalClerk', 'specialist', 'decliner', 'physician'] as const;
  const keyOf = async (member: number) =>
    (await t.superuser.query('select key from members where id = $1', [member])).rows[0].key;
  const everybody = [...known.map(name => members[name]), ...Object.values(more)];
  return {
    services,
    parties: [
      ...Object.entries(actors).map(([name, actor]) => ({ name, actor })),
      ...Object.values(more).map(({ name, actor }) => ({ name, actor })),
    ].filter(({ name }) => !name.startsWith('suspended')),
    members: await Promise.all(everybody.map(({ member }) => keyOf(member))),
    open: async ({ whole, pick, next }) => {
      const who = whole(doctors.length);
      const type = next() < 0.3 ? 'econsult' : 'referral';
      const service = pick(services[type].slice(0, 4));
      const urgency = { urgency: pick(['routine', 'urgent']), reason: 'It grows.' };
      const input = type === 'referral' ? urgency : {};
      const asked = await ask(app, doctors[who]!, { service, patientKey: pick(patients[who]!), input });
      return asked.requestKey;
    },
    cases: async () => {
      const { rows } = await t.superuser.query<GameCase>(
        `select c.id, c.key, c.type, c.state->>'status' as status, r.id as request, r.key as "requestKey" from cases c
         join requests r on r.id = c.request_id where r.id > (select max(id) from requests) - $1`,
        [table],
      );
      return rows;
    },
    patient: async request => {
      const made = links.get(request);
      if (made) return made;
      const link = await makeLink(t, { kind: 'patient', request });
      const actor: Actor = { kind: 'patient', link, request };
      links.set(request, actor);
      return actor;
    },
  };
}

/** One who can be written to, one who can be called, one who cannot be reached. */
async function patientsOf(t: TestDatabase, doctor: Actor): Promise<string[]> {
  const contact = { relation: 'patient', authority: 'self', name: '', language: 'fr' } as const;
  const phone = { ...contact, phone: '519-555-0143', email: '', emailConsent: 'no' } as const;
  const made = [
    await addPatient(t, doctor),
    await addPatient(t, doctor, {
      given: 'Phona',
      contacts: [phone],
      card: { kind: 'none', reason: 'unknown' },
    }),
    await addPatient(t, doctor, { given: 'Nobody', contacts: [], card: { kind: 'none', reason: 'unknown' } }),
  ];
  return made.map(({ key }) => key);
}
