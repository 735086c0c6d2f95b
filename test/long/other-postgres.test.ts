import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../src/free-port.ts';
import { short } from './runs.ts';

/** PostgreSQL as Linux distributions install it; `POSTGRES_BIN` names another. */
const bin = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';
const found = existsSync(join(bin, 'initdb'));
/** The server refuses to run as root, so root runs it as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

let folder: string;
let server: ReturnType<typeof spawn> | undefined;
let url: string;

beforeAll(async () => {
  if (!found) {
    process.stdout.write(`skipped: there is no PostgreSQL in ${bin}\n`);
    return;
  }
  folder = await mkdtemp(join(tmpdir(), 'eservices-other-postgres-'));
  await chmod(folder, 0o755);
  if (nobody.uid) await chown(folder, nobody.uid, nobody.gid);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    ...nobody,
    cwd: folder,
  });
  if (made.status !== 0) throw new Error(String(made.stderr));
  const port = await freePort('127.0.0.1', 45_432);
  const how = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  // As the server of the other runs: nobody cuts its power.
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=300'].flatMap(one => ['-c', one]);
  server = spawn(join(bin, 'postgres'), [...how, ...settings], {
    ...nobody,
    cwd: folder,
    stdio: 'ignore',
  });
  url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let i = 0; i < 150; i++) {
    const asked = spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]);
    if (asked.status === 0) return;
    await sleep(200);
  }
  throw new Error('PostgreSQL did not start');
});
afterAll(async () => {
  if (!server) return;
  const ended = new Promise(done => server!.once('exit', done));
  server.kill('SIGINT');
  await ended;
  await rm(folder, { recursive: true, force: true });
});

/** What is most likely to differ from one version to the next: SQL, policies, functions. */
const essence = [
  'migrate',
  'database',
  'case-walls',
  'case-courses',
  'audit',
  'worklists',
  'attachments',
].map(name => `src/postgres/${name}.test.ts`);

async function suite(files: readonly string[]): Promise<{ code: number | null; said: string }> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'adapters', ...files];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TEST_DATABASE_URL: url, MATRIX: 'whole', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', part => (said += part));
  const code = await new Promise<number | null>(done => child.once('exit', done));
  return { code, said };
}

describe.skipIf(!found)('on the PostgreSQL of this machine', () => {
  it(`the adapters pass (${short ? 'the essence' : 'all'})`, async () => {
    const { code, said } = await suite(short ? [...essence, 'test/adapters/walls/sql-matrix.test.ts'] : []);
    expect(code, said.slice(-6_000)).toBe(0);
  }, 2_400_000);
});
