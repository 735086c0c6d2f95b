import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkListings } from '../../domain/directory/exchange/check.ts';
import { someListings } from '../../domain/directory/exchange/test-listings.ts';
import { bundles } from '../../fhir/directory-bundle.ts';
import { readPackage, writePackage } from './hsds-package.ts';
import { nameUuid } from './name-uuid.ts';
import { type GivenFile, readExchangeFile } from './read-file.ts';
import { BadArchive, unzip, zipOf } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const repairs = new Map<string, string>();
const read = (given: GivenFile['bytes']) =>
  readExchangeFile({ name: 'x', bytes: given }, { bundles, lists: { repairs, centres: new Map() } });
const byRef = (a: { ref: string }, b: { ref: string }) => (a.ref < b.ref ? -1 : 1);

describe('a package of CSV files', () => {
  it('carries listings there and back, zipped, with every line of every text', () => {
    fc.assert(
      fc.property(someListings, listings => {
        const { read: found, format } = read(zipOf(writePackage(listings)));
        expect(format).toBe('hsds');
        expect(found.refused).toEqual([]);
        expect(found.sites.map(one => one.value).sort(byRef)).toEqual(listings.sites.toSorted(byRef));
        expect(found.services.map(one => one.value).sort(byRef)).toEqual(listings.services.toSorted(byRef));
      }),
      { numRuns: 40 },
    );
  });

  it('says its tables in datapackage.json, and is the same bytes every time', () => {
    const [listings] = fc.sample(someListings, { numRuns: 1, seed: 7 });
    const files = writePackage(listings!);
    const described = JSON.parse(new TextDecoder().decode(files.get('datapackage.json')));
    const paths = described.resources.map((one: { path: string }) => one.path);
    expect([...files.keys()].filter(name => name !== 'datapackage.json').sort()).toEqual(paths.sort());
    expect(zipOf(writePackage(listings!))).toEqual(zipOf(files));
  });

  it('names the row that is broken, and takes the others', () => {
    const files = new Map([
      ['organizations.csv', bytes('id,name,description\no1,One,x\no2,"Broken\no3,Three,x\n')],
      ['services.csv', bytes('id,organization_id,name,status\ns1,o1,First,active\ns2,o1,Second\n')],
      ['phones.csv', bytes('')],
      ['locations.csv', bytes('id,location_type,name\nl1,physical,Annex\n')],
      ['service_at_locations.csv', bytes('id,service_id,location_id\na1,s1,l1\n')],
    ]);
    const { sites, services, refused } = checkListings(readPackage(files)!);
    expect([sites.map(one => one.at), services.map(one => one.at)]).toEqual([
      ['organizations.csv 2', 'organizations.csv 4'],
      ['services.csv 2'],
    ]);
    expect(refused.map(one => one.at)).toEqual(['organizations.csv 3', 'services.csv 3']);
    // The standard's own file is in the singular, many write it like the others.
    expect(services[0]!.value.places.map(one => one.name.en)).toEqual(['Annex']);
  });
});

it('a name has one UUID for good, as the standard makes it', () => {
  expect(nameUuid('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  expect(nameUuid('a')).not.toBe(nameUuid('b'));
});

describe('an archive', () => {
  const parts = new Map([
    ['a/organizations.csv', bytes('id,name\n')],
    ['empty.csv', bytes('')],
  ]);
  it('gives back what went in', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).map(name => `f${name}`),
          fc.uint8Array(),
        ),
        given => {
          const files = new Map(Object.entries(given).filter(([name]) => !name.endsWith('/')));
          const back = unzip(zipOf(files));
          expect([...back].map(([name, part]) => [name, [...part]])).toEqual(
            [...files].map(([name, part]) => [name, [...part]]),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('that is damaged anywhere is refused and nothing else', () => {
    const whole = zipOf(parts);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = damaged[at]! ^ 0xff;
      try {
        unzip(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(BadArchive);
      }
    }
    expect(() => unzip(whole.subarray(0, 40))).toThrow(BadArchive);
  });

  it('that says to be huge inside is not unpacked', () => {
    const huge = Buffer.from(zipOf(new Map([['services.csv', bytes('x'.repeat(100))]])));
    const central = huge.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    huge.writeUInt32LE(0xf0000000, central + 24);
    expect(() => unzip(huge)).toThrow('too large');
  });
});

describe('a file is known by what is in it', () => {
  it.each([
    ['a Bundle', '{"resourceType":"Bundle"}', 'fhir'],
    ['HSDS', '\uFEFF {"services":[]}', 'hsds'],
    ['a page of the API', '{"contents":[]}', 'hsds'],
  ])('%s', (_, text, format) => {
    expect(read(bytes(text)).format).toBe(format);
  });

  it('the list of facilities, with its rows', () => {
    const text = readFileSync(new URL('../../../data/odhf_v1.1_ontario.csv', import.meta.url), 'utf8');
    const { format, read: found } = read(bytes(text.split('\n').slice(0, 40).join('\n')));
    expect(format).toBe('csv');
    expect(found.sites.length).toBeGreaterThan(20);
    expect(found.sites[0]!.at).toMatch(/^line \d+$/);
  });

  it.each([
    ['{"a":1}', 'neither HSDS nor a FHIR Bundle'],
    ['{"a":', 'not JSON'],
    ['', 'the file is empty'],
    ['a,b\n1,2', 'the file has no column facility_name'],
    ['PK\u0003\u0004', 'the archive has no end'],
  ])('and what is nothing of all that says so: %j', (text, message) => {
    expect(() => read(bytes(text))).toThrow(message);
  });

  it('is not taken for another format than told', () => {
    const given = { name: 'x', bytes: bytes('{"services":[]}') };
    const lists = { repairs, centres: new Map() };
    expect(() => readExchangeFile(given, { bundles, lists, format: 'fhir' })).toThrow('not fhir');
  });
});
