import type { Acts } from '../../src/app/run-verb.ts';
import { addPatient, addService, appOn, type TestService } from './cases.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { smallWorld } from './world.ts';

/** A practice with one patient and a clinic with one service, on a database of its own. */
export interface SmallClinic {
  t: TestDatabase;
  app: Acts;
  world: Awaited<ReturnType<typeof smallWorld>>;
  clinic: TestService;
  patientKey: string;
}

/** Sets it up. */
export async function smallClinic(): Promise<SmallClinic> {
  const t = await freshDatabase();
  const world = await smallWorld(t);
  const clinic = await addService(t, world.clinic.id);
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  return { t, app: appOn(t), world, clinic, patientKey };
}
