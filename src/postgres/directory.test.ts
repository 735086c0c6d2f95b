import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { visitor } from '../app/actor.ts';
import { searchIn } from '../app/directory/directory.ts';
import { NotADirectory } from '../app/directory/facility-file.ts';
import { type ImportReport, importFacilities } from '../app/directory/import-directory.ts';

const shipped = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
const lists = {
  repairs: shipped('repairs.csv'),
  centres: shipped('fsa_centres_ontario.csv'),
  categories: shipped('categories.csv'),
};
const file = shipped('odhf_v1.1_ontario.csv');

let base: TestDatabase;
let report: ImportReport;
beforeAll(async () => {
  base = await freshDatabase();
  report = await importFacilities(base.operator, file, lists);
});
afterAll(() => base.drop());

const search = (text: string, near?: string) =>
  base.db.as(visitor, tx => searchIn(tx, { text, near, limit: 5 }));
const names = async (text: string, near?: string) =>
  (await search(text, near)).results.map(result => result.entry.name.en);

test('every one of the 2,695 published rows is accounted for', () => {
  const { loaded, merged, flagged, refused, added } = report.counts;
  expect(report.rows).toHaveLength(2695);
  expect(loaded + merged + flagged + refused).toBe(2695);
  expect(refused).toBe(0);
  expect(added).toBe(loaded + flagged);
});

test('the same file again changes nothing', async () => {
  const again = await importFacilities(base.operator, file, lists);
  expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: report.counts.added });
});

test('all 59 rows with destroyed accents are repaired or flagged, and no name keeps a hole', async () => {
  const holes = report.rows.filter(row => row.notes.some(note => note.code.startsWith('accent-')));
  expect(holes.length).toBeGreaterThanOrEqual(57);
  const { rows } = await base.owner.query("select name_en from sites where name_en like '%\uFFFD%'");
  expect(rows).toEqual([]);
});

test('facilities without coordinates stand at the centre of their FSA and say so', async () => {
  const { rows } = await base.owner.query(
    'select count(*) filter (where location_approximate)::int as approximate, count(*) filter (where latitude is null)::int as nowhere from sites',
  );
  expect(rows[0].approximate).toBeGreaterThan(35);
  expect(rows[0].nowhere).toBeLessThan(5);
});

test('a person who types without accents, or with a typo, finds the hospital', async () => {
  expect((await names('hopital montfort'))[0]).toContain('Montfort');
  expect((await names('Hôpital Élisabeth Bruyère'))[0]).toContain('Bruyère');
  expect((await names('monfort hospitel'))[0]).toContain('Montfort');
  expect((await names('sunnybrok'))[0]).toContain('Sunnybrook');
});

test('near a postal code the nearest of equals come first', async () => {
  const { results } = await search('nursing home', 'N1E 6H5');
  expect(results[0]!.km).toBeLessThan(60);
});

test('near a town the nearest of equals come first, however it is written', async () => {
  const [there, plainly] = [await search('nursing home', 'OTTAWA'), await search('nursing home', 'ottawa')];
  expect(there.results[0]!.km).toBeLessThan(60);
  expect(plainly.results[0]!.entry.key).toBe(there.results[0]!.entry.key);
  expect((await search('nursing home', 'Atlantis')).nearUnknown).toBe(true);
});

test('odd searches are answered, not broken', async () => {
  for (const text of ['%%%___', "') | !* :& <->", 'a', '', 'x'.repeat(6000), 'depression '.repeat(500)])
    await expect(search(text)).resolves.toBeDefined();
  expect((await search('%%%___')).results).toHaveLength(0);
  expect((await search('hospital', 'Z9Z')).nearUnknown).toBe(true);
});

test('broken lines are refused with their number and the others are loaded', async () => {
  const [head, first, second] = file.split('\n');
  const one = await importFacilities(
    base.operator,
    [head, first, 'only,three,columns', second].join('\n'),
    lists,
    {
      dryRun: true,
    },
  );
  expect(one.rows.filter(row => row.outcome === 'refused')).toMatchObject([
    { line: 3, notes: [{ code: 'columns' }] },
  ]);
  expect(one.counts.loaded).toBe(2);
  await expect(importFacilities(base.operator, 'a,b\n1,2\n', lists)).rejects.toBeInstanceOf(NotADirectory);
});

test('a visitor cannot write into the directory', async () => {
  await expect(
    base.app.query("insert into synonyms (key, english, french, also) values ('k', '{a}', '{b}', '')"),
  ).rejects.toThrow();
  await expect(base.app.query('delete from directory_entries')).rejects.toThrow();
});
