import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../../src/app/actor.ts';
import { seedDemo } from '../../../src/app/demo/seed-demo.ts';
import { shippedData } from '../../../src/app/demo/shipped.ts';
import { searchIn } from '../../../src/app/directory/directory.ts';
import { csvTable } from '../../../src/app/files/csv.ts';
import { publishStandardForms } from '../../../src/app/forms/standard-forms.ts';
import type { Tx } from '../../../src/app/ports/database.ts';
import { dataFolder } from '../../../src/package-folder.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { gradeOf, heldOut, type Judged, type Query, rulesFor } from './grade.ts';
import { ndcg } from './ndcg.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const queries = csvTable<Query>(read('queries.csv'));
const topics = new Map(
  csvTable<{ topic: string; judged: string }>(read('topics.csv')).map(row => [row.topic, row.judged]),
);

let base: TestDatabase;
let entries: Judged[];
const scores = new Map<string, number>();
/** What was found, with its grade. */
const shown = new Map<string, string[]>();

const everything = `
  select v.key, v.kind, v.name_en as name, v.category, s.name_en as site, s.city, v.min_age as "minAge", v.max_age as "maxAge",
    v.sexes, v.modes, case when s.latitude is not null then
      jsonb_build_object('latitude', s.latitude, 'longitude', s.longitude) end as point
  from services v join sites s on s.id = v.site_id
  union all
  select s.key, 'facility', s.name_en, c.name_en, null, s.city, null, null, '{}', '{}', case when s.latitude is not null then
      jsonb_build_object('latitude', s.latitude, 'longitude', s.longitude) end
  from directory_entries e join sites s on s.id = e.site_id left join service_categories c on c.code = s.source_type`;

async function score(tx: Tx, query: Query): Promise<number> {
  const home = query.near === '' ? null : await tx.directory.fsaCentre(query.near.slice(0, 3));
  const rules = rulesFor(query, topics);
  const grades = new Map(entries.map(entry => [entry.key, gradeOf(entry, query, { rules, home })]));
  const wishes = {
    ...(query.age === '' ? {} : { age: Number(query.age) }),
    ...(query.sex === '' ? {} : { sex: query.sex }),
    ...(query.speaks === '' ? {} : { language: query.speaks }),
  };
  const { results } = await searchIn(tx, { text: query.text, near: query.near, wishes, limit: 10 });
  shown.set(
    query.text,
    results.map(({ entry }) => `${grades.get(entry.key) ?? 0} ${entry.name.en} [${entry.kind}]`),
  );
  return ndcg(
    results.map(({ entry }) => grades.get(entry.key) ?? 0),
    [...grades.values()],
  );
}

beforeAll(async () => {
  base = await freshDatabase({ demo: true });
  await base.operator.as({ kind: 'operator', command: 'test' }, publishStandardForms);
  await seedDemo(base.operator, shippedData(dataFolder()));
  entries = (await base.owner.query<Judged>(everything)).rows;
  await base.db.as(visitor, async tx => {
    for (const query of queries) scores.set(query.text, await score(tx, query));
  });
});
afterAll(() => base.drop());

function meanOf(some: readonly Query[]): number {
  return some.reduce((sum, { text }) => sum + scores.get(text)!, 0) / some.length;
}

const tuned = queries.filter(({ text }) => !heldOut(text));
const held = queries.filter(({ text }) => heldOut(text));

describe('the relevance set', () => {
  it('has at least 150 queries, in both languages, each once, a third of them held out', () => {
    expect(queries.length).toBeGreaterThanOrEqual(150);
    expect(new Set(queries.map(({ text }) => text)).size).toBe(queries.length);
    for (const lang of ['en', 'fr']) {
      expect(queries.filter(query => query.lang === lang).length).toBeGreaterThanOrEqual(75);
    }
    expect(held.length / queries.length).toBeGreaterThan(0.28);
    expect(held.length / queries.length).toBeLessThan(0.4);
  });

  it('asks for nothing that the directory does not have', () => {
    const without = queries.filter(query => {
      const rules = rulesFor(query, topics);
      return !entries.some(entry => gradeOf(entry, query, { rules, home: null }) >= 2);
    });
    expect(without.map(({ text }) => text)).toEqual([]);
  });
});

describe('nDCG@10 of the directory search', () => {
  it.each([
    ['tuned on', tuned, 0.92],
    ['held out', held, 0.85],
  ])('is good enough over the queries %s', (name, some, floor) => {
    const [en, fr] = ['en', 'fr'].map(lang => meanOf(some.filter(query => query.lang === lang)));
    console.log(
      `nDCG@10, ${name}: ${meanOf(some).toFixed(3)} (${some.length} queries; English ${en!.toFixed(3)}, French ${fr!.toFixed(3)})`,
    );
    if (process.env.RELEVANCE === 'each' && some === tuned) {
      const lines = some.map(
        ({ text, lang }) =>
          `${scores.get(text)!.toFixed(3)} ${lang} ${text}\n      ${shown.get(text)!.join('; ')}`,
      );
      console.log(lines.sort().join('\n'));
    }
    expect(meanOf(some)).toBeGreaterThanOrEqual(floor);
  });
});
