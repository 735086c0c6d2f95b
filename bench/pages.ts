import type { TestDatabase } from '../test/support/database.ts';
import { givePassword, startApp } from '../test/support/server.ts';
import { addMember } from '../test/support/world.ts';
import { percentile } from './measure.ts';
import type { BenchPlace } from './place.ts';
import type { BenchWorld } from './world.ts';

const password = 'correct horse battery';

/** Pages over HTTP, one reader: p50 and p95 in milliseconds, and the bytes of the page before compression. */
export async function pages(place: BenchPlace, world: BenchWorld, requestKey: string): Promise<string[]> {
  const database = place as unknown as TestDatabase;
  const running = await startApp(database);
  try {
    const roles = ['clinician'] as const;
    const reader = await addMember(database, world.physician.site, {
      name: 'Page Reader',
      roles,
      licence: '1',
    });
    await givePassword(database, reader, password);
    const browser = running.browser();
    await browser.signIn(reader.email, password);
    const lines: string[] = [];
    for (const path of ['/', '/directory?q=maple+lodge', '/worklist', `/requests/${requestKey}`]) {
      const times: number[] = [];
      let last = { status: 0, html: '' };
      for (let n = 0; n < 120; n++) {
        const began = performance.now();
        last = await browser.get(path);
        if (n >= 20) times.push(performance.now() - began);
      }
      const name = path.startsWith('/requests/') ? '/requests/:key' : path;
      const figure = (share: number) => percentile(times, share).toFixed(1).padStart(6);
      lines.push(
        `${name.padEnd(26)} ${last.status}  p50 ${figure(0.5)} ms  p95 ${figure(0.95)} ms  ${Math.round(last.html.length / 1000)} kB`,
      );
    }
    return lines;
  } finally {
    await running.stop();
  }
}
