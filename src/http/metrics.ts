import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Serving } from './settings.ts';

/** Numbers of this process. Labels are methods, route patterns and status codes: nothing that came from outside. */
export interface Metrics {
  registry: Registry;
  seen(method: string, route: string, status: number, seconds: number): void;
}

/** A registry of its own, so that several servers may live in one process. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'eservices_' });
  const labelNames = ['method', 'route', 'status'] as const;
  const served = new Counter({
    name: 'eservices_http_requests_total',
    help: 'Answers by route pattern and status',
    labelNames,
    registers: [registry],
  });
  const took = new Histogram({
    name: 'eservices_http_request_seconds',
    help: 'Time to answer by route pattern',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return {
    registry,
    seen(method, route, status, seconds) {
      served.inc({ method, route, status: String(status) });
      took.observe({ method, route }, seconds);
    },
  };
}

/** /metrics, for a scraper on this machine or one that knows METRICS_TOKEN; for others there is no such page. */
export function serveMetrics(server: FastifyInstance, serving: Serving): void {
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(request, serving.metricsToken)) return reply.callNotFound();
    reply.header('content-type', serving.metrics.registry.contentType).header('cache-control', 'no-store');
    return reply.send(await serving.metrics.registry.metrics());
  });
}

/** With a token set, only the token opens; without one, only a direct connection from loopback, not through a proxy. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
  const direct = request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
  return direct && isLoopbackAddress(request.socket.remoteAddress);
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:::1|(?:::ffff:)?127\.)/.test(address);
}
