import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { visitor } from './app/actor.ts';
import type { App } from './app/app.ts';
import { shippedData } from './app/demo/shipped.ts';
import { handlersOf, slowHandlers } from './app/jobs/handlers.ts';
import { startWorker, type Worker } from './app/jobs/worker.ts';
import type { Anchor } from './app/ports/audit.ts';
import { realClock } from './app/ports/clock.ts';
import type { Database } from './app/ports/database.ts';
import type { Files } from './app/ports/files.ts';
import type { Job } from './app/ports/jobs.ts';
import { formReader } from './calculator/form-reader.ts';
import { type Config, ConfigError, isLoopbackHost } from './config.ts';
import { bundles } from './fhir/directory-bundle.ts';
import { requestBundle } from './fhir/request-bundle.ts';
import { clamd, noScanner } from './files/clamd.ts';
import { filesOnDisk } from './files/disk.ts';
import { picturesBySharp } from './files/pictures.ts';
import { filesInStore } from './files/store.ts';
import { freePort } from './free-port.ts';
import { readAssets } from './http/assets.ts';
import { makeLogger } from './http/log.ts';
import { buildServer } from './http/server.ts';
import { dataFolder, packageFolder } from './package-folder.ts';
import { pagesApart } from './pages/pages.ts';
import { pdfPrinter } from './pdf/printer.ts';
import { openDatabase } from './postgres/database.ts';
import { startEmbedded } from './postgres/embedded.ts';
import { checkFits, migrate } from './postgres/migrate.ts';
import type { Address } from './postgres/pool.ts';
import { openSignal } from './postgres/signal.ts';
import { routes } from './routes.ts';
import { keptSecretKey } from './secret-key.ts';
import { fill } from './wire-fill.ts';
import { payRulesIn } from './wire-pay.ts';
import { postOf } from './wire-post.ts';

/** Where the database is, and how to leave it. */
export interface DatabasePlace {
  app: Address;
  /** Absent when only the application's role is known: then nothing is migrated. */
  owner?: Address;
  /** Made by this start. */
  created: boolean;
  leave(): Promise<void>;
}

/** The product, put together from one set of settings. */
export interface Wired {
  app: App;
  /** A demo database. */
  demo: boolean;
  place: DatabasePlace;
  /** What answers requests, also before it listens. */
  server: FastifyInstance;
  /** Serves, and works off jobs: the address people open, and the port of this process. */
  listen(): Promise<{ url: string; port: number }>;
  /** Finishes the requests and jobs at hand, then lets go of everything. Safe to call twice. */
  stop(): Promise<void>;
}

/** Opens the database (starting the embedded one when none is named), brings it to this version and builds the rest. */
export async function wire(config: Config): Promise<Wired> {
  const place = await placeOf(config);
  try {
    if (place.owner) {
      await migrate(place.owner, { demo: () => becomesDemo(config) });
      await fill(place.owner);
    } else await checkFits(place.app);
    return await wireOn(place, config);
  } catch (err) {
    await place.leave();
    throw err;
  }
}

/** What a new database is to be. The embedded one is a demo unless somebody says otherwise; nobody may by accident. */
function becomesDemo(config: Config): boolean {
  const demo = config.demo ?? config.databaseUrl === undefined;
  if (demo && !isLoopbackHost(config.host))
    throw new ConfigError(
      `A new database becomes a demo, which HOST ${config.host} may not serve: set DEMO=0 for a real one`,
    );
  return demo;
}

async function placeOf(config: Config): Promise<DatabasePlace> {
  if (config.databaseUrl !== undefined) {
    const owner = config.ownerUrl === undefined ? undefined : { url: config.ownerUrl };
    return { app: { url: config.databaseUrl }, owner, created: false, leave: async () => {} };
  }
  const embedded = await startEmbedded(config.dataDir);
  const { app, owner, created } = embedded;
  return { app, owner, created, leave: () => embedded.stop() };
}

/** Builds the rest on a migrated database. */
export async function wireOn(
  place: DatabasePlace,
  config: Config,
  logger = loggerOf(config),
): Promise<Wired> {
  const port = config.port || (await freePort(config.host, config.port ?? 3000));
  const signal = openSignal(place.app);
  const onError = (err: Error) => logger.warn({ err }, 'an idle connection died');
  const db = openDatabase(place.app, { onError, onJobs: signal.ring });
  const letGo = async () => {
    await signal.close();
    await db.close();
  };
  try {
    const demo = await askDemo(db, config);
    const app = appOf(db, { config, demo, port, logger });
    const server = await serverOf(app, { config, demo, logger });
    let workers: Worker[] = [];
    const stop = once(async () => {
      await server.close();
      await Promise.all(workers.map(one => one.stop()));
      await app.mailer.close();
      await app.texter.close();
      await app.formReader.close();
      await app.pages.close();
      await letGo();
      await place.leave();
    });
    const listen = async () => {
      await server.listen({ host: config.host, port });
      const onFault = (err: unknown, job?: Job) =>
        logger.error({ err, kind: job?.kind, job: job?.id }, 'job failed');
      // The log is collected elsewhere: an anchor in it cannot be changed with the database.
      const keep = ({ number, hash }: Anchor) => logger.info({ seal: number, hash }, 'audit sealed');
      workers = [startWorker(app, handlersOf(keep), { signal, onError: onFault })];
      // Nobody waits for these: they look for themselves, and every other job does not wake them.
      if (app.pages.reads) workers.push(startWorker(app, slowHandlers, { onError: onFault, restMs: 3_000 }));
      return { url: app.config.baseUrl, port };
    };
    return { app, demo, place, server, listen, stop };
  } catch (err) {
    await letGo();
    throw err;
  }
}

/** Is this a demo database? Refuses one that others could reach, and one that is not set up. */
async function askDemo(db: Database, config: Config): Promise<boolean> {
  const demo = await db
    .as(visitor, tx => tx.demo.isDemo())
    .catch((err: Error & { code?: string }) => {
      if (err.code !== '42P01' && err.code !== '42501') throw err;
      throw new ConfigError(
        'The database is not set up: set DATABASE_OWNER_URL, or run npx eservices migrate',
      );
    });
  if (demo && !isLoopbackHost(config.host)) {
    throw new ConfigError(
      `This is a demo database: it is served on this machine alone, not on HOST ${config.host}`,
    );
  }
  return demo;
}

function appOf(db: Database, given: { config: Config; demo: boolean; port: number; logger: Logger }): App {
  const { config, demo, port, logger } = given;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const baseUrl = config.baseUrl ?? `http://${host}:${port}`;
  const secretKey = config.secretKey ?? keptSecretKey(config.dataDir);
  const files = filesOf(config, secretKey);
  const scanner = config.scannerUrl === undefined ? noScanner : clamd(config.scannerUrl);
  const printer = pdfPrinter(join(dataFolder(), 'fonts'));
  const texts = config.smsUrl !== undefined || demo;
  return {
    db,
    files,
    scanner,
    pictures: picturesBySharp(),
    formReader: formReader(),
    pages: pagesApart(),
    ...postOf(config, { db, demo, baseUrl, logger, printer }),
    clock: realClock,
    bundles,
    printer,
    requestBundle,
    lists: shippedData(dataFolder()).lists,
    config: { baseUrl, secretKey, mapTiles: config.mapTiles, texts, payRules: payRulesIn(config) },
  };
}

function filesOf(config: Config, secretKey: string): Files {
  if (config.filesUrl !== undefined) return filesInStore(config.filesUrl, secretKey);
  return filesOnDisk(join(config.dataDir, 'files'), secretKey);
}

async function serverOf(app: App, given: { config: Config; demo: boolean; logger: Logger }) {
  const { config, demo, logger } = given;
  const browserDir = join(packageFolder(), 'dist', 'browser');
  const { trustProxy, metricsToken } = config;
  const asset = readAssets(browserDir);
  return buildServer({ app, routes, demo, trustProxy, metricsToken, browserDir, asset, logger });
}

/** Lines on standard error, so that standard output has the address alone. A first look needs warnings only. */
function loggerOf(config: Config): Logger {
  return makeLogger(config.logLevel ?? (config.databaseUrl === undefined ? 'warn' : 'info'), process.stderr);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}
