import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SharedServer } from '../../test/support/shared-server.ts';
import { startEmbedded } from './embedded.ts';
import { EmbeddedRefused, findBinaries, serverIdentity } from './embedded-binaries.ts';

const asRoot = process.getuid?.() === 0;

let server: SharedServer;
let folder: string;
beforeEach(() => {
  server = new SharedServer();
  folder = server.folder;
});
afterEach(() => server.remove());

describe('the embedded server', () => {
  it('is there from nothing, with a data folder of its own', async () => {
    const child = server.user();
    const { created } = await child.ready();
    await child.stop();
    rmSync(join(folder, 'data'), { recursive: true });
    expect(created).toBe(true);
  });

  it('keeps its data and its socket to itself', async () => {
    const child = server.user();
    await child.ready();
    for (const name of ['postgres', 'socket']) {
      const { mode, uid } = statSync(join(folder, 'data', name));
      expect(mode & 0o777).toBe(0o700);
      expect(uid).toBe(serverIdentity().uid ?? process.getuid?.());
    }
    await child.stop();
  });

  it('finds room for its socket when the path is long', async () => {
    const deep = join(folder, 'd'.repeat(90));
    const long = await startEmbedded(deep);
    expect(long.app.host!.length).toBeLessThan(80);
    expect(lstatSync(long.app.host!).mode & 0o777).toBe(0o700);
    await long.stop();
    rmSync(long.app.host!, { recursive: true });
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
