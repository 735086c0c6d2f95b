import type { Day } from '../domain/case/time.ts';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import { type PatientPage, readPatientPage } from './portal.ts';
import type { Tx } from './ports/database.ts';
import type { CaseStory } from './read-request.ts';
import { type FreeSlot, freeSlots } from './slots.ts';

/** What the schedules of the service let its patients do. */
export interface PatientTimes {
  /** Choose a time themselves. */
  choose: boolean;
  /** Be asked when a time comes free. */
  soon: boolean;
}

/** Of the case that goes on; neither while no visit is to be had. */
export async function patientTimes(tx: Tx, { type, state }: CaseStory): Promise<PatientTimes> {
  const waits = type === 'referral' && ['accepted', 'booked', 'confirmed'].includes(state.status);
  const all = waits ? await tx.schedules.serving(state.receiver.site, state.receiver.service) : [];
  return {
    choose: all.some(one => one.patientsChoose),
    soon: all.some(one => one.offerMinutes !== null),
  };
}

/** The patient's page with free times to choose from, soonest first; no times when there is nothing to choose. */
export async function readTimes(
  app: Pick<App, 'db'>,
  actor: Actor,
  wanted: { from?: Day; limit: number },
): Promise<{ page: PatientPage; free: FreeSlot[] } | null> {
  const page = await readPatientPage(app, actor);
  if (!page) return null;
  const { current, times } = page;
  const seeks = { state: current.state, caseId: current.id };
  const free = times.choose
    ? await app.db.as(actor, tx => freeSlots(tx, seeks, { ...wanted, patients: true }))
    : [];
  return { page, free };
}
