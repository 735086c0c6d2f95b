import { computeWaits } from '../src/app/directory/compute-waits.ts';
import { openDatabase } from '../src/postgres/database.ts';

/** Works out all waits in a process of its own, so that its memory is that of this alone. Started by `waits.ts`. */
const db = openDatabase(JSON.parse(process.argv[2]!), { size: 2 });
const began = performance.now();
const { cases, spells, services } = await computeWaits(db, { kind: 'job', case: null });
const seconds = (performance.now() - began) / 1_000;
await db.close();
// Kilobytes on every system.
const most = process.resourceUsage().maxRSS / 1_000;
const { user, system } = process.cpuUsage();
process.stdout.write(
  `waits: ${cases} cases, ${spells} waits, ${services} services: ${seconds.toFixed(1)} s (goal 60; ` +
    `${((user + system) / 1e6).toFixed(1)} s of processor here, the rest the database's), ${Math.round(most)} MB (goal 500)\n`,
);
