import { parseArgs } from 'node:util';
import { visitor } from '../src/app/actor.ts';
import { searchIn } from '../src/app/directory/directory.ts';
import { readRequest } from '../src/app/read-request.ts';
import { stems } from '../src/domain/directory/words.ts';
import { acts } from './acts.ts';
import { advice } from './advice.ts';
import { assigning } from './assigning.ts';
import { equity } from './equity.ts';
import { listRows, readRows, rowsOfSend, searchRows, writeRows } from './floors.ts';
import { type Measured, measure, type Pair } from './measure.ts';
import { pages } from './pages.ts';
import { type BenchPlace, connections, openPlace } from './place.ts';
import { scale } from './scale.ts';
import { search } from './search.ts';
import { waits } from './waits.ts';
import { type BenchWorld, fillDirectory, makeWorld, send } from './world.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
    waits: { type: 'boolean', default: false },
    search: { type: 'boolean', default: false },
    equity: { type: 'boolean', default: false },
    assign: { type: 'boolean', default: false },
    acts: { type: 'boolean', default: false },
    advice: { type: 'boolean', default: false },
    supply: { type: 'string', default: '4000' },
    million: { type: 'boolean', default: false },
    cases: { type: 'string', default: '1000' },
    largest: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
  },
});

const questions = [
  'maple lodge hamilton',
  'retirement residence london',
  'mental health clinic',
  'cedar hill hospitel',
  'family health team timmins',
  'willow bridge',
];

async function pairsOn(place: BenchPlace, world: BenchWorld, requests: string[]): Promise<Pair[]> {
  let lastCase = '';
  for (let n = 0; n < Number(options.cases); n++) {
    const sent = await send(world, n);
    requests.push(sent.requestKey);
    lastCase = sent.caseKey;
  }
  await fillDirectory(place, 30_000);
  await place.owner.query('vacuum analyze');
  const rows = await rowsOfSend(place.owner, lastCase);
  const { app, physician, clerk } = world;
  const request = (n: number) => requests[n % requests.length]!;
  const question = (n: number) => questions[n % questions.length]!;
  return [
    { name: 'send', ours: n => send(world, n), floor: () => writeRows(place, rows) },
    {
      name: 'open',
      ours: n => readRequest(app, physician, request(n)),
      floor: n => readRows(place, request(n)),
    },
    {
      name: 'worklist',
      ours: () => app.db.as(clerk, tx => tx.worklists.page('needs-me', { limit: 20 })),
      floor: () => listRows(place, `site:${clerk.site}`),
    },
    {
      name: 'search',
      ours: n => app.db.as(visitor, tx => searchIn(tx, { text: question(n), limit: 20 })),
      floor: n => searchRows(place, stems(question(n))),
    },
  ];
}

const goals: Record<string, string> = {
  send: 'goal 0.25',
  open: 'goal 0.30',
  accept: 'goal 0.25',
  book: 'goal 0.25',
  week: 'goal 0.25',
  answer: 'goal 0.25',
  'open question': 'goal 0.25',
  'list of them': 'goal 0.25',
  worklist: 'goal 0.30',
  search: 'goal p95 at most 50 ms, 30,000 entries',
};

function table(results: readonly Measured[]): string {
  return results
    .map(
      r =>
        `${r.name.padEnd(13)} ours ${r.oursPerSecond.toFixed(0).padStart(6)}/s  floor ${r.floorPerSecond.toFixed(0).padStart(6)}/s  ratio ${r.ratio.toFixed(2)}  p50 ${r.p50ms.toFixed(1)} ms  p95 ${r.p95ms.toFixed(1)} ms  ${goals[r.name] ?? ''}`,
    )
    .join('\n');
}

async function main(): Promise<void> {
  if (options.assign) return assigning();
  if (options.equity) return void process.stdout.write(`${equity().join('\n')}\n`);
  if (options.scale) return scale(Number(options.largest));
  const place = await openPlace();
  try {
    if (options.search || options.million) return await search(place, options.million ? 1_000_000 : 30_000);
    if (options.waits) return await waits(place, Number(options.largest));
    const world = await makeWorld(place);
    const requests: string[] = [];
    const some = options.acts || options.advice;
    const supply = Number(options.supply);
    const pairs = [
      ...(some ? [] : await pairsOn(place, world, requests)),
      ...(options.advice ? [] : await acts(place, world, supply)),
      ...(options.acts ? [] : await advice(place, world, supply)),
    ];
    const length = { rounds: Number(options.rounds), seconds: Number(options.seconds), workers: connections };
    const results: Measured[] = [];
    for (const pair of pairs) {
      // A search is a single reader's question: its p95 is not that of eight at once on two cores.
      const workers = pair.name === 'search' ? 1 : connections;
      results.push(await measure(pair, { ...length, workers }));
    }
    process.stdout.write(`${options.json ? JSON.stringify(results) : table(results)}\n`);
    if (options.json || some) return;
    process.stdout.write(`${(await pages(place, world, requests[0]!)).join('\n')}\n`);
    process.stdout.write(`memory of this process ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`);
  } finally {
    await place.drop();
  }
}

await main();
