import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkListings } from '../domain/directory/exchange/check.ts';
import { someListings } from '../domain/directory/exchange/test-listings.ts';
import { readBundle, writeBundle } from './directory-bundle.ts';

const base = 'https://directory.example';
interface Written {
  entry: { fullUrl: string; resource: { resourceType: string; id: string } & Record<string, unknown> }[];
}

describe('a Bundle carries listings there and back', () => {
  it('all of a site and a service, in both languages', () => {
    fc.assert(
      fc.property(someListings, listings => {
        const read = checkListings(readBundle(JSON.parse(JSON.stringify(writeBundle(listings, base)))));
        expect(read.refused).toEqual([]);
        expect(read.sites.map(one => one.value)).toEqual(listings.sites);
        expect(read.services.map(one => one.value)).toEqual(listings.services);
        expect([...read.sites, ...read.services].flatMap(one => one.notes)).toEqual([]);
      }),
    );
  });

  it('with ids that FHIR allows, each once, and references that lead somewhere', () => {
    fc.assert(
      fc.property(someListings, listings => {
        const { entry } = writeBundle(listings, base) as unknown as Written;
        const names = entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`);
        expect(new Set(names).size).toBe(names.length);
        for (const { resource } of entry) expect(resource.id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
        const references = [...JSON.stringify(entry).matchAll(/"reference":"([^"]+)"/g)].map(one => one[1]!);
        expect(references.filter(one => !names.includes(one))).toEqual([]);
        expect(JSON.stringify(entry)).not.toMatch(/:(null|\[\]|\{\}|"")/);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a Bundle of another directory', () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:11111111-1111-4111-8111-111111111111',
        resource: {
          ...{ resourceType: 'Organization', name: 'Clinique Riverside', language: 'fr-CA' },
          identifier: [{ system: 'https://example.org/sites', value: 'S-1' }],
        },
      },
      {
        fullUrl: 'https://other.example/fhir/Location/L1',
        resource: {
          ...{ resourceType: 'Location', id: 'L1', position: { latitude: 45.42, longitude: -75.69 } },
          managingOrganization: { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' },
        },
      },
      {
        resource: {
          ...{
            resourceType: 'HealthcareService',
            id: 'H1',
            language: 'fr-CA',
            name: 'Pédiatrie',
            comment: 'Enfants',
          },
          providedBy: { identifier: { system: 'https://example.org/sites', value: 'S-1' } },
          location: [{ reference: 'https://other.example/fhir/Location/L1/_history/3' }],
          referralMethod: [{ coding: [{ code: 'fax' }] }],
          specialty: [
            { coding: [{ system: 'http://snomed.info/sct', code: '394537008', display: 'Paediatrics' }] },
          ],
          availableTime: [
            { daysOfWeek: ['mon', 'wed'], availableStartTime: '09:00:00', availableEndTime: '12:30:00' },
            { daysOfWeek: ['fri'], allDay: true },
          ],
        },
      },
      {
        resource: { resourceType: 'Practitioner', id: 'P1', name: [{ given: ['Zoé'], family: 'Tremblay' }] },
      },
      {
        resource: {
          ...{ resourceType: 'PractitionerRole', id: 'R1', practitioner: { reference: 'Practitioner/P1' } },
          healthcareService: [{ reference: 'HealthcareService/H1' }],
          code: [{ coding: [{ display: 'Pediatrician' }] }],
        },
      },
      { resource: { resourceType: 'HealthcareService', id: 'H2', name: 'Closed', active: false } },
      {
        resource: {
          resourceType: 'HealthcareService',
          id: 'H3',
          name: 'Lost',
          providedBy: { reference: 'Organization/none' },
        },
      },
      { resource: { resourceType: 'Patient', id: 'X' } },
      { resource: 'no resource' },
      'no entry',
    ],
  };

  it('is read by its references, of whichever sort', () => {
    const { sites, services, refused } = checkListings(readBundle(bundle));
    expect(sites.map(one => one.value)).toEqual([
      {
        ...{
          ref: 'S-1',
          name: { en: 'Clinique Riverside', fr: 'Clinique Riverside' },
          latitude: null,
          longitude: null,
        },
        ...{ address: null, city: null, postalCode: null, phone: null, fax: null },
      },
    ]);
    expect(services).toHaveLength(1);
    expect(services[0]!.value).toMatchObject({
      ...{ ref: 'H1', site: 'S-1', kind: 'referral', ways: ['referral'], category: '394537008' },
      ...{ name: { en: 'Pédiatrie', fr: 'Pédiatrie' }, description: { en: '', fr: 'Enfants' } },
      clinicians: [{ name: 'Zoé Tremblay', profession: { en: 'Pediatrician', fr: '' } }],
      places: [
        {
          ...{ latitude: 45.42, longitude: -75.69 },
          hours: [
            { weekday: 1, opens: 540, closes: 750 },
            { weekday: 3, opens: 540, closes: 750 },
            { weekday: 5, opens: 0, closes: 1440 },
          ],
        },
      ],
    });
    expect(refused.map(one => [one.at, one.notes[0]!.code])).toEqual([
      ['HealthcareService/H2', 'not-active'],
      ['HealthcareService/H3', 'unknown-reference'],
    ]);
  });

  it.each([[null], ['x'], [{}], [{ resourceType: 'Bundle', entry: 7 }]])('is empty when it is %j', json => {
    expect(readBundle(json)).toEqual({ sites: [], services: [], categories: [], refused: [] });
  });
});
