import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { sealAll } from '../../test/support/sealing.ts';
import { addSite, smallWorld } from '../../test/support/world.ts';
import { standardForms } from '../app/forms/standard-forms.ts';
import { checkPassword } from '../app/people/password.ts';
import type { Address } from '../postgres/pool.ts';
import { runCommand } from './main.ts';

let t: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  t = await freshDatabase();
  env = {
    DATABASE_URL: urlOf(t.addresses.app),
    DATABASE_OWNER_URL: urlOf(t.addresses.owner),
    SECRET_KEY: 'k'.repeat(32),
  };
});
afterAll(() => t.drop());

function urlOf({ url, host, port, database, user, password }: Address): string {
  return (
    url ?? `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`
  );
}

async function run(args: string[], input = '') {
  const out: string[] = [];
  const errors: string[] = [];
  const terminal = {
    out: (line: string) => void out.push(line),
    error: (line: string) => void errors.push(line),
    input: async () => input,
  };
  return { code: await runCommand(args, env, terminal), out: out.join('\n'), errors: errors.join('\n') };
}

describe('the commands', () => {
  it('are listed for who asks, and an unknown one is refused', async () => {
    for (const args of [[], ['--help'], ['migrate', '--help']])
      expect(await run(args)).toMatchObject({
        code: 0,
        out: expect.stringContaining('eservices verify-audit'),
      });
    expect(await run(['destroy'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('eservices migrate'),
    });
    expect(await run(['migrate', '--force'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--force'),
    });
  });

  it('need the owner and say so', async () => {
    const { DATABASE_OWNER_URL, ...without } = env;
    const errors: string[] = [];
    const code = await runCommand(['migrate'], without, {
      out: () => {},
      error: line => void errors.push(line),
      input: async () => '',
    });
    expect([code, errors.join()]).toEqual([2, expect.stringContaining('DATABASE_OWNER_URL is needed')]);
    expect(DATABASE_OWNER_URL).toBeDefined();
  });

  it('migrate finds nothing to apply on a database of this version, and gives it what the product ships', async () => {
    expect(await run(['migrate'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing to apply'),
    });
    const { rows } = await t.owner.query(
      'select (select count(*) from forms) as forms, (select count(*) from synonym_words) as synonyms, (select count(*) from services) as services',
    );
    expect(rows[0]).toEqual({
      forms: standardForms.length,
      synonyms: expect.toSatisfy(n => n > 300),
      services: 0,
    });
  });
});

describe('create-user', () => {
  const password = 'a long walk by the canal';
  const args = (site: string, email: string) => [
    ...['create-user', '--email', email, '--name', 'Noé Gagnon', '--site', site],
    ...['--roles', 'clinician,lead', '--language', 'fr'],
  ];

  it('adds a person who may sign in, and the log knows', async () => {
    const site = await addSite(t, 'Vanier Clinic');
    const { code, out } = await run(args(site.key, 'Noe@Example.test'), `${password}\n`);
    expect([code, out]).toEqual([0, 'Noé Gagnon may sign in as noe@example.test']);
    const found = await t.db.as({ kind: 'visitor' }, tx => tx.people.findCredential('noe@example.test'));
    expect(found?.language).toBe('fr');
    expect(await checkPassword(found!.hash, password)).toBe(true);
    const { rows } = await t.owner.query(`select kind, ids from audit where act = 'create-user'`);
    expect(rows).toEqual([{ kind: 'o', ids: [found!.person, expect.any(Number)] }]);
    expect(await run(args(site.key, 'noe@example.test'), password)).toMatchObject({
      ...{ code: 2, errors: expect.stringContaining('is somebody already') },
    });
  });

  it('refuses a weak password, an unknown site and an unknown role, and adds nobody', async () => {
    const site = await addSite(t, 'Other Clinic');
    const before = (await t.owner.query('select count(*) as n from people')).rows[0].n;
    expect(await run(args(site.key, 'x@example.test'), 'short')).toMatchObject({ code: 2 });
    expect((await run(args('nowhere', 'x@example.test'), password)).errors).toContain('no site with the key');
    const wrong = args(site.key, 'x@example.test').map(a => (a === 'clinician,lead' ? 'king' : a));
    expect((await run(wrong, password)).errors).toContain('king is none of clinician');
    expect((await t.owner.query('select count(*) as n from people')).rows[0].n).toBe(before);
  });
});

describe('verify-audit', () => {
  it('gives an anchor of a whole log, and finds what was done to it', async () => {
    const { clerk } = await smallWorld(t);
    const write = () =>
      t.db.as(clerk.actor, tx => tx.audit.add({ act: 'open', what: 'case', ids: [7], result: 'ok' }));
    await write();
    await sealAll(t);
    const whole = await run(['verify-audit']);
    expect(whole).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^whole up to seal 1\nanchor 1:[0-9a-f]{64}$/),
    });
    const anchor = whole.out.split('anchor ')[1]!;
    expect(await run(['verify-audit', '--anchor', anchor])).toMatchObject({ code: 0 });
    expect(await run(['verify-audit', '--anchor', 'x'])).toMatchObject({ code: 2 });
    await t.superuser.query(
      `begin; set local session_replication_role = replica; update audit set member = 1 where act = 'open'; commit`,
    );
    expect(await run(['verify-audit', '--anchor', anchor])).toMatchObject({
      ...{ code: 1, out: expect.stringMatching(/^NOT WHOLE: seal 1, row \d+: the row was changed$/) },
    });
  });
});

describe('compute-waits', () => {
  it('works out the waits and says of how much', async () => {
    expect(await run(['compute-waits'])).toMatchObject({
      ...{ code: 0, out: expect.stringMatching(/^\d+ cases, \d+ waits: figures of \d+ services$/) },
    });
    expect(await run(['compute-waits', '--fast'])).toMatchObject({ code: 2 });
  });
});

describe('rebuild-cases', () => {
  it('proves the cases, mends what differs, says both in the log and refuses what it does not know', async () => {
    expect(await run(['rebuild-cases', '--mend'])).toMatchObject({
      ...{ code: 2, errors: expect.stringContaining('unknown option --mend') },
    });
    const { physician, clinic } = await smallWorld(t);
    const app = appOn(t);
    const { key: patientKey } = await addPatient(t, physician.actor);
    const { caseKey } = await ask(app, physician.actor, {
      ...{ service: await addService(t, clinic.id), patientKey },
    });
    expect(await run(['rebuild-cases', '--check'])).toMatchObject({
      ...{ code: 0, out: expect.stringMatching(/^1 cases, 2 events: 0 faults/) },
    });
    await t.owner.query(`update cases set turn = 9 where key = $1`, [caseKey]);
    expect(await run(['rebuild-cases', '--check'])).toMatchObject({
      ...{ code: 1, out: expect.stringContaining(`${caseKey} turn`) },
    });
    expect((await run(['rebuild-cases'])).code).toBe(1);
    expect((await run(['rebuild-cases', '--check'])).code).toBe(0);
    const { rows } = await t.owner.query(
      `select act, kind, why, result from audit where act like 'rebuild-cases%' order by id`,
    );
    expect(rows).toEqual([
      { act: 'rebuild-cases --check', kind: 'o', why: '1 cases, 0 faults', result: 'o' },
      { act: 'rebuild-cases --check', kind: 'o', why: '1 cases, 1 faults', result: 'd' },
      { act: 'rebuild-cases', kind: 'o', why: '1 cases, 1 faults', result: 'd' },
      { act: 'rebuild-cases --check', kind: 'o', why: '1 cases, 0 faults', result: 'o' },
    ]);
  });
});

describe('lists of the directory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eservices-lists-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('go out in every format and come in again as they are; one that came in is undone', async () => {
    const site = await addSite(t, 'Larch Clinic');
    await addService(t, site.id, { name: 'Larch service' });
    for (const [format, file] of [
      ['hsds-json', 'a.json'],
      ['hsds-csv', 'b.zip'],
      ['fhir', 'c.json'],
    ] as const) {
      const path = join(folder, file);
      expect(await run(['export-directory', path, '--format', format])).toMatchObject({ code: 0 });
      expect(await run(['import-directory', path, '--source', 'own'])).toMatchObject({
        code: 0,
        out: expect.stringMatching(/0 added, 0 changed.*0 in conflict, 0 refused.*\nnothing was changed/s),
      });
    }
    const list = join(folder, 'tables');
    mkdirSync(list);
    writeFileSync(join(list, 'organizations.csv'), 'id,name,description\no1,Tamarack Centre,x\n');
    writeFileSync(
      join(list, 'services.csv'),
      'id,organization_id,name,status\ns1,o1,Tamarack service,active\n',
    );
    const tried = await run(['import-directory', list, '--source', 'trees', '--dry-run']);
    expect(tried.out).toContain('2 added');
    const taken = await run(['import-directory', list, '--source', 'trees']);
    const id = /import (\d+) /.exec(taken.out)![1]!;
    expect(await run(['undo-import', id])).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 taken out'),
    });
    expect((await run(['undo-import', id])).errors).toContain('was undone before');
    expect((await run(['import-directory', join(folder, 'a.json'), '--format', 'fhir'])).errors).toContain(
      'not fhir',
    );
  });
});
