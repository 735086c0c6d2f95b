import type { Tx } from '../ports/database.ts';
import type { CaseStory } from '../read-request.ts';

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
