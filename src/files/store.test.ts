import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ObjectStore } from '../../test/support/object-store.ts';
import { FileDamaged } from '../app/ports/files.ts';
import { filesInStore, StoreFailed } from './store.ts';

const secretKey = 'a secret of thirty-two characters';
const store = new ObjectStore('s/ecret+');
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const text = (words: string) => new TextEncoder().encode(words);
let host: string;
const inStore = (path: string, secret = 's%2Fecret%2B') =>
  filesInStore(`http://KEY:${secret}@${host}/${path}?region=ca-central-1`, secretKey);

beforeAll(async () => {
  host = await store.start();
});
afterAll(() => store.stop());
beforeEach(() => store.objects.clear());

describe('files in a store that speaks S3', () => {
  it('come back as they were put, and equal bytes are kept once', async () => {
    const files = inStore('papers/clinic/one');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async bytes => {
        const blob = await files.put(bytes);
        expect(await files.put(bytes.slice())).toBe(blob);
        expect(store.objects.has(`clinic/one/${blob}`)).toBe(true);
        expect(Buffer.from((await files.get(blob))!).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 20 },
    );
    expect(await files.get('0'.repeat(64))).toBeNull();
    await expect(files.get('../other')).rejects.toThrow('not the name');
  });

  it('cannot be read by the store, and what it changed is found out', async () => {
    const files = inStore('papers');
    const blob = await files.put(text('Medication history of Rosalind Achterberg'));
    const kept = store.objects.get(blob)!;
    expect(kept.bytes.toString('latin1')).not.toContain('Achterberg');
    kept.bytes[20]! ^= 1;
    await expect(files.get(blob)).rejects.toThrow(FileDamaged);
  });

  it('are listed for the sweep by age, page by page, and put again are young again', async () => {
    const files = inStore('papers/clinic');
    const blobs = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(words => files.put(text(words))));
    store.objects.set('clinic/something-else', { bytes: Buffer.of(1), at: new Date(0) });
    store.objects.set(`other/${'0'.repeat(64)}`, { bytes: Buffer.of(1), at: new Date(0) });
    for (const blob of blobs.slice(1)) store.objects.get(`clinic/${blob}`)!.at = new Date(0);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const old: string[] = [];
    for await (const blob of files.writtenBefore(yesterday)) old.push(blob);
    expect(old.sort()).toEqual(blobs.slice(1).sort());
    await files.put(text('b'));
    for (const blob of blobs) await files.remove(blob, yesterday);
    expect([...store.objects.keys()].filter(name => name.startsWith('clinic/')).sort()).toEqual(
      [`clinic/${blobs[0]}`, `clinic/${blobs[1]}`, 'clinic/something-else'].sort(),
    );
    await files.remove(blobs[0]!, tomorrow());
    expect(await files.get(blobs[0]!)).toBeNull();
  });

  it('are asked for again when the store is busy, and the wrong key or bucket is told by its name alone', async () => {
    const files = inStore('papers');
    store.troubles.push(503, 500);
    const blob = await files.put(text('patience'));
    expect(await files.get(blob)).not.toBeNull();
    store.troubles.push(503, 503, 503, 503);
    await expect(files.get(blob)).rejects.toThrow(new StoreFailed('GET of a file: 503 SlowDown'));
    const wrong = inStore('papers', 'wrong').put(text('x'));
    await expect(wrong).rejects.toThrow(new StoreFailed('PUT of a file: 403 SignatureDoesNotMatch'));
    await expect(inStore('nothing').get(blob)).rejects.toThrow(StoreFailed);
  });
});
