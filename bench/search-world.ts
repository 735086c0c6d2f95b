import { stem } from '../src/domain/directory/words.ts';
import type { BenchPlace } from './place.ts';

const syllables =
  'ba be bo ca co da do fa fi ga go ka la li lo ma mi mo na ne no pa po ra ri ro sa so ta to va vo'.split(
    ' ',
  );

/** Words that nobody has, as stems; the same every time. */
function invented(count: number, from: number): string[] {
  const word = (n: number) =>
    [n, n / 7, n / 61, n / 331].map(at => syllables[Math.floor(at + from) % syllables.length]).join('');
  const words = new Set<string>();
  for (let n = 0; words.size < count; n++) words.add(stem(`${word(n)}k`));
  return [...words];
}

/** Names of places, kinds of service, towns, words of descriptions. The first of a list is said most often, the last seldom. */
export const vocabulary = {
  names: invented(4_000, 0),
  kinds: invented(60, 11),
  towns: invented(400, 17),
  said: invented(3_000, 23),
};

/** As words are spread in life: few of them are most of what is said. */
const drawn = (list: string, size: number) => `(${list})[1 + floor(${size} * random() ^ 3)::int]`;

const made = `
  insert into made
  select n as id, array(select distinct unnest(array[a, b, k])) as name, array[t, k || 'a', k || 'b'] as terms,
    array[x1, x2, x3, x4, x5, x6] as text, 42 + random() * 8 as latitude, -83 + random() * 8 as longitude,
    floor(random() * 60)::int as kind
  from (
    select n, ${drawn('$1::text[]', 4_000)} as a, ${drawn('$1::text[]', 4_000)} as b, ${drawn('$2::text[]', 60)} as k,
      ${drawn('$3::text[]', 400)} as t, ${[1, 2, 3, 4, 5, 6].map(n => `${drawn('$4::text[]', 3_000)} as x${n}`).join(', ')}
    from generate_series(1, $5::int) n) w`;

/** One in ten is advice, one in ten what patients reach by themselves. */
const served = `(array['econsult', 'community'] || array_fill('referral'::text, array[8]))[1 + m.id % 10]`;

const filled: readonly string[] = [
  `insert into service_categories (code, name_en, name_fr, terms) select 'bench-' || n, 'Kind ' || n, 'Genre ' || n, ''
   from generate_series(0, 59) n`,
  // Where the patient of Ask lives.
  `insert into fsa_centres (fsa, latitude, longitude) values ('N1H', 43.55, -80.26) on conflict do nothing`,
  `insert into sites (key, name_en, name_fr, kind, city, province, postal_code, latitude, longitude)
   select 'bench' || lpad(n::text, 21, '0'), 'Site ' || n, 'Lieu ' || n, 'clinic', 'Town', 'ON', 'K1A 0B1', 45, -79
   from generate_series(1, 1000) n`,
  `insert into services (key, site_id, kind, category, name_en, name_fr, min_age, max_age, usual_median, usual_ninetieth,
     usual_people, usual_at)
   select 'bench' || lpad(m.id::text, 21, '0'), (select min(id) from sites where key like 'bench%') + m.id % 1000, ${served},
     'bench-' || m.kind, array_to_string(m.name, ' '), array_to_string(m.name, ' '), m.id % 3 * 18, 40 + m.id % 4 * 20,
     m.id % 200, 2 * (m.id % 200), 40, current_date
   from made m order by m.id`,
  `insert into directory_entries (id, service_id, kind, latitude, longitude, languages)
   select m.id, v.id, ${served}, m.latitude, m.longitude, '{en}'
   from made m join services v on v.key = 'bench' || lpad(m.id::text, 21, '0')`,
  `insert into directory_texts (entry, name_stems, term_stems, text_stems) select id, name, terms, text from made`,
  'drop index directory_postings_loud; alter table directory_postings drop constraint directory_postings_pkey',
  `insert into directory_postings (stem, entry, field)
   select s.stem, m.id, max(s.field) from made m cross join lateral (
     select unnest(m.name), 3 union all select unnest(m.terms), 2 union all select unnest(m.text), 1) s (stem, field)
   group by s.stem, m.id order by 1, 2`,
  'alter table directory_postings add primary key (stem, entry) include (field)',
  'create index directory_postings_loud on directory_postings (stem, field desc, entry)',
  'select count_stems()',
  // What anybody would write first: one column, one index, the words all said, the best by the database's own rank.
  `create table plain as select m.id, array_to_string(m.name, ' ') as name, m.latitude, m.longitude,
     setweight(to_tsvector('simple', array_to_string(m.name, ' ')), 'A')
     || setweight(to_tsvector('simple', array_to_string(m.terms, ' ')), 'B')
     || setweight(to_tsvector('simple', array_to_string(m.text, ' ')), 'D') as said
   from made m`,
  'create index plain_said on plain using gin (said)',
  'grant select on plain to public',
  'drop table made',
];

/** Fills the directory with invented services, and a plain table with the same words. */
export async function fillSearch({ superuser }: BenchPlace, entries: number): Promise<void> {
  const client = await superuser.connect();
  try {
    // Of a fill no foreign key is wrong, and the index is made once.
    await client.query("set session_replication_role = replica; set work_mem = '256MB'; select setseed(0.5)");
    const { names, kinds, towns, said } = vocabulary;
    await client.query(
      'create table made (id int, name text[], terms text[], text text[], latitude float8, longitude float8, kind int)',
    );
    await client.query(made, [names, kinds, towns, said, entries]);
    for (const step of filled) await client.query(step);
    await client.query('vacuum analyze');
  } finally {
    client.release(true);
  }
}
