import type { Actor } from '../../src/app/actor.ts';
import { type Acts, runVerb } from '../../src/app/run-verb.ts';
import { addPatient, addService, appOn, ask } from './cases.ts';
import type { TestDatabase } from './database.ts';
import { addMember, addSite, smallWorld } from './world.ts';

const people = [
  ['Arden', 'Whitcombe', 'Perinatal low mood, stopped sertraline'],
  ['Terrence', 'Okwuosa', 'Second episode, partial response to venlafaxine'],
  ['Colette', 'Laframboise', 'Memory change with low mood, lives alone'],
  ['Dov', 'Nakashima-Roy', 'Six weeks of withdrawal, hears name called'],
  ['Pilar', 'Castellanos', 'Panic at work, off since September'],
  ['Ines', 'Ferreira-Quinn', 'Nightmares after a collision, avoids driving'],
  ['Marguerite', 'Boateng', 'Low mood after hip surgery'],
  ['Remy', 'Sandoval', 'Childhood reports attached, asks virtual'],
  ['Danica', 'Vukovic', 'BMI 17.9, stable bloods, seen by dietitian'],
  ['Nandita', 'Iyer-Campbell', 'Postpartum 9 months, third antidepressant'],
] as const;

/** A clinic in the middle of its week, in a demo database: cases of both types in several statuses, sent on several days. */
export async function busyClinic(database: TestDatabase) {
  const app = appOn(database);
  const world = await smallWorld(database);
  const programme = await addSite(database, 'The programme', { kind: 'programme' });
  const steward = await addMember(database, programme.id, {
    name: 'Oriane Desrosiers',
    roles: ['steward', 'lead'],
  });
  const visits = await addService(database, world.clinic.id, { name: 'Depression assessment' });
  const advice = await addService(database, world.clinic.id, { name: 'Psychiatry', type: 'econsult' });
  const { physician, clerk } = world;
  const cases: Awaited<ReturnType<typeof ask>>[] = [];
  for (const [i, [given, family, title]] of people.entries()) {
    const card = {
      kind: 'ON',
      number: String(1111111111 * (i % 9)).padStart(10, '0'),
      version: 'AB',
      unverified: true,
    } as const;
    const patientKey = (await addPatient(database, physician.actor, { given, family, card })).key;
    const urgent = i % 5 === 0 ? { urgency: 'urgent', reason: 'getting worse' } : {};
    const service = i % 4 === 3 ? advice : visits;
    cases.push(await ask(app, physician.actor, { service, patientKey, input: { title, ...urgent } }));
    if (i % 3 === 1 && service === visits) await does(app, clerk.actor, cases[i]!.caseKey, 'accept');
    if (i % 2 === 1) await passes(database, 26);
  }
  return { ...world, app, programme, steward, visits, advice, cases };
}

/** Moves the clock of cases. */
export function passes({ db }: TestDatabase, hours: number) {
  return db.as({ kind: 'job', case: null }, tx => tx.demo.moveClock(hours));
}

/** Uses a verb and insists that it went through. */
export async function does(app: Acts, actor: Actor, caseKey: string, verb: string, input: object = {}) {
  const outcome = await runVerb(app, actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}
