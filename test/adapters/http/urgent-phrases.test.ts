import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedUrgent } from '../../../src/app/directory/urgent-phrases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { addMember, addSite } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
const list = '/programme/urgent';
let t: TestDatabase;
let app: RunningApp;
let steward: TestBrowser;

const ship = () =>
  t.operator.as({ kind: 'operator', command: 'test' }, tx => tx.urgentPhrases.ship(shippedUrgent));
const inUse = () => t.operator.as({ kind: 'operator', command: 'test' }, tx => tx.urgentPhrases.inUse());

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  await ship();
  app = await startApp(t);
  const { id } = await addSite(t, 'The programme', { kind: 'programme' });
  const member = await addMember(t, id, { name: 'Una Programme', roles: ['steward'] });
  await givePassword(t, member, password);
  steward = app.browser();
  await steward.signIn(member.email, password);
  await steward.get('/account');
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

const pageOf = async (phrase: string) => {
  const { html } = await steward.get(list);
  return `${list}/${new RegExp(`/programme/urgent/(\\w+)" lang="..">${phrase}<`).exec(html)![1]}`;
};
const turnOf = async (url: string) => /name="turn" value="(\d+)"/.exec((await steward.get(url)).html)![1]!;

it('a steward adds, changes and takes out, each is in the history, and a new version leaves it so', async () => {
  expect((await steward.post(list, { language: 'en', phrase: 'Choking  on food' })).status).toBe(303);
  expect(await inUse()).toContain('choking on food');
  const added = await pageOf('choking on food');
  await steward.post(added, { phrase: 'choking now', turn: await turnOf(added) });
  const shipped = await pageOf('chest pain');
  await steward.post(`${shipped}/remove`, { turn: await turnOf(shipped) });
  await ship();
  const now = await inUse();
  expect([now?.includes('choking now'), now?.includes('chest pain'), now?.length]).toEqual([
    true,
    false,
    shippedUrgent.length,
  ]);
  const { html } = await steward.get(list);
  for (const said of [
    '“choking on food” added',
    '“choking on food” became “choking now”',
    '“chest pain” taken out',
  ])
    expect(html).toContain(said);
  expect(html).toContain('Una Programme');
  expect((await steward.post(list, { language: 'en', phrase: 'Chest pain' })).status).toBe(303);
  expect(await inUse()).toContain('chest pain');
});

it('what cannot be kept, or was changed meanwhile, comes back with its reason', async () => {
  for (const [phrase, said] of [
    ['', 'Type a word'],
    ['x', 'at least two letters'],
    ['y'.repeat(81), 'At most 80'],
    ['stroke', 'in the list already'],
  ] as const) {
    const back = await steward.post(list, { language: 'en', phrase });
    expect([back.status, back.html.includes(said)]).toEqual([422, true]);
  }
  const url = await pageOf('sepsis');
  const turn = await turnOf(url);
  await steward.post(url, { phrase: 'septic', turn });
  const late = await steward.post(url, { phrase: 'septic shock', turn });
  expect(late.status).toBe(409);
  expect(late.html).toContain('It now says “septic”');
  expect(late.html).toContain('septic shock');
});
