import type { PersonActor } from '../src/app/actor.ts';
import { indexDirectory } from '../src/app/directory/import-directory.ts';
import { key } from '../src/app/ports/ids.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../test/support/cases.ts';
import type { TestDatabase } from '../test/support/database.ts';
import { addMember, addSite } from '../test/support/world.ts';
import type { BenchPlace } from './place.ts';

/** Who sends what to whom while we measure. */
export interface BenchWorld {
  app: ReturnType<typeof appOn>;
  physician: PersonActor;
  clerk: PersonActor;
  service: TestService;
  patients: { id: number; key: string }[];
}

/** A practice, a clinic with one service, fifty patients. */
export async function makeWorld(place: BenchPlace): Promise<BenchWorld> {
  const database = place as unknown as TestDatabase;
  const practice = await addSite(database, 'Rideau Family Practice', { kind: 'practice' });
  const clinic = await addSite(database, 'Somerset Clinic');
  const roles = ['clinician'] as const;
  const physician = await addMember(database, practice.id, { name: 'Amina Okafor', roles, licence: '12345' });
  const clerk = await addMember(database, clinic.id, { name: 'Maya Singh', roles: ['clerk'] });
  const service = await addService(database, clinic.id);
  const patients: { id: number; key: string }[] = [];
  for (let n = 0; n < 50; n++)
    patients.push(await addPatient(database, physician.actor, { given: `Given${n}`, family: `Family${n}` }));
  return { app: appOn(database), physician: physician.actor, clerk: clerk.actor, service, patients };
}

/** Sends one referral, as a page would. */
export function send({ app, physician, service, patients }: BenchWorld, n: number) {
  const patientKey = patients[n % patients.length]!.key;
  return ask(app, physician, { service, patientKey, receipt: key() });
}

const places =
  'Hamilton London Kingston Sudbury Windsor Barrie Guelph Ottawa Toronto Thunder Timmins Cornwall'.split(' ');
const kinds = 'Manor Lodge Villa Clinic Centre Hospital Residence Pharmacy Hospice Team Institute Home'.split(
  ' ',
);
const nouns =
  'Maple Cedar Birch River Lake Hill Stone Meadow Garden Spring Harbour Bridge Willow Aspen Granite'.split(
    ' ',
  );

/** Fills the directory to `entries` invented facilities, with words spread as names are. */
export async function fillDirectory(place: BenchPlace, entries: number): Promise<void> {
  const of = (list: readonly string[], n: number) => list[n % list.length]!;
  const facilities = Array.from({ length: entries }, (_, n) => ({
    ref: `bench-${n}`,
    name: `${of(nouns, n * 7)} ${of(nouns, n * 13 + 5)} ${of(kinds, n * 3)} ${n % 400}`,
    sourceType: of(['retirement home', 'hospital', 'mental health organization', 'family health team'], n),
    type: '',
    address: `${n} Main St`,
    city: of(places, n * 5),
    postalCode: 'K1A 0B1',
    point: { latitude: 42 + (n % 1000) / 100, longitude: -83 + (n % 800) / 100 },
    approximate: false,
  }));
  await place.operator.as({ kind: 'operator', command: 'bench' }, async tx => {
    await tx.imports.saveFacilities('bench', facilities);
    await indexDirectory(tx);
  });
}
