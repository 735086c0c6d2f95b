import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pidAlive } from '../../src/postgres/embedded-lock.ts';
import { patient, SharedServer } from '../support/shared-server.ts';

const asRoot = process.getuid?.() === 0;

let server: SharedServer;
beforeEach(() => {
  server = new SharedServer();
});
afterEach(() => server.remove());

it('the embedded server is shared, and the last to leave stops it', async () => {
  const first = server.user();
  const second = server.user();
  const [a, b] = await Promise.all([first.ready(), second.ready()]);
  expect([a.created, b.created].sort()).toEqual([false, true]);
  const pid = server.postmaster!;
  expect(await first.ask()).toBe('eservices_app');
  await first.stop();
  expect(pidAlive(pid)).toBe(true);
  expect(await second.ask()).toBe('eservices_app');
  await second.stop();
  await expect.poll(() => pidAlive(pid)).toBe(false);
  const again = server.user();
  expect(await again.ready()).toMatchObject({ created: false });
  await again.stop();
});

it('the embedded server is brought back by the holder of the lock when it is killed', async () => {
  const child = server.user();
  await child.ready();
  const killed = server.postmaster!;
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => child.ask(), patient).toBe('eservices_app');
  expect(server.postmaster).not.toBe(killed);
  await child.stop();
});

it('the embedded server survives the process that started it, and another takes the lock', async () => {
  const first = server.user();
  await first.ready();
  const second = server.user();
  await second.ready();
  first.process.kill('SIGKILL');
  expect(await second.ask()).toBe('eservices_app');
  process.kill(server.postmaster!, 'SIGKILL');
  await expect.poll(() => second.ask(), patient).toBe('eservices_app');
  const pid = server.postmaster!;
  await second.stop();
  await expect.poll(() => pidAlive(pid)).toBe(false);
});

it('the embedded server is taken over as it runs after the only process was killed', async () => {
  const first = server.user();
  await first.ready();
  const pid = server.postmaster!;
  first.process.kill('SIGKILL');
  const second = server.user();
  await second.ready();
  expect(server.postmaster).toBe(pid);
  await second.stop();
  await expect.poll(() => pidAlive(pid)).toBe(false);
});

it.runIf(asRoot)('the embedded server runs for an ordinary user too', async () => {
  chmodSync(server.folder, 0o777);
  const child = server.user({ uid: 65_534, gid: 65_534 });
  await child.ready();
  expect(await child.ask()).toBe('eservices_app');
  expect(statSync(join(server.folder, 'data', 'postgres')).uid).toBe(65_534);
  await child.stop();
});
