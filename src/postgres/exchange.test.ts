import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addSite, smallWorld } from '../../test/support/world.ts';
import { searchDirectory } from '../app/directory/directory.ts';
import { readAllForExport } from '../app/exchange/export-listings.ts';
import { importAsOperator, importForProgramme } from '../app/exchange/import-listings.ts';
import { undoAsOperator, undoForProgramme } from '../app/exchange/undo-import.ts';
import { bundles } from '../fhir/directory-bundle.ts';

let t: TestDatabase;
const data = (name: string) => readFileSync(join(import.meta.dirname, '../../data', name), 'utf8');
const lists = {
  repairs: data('repairs.csv'),
  centres: data('fsa_centres_ontario.csv'),
  categories: data('categories.csv'),
};
beforeAll(async () => {
  t = await freshDatabase();
});
afterAll(() => t.drop());

const organization = (id: string, name: string, postal_code: string) => ({
  ...{ id, name, description: name },
  locations: [
    {
      ...{ id: `${id}-l`, location_type: 'physical', latitude: 46.49, longitude: -81 },
      addresses: [
        {
          id: `${id}-a`,
          address_1: '1 Elm',
          city: 'Sudbury',
          state_province: 'ON',
          postal_code,
          country: 'CA',
          address_type: 'physical',
        },
      ],
    },
  ],
});
const service = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  ...{
    id,
    name,
    description: `About ${name}`,
    status: 'active',
    organization: organization('o1', 'Elm Centre', 'P3E 1A1'),
  },
  attributes: [
    {
      id: `${id}-k`,
      taxonomy_term: { id: 'kind', code: 'K-1', name: 'Zymurgy', description: 'Kinds', taxonomy: 'list' },
    },
  ],
  contacts: [{ id: `${id}-c`, name: 'Wilhelmina Overbeek', title: 'Nurse' }],
  ...more,
});
const operator = () => ({ db: t.operator, bundles, lists });
const take = (services: unknown[], source = 'two-one-one', dryRun = false) =>
  importAsOperator(operator(), {
    file: { name: 'list.json', bytes: new TextEncoder().encode(JSON.stringify({ services })) },
    ...{ source, dryRun },
  });
const here = () => readAllForExport({ db: t.db }, { kind: 'visitor' });
const named = async (name: string) => (await here()).services.find(one => one.name.en === name);
const count = async (table: string) =>
  Number((await t.owner.query(`select count(*) as n from ${table}`)).rows[0].n);
const finds = async (text: string) =>
  (await searchDirectory({ db: t.db } as never, { kind: 'visitor' }, { text })).results.map(
    one => one.entry.name.en,
  );

describe('a list of another directory', () => {
  it('is tried first: the same report, and nothing is kept', async () => {
    const before = [
      await count('sites'),
      await count('services'),
      await count('imports'),
      await count('audit'),
    ];
    const tried = await take([service('s1', 'Zymurgy counselling'), service('s2', '')], undefined, true);
    expect(tried).toMatchObject({ key: null, counts: { loaded: 2, refused: 1 } });
    expect([
      await count('sites'),
      await count('services'),
      await count('imports'),
      await count('audit'),
    ]).toEqual(before);
    const done = await take([service('s1', 'Zymurgy counselling'), service('s2', '')]);
    expect(done.rows).toEqual(tried.rows);
    expect(done.counts).toEqual(tried.counts);
    expect(done.key).toMatch(/^[0-9a-z]{26}$/);
  });

  it('is found at once, with who works there, and says where it is', async () => {
    expect(await finds('zymurgy')).toContain('Zymurgy counselling');
    expect(await finds('Overbeek')).toEqual(['Zymurgy counselling']);
    expect(await named('Zymurgy counselling')).toMatchObject({
      ...{ category: 'K-1', kind: 'community', clinicians: [{ name: 'Wilhelmina Overbeek' }] },
    });
  });

  it('changes nothing the second time', async () => {
    const before = [await here(), await count('import_changes')];
    const { key, counts } = await take([service('s1', 'Zymurgy counselling')]);
    expect({ key, ...counts }).toMatchObject({ key: null, loaded: 0, changed: 0, unchanged: 2 });
    expect([await here(), await count('import_changes')]).toEqual(before);
  });

  it('changes what its source changed, and one import is undone alone', async () => {
    const changed = await take([
      service('s1', 'Zymurgy counselling', { description: 'Newer' }),
      service('s3', 'Added later'),
    ]);
    expect(changed.counts).toMatchObject({ changed: 1, loaded: 1, unchanged: 1 });
    expect((await named('Zymurgy counselling'))!.description.en).toBe('Newer');
    expect(await undoAsOperator(t.operator, changed.id!)).toEqual({ removed: 1, restored: 1, left: [] });
    expect((await named('Zymurgy counselling'))!.description.en).toBe('About Zymurgy counselling');
    expect(await named('Added later')).toBeUndefined();
    expect(await finds('Added later')).not.toContain('Added later');
    expect(await undoAsOperator(t.operator, changed.id!)).toBe('undone');
    expect(await undoAsOperator(t.operator, 999_999)).toBe('missing');
    // What was taken out comes back when the list is taken in again.
    expect((await take([service('s3', 'Added later')])).counts).toMatchObject({ loaded: 1, unchanged: 1 });
    expect(await named('Added later')).toBeDefined();
  });

  it('never overwrites what was changed here, and says so; what its source left alone stays quiet', async () => {
    await t.owner.query(
      `update services set description_en = 'By hand' where name_en = 'Zymurgy counselling'`,
    );
    expect((await take([service('s1', 'Zymurgy counselling')])).counts).toMatchObject({
      unchanged: 2,
      conflict: 0,
    });
    const { rows, counts, key } = await take([
      service('s1', 'Zymurgy counselling', { description: 'Newest' }),
    ]);
    expect(counts).toMatchObject({ conflict: 1, changed: 0 });
    expect(rows.find(one => one.outcome === 'conflict')!.notes).toEqual([{ code: 'edited-here' }]);
    expect(key).toBeNull();
    expect((await named('Zymurgy counselling'))!.description.en).toBe('By hand');
  });

  it('does not claim the service of another list, nor of a site that works here', async () => {
    const second = await take([service('x9', 'ZYMURGY Counselling')], 'other-list');
    expect(second.rows.map(one => [one.outcome, one.notes])).toEqual([
      ['merged', []],
      ['conflict', [{ code: 'claimed', text: 'two-one-one' }]],
    ]);
    const site = await addSite(t, 'Own Clinic');
    await t.owner.query(`update sites set postal_code = 'P3E 9Z9', on_network = true where id = $1`, [
      site.id,
    ]);
    const theirs = service('x1', 'Something new', {
      organization: organization('o7', 'Own Clinic', 'P3E 9Z9'),
    });
    expect((await take([theirs])).rows.map(one => [one.outcome, one.notes])).toEqual([
      ['merged', []],
      ['conflict', [{ code: 'works-here' }]],
    ]);
  });

  it('undoes all but what a case names, was edited or was imported again', async () => {
    const w = await smallWorld(t);
    const more = (id: string, name: string) =>
      service(id, name, { organization: organization('o2', 'Oak Centre', 'P3E 2B2') });
    const first = await take([
      more('u1', 'Used service'),
      more('u2', 'Edited service'),
      more('u3', 'Again service'),
      more('u4', 'Free service'),
    ]);
    await t.owner.query(`update services set cost_en = 'Free' where name_en = 'Edited service'`);
    await take([more('u1', 'Used service'), { ...more('u3', 'Again service'), description: 'Twice' }]);
    const { rows } = await t.owner.query(`select id, key from services where name_en = 'Used service'`);
    const patient = await addPatient(t, w.physician.actor);
    await ask(appOn(t), w.physician.actor, {
      service: { ...rows[0], type: 'referral' },
      patientKey: patient.key,
    });
    const outcome = await undoAsOperator(t.operator, first.id!);
    expect(outcome).toMatchObject({ removed: 1, restored: 0 });
    expect((outcome as { left: unknown[] }).left).toEqual(
      expect.arrayContaining([
        { name: 'Used service', why: 'in-use' },
        { name: 'Edited service', why: 'edited' },
        { name: 'Again service', why: 'imported-again' },
        { name: 'Oak Centre', why: 'in-use' },
      ]),
    );
    expect([await named('Free service'), (await named('Used service'))?.name.en]).toEqual([
      undefined,
      'Used service',
    ]);
  });

  it('is this directory’s own export: everything is as before, in every format', async () => {
    const all = await here();
    const bundle = bundles.write(all, 'https://eservices.example');
    const { counts } = await importAsOperator(operator(), {
      file: { name: 'own.json', bytes: new TextEncoder().encode(JSON.stringify(bundle)) },
      ...{ source: 'own', dryRun: false },
    });
    expect(counts).toMatchObject({ loaded: 0, changed: 0, conflict: 0, refused: 0 });
    expect(await here()).toEqual(all);
  });

  it('says a pause that goes on, and none that is over', async () => {
    const paused = async (until: string) => {
      await t.owner.query(
        `update services set accepting = true, paused_until = ${until} where name_en = $1`,
        ['Used service'],
      );
      const one = (await here()).services.find(({ name }) => name.en === 'Used service');
      return one?.pausedUntil;
    };
    expect(await paused('current_date - 1')).toBeNull();
    expect(await paused('current_date + 30')).toMatch(/^\d{4}-/);
    expect(await paused('null')).toBeNull();
  });

  it('is for the stewards of the programme alone, also past the first wall', async () => {
    const w = await smallWorld(t);
    const file = {
      name: 'x.json',
      bytes: new TextEncoder().encode(JSON.stringify({ services: [service('z', 'Z')] })),
    };
    const app = { db: t.db, bundles, lists };
    expect(await importForProgramme(app, w.physician.actor, { file, source: 'x', dryRun: false })).toBeNull();
    expect(await undoForProgramme(app, w.physician.actor, 'k'.repeat(26))).toBeNull();
    for (const call of [
      `write_services(null, 'x', '[]')`,
      `write_sites(null, 'x', '[]')`,
      `write_service_parts('[]')`,
      `remove_listings('{}', '{}')`,
      `begin_import('k', 's', 'csv', '', '')`,
      `end_import(1, '{}', '[]')`,
      `end_undo(1, '{}', '[]')`,
      `add_categories('[]')`,
      `listings_in_use('{}', '{}')`,
      `index_listings('{}', '{}', '[]')`,
    ])
      await expect(t.app.query(`select ${call}`)).rejects.toThrow(
        /steward of the programme|permission denied/,
      );
  });
});
