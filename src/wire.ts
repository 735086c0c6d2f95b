import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { App } from './app/app.ts';
import { realClock } from './app/ports/clock.ts';
import type { Files } from './app/ports/files.ts';
import { type Config, ConfigError, isLoopbackHost } from './config.ts';
import { clamd, noScanner } from './files/clamd.ts';
import { filesOnDisk } from './files/disk.ts';
import { freePort } from './free-port.ts';
import { readAssets } from './http/assets.ts';
import { languageRoutes } from './http/language.ts';
import { makeLogger } from './http/log.ts';
import type { Route } from './http/route.ts';
import { buildServer } from './http/server.ts';
import { openDatabase } from './postgres/database.ts';
import { startEmbedded } from './postgres/embedded.ts';
import { migrate } from './postgres/migrate.ts';
import type { Address } from './postgres/pool.ts';
import { keptSecretKey } from './secret-key.ts';
import { routes as accountRoutes } from './web/account/account.tsx';
import { routes as signInRoutes } from './web/account/sign-in.tsx';
import { routes as signOutRoutes } from './web/account/sign-out.ts';
import { routes as accessibilityRoutes } from './web/public/accessibility.tsx';
import { routes as frontRoutes } from './web/public/front.tsx';
import { routes as joinRoutes } from './web/public/join.tsx';
import { routes as privacyRoutes } from './web/public/privacy.tsx';

/** Every page of the product. */
export const routes: readonly Route[] = [
  ...languageRoutes,
  ...signInRoutes,
  ...signOutRoutes,
  ...accountRoutes,
  ...frontRoutes,
  ...joinRoutes,
  ...privacyRoutes,
  ...accessibilityRoutes,
];

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
  /** Serves, and works off jobs: the address people open, and the port of this process. */
  listen(): Promise<{ url: string; port: number }>;
  /** Finishes the requests and jobs at hand, then lets go of everything. Safe to call twice. */
  stop(): Promise<void>;
}

/** Opens the database (starting the embedded one when none is named), brings it to this version and builds the rest. */
export async function wire(config: Config): Promise<Wired> {
  const place = await placeOf(config);
  try {
    if (place.owner) await migrate(place.owner, { demo: config.demo ?? place.created });
    return await wireOn(place, config);
  } catch (err) {
    await place.leave();
    throw err;
  }
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
  const baseUrl =
    config.baseUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  const secretKey = config.secretKey ?? keptSecretKey(config.dataDir);
  const db = openDatabase(place.app, { onError: err => logger.warn({ err }, 'an idle connection died') });
  const app: App = {
    ...{ db, clock: realClock, config: { baseUrl, secretKey } },
    files: filesOf(config, secretKey),
    scanner: config.scannerUrl === undefined ? noScanner : clamd(config.scannerUrl),
  };
  const demo = await db.as({ kind: 'visitor' }, tx => tx.demo.isDemo());
  if (demo && !isLoopbackHost(config.host)) {
    await db.close();
    throw new ConfigError(
      `This is a demo database: it is served on this machine alone, not on HOST ${config.host}`,
    );
  }
  const server = await serverOf(app, { config, demo, logger });
  const stop = once(async () => {
    await server.close();
    await db.close();
    await place.leave();
  });
  const listen = async () => {
    await server.listen({ host: config.host, port });
    return { url: baseUrl, port };
  };
  return { app, demo, place, listen, stop };
}

function filesOf(config: Config, secretKey: string): Files {
  if (config.filesUrl !== undefined) {
    throw new ConfigError('FILES_URL is for a store that this version does not have: leave it out');
  }
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

/** The folder of package.json, from the sources and from the bundle alike. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}
