import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../../app/exchange/name-uuid.ts';
import { checkListings } from './check.ts';
import { fromHsdsJson, hsdsJson } from './hsds-json.ts';
import { readHsds } from './hsds-read.ts';
import { emptyTables } from './hsds-tables.ts';
import { hsdsTables } from './hsds-write.ts';
import type { Listings, ReadListings } from './listing.ts';
import { someListings } from './test-listings.ts';

/** What was read, by ref, without where it was. */
function plain({ sites, services, categories }: ReadListings) {
  const byRef = (a: { ref: string }, b: { ref: string }) => (a.ref < b.ref ? -1 : 1);
  return {
    sites: sites.map(one => one.value).sort(byRef),
    services: services.map(one => one.value).sort(byRef),
    categories: categories.map(one => one.value),
  };
}
const sorted = (one: Listings): Listings => ({
  ...one,
  sites: one.sites.toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  services: one.services.toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
});

const whole = { page: 1, pages: 1, services: 6 };

describe('HSDS carries a listing there and back', () => {
  it('as tables, with nothing refused and nothing noted', () => {
    fc.assert(
      fc.property(someListings, listings => {
        const read = checkListings(readHsds(hsdsTables(listings, nameUuid), () => ''));
        expect(plain(read)).toEqual(sorted(listings));
        expect(read.refused).toEqual([]);
        expect([...read.sites, ...read.services].flatMap(one => one.notes)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('as JSON', () => {
    fc.assert(
      fc.property(someListings, listings => {
        const text = JSON.stringify(hsdsJson(hsdsTables(listings, nameUuid), whole));
        const { tables, where } = fromHsdsJson(JSON.parse(text))!;
        const read = checkListings(readHsds(tables, row => where.get(row) ?? ''));
        expect(plain(read)).toEqual(sorted(listings));
        expect(read.refused).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('HSDS of another directory', () => {
  const foreign = {
    id: 'svc-1',
    name: 'Community Counselling',
    description: 'For all people aged 12 and over',
    status: 'active',
    minimum_age: 12,
    fees_description: '',
    organization: { id: 'org-1', name: 'Example Organization Inc.', description: 'A charity' },
    languages: [{ id: 'l1', name: 'Urdu', code: 'ur' }],
    cost_options: [{ id: 'c', option: 'Adults', amount: 50, currency: 'CAD', amount_description: 'an hour' }],
    required_documents: [{ id: 'd', document: 'Proof of address' }],
    attributes: [
      {
        id: 'a1',
        taxonomy_term: {
          id: 't9',
          code: 'RP-1400',
          name: 'Counselling',
          description: 'Talking',
          taxonomy: 'AIRS',
        },
      },
    ],
    service_at_locations: [
      {
        id: 'sal-1',
        schedules: [
          { id: 's1', freq: 'WEEKLY', byday: 'MO,TU', opens_at: '10:00:00', closes_at: '18:00-05:00' },
          {
            id: 's2',
            freq: 'MONTHLY',
            byday: '2WE',
            opens_at: '10:00',
            closes_at: '11:00',
            description: 'once a month',
          },
        ],
        location: {
          ...{
            id: 'loc-1',
            location_type: 'physical',
            name: 'Civic Center',
            latitude: 43.65,
            longitude: -79.38,
          },
          addresses: [
            {
              id: 'ad',
              address_1: '1 Main Street',
              city: 'Toronto',
              state_province: 'ON',
              postal_code: 'm5v2t6',
              country: 'CA',
              address_type: 'physical',
            },
          ],
          phones: [{ id: 'p', number: '416-555-0100' }],
        },
      },
    ],
  };
  const read = (json: unknown) => {
    const { tables, where } = fromHsdsJson(json)!;
    return checkListings(readHsds(tables, row => where.get(row) ?? ''));
  };

  it.each([
    ['a page of the API', { total_items: 1, contents: [foreign] }],
    ['a list', [foreign]],
    ['a service alone', foreign],
    [
      'organizations with their services',
      [{ ...foreign.organization, services: [{ ...foreign, organization: undefined }] }],
    ],
  ])('is read as %s', (_, json) => {
    const { services, sites, refused } = read(json);
    expect(refused).toEqual([]);
    expect(sites[0]!.value).toMatchObject({
      ref: 'org-1',
      name: { en: 'Example Organization Inc.', fr: 'Example Organization Inc.' },
    });
    expect(services[0]!.value).toMatchObject({
      ...{
        ref: 'svc-1',
        site: 'org-1',
        kind: 'community',
        ways: ['self-referral'],
        category: 'RP-1400',
        minAge: 12,
      },
      ...{
        cost: { en: 'Adults, 50 CAD, an hour', fr: '' },
        needed: { en: 'Proof of address', fr: '' },
        languages: ['ur'],
      },
      places: [
        {
          ...{ address: '1 Main Street', postalCode: 'M5V 2T6', phone: '416-555-0100' },
          hours: [
            { weekday: 1, opens: 600, closes: 1080 },
            { weekday: 2, opens: 600, closes: 1080 },
          ],
        },
      ],
    });
    expect(services[0]!.notes).toEqual([{ code: 'hours-not-taken', text: 'once a month' }]);
  });

  it('says its languages, numbers and hours as it likes', () => {
    const { attributes, languages, service_at_locations, ...rest } = structuredClone(foreign);
    const [{ schedules, ...at }] = service_at_locations as [(typeof service_at_locations)[number]];
    const one = {
      ...{ ...rest, phones: [{ id: 'f', number: '416-555-0199', extension: 21, type: 'voice' }] },
      languages: [
        { id: 'l1', name: 'Urdu' },
        { id: 'l2', name: 'French', code: 'fra' },
        { id: 'l3', name: 'Cree', code: 'cre' },
      ],
      // Its hours everywhere, around the clock.
      schedules: [{ id: 's1', freq: 'WEEKLY', byday: 'SA', opens_at: '00:00', closes_at: '23:59' }],
      service_at_locations: [{ ...at, phones: [{ id: 'q', number: '416-555-0177', type: 'voice' }] }],
    };
    expect(read([one]).services[0]!.value).toMatchObject({
      ...{ phone: '416-555-0199 ext. 21', languages: ['ur', 'fr', 'cr'] },
      places: [{ phone: '416-555-0177', hours: [{ weekday: 6, opens: 0, closes: 1440 }] }],
    });
  });

  it('is not JSON of something else', () => {
    expect([fromHsdsJson({ resourceType: 'Bundle' }), fromHsdsJson('x'), fromHsdsJson(null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('refuses, row by row, what cannot be kept, and flags what is left out', () => {
    const big = 'x'.repeat(10_000_000);
    const services = [
      foreign,
      foreign,
      { ...foreign, id: 's2', organization: undefined, organization_id: 'nowhere' },
      { ...foreign, id: 's3', status: 'defunct' },
      { ...foreign, id: 's4', name: ' ' },
      { ...foreign, id: 's5', description: big },
      { ...foreign, id: 's6', name: 'a\u202eb' },
      { ...foreign, id: 's7', minimum_age: 90, maximum_age: 10, url: 'javascript:alert(1)', email: 'no' },
    ];
    const { services: kept, refused } = read({ services });
    expect(refused.map(one => [one.at, one.notes])).toEqual([
      ['services[3]', [{ code: 'not-active', text: 'defunct' }]],
      ['services[1]', [{ code: 'duplicate-id', text: 'svc-1' }]],
      ['services[2]', [{ code: 'unknown-reference', text: 'nowhere' }]],
      ['services[4]', [{ code: 'name-missing' }]],
      ['services[5]', [{ code: 'too-long', text: 'description' }]],
      ['services[6]', [{ code: 'wrong-value', text: 'name' }]],
    ]);
    expect(kept.map(one => one.value.ref)).toEqual(['svc-1', 's7']);
    expect(kept[1]!.value).toMatchObject({ minAge: null, maxAge: null, link: null, publicEmail: null });
    expect(kept[1]!.notes).toContainEqual({ code: 'wrong-value', text: '90-10' });
  });

  it('leaves out a place outside Ontario and says so', () => {
    const there = structuredClone(foreign);
    there.service_at_locations[0]!.location.latitude = 100;
    const { services } = read([there]);
    expect(services[0]!.value.places[0]).toMatchObject({
      latitude: null,
      longitude: null,
      address: '1 Main Street',
    });
    expect(services[0]!.notes).toContainEqual({ code: 'coordinates-wrong', text: '100,-79.38' });
  });

  it('refuses a taxonomy that goes round, and names the way', () => {
    const given = { ...emptyTables() };
    const term = (id: string, parent_id: string) => ({ id, code: id, name: id, description: id, parent_id });
    given.taxonomy_term = [term('a', 'b'), term('b', 'c'), term('c', 'a'), term('d', 'a')];
    const { categories, refused } = checkListings(readHsds(given, () => ''));
    expect(categories).toEqual([]);
    expect(refused).toEqual([{ at: '', name: 'a', notes: [{ code: 'cycle', text: 'a > b > c > a' }] }]);
  });

  it('refuses a taxonomy of twenty thousand levels at once, and keeps the services', () => {
    const taxonomy_terms = Array.from({ length: 20_000 }, (_, n) => ({
      ...{ id: `t${n}`, code: `t${n}`, name: `Kind ${n}`, description: 'x', parent_id: `t${n + 1}` },
    }));
    const { categories, refused, services } = read({ taxonomy_terms, services: [foreign] });
    expect([categories.length, services.length]).toEqual([0, 1]);
    expect(refused).toEqual([{ at: '', name: 't0', notes: [{ code: 'too-deep', text: 't0' }] }]);
  });
});
