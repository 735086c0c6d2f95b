import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const key = 'x'.repeat(32);

describe('the settings', () => {
  it('need nothing for a first look on this machine', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', demo: false, trustProxy: false });
    expect(config.port).toBeUndefined();
    expect(config.databaseUrl).toBeUndefined();
  });

  it('name all that is wrong at once, without repeating secrets', () => {
    const wrong = { PORT: '99999', DATABASE_URL: 'mysql://u:hunter2@x/y', SECRET_KEY: 'short', DEMO: 'yes' };
    expect(() => readConfig(wrong)).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*DEMO[\s\S]*SECRET_KEY/);
    expect(() => readConfig(wrong)).not.toThrow(/hunter2|short\b.*short/);
  });

  it('never serve other machines without https', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(/BASE_URL/);
    expect(() => readConfig({ BASE_URL: 'http://eservices.example' })).toThrow(/https/);
    expect(readConfig({ HOST: '0.0.0.0', BASE_URL: 'https://eservices.example/' }).baseUrl).toBe(
      'https://eservices.example',
    );
  });

  it('ask for a key that outlives the process where the database does', () => {
    const url = 'postgres://eservices_app@db/eservices';
    expect(() => readConfig({ DATABASE_URL: url })).toThrow(/SECRET_KEY/);
    expect(readConfig({ DATABASE_URL: url, SECRET_KEY: key }).databaseUrl).toBe(url);
  });
});
