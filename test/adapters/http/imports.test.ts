import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzip } from '../../../src/app/exchange/zip.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { addMember, addSite } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
const list = '/programme/imports';
let t: TestDatabase;
let app: RunningApp;
let una: TestBrowser;

beforeAll(async () => {
  t = await freshDatabase();
  app = await startApp(t);
  const site = await addSite(t, 'The programme', { kind: 'programme' });
  const member = await addMember(t, site.id, { name: 'Una Programme', roles: ['steward'] });
  await givePassword(t, member, password);
  una = app.browser();
  await una.signIn(member.email, password);
  await una.get(list);
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

const service = (id: string, name: string) => ({
  ...{ id, name, status: 'active', description: 'Bread' },
  organization: { id: 'o1', name: '=Elm Centre', description: 'x' },
});
const send = (what: 'try' | 'take', content: unknown, source = 'Quilt list') =>
  una.postFiles(list, [
    ['source', source],
    ['do', what],
    ['file', new File([typeof content === 'string' ? content : JSON.stringify(content)], 'list.json')],
  ]);
const found = async (words: string): Promise<number> => {
  const { html } = await app.browser({ accept: 'application/json' }).get(`/directory?q=${words}`);
  return JSON.parse(html).total;
};

describe('a steward of the programme', () => {
  const services = [
    service('s1', 'Quokka quilting'),
    service('s2', ''),
    { ...service('s3', 'Lost'), organization: undefined, organization_id: 'gone' },
  ];

  it('tries a list: every row that wants a look, and nothing changes', async () => {
    const { status, html } = await send('try', { services });
    expect(status).toBe(200);
    for (const said of [
      'only tried',
      '4 rows, 2 added, 2 refused',
      'it has no name',
      'not in the file: gone',
      'No list was imported yet',
    ])
      expect(html).toContain(said);
    expect(await found('quokka')).toBe(0);
  });

  it('takes it in, and the search follows', async () => {
    const { html } = await send('take', { services });
    expect(html).toContain('The list is in the directory');
    expect(html).toContain('by Una Programme');
    await expect.poll(() => found('quokka')).toBe(1);
    expect((await send('take', { services })).html).toContain('nothing was changed');
  });

  it('keeps the report as a file that no spreadsheet takes for formulas', async () => {
    const { html } = await una.get(list);
    const { html: csv, headers } = await una.get(/href="([^"]+\/report)"/.exec(html)![1]!);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(csv).toContain('services[1],,refused,it has no name');
    expect(csv).toContain(",'=Elm Centre,added,");
  });

  it('gives the directory to everybody in every format, a page at a time', async () => {
    const visitor = app.browser();
    const json = JSON.parse((await visitor.get('/directory/export/hsds-json')).html);
    expect(json).toMatchObject({ page_number: 1, total_items: 1, contents: [{ name: 'Quokka quilting' }] });
    const bundle = JSON.parse((await visitor.get('/directory/export/fhir')).html);
    expect(
      bundle.entry.map((one: { resource: { resourceType: string } }) => one.resource.resourceType),
    ).toContain('HealthcareService');
    const zip = await fetch(`${app.url}/directory/export/hsds-csv`).then(
      answer => answer.bytes?.() ?? answer.arrayBuffer(),
    );
    expect([...unzip(new Uint8Array(zip)).keys()]).toContain('services.csv');
    expect((await visitor.get('/directory/export/fhir?page=2')).status).toBe(404);
    expect((await visitor.get('/directory/export/xml')).status).toBe(404);
  });

  it('takes it back after being asked once more', async () => {
    const { html } = await una.get(list);
    const undo = /href="([^"]+\/undo)"/.exec(html)![1]!;
    expect((await una.get(undo)).html).toContain('Take back “Quilt list”?');
    expect((await una.post(undo)).html).toContain('Undone: 2 taken out again, 0 put back as before.');
    await expect.poll(() => found('quokka')).toBe(0);
    expect((await una.post(undo)).html).toContain('was undone before');
  });

  it.each([
    ['no list', 'hello', 'Quilt list', 'could not be read as a list'],
    ['JSON of something else', { a: 1 }, 'Quilt list', 'neither HSDS nor a FHIR Bundle'],
    ['no source', { services }, ' ', 'Write who publishes the list'],
    ['a strange source', { services }, '<b>', 'Write who publishes the list'],
  ])('is told beside the field about %s', async (_, content, source, message) => {
    const { status, html } = await send('take', content, source);
    expect([status, html]).toEqual([422, expect.stringContaining(message)]);
    expect(html).toMatch(/id="f-(source|file)-e"/);
  });

  it('reads all of it in French', async () => {
    await una.get('/language/fr');
    const { html } = await send('try', { services });
    for (const said of ['Ce n’était qu’un essai', '4 lignes, 2 ajoutés, 2 refusés', 'le nom manque'])
      expect(html).toContain(said);
  });
});
