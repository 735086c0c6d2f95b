import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { EmbeddedRefused, findBinaries, serverIdentity } from './embedded-binaries.ts';
import { pidAlive } from './embedded-lock.ts';

/** It takes a second; a machine that does other things too may take longer. */
const patient = { timeout: 30_000, interval: 50 };

const asRoot = process.getuid?.() === 0;

let folder: string;
let children: Child[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eservices-embedded-'));
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  for (const child of children) child.process.kill('SIGKILL');
  children = [];
  const pid = postmaster();
  if (pid !== null && pidAlive(pid)) process.kill(pid, 'SIGQUIT');
  await expect.poll(() => pid !== null && pidAlive(pid), { timeout: 10_000 }).toBe(false);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function postmaster(): number | null {
  const file = join(folder, 'data', 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** A process of its own that uses the server. */
class Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(identity: { uid?: number; gid?: number } = {}) {
    const args = ['--import', 'tsx', 'test/support/embedded-child.ts', join(folder, 'data')];
    this.process = spawn(process.execPath, args, { stdio: 'pipe', ...identity });
    this.process.stderr.pipe(process.stderr);
    this.process.stdin.on('error', () => {});
    this.#lines = createInterface(this.process.stdout)[Symbol.asyncIterator]();
    children.push(this);
  }

  async line(): Promise<string> {
    return (await this.#lines.next()).value ?? 'gone';
  }

  /** Milliseconds its start took, and whether it made the database. */
  async ready(): Promise<{ ms: number; created: boolean }> {
    const [, ms, created] = (await this.line()).split(' ');
    return { ms: Number(ms), created: created === 'true' };
  }

  ask(): Promise<string> {
    this.process.stdin.write('ask\n');
    return this.line();
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.process.once('exit', resolve));
    this.process.stdin.write('stop\n');
    await gone;
  }
}

describe('the embedded server', () => {
  it('is shared, and the last to leave stops it', async () => {
    const first = new Child();
    const second = new Child();
    const [a, b] = await Promise.all([first.ready(), second.ready()]);
    expect([a.created, b.created].sort()).toEqual([false, true]);
    const pid = postmaster()!;
    expect(await first.ask()).toBe('eservices_app');
    await first.stop();
    expect(pidAlive(pid)).toBe(true);
    expect(await second.ask()).toBe('eservices_app');
    await second.stop();
    await expect.poll(() => pidAlive(pid)).toBe(false);
    const again = new Child();
    expect(await again.ready()).toMatchObject({ created: false });
    await again.stop();
  });

  it('is there from nothing, with a data folder of its own', async () => {
    const child = new Child();
    const { created } = await child.ready();
    await child.stop();
    rmSync(join(folder, 'data'), { recursive: true });
    expect(created).toBe(true);
  });

  it('keeps its data and its socket to itself', async () => {
    const child = new Child();
    await child.ready();
    for (const name of ['postgres', 'socket']) {
      const { mode, uid } = statSync(join(folder, 'data', name));
      expect(mode & 0o777).toBe(0o700);
      expect(uid).toBe(serverIdentity().uid ?? process.getuid?.());
    }
    await child.stop();
  });

  it('is brought back by the holder of the lock when it is killed', async () => {
    const child = new Child();
    await child.ready();
    const killed = postmaster()!;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => child.ask(), patient).toBe('eservices_app');
    expect(postmaster()).not.toBe(killed);
    await child.stop();
  });

  it('survives the process that started it, and another takes the lock', async () => {
    const first = new Child();
    await first.ready();
    const second = new Child();
    await second.ready();
    first.process.kill('SIGKILL');
    expect(await second.ask()).toBe('eservices_app');
    process.kill(postmaster()!, 'SIGKILL');
    await expect.poll(() => second.ask(), patient).toBe('eservices_app');
    const pid = postmaster()!;
    await second.stop();
    await expect.poll(() => pidAlive(pid)).toBe(false);
  });

  it('is taken over as it runs after the only process was killed', async () => {
    const first = new Child();
    await first.ready();
    const pid = postmaster()!;
    first.process.kill('SIGKILL');
    const second = new Child();
    await second.ready();
    expect(postmaster()).toBe(pid);
    await second.stop();
    await expect.poll(() => pidAlive(pid)).toBe(false);
  });

  it.runIf(asRoot)('runs for an ordinary user too', async () => {
    chmodSync(folder, 0o777);
    const child = new Child({ uid: 65_534, gid: 65_534 });
    await child.ready();
    expect(await child.ask()).toBe('eservices_app');
    expect(statSync(join(folder, 'data', 'postgres')).uid).toBe(65_534);
    await child.stop();
  });

  it('finds room for its socket when the path is long', async () => {
    const deep = join(folder, 'd'.repeat(90));
    const server = await startEmbedded(deep);
    expect(server.app.host!.length).toBeLessThan(80);
    expect(lstatSync(server.app.host!).mode & 0o777).toBe(0o700);
    await server.stop();
    rmSync(server.app.host!, { recursive: true });
  });
});

describe('the embedded server refuses in one clear line', () => {
  const refusal = (dir: string) =>
    startEmbedded(dir).then(
      () => expect.unreachable('it started'),
      (error: Error) => {
        expect(error).toBeInstanceOf(EmbeddedRefused);
        expect(error.message).not.toContain('\n');
        return error.message;
      },
    );

  it('data of another major version, and says the way out', async () => {
    mkdirSync(join(folder, 'data', 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'data', 'postgres', 'PG_VERSION'), '15\n');
    expect(await refusal(join(folder, 'data'))).toMatch(/PostgreSQL 15.*DATABASE_URL/);
  });

  it.runIf(asRoot)('a data folder that its user cannot reach, and makes nothing elsewhere', async () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o700 });
    expect(await refusal(join(folder, 'closed', 'data'))).toMatch(/closed is closed.*set DATA_DIR/);
    expect(existsSync(join(folder, 'closed', 'data', 'postgres'))).toBe(false);
  });
});

describe('the binaries', () => {
  const native = findBinaries(serverIdentity());
  const temporary = process.env.TMPDIR;
  afterEach(() => {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  });

  it.runIf(asRoot)('are copied to a private folder when the package is closed to their user', () => {
    const hidden = join(folder, 'hidden');
    mkdirSync(hidden, { mode: 0o700 });
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    const targets = new Set(links.map(link => join(native, '..', link.target)));
    // As after an install with --ignore-scripts: no links.
    cpSync(native, join(hidden, 'native'), { recursive: true, filter: source => !targets.has(source) });
    writeFileSync(join(hidden, 'package.json'), '{"version":"0.0.0-test"}');
    process.env.TMPDIR = folder;
    const found = findBinaries(serverIdentity(), join(hidden, 'native'));
    expect(found).toBe(join(folder, 'eservices-postgres-0.0.0-test-65534', 'native'));
    expect(statSync(join(found, '..')).mode & 0o777).toBe(0o700);
    expect(findBinaries(serverIdentity(), join(hidden, 'native'))).toBe(found);
    chmodSync(join(found, '..'), 0o755);
    expect(() => findBinaries(serverIdentity(), join(hidden, 'native'))).toThrow('not a private folder');
  });
});
