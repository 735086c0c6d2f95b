import type { PatientDetails } from '../../../domain/patient/patient.ts';
import type { PersonActor } from '../../actor.ts';
import type { App } from '../../app.ts';
import { openIn } from '../../open-request.ts';
import type { Tx } from '../../ports/database.ts';
import type { NewJob } from '../../ports/jobs.ts';
import { type Outcome, runVerbIn } from '../../run-verb.ts';
import { type IntakeCase, intakeCases, type Week } from './cases.ts';
import type { Doer, Step } from './courses.ts';
import { intakePeople } from './places.ts';
import { type IntakeSlot, intakeSlots, planIntake } from './schedule.ts';
import { visitSteps } from './visit-steps.ts';
import { workTime } from './work-time.ts';

/** Somebody of the demo, with the key of their place at work. */
export interface Seeded {
  person: number;
  member: number;
  key: string;
}

interface Cast {
  app: Pick<App, 'config'>;
  /** The operator's own transaction. */
  tx: Tx;
  doers: Readonly<Record<Doer, PersonActor>>;
  member(email: string): string;
  service(name: string): string;
  weeks: Record<Week, IntakeSlot[]>;
}

const emails: Record<Doer, string> = {
  clerk: 'beatriz.falconer@demo.example',
  assessor: 'ngozi.adeyemi-clark@demo.example',
  requester: 'fergus.whitelaw@demo.example',
  clinic: 'loretta.vasquez@demo.example',
};

// Nothing is sent and no link is given, so neither is ever used.
const app = { config: { baseUrl: 'https://demo.example', secretKey: '' } };

/**
 * Puts the central intake of the demo in the middle of its week: referrals in every folder, visits in the calendar, a time
 * that came free. Every one is made by the verbs that people use, at a time before, in the operator's transaction.
 */
export async function seedIntake(
  tx: Tx,
  sites: ReadonlyMap<string, number>,
  people: ReadonlyMap<string, Seeded>,
): Promise<void> {
  const intake = sites.get('conestoga-intake')!;
  const services = await tx.schedules.servicesHere(sites.get('hespeler-clinic')!);
  await tx.imports.takeThrough(
    services.map(one => one.id),
    intake,
  );
  const schedule = await planIntake(tx, intake, people.get(emails.assessor)!.member);
  const cast: Cast = {
    ...{ app, tx, doers: doersOf(people, sites) },
    member: email => people.get(email)!.key,
    service: name => services.find(one => one.nameEn === name)!.key,
    weeks: await intakeSlots(tx, schedule),
  };
  for (const [nth, one] of intakeCases.entries()) await play(cast, one, nth);
  await tx.demo.pretend(tx.actor, tx.now);
}

function doersOf(people: ReadonlyMap<string, Seeded>, sites: ReadonlyMap<string, number>): Cast['doers'] {
  const doer = (who: Doer): PersonActor => {
    const { at, roles } = intakePeople.find(one => one.email === emails[who])!;
    const { person, member } = people.get(emails[who])!;
    const rest = { site: sites.get(at)!, roles, unit: null, actingFor: null, session: null };
    return { kind: 'person', person, member, ...rest };
  };
  return {
    requester: doer('requester'),
    clerk: doer('clerk'),
    assessor: doer('assessor'),
    clinic: doer('clinic'),
  };
}

/** Somebody, so many days and minutes ago. Nobody is told of what is made up; but a time that came free is offered. */
async function before({ tx, doers }: Cast, who: Doer, ago: readonly [number, number]): Promise<Tx> {
  const past = await tx.demo.pretend(doers[who], workTime(tx.now, ago));
  return Object.create(past, {
    notices: { value: { ...past.notices, add: async () => [] } },
    jobs: { value: { ...past.jobs, add: async (...jobs: NewJob[]) => offersOnly(past, jobs) } },
    overlaps: { value: { ...past.overlaps, keep: async () => {} } },
  });
}

async function offersOnly(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  await tx.jobs.add(...jobs.filter(({ kind }) => kind === 'fill-slot'));
}

/** `nth` of the list: it gives the patient a card of their own and every case its minute. */
async function play(cast: Cast, one: IntakeCase, nth: number): Promise<void> {
  let caseKey = await send(cast, one, nth);
  const slots = one.visit ? cast.weeks[one.visit.week] : [];
  const visit = one.visit ? visitSteps(one.visit, slots.shift()!, cast.tx.now) : [];
  const steps = [...one.steps, ...visit];
  for (const [i, step] of steps.entries()) caseKey = await take(cast, { step, caseKey, minutes: 90 - i });
}

async function send(cast: Cast, one: IntakeCase, nth: number): Promise<string> {
  const { title, urgent, sent } = one;
  const patient = await cast.tx.patients.add(patientOf(one, nth), cast.doers.requester.site);
  const past = await before(cast, 'requester', [sent, 100 + nth]);
  const asked = await openIn(cast.app, past, {
    ...{ type: 'referral', patientKey: patient.key, service: cast.service(one.service) },
    input: {
      ...{ title, question: `${title}. Please assess and say what would help.`, mayContact: 'on' },
      ...(urgent ? { urgency: 'urgent', reason: urgent } : { urgency: 'routine' }),
    },
  });
  return done(asked, title).caseKey;
}

/** Key of the case that the next step is about: after sending on, the clinic's. */
async function take(
  cast: Cast,
  { step, caseKey, minutes }: { step: Step; caseKey: string; minutes: number },
): Promise<string> {
  const { verb, by, days, input, service, member } = step;
  const past = await before(cast, by, [days, minutes]);
  const whole = {
    ...input,
    ...(service && { service: cast.service(service) }),
    ...(member && { member: cast.member(member) }),
    ...(verb === 'log-contact' && { when: past.now }),
  };
  done(await runVerbIn(cast.app, past, { caseKey, verb, input: whole }), `${verb}`);
  const locked = await past.cases.lock(caseKey);
  if (typeof locked !== 'object') throw new Error(`no case after ${verb}`);
  await past.cases.noteOpened([locked.id]);
  return verb === 'forward' ? lastOf(past, locked.requestKey) : caseKey;
}

async function lastOf(tx: Tx, requestKey: string): Promise<string> {
  const request = await tx.cases.readRequest(requestKey);
  return request!.cases.at(-1)!.key;
}

function done(outcome: Outcome, what: string): Extract<Outcome, { ok: true }> {
  if (!outcome.ok) throw new Error(`the demo cannot ${what}: ${JSON.stringify(outcome)}`);
  return outcome;
}

function patientOf({ who }: IntakeCase, nth: number): PatientDetails {
  const [given, family, birthDate, sexAtBirth, language] = who;
  const number = String(5_000_000_000 + nth * 40_009_001);
  return {
    ...{ given, family, birthDate, sexAtBirth, language, preferredName: '', gender: 'not-said' },
    ...{ pronouns: '', interpreter: '' },
    card: { kind: 'ON', number, version: 'AB', unverified: true },
    address: { street: '', city: 'Cambridge', province: 'ON', postalCode: 'N1R 3A1', country: 'CA' },
    contacts: [
      {
        ...{ relation: 'patient', authority: 'self', name: '', language, emailConsent: 'yes' },
        ...{ phone: `519-555-${String(100 + nth).padStart(4, '0')}` },
        email: `${given}.${family}@example.org`
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z@.-]/g, ''),
      },
    ],
  };
}
