import { visitor } from '../src/app/actor.ts';
import { shippedData } from '../src/app/demo/shipped.ts';
import { routesIn } from '../src/app/directory/ask-routes.ts';
import { searchIn } from '../src/app/directory/directory.ts';
import { firstStart } from '../src/app/first-start.ts';
import { dataFolder } from '../src/package-folder.ts';
import { arden } from '../test/support/cases.ts';
import { percentile } from './measure.ts';
import type { BenchPlace } from './place.ts';
import { fillSearch, vocabulary } from './search-world.ts';

const { names, kinds, towns, said } = vocabulary;
/** What people type, from what many entries say to what few do. */
const questions: readonly string[] = [
  `${names[3_000]} ${kinds[4]}`,
  `${kinds[20]} ${towns[300]}`,
  `${names[40]} ${names[700]} ${towns[12]}`,
  `${kinds[0]}`,
  `${kinds[1]} ${towns[2]}`,
  `${said[5]} ${said[900]} ${said[2_000]} ${kinds[30]}`,
  `${said[0]} ${said[1]} ${said[2]}`,
  `${towns[150]}`,
];

const plain = `
  select id, name, ts_rank(said, q) as rank from plain, plainto_tsquery('simple', $1) q where said @@ q
  order by rank desc, id limit 20`;

const rounds = 9;

/** Ours and a plain tsvector query in turn, one reader: p50, p95 and the median of the ratios of the rounds. */
export async function search(place: BenchPlace, entries: number): Promise<void> {
  await firstStart(place.operator, shippedData(dataFolder()));
  await fillSearch(place, entries);
  const ours = (text: string) => place.db.as(visitor, tx => searchIn(tx, { text, limit: 20 }));
  const floor = (text: string) => place.owner.query(plain, [text]);
  const ratios: { p50: number; p95: number }[] = [];
  const all = { ours: [] as number[], floor: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const times = { ours: await timesOf(ours), floor: await timesOf(floor) };
    if (round < 0) continue;
    const ratio = (share: number) => percentile(times.ours, share) / percentile(times.floor, share);
    ratios.push({ p50: ratio(0.5), p95: ratio(0.95) });
    all.ours.push(...times.ours);
    all.floor.push(...times.floor);
  }
  const median = (share: 'p50' | 'p95') =>
    percentile(
      ratios.map(one => one[share]),
      0.5,
    ).toFixed(2);
  const ms = (times: number[]) => [0.5, 0.95].map(share => percentile(times, share).toFixed(1)).join(' / ');
  const goal = entries >= 1_000_000 ? '<= 0.5' : '<= 3';
  process.stdout.write(
    `search, ${entries} services: ours p50 / p95 ${ms(all.ours)} ms, plain tsvector ${ms(all.floor)} ms; ` +
      `ratio of p50 ${median('p50')}, of p95 ${median('p95')} (goal ${goal})\n`,
  );
  process.stdout.write(`${await pauses(place, entries)}\n`);
  if (process.env.EACH) await each({ ours, floor });
}

/** What somebody types into Ask: a sentence that grows, of words that many say and words that few do. */
const problem = [said[3], kinds[2], said[400], names[90], said[0], kinds[11], said[1_500], towns[40]].map(
  String,
);

/** All that Ask looks up at a pause in typing: three searches, narrowed to one patient, and what of the words is urgent. */
async function pauses(place: BenchPlace, entries: number): Promise<string> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round++)
    for (let words = 1; words <= problem.length; words++) {
      const text = problem.slice(0, words).join(' ');
      const began = performance.now();
      await place.db.as(visitor, tx => routesIn(tx, { text, patient: arden, urgency: 'routine' }));
      if (round >= 0) times.push(performance.now() - began);
    }
  const ms = [0.5, 0.95].map(share => percentile(times, share).toFixed(0)).join(' / ');
  return `a pause in Ask, ${entries} services: p50 / p95 ${ms} ms (goal p95 < 300)`;
}

async function timesOf(once: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < 5; n++)
    for (const text of questions) {
      const began = performance.now();
      await once(text);
      times.push(performance.now() - began);
    }
  return times;
}

/** Question by question, to see which one is slow. */
async function each(both: Record<'ours' | 'floor', (text: string) => Promise<unknown>>): Promise<void> {
  for (const text of questions) {
    const line: string[] = [];
    for (const side of ['ours', 'floor'] as const) {
      const began = performance.now();
      for (let n = 0; n < 5; n++) await both[side](text);
      line.push(`${side} ${((performance.now() - began) / 5).toFixed(1)} ms`);
    }
    process.stdout.write(`${line.join('  ')}  ${text}\n`);
  }
}
