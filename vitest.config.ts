import { defineConfig } from 'vitest/config';

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };

/** A build shares its machine: what fails there is tried again, what fails three times is broken. Nobody else gets a second try. */
const busy = process.env.CI ? 2 : 0;

/**
 * Four projects. rules: pure, need nothing. adapters: a real PostgreSQL, a database each. journeys: the whole product in a
 * real browser. long: kill loops, races, model runs, fuzz.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...jsx,
        test: {
          name: 'rules',
          // Property tests run thousands of cases, on machines that do other things too.
          testTimeout: 30_000,
          include: ['src/*.test.ts', 'src/{domain,words,ui,app,http}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      {
        ...jsx,
        test: {
          name: 'adapters',
          include: [
            'src/{postgres,mail,files,pdf,web,portal,cli}/**/*.test.{ts,tsx}',
            'test/adapters/**/*.test.ts',
          ],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          retry: busy,
        },
      },
      {
        ...jsx,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          retry: busy,
        },
      },
      {
        ...jsx,
        test: {
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
