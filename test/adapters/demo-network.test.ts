import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '../../src/app/actor.ts';
import { intakeCases } from '../../src/app/demo/intake/cases.ts';
import { demoPatients } from '../../src/app/demo/patients.ts';
import { seedDemo } from '../../src/app/demo/seed-demo.ts';
import { shippedData } from '../../src/app/demo/shipped.ts';
import { searchIn } from '../../src/app/directory/directory.ts';
import { firstStart } from '../../src/app/first-start.ts';
import { publishStandardForms } from '../../src/app/forms/standard-forms.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await freshDatabase({ demo: true });
  await base.operator.as({ kind: 'operator', command: 'test' }, publishStandardForms);
  await seedDemo(base.operator, shippedData(fileURLToPath(new URL('../../data', import.meta.url))));
});
afterAll(() => base.drop());

const first = async (text: string, kinds?: ('referral' | 'econsult')[], n = 3) => {
  const { results } = await base.db.as(visitor, tx => searchIn(tx, { text, kinds, limit: n }));
  return results.map(r => r.entry.name.en);
};

test('the demo has at least 400 services and 60 advice groups, invented, and 20 real ones that people reach themselves', async () => {
  const { rows } = await base.owner.query(
    `select count(*) filter (where kind = 'referral')::int as visits, count(*) filter (where kind = 'econsult')::int as advice,
       count(*) filter (where kind = 'community')::int as community,
       count(*) filter (where name_fr = '' or description_fr = '' or demo = (kind = 'community'))::int as wrong from services`,
  );
  expect(rows[0].visits).toBeGreaterThanOrEqual(400);
  expect(rows[0].advice).toBeGreaterThanOrEqual(60);
  expect(rows[0].community).toBeGreaterThanOrEqual(20);
  expect(rows[0].wrong).toBe(0);
});

test('whoever types the name of a clinician finds the services where they work', async () => {
  const { rows } = await base.owner.query(
    `select k.name, array_agg(v.key) as keys from service_clinicians k join services v on v.id = k.service_id
     group by k.name order by md5(k.name) limit 10`,
  );
  await base.db.as(visitor, async tx => {
    for (const { name, keys } of rows) {
      const { results } = await searchIn(tx, { text: name.replace(/^(Dr\.? )?/, 'Dr. '), limit: 5 });
      expect([name, results.some(({ entry }) => keys.includes(entry.key))]).toEqual([name, true]);
    }
  });
});

test('whoever types the name of a site finds what it offers', async () => {
  const { rows } = await base.owner.query(
    `select s.name_en as name, s.name_fr as "nameFr", array_agg(v.key) || s.key as keys from sites s
     join services v on v.site_id = s.id where v.kind = 'referral' group by s.id order by md5(s.name_en) limit 6`,
  );
  await base.db.as(visitor, async tx => {
    for (const { name, nameFr, keys } of rows)
      for (const text of [name, nameFr]) {
        const { results } = await searchIn(tx, { text, limit: 5 });
        expect([text, results.some(({ entry }) => keys.includes(entry.key))]).toEqual([text, true]);
      }
  });
});

test.each([
  ['PT', /physio/i],
  ['ECG', /electrocardiogram/i],
  ['EKG', /electrocardiogram/i],
  ['TMS', /mood disorders/i],
  ['OT', /occupational/i],
  ['CBT', /therap|counselling/i],
])('%s is understood', async (text, name) => {
  const found = await base.db.as(visitor, tx => searchIn(tx, { text, limit: 3 }));
  const said = found.results.map(({ entry }) => `${entry.name.en} ${entry.category.en}`);
  expect(said[0] ?? '').toMatch(name);
});

test('every group can be worked: an assigner and somebody who answers', async () => {
  const { rows } = await base.owner.query(
    `select s.name_en from sites s where s.kind = 'group' and s.demo and not (
       exists (select from members m where m.site_id = s.id and 'assigner' = any (m.roles)) and
       exists (select from members m where m.site_id = s.id and 'clinician' = any (m.roles)))`,
  );
  expect(rows).toEqual([]);
});

test('a first start that is killed at the patients is made good by the next, which then changes nothing', async () => {
  const t = await freshDatabase({ demo: true });
  try {
    const source = shippedData(fileURLToPath(new URL('../../data', import.meta.url)));
    const count = async () =>
      (
        await t.owner.query(
          `select (select count(*) from patients)::int as patients,
            (select count(*) from people)::int as people, (select count(*) from services)::int as services`,
        )
      ).rows[0];
    await t.owner.query(`create function stop() returns trigger language plpgsql as $$ begin
        if (select count(*) from patients) = 2 then raise exception 'killed'; end if; return new; end $$`);
    await t.owner.query('create trigger stop before insert on patients for each row execute function stop()');
    await expect(firstStart(t.operator, source)).rejects.toThrow('killed');
    expect(await count()).toMatchObject({ patients: 0, people: 0 });
    await t.owner.query('drop trigger stop on patients');
    await firstStart(t.operator, source);
    const full = await count();
    expect(full.patients).toBe(demoPatients().length + intakeCases.length);
    expect(full.services).toBeGreaterThan(400);
    await firstStart(t.operator, source);
    expect(await count()).toEqual(full);
    const { rows } = await t.owner.query(
      `select p.site_id = c.site_id and s.name_en in ('Maple Landing Family Health Team', 'Elora Mill Medical Group') as theirs
       from patients p join patient_contacts c on c.patient_id = p.id join sites s on s.id = p.site_id`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(row => row.theirs)).toBe(true);
  } finally {
    await t.drop();
  }
});

test('the central intake is in the middle of its week, and nobody of the story has anything of it', async () => {
  const count = async (sql: string) => (await base.owner.query(`select count(*)::int as n ${sql}`)).rows[0].n;
  const at = (name: string) => `(select 'site:' || id from sites where name_en = '${name}')`;
  const intake = at('Conestoga Valley Back and Joint Intake');
  for (const status of ['sent', 'awaiting-reply', 'accepted', 'booked', 'confirmed', 'completed', 'declined'])
    expect([
      status,
      await count(`from case_access where status = '${status}' and party = ${intake}`),
    ]).toEqual([status, expect.toSatisfy((n: number) => n > 0)]);
  expect(await count(`from case_access where side = 'intake' and party = ${intake}`)).toBe(3);
  expect(await count(`from case_access where due < now() and party = ${intake}`)).toBeGreaterThan(1);
  expect(await count('from visits where starts > now()')).toBeGreaterThan(3);
  expect(await count('from to_rebook')).toBeGreaterThan(0);
  expect(await count('from short_notice')).toBe(1);
  // What was made up was told to nobody; a time that came free is offered once the demo runs.
  expect([await count('from notices'), await count("from jobs where kind = 'fill-slot'")]).toEqual([0, 1]);
  for (const name of ['Maple Landing Family Health Team', 'Grand River Mood and Anxiety Clinic'])
    expect(await count(`from case_access where party = ${at(name)}`)).toBe(0);
});

const story = 'Virtual group counselling: depression and COVID-19';
describe('the problem of the story finds the virtual group first among thousands of entries', () => {
  test.each([
    'depression worse since COVID-19',
    'depression, several antidepressants tried, still avolition, low energy, excessive sleepiness, low self-image, craving for sweets; much worse since COVID-19',
    'Depression after covid, group or counselling, virtual',
    'dépression aggravée par la COVID-19, plusieurs antidépresseurs essayés, manque d’énergie et somnolence',
    'depresion and covid counceling',
  ])('%s', async text => {
    expect((await first(text, ['referral']))[0]).toBe(story);
    expect((await first(text))[0]).toBe(story);
  });
});

test('for the patient of the story it is first too, and says why', async () => {
  const text =
    'depression, several antidepressants tried, worse since COVID-19, avolition, low energy, excessive sleepiness, low self-image';
  const wishes = { age: 46, sex: 'female', language: 'en' };
  const { results } = await base.db.as(visitor, tx =>
    searchIn(tx, { text, kinds: ['referral'], near: 'N1E 6H5', wishes }),
  );
  expect(results[0]!.entry.name.en).toBe(story);
  expect(results[0]!.reasons).toContainEqual({ code: 'fits-age', age: 46 });
  expect(results[0]!.reasons).toContainEqual({ code: 'virtual' });
});

test('an adult service is never put at a place for children', async () => {
  const { rows } = await base.owner.query(
    "select s.name_en from services v join sites s on s.id = v.site_id where v.min_age >= 18 and s.name_en ~* 'children|kids'",
  );
  expect(rows).toEqual([]);
});

describe('words people use find what they mean', () => {
  test.each([
    ['PT', 'Outpatient physiotherapy'],
    ['physio knee', 'physiotherapy'],
    ['ECG', 'ECG and Holter'],
    ['TMS', 'Mood disorders clinic'],
    ['ENT', 'Ear nose and throat consultation'],
    ['ORL', 'Ear nose and throat consultation'],
    ['mal de dos', 'Low back pain rapid assessment'],
    ['sciatique', 'Low back pain rapid assessment'],
    ['long covid', 'Long COVID clinic'],
    ['IRM', 'MRI and CT'],
    ['coloscopie', 'Colonoscopy'],
    ['blood in stool', 'Colonoscopy'],
    ['perte de mémoire', 'Memory clinic'],
    ['quit smoking', 'Quit smoking program'],
    ['arrêter de fumer', 'Quit smoking program'],
    ['cataracte', 'Cataract assessment'],
    ['postpartum depression', 'Perinatal mood'],
    ['dépression post-partum', 'Perinatal mood'],
    ['alcool', 'Rapid access addiction medicine'],
    ['sleep apnea', 'Sleep study'],
    ['apnee du sommeil', 'Sleep study'],
    ['vasectomy', 'Urology consultation'],
    ['bosse au sein', 'Breast assessment'],
    ['afib', 'Atrial fibrillation clinic'],
    ['refugee', 'Newcomer health clinic'],
    ['popote roulante', 'Support'],
    ['TDAH', 'ADHD assessment for youth'],
    ['thyroide', 'Thyroid and hormone clinic'],
    ['PTSD', 'Trauma therapy'],
    ['crise de nerfs', 'Anxiety'],
    ['sugar', 'Diabetes education program'],
    ['physiothérapie genou', 'physiotherapy'],
    ['phsyiotherapy', 'physiotherapy'],
    ['cardiolgy', 'cardiology'],
    ['foyer de soins Sudbury', 'St. Joseph'],
    ['sage-femme', 'midwi'],
    ['hip replacement', 'Hip and knee replacement'],
  ])('%s finds %s', async (text, wanted) => {
    expect((await first(text, undefined, 3)).join(' | ').toLowerCase()).toContain(wanted.toLowerCase());
  });

  test('a kind of place and a town find such places there, in either language', async () => {
    for (const text of ['SLD Ottawa', 'foyer de soins de longue durée Ottawa', 'nursing home ottawa']) {
      const { results } = await base.db.as(visitor, tx => searchIn(tx, { text, limit: 3 }));
      for (const { entry } of results) {
        expect([entry.category.en, entry.city]).toEqual(['Long-term care home', 'Ottawa']);
      }
    }
  });

  test.each([
    ['which antidepressant next', 'psychiatry'],
    ['depression, low energy, change of medication?', 'psychiatry'],
    ['rash on both arms', 'dermatology'],
    ['migraine', 'neurology'],
  ])('%s offers the %s advice group', async (text, wanted) => {
    expect((await first(text, ['econsult'], 3)).join(' | ').toLowerCase()).toContain(wanted);
  });
});
