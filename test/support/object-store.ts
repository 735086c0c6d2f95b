import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Kept {
  bytes: Buffer;
  at: Date;
}

/**
 * A store that speaks as much of S3 as files need, for one key: PUT, GET, HEAD, DELETE with If-Match and ListObjectsV2, in
 * pages of two. It believes nobody: every signature (AWS Signature Version 4) is worked out again from what arrived.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export class ObjectStore {
  readonly objects = new Map<string, Kept>();
  /** Answers the next requests with these statuses, first. */
  readonly troubles: number[] = [];
  readonly #secret: string;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(secret: string) {
    this.#secret = secret;
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const trouble = this.troubles.shift();
    if (trouble) return refuse(response, trouble, 'SlowDown');
    if (!this.#isSigned(request, body)) return refuse(response, 403, 'SignatureDoesNotMatch');
    const url = new URL(request.url!, 'http://store');
    const [bucket, ...rest] = url.pathname.slice(1).split('/');
    if (bucket !== 'papers') return refuse(response, 404, 'NoSuchBucket');
    const name = rest.join('/');
    if (name === '') return this.#list(url.searchParams, response);
    const found = this.objects.get(name);
    if (request.method === 'PUT') this.objects.set(name, { bytes: body, at: new Date() });
    else if (!found) return refuse(response, 404, 'NoSuchKey');
    if (request.method === 'DELETE') {
      if (request.headers['if-match'] !== tagOf(found!)) return refuse(response, 412, 'PreconditionFailed');
      this.objects.delete(name);
      response.statusCode = 204;
    }
    if (found && /^(GET|HEAD)$/.test(request.method!)) {
      response.setHeader('last-modified', found.at.toUTCString());
      response.setHeader('etag', tagOf(found));
    }
    response.end(request.method === 'GET' ? found!.bytes : undefined);
  }

  #list(asked: URLSearchParams, response: ServerResponse): void {
    const prefix = asked.get('prefix') ?? '';
    const names = [...this.objects.keys()].filter(name => name.startsWith(prefix)).sort();
    const from = Number(asked.get('continuation-token') ?? 0);
    const contents = names.slice(from, from + 2).map(name => {
      const { at } = this.objects.get(name)!;
      return `<Contents><Key>${name}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`;
    });
    const more = from + 2 < names.length;
    const next = more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
    response.end(`<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`);
  }

  #isSigned(request: IncomingMessage, body: Buffer): boolean {
    const given =
      /Credential=KEY\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w+)$/;
    const [, day, region, signed, signature] = given.exec(request.headers.authorization ?? '') ?? [];
    if (!day || sha256(body) !== request.headers['x-amz-content-sha256']) return false;
    const url = new URL(request.url!, 'http://store');
    const query = [...url.searchParams].map(pair => pair.map(encodeURIComponent).join('=')).sort();
    const headers = signed!.split(';').map(name => `${name}:${request.headers[name]}\n`);
    const asked = [request.method, url.pathname, query.join('&'), headers.join(''), signed, sha256(body)];
    const scope = `${day}/${region}/s3/aws4_request`;
    const words = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(asked.join('\n'))];
    const key = [day, region!, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${this.#secret}`);
    return hmac(key, words.join('\n')).toString('hex') === signature;
  }
}

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest('hex');
const hmac = (key: string | Buffer, what: string) => createHmac('sha256', key).update(what).digest();
const tagOf = ({ bytes }: Kept) => `"${createHash('md5').update(bytes).digest('hex')}"`;

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
}
