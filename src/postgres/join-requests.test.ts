import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite } from '../../test/support/world.ts';
import { type PersonActor, visitor } from '../app/actor.ts';
import type { JoinRequest } from '../app/ports/join-requests.ts';

const request: JoinRequest = {
  ...{ siteName: 'Centre de santé Les Érables', kind: 'clinic', address: '12, rue Main', city: 'Hearst' },
  ...{ postalCode: 'P0L 1N0', phone: '705-555-0110', uses: ['ask', 'refer'], leadName: 'Zoé Tremblay' },
  ...{ leadTitle: 'Gestionnaire', email: 'zoe@example.org', language: 'fr', remarks: '' },
};

let t: TestDatabase;
let steward: PersonActor;
let elsewhere: PersonActor;

beforeAll(async () => {
  t = await freshDatabase();
  const programme = await addSite(t, 'Programme', { kind: 'programme' });
  const clinic = await addSite(t, 'Clinic');
  steward = (await addMember(t, programme.id, { name: 'Oriane D', roles: ['steward'] })).actor;
  elsewhere = (await addMember(t, clinic.id, { name: 'Lea D', roles: ['lead'] })).actor;
});
afterAll(() => t.drop());

const waiting = (actor: PersonActor | typeof visitor) => t.db.as(actor, tx => tx.joinRequests.all());

describe('a request to join', () => {
  it('reaches the programme once, however often the form is sent', async () => {
    for (let press = 0; press < 2; press++) {
      await t.db.as(visitor, tx => tx.joinRequests.add(request, 'receipt-0000001'));
    }
    const [first, ...others] = await waiting(steward);
    expect(first).toMatchObject(request);
    expect(first?.key).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(others).toEqual([]);
  });

  it('is read by nobody but the programme', async () => {
    expect(await waiting(elsewhere)).toEqual([]);
    expect(await waiting(visitor)).toEqual([]);
  });

  it('cannot be added from a patient’s link', async () => {
    const patient = { kind: 'patient', link: 1, request: 1 } as const;
    await expect(t.db.as(patient, tx => tx.joinRequests.add(request, 'receipt-0000002'))).rejects.toThrow(
      /row-level security/,
    );
  });
});
