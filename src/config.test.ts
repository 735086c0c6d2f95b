import { describe, expect, it } from 'vitest';
import { ConfigError, isLoopbackHost, readConfig } from './config.ts';

const secret = 's'.repeat(32);
const server = { DATABASE_URL: 'postgres://eservices_app:x@db/eservices', SECRET_KEY: secret };

describe('the settings', () => {
  it('need nothing on a laptop', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', trustProxy: false });
    expect(
      Object.values(readConfig({ DATABASE_URL: '  ' })).filter(value => value !== undefined),
    ).toHaveLength(3);
  });

  it('are those of a server when they say so', () => {
    const given = {
      ...server,
      HOST: '0.0.0.0',
      BASE_URL: 'https://e.example.ca/',
      TRUST_PROXY: '10.0.0.0/8, ::1',
    };
    expect(readConfig(given)).toMatchObject({
      ...{ baseUrl: 'https://e.example.ca', trustProxy: '10.0.0.0/8, ::1', databaseUrl: server.DATABASE_URL },
    });
    expect(readConfig({ TRUST_PROXY: 'loopback', DEMO: '0', PORT: '0' })).toMatchObject({
      ...{ trustProxy: 'loopback', demo: false, port: 0 },
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { PORT: '80a' }, /^PORT must be a number/],
    ['a port too high', { PORT: '65536' }, /^PORT must be a number/],
    ['a host that is none', { HOST: 'a b' }, /^HOST must be/],
    ['http to the world', { BASE_URL: 'http://e.example.ca' }, /^BASE_URL must be https/],
    ['an address with a path', { BASE_URL: 'https://e.example.ca/app' }, /^BASE_URL must be an origin/],
    ['an address of another kind', { BASE_URL: 'ftp://e.example.ca' }, /^BASE_URL must look like/],
    ['the world without an address', { HOST: '0.0.0.0' }, /^BASE_URL is needed/],
    ['a server without a key', { DATABASE_URL: server.DATABASE_URL }, /^SECRET_KEY is needed/],
    [
      'tiles of many hosts',
      { MAP_TILES_URL: 'https://{s}.t.ca/{z}/{x}/{y}.png', MAP_TILES_CREDIT: 'Us' },
      /^MAP_TILES_URL must look/,
    ],
    [
      'tiles in the open',
      { MAP_TILES_URL: 'http://t.ca/{z}/{x}/{y}.png', MAP_TILES_CREDIT: 'Us' },
      /^MAP_TILES_URL must look/,
    ],
    [
      'tiles without a place',
      { MAP_TILES_URL: 'https://t.ca/{z}.png', MAP_TILES_CREDIT: 'Us' },
      /^MAP_TILES_URL must look/,
    ],
    [
      'tiles nobody is thanked for',
      { MAP_TILES_URL: 'https://t.ca/{z}/{x}/{y}.png' },
      /^MAP_TILES_CREDIT is needed/,
    ],
    ['thanks for no tiles', { MAP_TILES_CREDIT: 'Us' }, /^MAP_TILES_URL is needed/],
    ['a store without a key', { FILES_URL: 'https://s3.e.ca/bucket' }, /^FILES_URL must look/],
    ['a store in the open', { FILES_URL: 'http://k:s@s3.e.ca/bucket' }, /^FILES_URL must look/],
    ['a store without a bucket', { FILES_URL: 'https://k:s@s3.e.ca/' }, /^FILES_URL must look/],
    ['a short key', { ...server, SECRET_KEY: 'short' }, /^SECRET_KEY must have at least 32/],
    [
      'a database of another kind',
      { ...server, DATABASE_URL: 'mysql://db/x' },
      /^DATABASE_URL must look like/,
    ],
    ['an owner alone', { DATABASE_OWNER_URL: 'postgres://o@db/x' }, /^DATABASE_URL is needed/],
    ['one role for both', { ...server, DATABASE_OWNER_URL: server.DATABASE_URL }, /must be two roles/],
    [
      'a demo for the world',
      { DEMO: '1', HOST: '0.0.0.0', BASE_URL: 'https://e.example.ca' },
      /^DEMO=1 is refused/,
    ],
    ['a demo of a third kind', { DEMO: 'yes' }, /^DEMO must be 0 or 1/],
    ['trust in everybody', { TRUST_PROXY: 'true' }, /^TRUST_PROXY must be/],
    ['trust in every address', { TRUST_PROXY: '0.0.0.0/0' }, /^TRUST_PROXY must be/],
    ['mail by another way', { SMTP_URL: 'http://mail' }, /^SMTP_URL must look like/],
    ['a level that is none', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be/],
    [
      'http to itself from the world',
      { HOST: '::', BASE_URL: 'http://127.0.0.1:3000' },
      /^BASE_URL is needed/,
    ],
    ['a short token', { METRICS_TOKEN: 'abc' }, /^METRICS_TOKEN must have/],
  ])('refuse %s in one line', (_, env, line) => {
    try {
      readConfig(env);
      expect.unreachable('it was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      const { problems } = error as ConfigError;
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(line);
      expect(problems[0]).not.toContain('\n');
    }
  });

  it('tell everything that is wrong at once, and never a secret', () => {
    const all = () => readConfig({ PORT: 'x', DEMO: 'x', SECRET_KEY: 'hunter2' });
    expect(all).toThrow(/PORT .*\nSECRET_KEY .*\nDEMO /);
    expect(all).not.toThrow(/hunter2/);
  });

  it('know this machine by its names', () => {
    expect(['127.0.0.1', '127.9.9.9', 'localhost', '::1', '[::1]'].every(isLoopbackHost)).toBe(true);
    expect(['0.0.0.0', '::', '127.0.0.1.example.ca', '10.0.0.1'].some(isLoopbackHost)).toBe(false);
  });
});
