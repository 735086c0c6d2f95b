import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };

/** The files of one worker share what they import: no module keeps what a test made. */
const together = { isolate: false };

/** A build shares its machine: what fails there is tried again, what fails three times is broken. Nobody else gets a second try. */
const busy = process.env.CI ? 2 : 0;

/** Walks beside the stories, which take as long, and what starts or fills whole servers: tried with the long runs, in CI too. */
const besides = [
  'src/pdf/printer.test.ts',
  'src/postgres/embedded.test.ts',
  'src/postgres/migrate.test.ts',
  'test/adapters/relevance/relevance.test.ts',
  'test/adapters/demo-network.test.ts',
  'test/adapters/http/outage.test.ts',
  'test/adapters/http/quality.test.ts',
  'test/adapters/walls/traces.test.ts',
  'test/journeys/advice-roles-in-english.test.ts',
  'test/journeys/advice-roles-in-french.test.ts',
  'test/journeys/answered-before.test.ts',
  'test/journeys/every-page-in-english.test.ts',
  'test/journeys/every-page-in-french.test.ts',
  'test/journeys/at-hand.test.ts',
  'test/journeys/before-visit.test.ts',
  'test/journeys/clerk.test.ts',
  'test/journeys/colleague.test.ts',
  'test/journeys/clerk-tasks.test.ts',
  'test/journeys/directory.test.ts',
  'test/journeys/files.test.ts',
  'test/journeys/forms.test.ts',
  'test/journeys/guest.test.ts',
  'test/journeys/heard.test.ts',
  'test/journeys/imports.test.ts',
  'test/journeys/listings.test.ts',
  'test/journeys/off-network.test.ts',
  'test/journeys/overlap.test.ts',
  'test/journeys/patient-page.test.ts',
  'test/journeys/figures.test.ts',
  'test/journeys/peer-review.test.ts',
  'test/journeys/reconcile.test.ts',
  'test/journeys/schedules.test.ts',
  'test/journeys/shortlist.test.ts',
  'test/journeys/without-script.test.ts',
];

const rules = {
  // Property tests run thousands of cases, on machines that do other things too.
  testTimeout: 30_000,
  include: ['src/*.test.ts', 'src/{domain,words,ui,app,http,fhir}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
};

const adapters = {
  include: [
    'src/{postgres,mail,files,calculator,pdf,web,portal,cli}/**/*.test.{ts,tsx}',
    'test/adapters/**/*.test.ts',
    'test/journeys/*.test.ts',
  ],
  exclude: besides,
  globalSetup: ['test/support/postgres-server.ts'],
  testTimeout: 120_000,
  hookTimeout: 240_000,
  retry: busy,
};

/** The journeys begin first, each one long walk, then the other long ones: the rest fits beside them. */
const longest = [/\/journeys\/story/, /routes-matrix/, /portal\/portal/, /worklist\/worklist/, /lateness/];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex(one => one.test(moduleId));
      return found === -1 ? longest.length : found;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}

/**
 * rules: pure, need nothing. adapters: a real PostgreSQL, a database each, and the two stories in a real browser. whole: both
 * at once, as `npm test` runs them: a worker reads the product but once. long: kill loops, races, model runs, fuzz, further
 * journeys.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { ...jsx, test: { name: 'rules', ...together, ...rules } },
      { ...jsx, test: { name: 'adapters', ...together, ...adapters } },
      {
        ...jsx,
        test: { name: 'whole', ...together, ...adapters, include: [...rules.include, ...adapters.include] },
      },
      {
        ...jsx,
        test: {
          name: 'long',
          ...together,
          include: ['test/long/**/*.test.ts', ...besides],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
