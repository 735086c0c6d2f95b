import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../words/words.ts';
import { comesFromHere, csrfMatches } from './csrf.ts';
import { BadInput, parse, unwrap } from './door.ts';
import { Forged, TooMany } from './errors.tsx';
import { admit, signInPath, type Verdict } from './guard.ts';
import { sourceOf } from './limits.ts';
import type { Reply } from './reply.ts';
import type { Ask, Route, Upload } from './route.ts';
import { isPlainForm, send, sendProblem } from './send.tsx';
import type { Serving } from './settings.ts';
import { readForm, refuseEarly } from './uploads.ts';
import { firstLook, recognize, uiOf, type Visit } from './visit.ts';

/** Puts one route of ours on the server: who may enter is settled before a byte of the body is read. */
export function serveRoute(server: FastifyInstance, serving: Serving, route: Route): void {
  server.route({
    method: route.method,
    url: route.url,
    onRequest: async (request, reply) => enter(request, reply, serving, route),
    handler: async (request, reply) => {
      if (request.visit?.fault) throw request.visit.fault;
      const ask = await askOf(request, serving, route);
      if (ask === undefined) return sendProblem(request, reply, serving, { why: 'missing', status: 404 });
      return send(request, reply, serving, await route.handle(ask));
    },
  });
}

async function enter(request: FastifyRequest, reply: FastifyReply, serving: Serving, route: Route) {
  checkProvenance(request, serving);
  if (route.multipart) refuseEarly(request.headers['content-length']);
  request.visit = await recognizeOrWait(request, serving);
  if (request.visit.fault) return;
  checkLimit(request, serving, route);
  reply.header('cache-control', isPublicPage(route, request.visit) ? 'private, no-cache' : 'no-store');
  const verdict = admit(route, request.visit.actor);
  if (verdict === 'enter') return;
  if (verdict === 'hidden') await auditRefusal(request.visit, serving, route);
  return turnAway(request, reply, serving, verdict);
}

/** With a form under way the fault is told once its fields are read. */
async function recognizeOrWait(request: FastifyRequest, serving: Serving): Promise<Visit> {
  try {
    return await recognize(request, serving);
  } catch (fault) {
    if (!isPlainForm(request)) throw fault;
    return { ...firstLook(request, serving), fault };
  }
}

/** Only what a visitor sees of a public page may stay in the browser, and is asked for again each time. */
function isPublicPage(route: Route, visit: Visit): boolean {
  return route.method === 'GET' && route.enter.includes('public') && visit.seen === null;
}

async function turnAway(
  request: FastifyRequest,
  reply: FastifyReply,
  serving: Serving,
  verdict: Exclude<Verdict, 'enter'>,
) {
  const visit = request.visit!;
  if (verdict === 'hidden') return sendProblem(request, reply, serving, { why: 'missing', status: 404 });
  if (visit.wantsJson) return reply.code(401).send({ error: 'signInFirst', reference: request.id });
  const doors = { 'open-link': '/p/open', 'open-workspace': '/w/open' } as const;
  const url = verdict === 'sign-in' ? signInPath(request.method, request.url, visit.ended) : doors[verdict];
  const answer: Reply = { kind: 'redirect', url, remember: visit.ended ? { session: null } : undefined };
  return send(request, reply, serving, answer);
}

/** A signed-in actor who tries a door that is not theirs leaves a row. */
async function auditRefusal(visit: Visit, serving: Serving, route: Route): Promise<void> {
  await serving.app.db.as(visit.actor, tx =>
    tx.audit.add({
      act: 'enter',
      what: 'route',
      ids: [],
      why: `${route.method} ${route.url}`,
      result: 'denied',
    }),
  );
}

function checkProvenance(request: FastifyRequest, serving: Serving): void {
  if (request.method !== 'POST') return;
  const { origin, host } = request.headers;
  const fetchSite = request.headers['sec-fetch-site'];
  const from = { origin, host, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined };
  if (!comesFromHere(from, serving.app.config.baseUrl)) throw new Forged();
}

/** Searches are counted by session where there is one, as a whole clinic may share one address. */
function checkLimit(request: FastifyRequest, serving: Serving, route: Route): void {
  if (route.limit === undefined || (route.limit === 'sign-in' && request.method === 'GET')) return;
  const visit = request.visit!;
  const who = visit.seen && route.limit === 'search' ? visit.secret : sourceOf(request.ip);
  const wait = serving.limits.take(route.limit, who, performance.now());
  if (wait > 0) throw new TooMany(wait);
}

/** The request, parsed; undefined when the parameters cannot be those of anything. */
async function askOf(request: FastifyRequest, serving: Serving, route: Route): Promise<Ask | undefined> {
  const visit = request.visit!;
  const params = paramsOf(request, route);
  if (params === undefined) return undefined;
  const query = parse(route.query, request.query);
  const posted = route.method === 'POST' ? await bodyOf(request, serving, route) : undefined;
  return {
    app: serving.app,
    actor: visit.actor,
    lang: visit.lang,
    words: words[visit.lang],
    params,
    query,
    body: posted?.body,
    files: posted?.files ?? [],
    ui: uiOf(visit, serving, request.url),
    receipt: posted?.receipt,
    turn: posted?.turn,
    ip: sourceOf(request.ip),
    url: request.url,
    session: request.cookies[serving.jar.session],
    email: visit.seen?.person?.email,
    wantsJson: visit.wantsJson,
  };
}

function paramsOf(request: FastifyRequest, route: Route): unknown {
  try {
    return parse(route.params, request.params);
  } catch (err) {
    if (err instanceof BadInput) return undefined;
    throw err;
  }
}

async function bodyOf(request: FastifyRequest, serving: Serving, route: Route) {
  const secret = request.visit!.secret;
  const genuine = (fields: Record<string, unknown>) => {
    if (!csrfMatches(serving.app.config.secretKey, secret, fields.csrf)) throw new Forged();
  };
  let fields = (request.body ?? {}) as Record<string, unknown>;
  let files: Upload[] = [];
  if (request.isMultipart()) {
    if (!route.multipart) throw new BadInput(['form']);
    ({ fields, files } = await readForm(request, genuine));
  } else {
    genuine(fields);
  }
  const posted = unwrap(fields);
  return { body: parse(route.body, posted.fields), files, receipt: posted.receipt, turn: posted.turn };
}
