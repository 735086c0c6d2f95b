import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface May {
  /** Folders and files of src that may be imported. */
  any?: readonly string[];
  /** Folders of which only types may be imported (`import type`). */
  types?: readonly string[];
  /** Packages; absent: all. */
  packages?: readonly string[];
}

const pure = ['zod'];
const events = { types: ['domain/referral', 'domain/econsult', 'domain/case'], packages: pure };
const pages = { any: ['domain', 'app', 'http', 'ui', 'words'] };

/** Who may import what, besides itself. The longest folder that fits a file decides. */
const table: Record<string, May> = {
  'domain/case': { types: ['domain/directory', 'domain/patient', 'domain/forms'], packages: pure },
  'domain/referral': {
    any: ['domain/case'],
    types: ['domain/directory', 'domain/patient', 'domain/forms', 'domain/schedule'],
    packages: pure,
  },
  'domain/econsult': {
    any: ['domain/case'],
    types: ['domain/directory', 'domain/patient', 'domain/forms', 'domain/schedule'],
    packages: pure,
  },
  'domain/waits': events,
  'domain/timeline': events,
  // Quiet hours and digests are times of a zone.
  'domain/notices': { any: ['domain/case'], types: ['domain/referral', 'domain/econsult'], packages: pure },
  'domain/pay': events,
  'domain/library': events,
  'domain/directory': { types: ['domain/patient', 'domain/waits'], packages: pure },
  'domain/forms': { types: ['domain/patient'], packages: [...pure, 'fhirpath', 'fhirpath/fhir-context/r4'] },
  'domain/patient': { packages: pure },
  // Numbers of cards and phones are checked as those of patients.
  'domain/faxes': { any: ['domain/patient'], packages: pure },
  // Slots are times of the business calendar.
  'domain/schedule': { any: ['domain/case'], packages: pure },
  words: { types: ['domain'], packages: [] },
  app: { any: ['domain'] },
  postgres: { any: ['domain', 'app'] },
  files: { any: ['domain', 'app'] },
  // A thread of its own for expressions that stewards write.
  calculator: { any: ['domain', 'app'] },
  // Processes of their own, which draw pages and read them.
  pages: { any: ['domain', 'app'] },
  mail: { any: ['domain', 'app', 'words'] },
  pdf: { any: ['domain', 'app', 'words'] },
  ui: { any: ['domain', 'words'] },
  http: { any: ['app', 'ui', 'words'], types: ['domain'] },
  web: pages,
  portal: pages,
  analytics: pages,
  fhir: { any: ['domain', 'app', 'http', 'words'] },
  cli: { any: ['domain', 'app', 'words', 'wire.ts', 'wire-operator.ts', 'config.ts', 'package-folder.ts'] },
  browser: {},
};

/**
 * Words that every rule needs. They import nothing themselves, so they may be imported from anywhere in the domain:
 * what a moment and a day are, what a typed text and a day may hold.
 */
const leaves = ['domain/case/time.ts', 'domain/patient/plain-text.ts', 'domain/patient/birth-date.ts'];

/** Where the program is put together: `wire.ts`, its parts, the list of all routes, and where the package lies. */
const wiring = [
  'wire.ts',
  'wire-operator.ts',
  'wire-fill.ts',
  'wire-pay.ts',
  'wire-post.ts',
  'routes.ts',
  'package-folder.ts',
];

/** Everything of which only the `wire` files may say the name, outside itself. */
const adapters = ['postgres', 'mail', 'pdf', 'files', 'calculator', 'pages'];

const aDatabase = 'its database and its people are made once, which costs as much as all that it asks';
const aTable = 'a table, a row for each thing it speaks of';

/** Files over 250 lines that are not blank, each with its reason. */
const long: Record<string, string> = {
  'src/postgres/case-walls.test.ts': aDatabase,
  'src/postgres/listings.test.ts': aDatabase,
  'src/postgres/people.test.ts': aDatabase,
  'src/routes.ts': aTable,
  'src/web/cases/referral-acts.test.ts': aDatabase,
  'test/adapters/http/directory.test.ts': aDatabase,
  'test/adapters/http/sign-in.test.ts': aDatabase,
  'test/adapters/http/synonyms.test.ts': aDatabase,
  'test/adapters/portal/portal.test.ts': aDatabase,
  'test/adapters/portal/shortlist.test.ts': aDatabase,
  'src/words/en/notices.ts': aTable,
  'src/words/fr/notices.ts': aTable,
  'src/words/words.ts': aTable,
  'test/adapters/walls/routes-table.ts': aTable,
  'test/adapters/worklist/programme.test.ts': aDatabase,
  'test/adapters/worklist/worklist.test.ts': aDatabase,
  'test/support/sql-model.ts': aTable,
  'test/support/sql-writes.ts': aTable,
  'test/adapters/http/advice.test.ts':
    'one question lived on the pages from asking to closing; each step needs the one before',
};

const forbidden = /^(utils?|helpers?|common|shared|managers?|index)\.tsx?$/;

const root = join(import.meta.dirname, '..');

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap(name => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory() ? filesUnder(path) : [path];
  });
}

const sources = filesUnder('src').filter(path => /\.tsx?$/.test(path));
/** Tests and the stories they tell may import everything. */
const product = sources.filter(path => !/\.test\.tsx?$|\/test-[^/]*\.tsx?$/.test(path));

interface Import {
  file: string;
  /** Path under src, or a package. */
  to: string;
  package: boolean;
  typeOnly: boolean;
}

function onlyTypes(clause: string): boolean {
  if (/^\s*type\s/.test(clause)) return true;
  const named = /^\s*\{([^}]*)\}\s*$/.exec(clause);
  const names =
    named?.[1]
      ?.split(',')
      .map(name => name.trim())
      .filter(Boolean) ?? [];
  return names.length > 0 && names.every(name => name.startsWith('type '));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Import[] = [];
  const add = (clause: string, to: string) => {
    const relative = to.startsWith('.');
    const path = relative
      ? normalize(join(dirname(file), to.replace(/\?.*$/, ''))).replace(/^src\//, '')
      : to;
    found.push({
      file: file.replace(/^src\//, ''),
      to: path,
      package: !relative,
      typeOnly: onlyTypes(clause),
    });
  };
  for (const match of text.matchAll(/^(?:import|export)\s+([^'";]*?)\s*from\s*'([^']+)'/gm))
    add(match[1]!, match[2]!);
  for (const match of text.matchAll(/^import\s+'([^']+)'/gm)) add('', match[1]!);
  for (const match of text.matchAll(/\bimport\(\s*'([^']+)'/g)) add('', match[1]!);
  return found;
}

const imports = product.flatMap(importsOf);
const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const folderOf = (path: string) =>
  Object.keys(table)
    .filter(folder => inside(path, folder))
    .sort((a, b) => b.length - a.length)[0];
const said = (one: Import) => `${one.file} -> ${one.to}${one.typeOnly ? ' (types)' : ''}`;

function mayImport(one: Import): boolean {
  const folder = folderOf(one.file);
  // Files beside wire.ts start the program: main, config and what they need.
  if (!folder)
    return wiring.includes(one.file) || one.package || !one.to.includes('/') || inside(one.to, 'http');
  const rule = table[folder]!;
  if (one.package) return !rule.packages || rule.packages.some(name => one.to === name);
  if (inside(one.to, folder)) return true;
  if (inside(folder, 'domain') && leaves.includes(one.to)) return true;
  // Shipped data is text that the build puts into the program; rules get it as an argument.
  if (inside(one.to, 'data')) return !inside(folder, 'domain');
  const fits = (list: readonly string[] = []) => list.some(allowed => inside(one.to, allowed));
  return fits(rule.any) || (one.typeOnly && fits(rule.types));
}

describe('the rings', () => {
  it('every folder of src is in the table', () => {
    const lost = product
      .map(path => path.replace(/^src\//, ''))
      .filter(path => path.includes('/') && !folderOf(path));
    expect(lost).toEqual([]);
  });

  it('nothing imports what the table does not let it import', () => {
    expect(imports.filter(one => !mayImport(one)).map(said)).toEqual([]);
  });

  it('a leaf imports nothing', () => {
    expect(imports.filter(one => leaves.includes(one.file)).map(said)).toEqual([]);
  });

  it('only wire.ts names an adapter', () => {
    const named = imports.filter(
      one =>
        !one.package &&
        !/^wire(-operator|-fill|-post)?\.ts$/.test(one.file) &&
        adapters.some(folder => inside(one.to, folder) && !inside(one.file, folder)),
    );
    expect(named.map(said)).toEqual([]);
  });

  it('no two folders that touch the world import each other', () => {
    const outer = ['web', 'portal', 'analytics', 'fhir', 'cli', ...adapters];
    const crossing = imports.filter(one => {
      const from = outer.find(folder => inside(one.file, folder));
      const to = outer.find(folder => !one.package && inside(one.to, folder));
      return from && to && from !== to;
    });
    expect(crossing.map(said)).toEqual([]);
  });

  it('the rules know neither time, nor chance, nor waiting', () => {
    const impure = /\bawait\b|\basync\b|\bDate\.now\(|new Date\(\)|Math\.random|\bprocess\./;
    const found = product.filter(path => {
      if (!path.startsWith('src/domain/')) return false;
      const code = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return impure.test(code);
    });
    expect(found).toEqual([]);
  });
});

describe('the files', () => {
  it('are no drawers and no barrels', () => {
    expect(sources.filter(path => forbidden.test(path.split('/').at(-1)!))).toEqual([]);
    const folders = new Set(sources.map(dirname).flatMap(path => path.split('/')));
    expect([...folders].filter(name => forbidden.test(`${name}.ts`))).toEqual([]);
  });

  it('have at most 250 lines that are not blank, or a reason', () => {
    const besides = ['bench', 'test'].flatMap(filesUnder).filter(path => /\.tsx?$/.test(path));
    const over = [...sources, ...besides].filter(path => {
      const lines = readFileSync(join(root, path), 'utf8')
        .split('\n')
        .filter(line => line.trim() !== '');
      return lines.length > 250;
    });
    expect(over.sort()).toEqual(Object.keys(long).sort());
    for (const reason of Object.values(long)) expect(reason.length).toBeGreaterThan(20);
  });
});
