import { describe, expect, it } from 'vitest';
import { facilityChanges, standingAfter } from './facility-details.ts';

const exact = { latitude: 43.5448, longitude: -80.2482 };
const centre = { latitude: 45.42, longitude: -75.7 };
const before = {
  ...{ nameEn: 'Riverbend Hospital', nameFr: 'Hôpital Riverbend', address: '1 Mill St', city: 'Guelph' },
  ...{ postalCode: 'N1H 1A1', phone: null, fax: null, point: exact, approximate: false },
};

describe('who keeps a facility changes its address', () => {
  it('and it stands in the middle of the new postal area, said to be approximate', () => {
    const moved = { ...before, city: 'Ottawa', postalCode: 'K1A 0B1' };
    expect(standingAfter(before, moved, centre)).toEqual({ point: centre, approximate: true });
    expect(standingAfter(before, moved, null)).toEqual({ point: null, approximate: false });
  });

  it('within one postal code, and it stays where it was, no longer exactly', () => {
    const across = { ...before, address: '2 Mill St' };
    expect(standingAfter(before, across, centre)).toEqual({ point: exact, approximate: true });
    expect(standingAfter({ ...before, point: null }, across, centre).point).toEqual(centre);
  });

  it('but a new phone number moves nothing', () => {
    const called = { ...before, phone: '519-555-0100' };
    expect(standingAfter(before, called, centre)).toEqual({ point: exact, approximate: false });
    expect(facilityChanges(before, called)).toEqual({ phone: { before: null, after: '519-555-0100' } });
  });
});
