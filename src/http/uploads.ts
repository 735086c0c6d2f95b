import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BadInput } from './door.ts';
import type { Upload } from './route.ts';

const megabyte = 1024 * 1024;

/** Of one form: 10 MB a file, 5 files, 25 MB in all. A case holds 50 MB, which the domain counts. */
export const uploadLimits = { file: 10 * megabyte, files: 5, total: 25 * megabyte };

/** How many forms with files are read at once in this process, as they are held in memory. */
const atOnce = 4;
/** How long the rest wait for their turn before they are asked to come back. */
const patience = 15_000;
let reading = 0;
const queue: (() => void)[] = [];

/** The form carries more than it may: 413. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Too much is going on: 503 with Retry-After. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Lets routes read multipart forms, part by part; nothing is read before the route asks for it. */
export async function acceptUploads(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    throwFileSizeLimit: true,
    limits: {
      fileSize: uploadLimits.file,
      files: uploadLimits.files,
      fields: 400,
      fieldSize: 200_000,
      fieldNameSize: 100,
      parts: 400,
      headerPairs: 20,
    },
  });
}

/** Throws TooLarge from the announced length, before a byte of the body is read. */
export function refuseEarly(contentLength: string | undefined): void {
  if (contentLength !== undefined && Number(contentLength) > uploadLimits.total + megabyte)
    throw new TooLarge();
}

/**
 * Reads the form as it streams in. `mayContinue` is shown the fields so far before the first file is taken, so that a
 * form without its csrf field is refused before its files are read. An empty file input is no file.
 */
export async function readForm(
  request: FastifyRequest,
  mayContinue: (fields: Record<string, unknown>) => void,
): Promise<{ fields: Record<string, unknown>; files: Upload[] }> {
  if (reading >= atOnce) await turn();
  else reading += 1;
  try {
    return await collect(request, mayContinue);
  } finally {
    // Whoever waits takes over the place; nobody comes between.
    const next = queue.shift();
    if (next) next();
    else reading -= 1;
  }
}

/** Resolves when a place was handed over; throws `Busy` when that takes too long. */
function turn(): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = () => {
      clearTimeout(timer);
      resolve();
    };
    const giveUp = () => {
      queue.splice(queue.indexOf(take), 1);
      reject(new Busy());
    };
    const timer = setTimeout(giveUp, patience);
    queue.push(take);
  });
}

async function collect(request: FastifyRequest, mayContinue: (fields: Record<string, unknown>) => void) {
  const fields: Record<string, unknown> = {};
  const files: Upload[] = [];
  let total = 0;
  for await (const part of partsOf(request)) {
    if (part.type === 'field') {
      if (part.fieldnameTruncated || part.valueTruncated) throw new TooLarge();
      addField(fields, part.fieldname, part.value);
      continue;
    }
    mayContinue(fields);
    const bytes = await part.toBuffer().catch(malformed);
    total += bytes.length;
    if (total > uploadLimits.total) throw new TooLarge();
    if (part.filename !== '' && part.filename !== undefined) {
      files.push({ field: part.fieldname, name: part.filename, bytes });
    }
  }
  mayContinue(fields);
  return { fields, files };
}

async function* partsOf(request: FastifyRequest) {
  try {
    yield* request.parts();
  } catch (error) {
    malformed(error);
  }
}

/** What is not a form at all, or ends too early, is the sender's fault; the parser says so with errors that have no code. */
function malformed(error: unknown): never {
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  if (error instanceof Error && statusCode === undefined && code === undefined && error.name === 'Error')
    throw new BadInput(['form']);
  throw error;
}

function addField(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') throw new BadInput([name]);
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  fields[name] = before === undefined ? value : [before, value].flat();
}
