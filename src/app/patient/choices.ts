import { distanceKm } from '../../domain/directory/place.ts';
import type { Service } from '../../domain/directory/service.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { locate } from '../directory/directory.ts';
import type { Tx } from '../ports/database.ts';
import type { CaseStory } from '../read-request.ts';

/** A service on offer to the patient. */
export interface Choice {
  service: Service;
  /** Kilometres from home in a straight line; null when either place is unknown. */
  km: number | null;
}

/** The services among which the patient may choose, in the order of the requester; none when nothing is on offer. */
export async function choicesOf(tx: Tx, one: CaseStory): Promise<Choice[]> {
  const ids = one.type === 'referral' ? ((one.state as Referral).shortlist ?? []) : [];
  if (ids.length === 0) return [];
  const services = await tx.directory.servicesByIds(ids);
  const { postalCode } = one.patient.address;
  const home = postalCode ? await locate(tx.directory, postalCode) : null;
  return ids
    .map(id => services.find(service => service.id === id))
    .filter(service => service !== undefined)
    .map(service => ({ service, km: home && kmFrom(home, service) }));
}

function kmFrom(home: Parameters<typeof distanceKm>[0], { latitude, longitude }: Service): number | null {
  return latitude === null || longitude === null ? null : distanceKm(home, { latitude, longitude });
}
