import { randomBytes } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/postgres/embedded.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import type { Address } from '../../src/postgres/pool.ts';
import { clientConfig } from '../../src/postgres/pool.ts';
import { makeDatabase, makeRoles } from '../../src/postgres/roles.ts';
import { unpackBrowser } from './browser.ts';
import { buildForBrowser } from './built.ts';
import { roomyFolder } from './roomy-folder.ts';

/** What a test needs to make its own database on the one server of the run. */
export interface TestServer {
  superuser: Address;
  template: string;
  password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

// Both roles are the server's, and runs may share one.
const password = 'eservices-tests';

/**
 * Builds what browsers get and unpacks one, which files side by side may not do at once. Starts one embedded server in a temporary folder, or
 * takes the PostgreSQL of TEST_DATABASE_URL (as its superuser), and migrates a template that every test database is cloned from.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await Promise.all([buildForBrowser(), unpackBrowser().catch(() => {})]);
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { superuser: { url: given }, stop: async () => {} } : await startTemporary();
  const template = `eservices_template_${randomBytes(6).toString('hex')}`;
  try {
    await asSuperuser(server.superuser, async client => {
      await makeRoles(client, password);
      await makeDatabase(client, template);
    });
    await migrate(addressIn(server.superuser, template, 'eservices_owner', password), { demo: false });
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgres', { superuser: server.superuser, template, password });
  return async () => {
    await asSuperuser(server.superuser, client =>
      client.query(`drop database if exists ${template} with (force)`),
    );
    await server.stop();
  };
}

async function startTemporary() {
  const folder = roomyFolder('test');
  // As root the server runs as nobody, who must be able to pass.
  chmodSync(folder, 0o711);
  // Nobody cuts the power of this one: what is written need not reach the disk. Every test has pools of its own.
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=300'];
  const server = await startEmbedded(join(folder, 'data'), settings);
  return {
    superuser: server.superuser,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `superuser`'s server, as another role in another database. */
export function addressIn(superuser: Address, database: string, user: string, secret: string): Address {
  if (!superuser.url) return { ...superuser, database, user, password: secret };
  const url = new URL(superuser.url);
  url.pathname = `/${database}`;
  url.username = user;
  url.password = secret;
  return { url: url.href };
}

export async function asSuperuser<T>(address: Address, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(clientConfig(address));
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
