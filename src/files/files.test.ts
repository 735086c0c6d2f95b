import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileDamaged } from '../app/ports/files.ts';
import { clamd, noScanner } from './clamd.ts';
import { filesOnDisk } from './disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'eservices-files-'));
const secretKey = 'a secret of thirty-two characters';
const files = filesOnDisk(join(folder, 'files'), secretKey);
const pathOf = (blob: string) => join(folder, 'files', blob.slice(0, 2), blob.slice(2));
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const text = (words: string) => new TextEncoder().encode(words);
const listed = async (before: string) => {
  const found: string[] = [];
  for await (const blob of files.writtenBefore(before)) found.push(blob);
  return found;
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files on disk', () => {
  it('come back as they were put, and equal bytes are kept once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async bytes => {
        const blob = await files.put(bytes);
        expect(await files.put(bytes.slice())).toBe(blob);
        expect(Buffer.from((await files.get(blob))!).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(await files.get('0'.repeat(64))).toBeNull();
  });

  it('cannot be read from the disk, nor known by their name, nor opened by anybody else', async () => {
    const blob = await files.put(text('Medication history of Rosalind Achterberg'));
    expect(readFileSync(pathOf(blob)).toString('latin1')).not.toContain('Achterberg');
    expect(await filesOnDisk(join(folder, 'other'), `${secretKey}!`).put(text('x'))).not.toBe(
      await files.put(text('x')),
    );
    expect(statSync(pathOf(blob)).mode & 0o077).toBe(0);
  });

  it('that were changed, cut or swapped are found out', async () => {
    const one = await files.put(text('one'));
    const two = await files.put(text('two'));
    const sealed = readFileSync(pathOf(one));
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i]! ^= 1;
      writeFileSync(pathOf(one), changed);
      await expect(files.get(one)).rejects.toThrow(FileDamaged);
    }
    writeFileSync(pathOf(one), sealed.subarray(0, -1));
    await expect(files.get(one)).rejects.toThrow(FileDamaged);
    writeFileSync(pathOf(two), sealed);
    await expect(files.get(two)).rejects.toThrow(FileDamaged);
  });

  it('never leave their folder', async () => {
    await expect(files.get('../../etc/passwd')).rejects.toThrow();
    await expect(files.remove(`${'0'.repeat(63)}/`, tomorrow())).rejects.toThrow();
  });

  it('are listed for the sweep by age, and put again are young again', async () => {
    const blob = await files.put(text('old'));
    const long = new Date(Date.now() - 48 * 3600_000);
    utimesSync(pathOf(blob), long, long);
    const before = new Date(Date.now() - 24 * 3600_000).toISOString();
    expect(await listed(before)).toEqual([blob]);
    await files.put(text('old'));
    await files.remove(blob, before);
    expect(await files.get(blob)).not.toBeNull();
    await files.remove(blob, tomorrow());
    expect(await files.get(blob)).toBeNull();
  });

  it('half-written by a crash are cleared away and never listed', async () => {
    const blob = await files.put(text('whole'));
    writeFileSync(`${pathOf(blob)}.abcdef.part`, 'half');
    const found = await listed(tomorrow());
    expect(found).toContain(blob);
    expect(found.every(one => /^[0-9a-f]{64}$/.test(one))).toBe(true);
    expect(readdirSync(join(folder, 'files', blob.slice(0, 2))).some(one => one.endsWith('.part'))).toBe(
      false,
    );
  });
});

describe('the scanner', () => {
  let server: Server;
  let answer: (bytes: Buffer) => string | undefined;
  const path = join(folder, 'clamd.sock');

  beforeAll(async () => {
    chmodSync(folder, 0o700);
    server = createServer(socket => {
      let got = Buffer.alloc(0);
      socket.on('error', () => {});
      socket.on('data', part => {
        got = Buffer.concat([got, part]);
        if (got.length >= 14 && got.subarray(-4).equals(Buffer.alloc(4))) {
          const said = answer(got);
          if (said !== undefined) socket.end(said);
        }
      });
    });
    await new Promise<void>(resolve => server.listen(path, resolve));
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));

  const scan = (timeoutMs?: number) =>
    clamd(`unix:${path}`, timeoutMs).scan(new Uint8Array(600_000).fill(65));

  it('is sent every byte in chunks and believed when it says clean or found', async () => {
    let size = 0;
    answer = got => {
      for (let at = 10; at < got.length; ) {
        const part = got.readUInt32BE(at);
        size += part;
        at += 4 + part;
      }
      return 'stream: OK\0';
    };
    expect(await scan()).toBe('clean');
    expect(size).toBe(600_000);
    answer = () => 'stream: Win.Test.EICAR_HDB-1 FOUND\0';
    expect(await scan()).toBe('infected');
  });

  it('that fails, refuses, hangs or is gone leaves the file unscanned, never clean', async () => {
    for (const said of ['INSTREAM size limit exceeded. ERROR\0', '', 'OK']) {
      answer = () => said;
      expect(await scan()).toBe('unavailable');
    }
    answer = () => undefined;
    expect(await scan(50)).toBe('unavailable');
    expect(await clamd(`unix:${path}.gone`).scan(text('x'))).toBe('unavailable');
    expect(await clamd('tcp://127.0.0.1:1').scan(text('x'))).toBe('unavailable');
    expect(await noScanner.scan(text('x'))).toBe('unchecked');
  });
});
