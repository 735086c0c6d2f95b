import type { FastifyInstance } from 'fastify';
import type { Database } from '../app/ports/database.ts';

/**
 * /health/live: the process answers. /health/ready: the database answers too, asked on a connection that does not wait
 * behind requests; 503 while it is away, so that a load balancer looks elsewhere.
 */
export function serveHealth(server: FastifyInstance, db: Database): void {
  server.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  server.get('/health/ready', async (_request, reply) => {
    const ready = await db.ready();
    reply.header('cache-control', 'no-store');
    if (ready) return reply.send({ status: 'ready' });
    return reply.code(503).header('retry-after', '5').send({ status: 'database away' });
  });
}
