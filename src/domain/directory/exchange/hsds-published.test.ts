import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../../app/exchange/name-uuid.ts';
import { datapackage } from './datapackage.ts';
import { hsdsJson } from './hsds-json.ts';
import { tableNames, tables } from './hsds-tables.ts';
import { hsdsTables } from './hsds-write.ts';
import { faultsOf, faultsOfRow, published } from './test-hsds-schema.ts';
import { someListings } from './test-listings.ts';

const whole = { page: 1, pages: 1, services: 6 };

describe('HSDS is given out as it is published', () => {
  it('as JSON that is a page of the API, and everything in it as published', () => {
    fc.assert(
      fc.property(someListings, listings => {
        const json = hsdsJson(hsdsTables(listings, nameUuid), whole) as Record<string, never[]>;
        expect(json).toMatchObject({
          total_items: 6,
          total_pages: 1,
          page_number: 1,
          size: json.contents!.length,
        });
        expect(json).toMatchObject({ first_page: true, last_page: true, empty: json.contents!.length === 0 });
        const lists = { service: json.contents, organization: json.organizations };
        const terms = { taxonomy: json.taxonomies, taxonomy_term: json.taxonomy_terms };
        for (const [entity, list] of Object.entries({ ...lists, ...terms }))
          expect(list!.flatMap(one => faultsOf(entity, one))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('as tables of the published names and columns, with only references that lead somewhere', () => {
    expect(tableNames.map(name => tables[name].file)).toEqual(tableNames.map(name => published[name]!.file));
    fc.assert(
      fc.property(someListings, listings => {
        const written = hsdsTables(listings, nameUuid);
        const ids = new Map(
          tableNames.map(name => [`${name}_id`, new Set(written[name].map(row => row.id))]),
        );
        for (const name of tableNames) {
          expect(written[name].flatMap(row => faultsOfRow(name, row))).toEqual([]);
          expect(ids.get(`${name}_id`)!.size).toBe(written[name].length);
          const lost = written[name].flatMap(row =>
            Object.entries(row).filter(([column, id]) => id && ids.has(column) && !ids.get(column)!.has(id)),
          );
          expect(lost).toEqual([]);
        }
        expect(written.attribute.every(row => ids.get(`${row.link_entity}_id`)!.has(row.link_id))).toBe(true);
        const codes = written.taxonomy_term.map(row => row.code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 40 },
    );
  });

  it('with the same UUIDs whatever else is in the list', () => {
    const [listings] = fc.sample(someListings, { numRuns: 1, seed: 11 });
    const [first] = listings!.sites;
    const alone = hsdsTables({ ...listings!, sites: [first!], services: [] }, nameUuid);
    const all = hsdsTables(listings!, nameUuid);
    expect(all.organization).toContainEqual(alone.organization[0]);
    for (const row of alone.attribute) expect(all.attribute).toContainEqual(row);
  });

  it('with a link that has accents as a URI', () => {
    const [listings] = fc.sample(
      someListings.filter(one => one.services.length > 0),
      { numRuns: 1, seed: 5 },
    );
    const service = { ...listings!.services[0]!, link: 'https://clinique.example/santé' };
    expect(hsdsTables({ ...listings!, services: [service] }, nameUuid).service[0]).toMatchObject({
      url: 'https://clinique.example/sant%C3%A9',
    });
  });

  it('with a pause as closed for a time', () => {
    const [listings] = fc.sample(
      someListings.filter(one => one.services.length > 0),
      { numRuns: 1, seed: 5 },
    );
    const service = { ...listings!.services[0]!, accepting: true };
    const status = (pausedUntil: string | null) =>
      hsdsTables({ ...listings!, services: [{ ...service, pausedUntil }] }, nameUuid).service[0]!.status;
    expect([status('2027-02-28'), status(null)]).toEqual(['temporarily closed', 'active']);
  });

  it('describes its columns as a data package does', () => {
    const [listings] = fc.sample(someListings, { numRuns: 1, seed: 7 });
    const { resources } = datapackage(hsdsTables(listings!, nameUuid)) as {
      resources: { name: string; schema: { fields: { name: string }[]; foreignKeys: unknown } }[];
    };
    const of = (name: string) => resources.find(one => one.name === name)!.schema;
    expect(of('location').fields.find(one => one.name === 'latitude')).toMatchObject({ type: 'number' });
    expect(of('location').fields.find(one => one.name === 'location_type')).toMatchObject({
      constraints: { required: true, enum: ['physical', 'postal', 'virtual'] },
    });
    expect(of('organization').fields[0]).toEqual({
      ...{ name: 'id', type: 'string', format: 'uuid', constraints: { required: true, unique: true } },
    });
    expect(of('location').foreignKeys).toEqual([
      { fields: 'organization_id', reference: { resource: 'organization', fields: 'id' } },
    ]);
  });
});
