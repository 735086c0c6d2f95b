import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { serveAssets } from './assets.ts';
import { Overloaded, problemOf } from './errors.tsx';
import { checkRoutes } from './guard.ts';
import { helmetOptions, permissionsPolicy } from './headers.ts';
import { serveHealth } from './health.ts';
import { Limits } from './limits.ts';
import { correlationId } from './log.ts';
import { makeMetrics, serveMetrics } from './metrics.ts';
import { sendProblem } from './send.tsx';
import { serveRoute } from './serve-route.ts';
import { cookieJar } from './session.ts';
import type { ServerOptions, Serving } from './settings.ts';
import { acceptUploads } from './uploads.ts';
import { firstLook, recognize } from './visit.ts';

/**
 * The HTTP server, not yet listening. Throws when a route does not say who may enter. A form may have 1 MB, a multipart
 * form what `uploadLimits` says.
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const routes = options.routes.filter(route => options.demo || !route.demoOnly);
  checkRoutes(routes);
  const jar = cookieJar(options.app.config.baseUrl);
  const serving: Serving = { ...options, routes, jar, limits: new Limits(), metrics: makeMetrics() };
  const server = bareServer(serving);
  await server.register(cookie);
  await server.register(helmet, helmetOptions(jar.secure, options.app.config.mapTiles?.url));
  await serveAssets(server, options.browserDir);
  serveHealth(server, options.app.db);
  serveMetrics(server, serving);
  await server.register(async pages => servePages(pages, serving));
  return server;
}

function bareServer(serving: Serving): FastifyInstance {
  const server = fastify({
    loggerInstance: serving.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: correlationId,
    requestIdHeader: false,
    trustProxy: serving.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    keepAliveTimeout: 20_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/-'),
  }) as unknown as FastifyInstance;
  server.decorateRequest('visit', null);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('permissions-policy', permissionsPolicy);
  });
  server.addHook('onResponse', async (request, reply) => record(request, reply, serving));
  server.setErrorHandler(async (err, request, reply) => answerFault(err, request, reply, serving));
  server.setNotFoundHandler(async (request, reply) => {
    request.visit = await recognize(request, serving).catch(() => firstLook(request, serving));
    return sendProblem(request, reply, serving, { why: 'missing', status: 404 });
  });
  return server;
}

/** An address that cannot be decoded is looked up as one that does not exist, so that it gets the same 404 as others. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split('?')[0]!).includes('\0');
  } catch {
    return false;
  }
}

/** Everything but health, metrics and files yields when the process is a second behind. */
async function servePages(pages: FastifyInstance, serving: Serving): Promise<void> {
  await pages.register(underPressure, {
    // A stall of a second or two is the machine's. Who answers nobody for longer is behind, and should not be asked more.
    maxEventLoopDelay: 5_000,
    sampleInterval: 1_000,
    pressureHandler: () => {
      throw new Overloaded();
    },
  });
  pages.removeAllContentTypeParsers();
  await pages.register(formbody, { bodyLimit: 1024 * 1024 });
  await acceptUploads(pages);
  for (const route of serving.routes) serveRoute(pages, serving, route);
}

async function answerFault(err: unknown, request: FastifyRequest, reply: FastifyReply, serving: Serving) {
  const problem = problemOf(err);
  if (problem.status >= 500) request.log.error({ err, route: patternOf(request) }, 'not served');
  request.visit ??= firstLook(request, serving);
  return sendProblem(request, reply, serving, problem);
}

/** One line and one count for each answer: method, pattern, status, time, kind of actor. */
function record(request: FastifyRequest, reply: FastifyReply, serving: Serving): void {
  const route = patternOf(request);
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  serving.metrics.seen(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
  const line = { method: request.method, route, status: reply.statusCode, ms, by: request.visit?.actor.kind };
  request.log.info(line, 'served');
}

function patternOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(none)';
}
