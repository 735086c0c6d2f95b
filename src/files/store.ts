import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { BlobKey, Files } from '../app/ports/files.ts';
import { sealWith } from './sealed.ts';

const blobName = /^[0-9a-f]{64}$/;

/** The store did not do what it was asked. The message has its status and code, never an address or a key. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
}

/** Milliseconds one request may take; then it is tried again, as after a failure of the store's own. */
const patience = 15_000;

/**
 * Files in a bucket of a store that speaks S3, sealed before they leave, one object each under the path of `address`:
 * `https://KEY:SECRET@host/bucket/prefix?region=ca-central-1`. An object is whole or not there. Nothing of the store is
 * trusted: what comes back changed is `FileDamaged`.
 */
export function filesInStore(address: string, secretKey: string): Files {
  const seal = sealWith(secretKey);
  const bucket = new Bucket(address);
  return {
    put: async bytes => {
      const blob = seal.nameOf(bytes);
      // Also when it is there: it becomes young again, and the sweep leaves it to the row that is about to name it.
      await bucket.write(blob, seal.close(blob, bytes));
      return blob;
    },
    get: async blob => {
      const sealed = await bucket.read(checked(blob));
      return sealed ? seal.open(blob, sealed) : null;
    },
    writtenBefore: before => bucket.writtenBefore(Date.parse(before)),
    remove: (blob, before) => bucket.remove(checked(blob), Date.parse(before)),
  };
}

/** Names come from rows, but a name is never trusted to be a path. */
function checked(blob: BlobKey): BlobKey {
  if (!blobName.test(blob)) throw new Error('not the name of a stored file');
  return blob;
}

class Bucket {
  readonly #client: AwsClient;
  readonly #home: URL;
  readonly #prefix: string;

  constructor(address: string) {
    const url = new URL(address);
    this.#client = new AwsClient({
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
      ...{ service: 's3', region: url.searchParams.get('region') ?? 'us-east-1', retries: 3 },
    });
    const [bucket, ...prefix] = url.pathname.split('/').filter(Boolean);
    this.#home = new URL(`/${bucket}`, url.origin);
    this.#prefix = prefix.map(part => `${part}/`).join('');
  }

  async write(blob: BlobKey, body: Uint8Array): Promise<void> {
    await this.#ask('PUT', blob, { body: Uint8Array.from(body) });
  }

  async read(blob: BlobKey): Promise<Uint8Array | null> {
    const found = await this.#ask('GET', blob);
    return found && new Uint8Array(await found.arrayBuffer());
  }

  /** Only what is still the object that was found old: an object put meanwhile has another tag. */
  async remove(blob: BlobKey, before: number): Promise<void> {
    const found = await this.#ask('HEAD', blob);
    const [at, tag] = [found?.headers.get('last-modified'), found?.headers.get('etag')];
    if (!at || Date.parse(at) >= before) return;
    await this.#ask('DELETE', blob, tag ? { headers: { 'if-match': tag } } : {});
  }

  async *writtenBefore(before: number): AsyncIterable<BlobKey> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = await this.#list(after);
      for (const { name, at } of page.objects) if (blobName.test(name) && at < before) yield name;
      after = page.next;
    }
  }

  /** A thousand names at a time (ListObjectsV2). Our names have no character that XML would write another way. */
  async #list(after: string) {
    const url = new URL(this.#home);
    url.searchParams.set('list-type', '2');
    url.searchParams.set('prefix', this.#prefix);
    if (after !== '') url.searchParams.set('continuation-token', after);
    const text = (await (await this.#send(url, { method: 'GET' }))?.text()) ?? '';
    const objects = [...text.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, one]) => ({
      name: within('Key', one!).slice(this.#prefix.length),
      at: Date.parse(within('LastModified', one!)),
    }));
    return { objects, next: within('NextContinuationToken', text) || undefined };
  }

  #ask(method: string, blob: BlobKey, more: RequestInit = {}): Promise<Response | null> {
    return this.#send(new URL(`${this.#home.pathname}/${this.#prefix}${blob}`, this.#home), {
      method,
      ...more,
    });
  }

  /** Null when there is no such object, or not the one that was meant. */
  async #send(url: URL, init: RequestInit): Promise<Response | null> {
    const digest = createHash('sha256').update((init.body as Uint8Array | undefined) ?? '');
    const headers = { ...init.headers, 'x-amz-content-sha256': digest.digest('hex') };
    const signal = AbortSignal.timeout(patience);
    const answer = await this.#client.fetch(url.href, { ...init, headers, signal });
    if (answer.ok) return answer;
    const code = within('Code', await answer.text().catch(() => ''));
    if (answer.status === 412 || (answer.status === 404 && code !== 'NoSuchBucket')) return null;
    throw new StoreFailed(`${init.method} of a file: ${answer.status} ${code}`);
  }
}

/** The text of the first element of that name; empty when there is none. */
function within(name: string, xml: string): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  return found
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
