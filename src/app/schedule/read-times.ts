import type { Day } from '../../domain/case/time.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type PatientPage, readPatientPage } from '../patient/portal.ts';
import { type FreeSlot, freeSlots } from './slots.ts';

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
    ? await app.db.as(actor, tx =>
        freeSlots(tx, seeks, { ...wanted, limit: wanted.limit * 4, patients: true }),
      )
    : [];
  // A visit is changed for one of its kind, and not for itself.
  const { appointment } = current.state;
  const fits = ({ kind, start }: FreeSlot) =>
    !appointment || (kind.label === appointment.label && start !== appointment.start);
  return { page, free: free.filter(fits).slice(0, wanted.limit) };
}
