import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secret } from '../app/ports/ids.ts';
import { render } from '../ui/render.ts';
import { csrfMatches } from './csrf.ts';
import { ErrorPage, type Problem } from './errors.tsx';
import type { FileReply, Remember, Reply } from './reply.ts';
import { cookieFlags } from './session.ts';
import type { Serving } from './settings.ts';
import { firstLook, uiOf, type Visit } from './visit.ts';

const zip = promisify(gzip);
const year = 365 * 24 * 3600;

/** Sends what a handler answered. */
export async function send(request: FastifyRequest, reply: FastifyReply, serving: Serving, answer: Reply) {
  switch (answer.kind) {
    case 'page':
      remember(reply, serving, answer.remember);
      return sendPage(request, reply, serving, answer);
    case 'redirect':
      remember(reply, serving, answer.remember);
      return reply.code(303).header('location', answer.url).send();
    case 'json':
      return reply.code(answer.status).send(answer.value);
    case 'file':
      return sendFile(reply, answer.file);
    case 'missing':
      return sendProblem(request, reply, serving, { why: 'missing', status: 404 });
    default:
      answer satisfies never;
  }
}

/** Sends a page, or a short JSON object to who asked for JSON, that says why the request was not served. */
export async function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  serving: Serving,
  problem: Problem,
) {
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  reply.header('cache-control', 'no-store');
  const visit = request.visit ?? firstLook(request, serving);
  if (visit.wantsJson) {
    const { why, fields } = problem;
    return reply.code(problem.status).send({ error: why, fields, reference: request.id });
  }
  const retry = problem.why === 'away' || problem.why === 'tooMany' || problem.why === 'broken';
  const resend = retry ? resendOf(request, visit, serving.app.config.secretKey) : undefined;
  const again = retry && request.method === 'GET' ? request.url : undefined;
  const vnode = <ErrorPage problem={problem} id={request.id} again={again} resend={resend} />;
  // What was wrong with a query is not carried on in the language link.
  const path = problem.why === 'badInput' ? request.url.split('?')[0]! : request.url;
  return sendPage(request, reply, serving, { vnode, status: problem.status, path });
}

/**
 * What a form of ours carried, so that nobody types it twice; not for forms with a password or files. The form shown gets
 * a fresh token, so one that came without a good one is not shown.
 */
function resendOf(request: FastifyRequest, visit: Visit, secretKey: string) {
  const fields = request.body;
  if (!isPlainForm(request) || typeof fields !== 'object' || fields === null) return undefined;
  const { csrf, ...rest } = fields as Record<string, unknown>;
  if (!csrfMatches(secretKey, visit.secret, csrf)) return undefined;
  if (Object.keys(rest).some(name => /password/i.test(name))) return undefined;
  const pairs = Object.entries(rest).flatMap(([name, value]) =>
    [value].flat().map(one => [name, String(one)] as const),
  );
  return { action: request.url, fields: pairs };
}

/** A posted form without files. */
export function isPlainForm(request: FastifyRequest): boolean {
  const type = request.headers['content-type'] ?? '';
  return request.method === 'POST' && type.startsWith('application/x-www-form-urlencoded');
}

async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  serving: Serving,
  page: Pick<Extract<Reply, { kind: 'page' }>, 'vnode' | 'status'> & { path?: string },
) {
  const visit = request.visit ?? firstLook(request, serving);
  const html = render(page.vnode, uiOf(visit, serving, page.path ?? request.url));
  if (visit.newSecret) {
    visit.newSecret = false;
    reply.setCookie(serving.jar.visit, visit.secret, cookieFlags(serving.jar));
  }
  reply
    .code(page.status)
    .type('text/html; charset=utf-8')
    .header('content-language', `${visit.lang}-CA`)
    .header('vary', 'Accept, Accept-Encoding, Accept-Language, Cookie');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(html);
  return reply.header('content-encoding', 'gzip').send(await zip(html, { level: 5 }));
}

function remember(reply: FastifyReply, serving: Serving, what: Remember | undefined): void {
  const { jar } = serving;
  if (what?.session) {
    reply.setCookie(jar.session, what.session, cookieFlags(jar));
    reply.clearCookie(jar.visit, cookieFlags(jar));
  }
  if (what?.session === null) {
    reply.clearCookie(jar.session, cookieFlags(jar));
    reply.setCookie(jar.visit, secret(), cookieFlags(jar));
  }
  if (what?.lang) reply.setCookie(jar.lang, what.lang, cookieFlags(jar, year));
  if (what?.textSize) reply.setCookie(jar.textSize, what.textSize, cookieFlags(jar, year));
}

/** A file opens in the browser only when the handler says so, and then without any right to run or load anything. */
function sendFile(reply: FastifyReply, { bytes, type, name, inline, cache }: FileReply) {
  if (cache !== undefined) reply.header('cache-control', `public, max-age=${cache}`);
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply
    .type(type)
    .header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${full}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
