import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shippedData } from '../../../src/app/demo/shipped.ts';
import { firstStart } from '../../../src/app/first-start.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { addMember, addSite } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
const shipped = shippedData(fileURLToPath(new URL('../../../data', import.meta.url)));
const list = '/programme/synonyms';
let t: TestDatabase;
let app: RunningApp;
/** Another process on the same database. */
let other: RunningApp;
let oriane: TestBrowser;
let second: TestBrowser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  await firstStart(t.operator, shipped);
  [app, other] = [await startApp(t), await startApp(t)];
  const { rows } = await t.owner.query(`select id from sites where kind = 'programme'`);
  oriane = await member(rows[0].id, 'Una Programme', 'steward');
  second = await member(rows[0].id, 'Bertrand Programme', 'steward');
});
afterAll(async () => {
  await app?.stop();
  await other?.stop();
  await t?.drop();
});
beforeEach(() => t.owner.query(`delete from synonyms where ref is null`));

async function member(site: number, name: string, role: 'steward' | 'clerk'): Promise<TestBrowser> {
  const one = await addMember(t, site, { name, roles: [role] });
  await givePassword(t, one, password);
  const browser = app.browser();
  await browser.signIn(one.email, password);
  await browser.get('/account');
  return browser;
}

const add = (english: string, french = '', also = '') =>
  oriane.post(`${list}/new`, { english, french, also });
const total = async (q: string, at = app): Promise<number> => {
  const { html } = await at
    .browser({ accept: 'application/json' })
    .get(`/directory?q=${encodeURIComponent(q)}`);
  return JSON.parse(html).total;
};
const keyOf = async (word: string): Promise<string> => {
  const { rows } = await t.owner.query('select key from synonyms where $1 = any (english || french)', [word]);
  return rows[0].key;
};
const versionIn = (html: string) => /name="turn" value="(\d+)"/.exec(html)![1]!;
const change = async (browser: TestBrowser, key: string, fields: Record<string, string>, turn?: string) => {
  const { html } = await browser.get(`${list}/${key}`);
  return browser.post(`${list}/${key}`, { also: '', ...fields, turn: turn ?? versionIn(html) });
};
const logged = async (act: string) =>
  (
    await t.superuser.query('select ids, why, member from audit where act = $1 order by id desc limit 1', [
      act,
    ])
  ).rows[0];

describe('a steward of the programme', () => {
  it('finds the list from the programme’s page, English and French side by side, and looks a word up', async () => {
    expect((await oriane.get('/programme')).html).toContain(`href="${list}"`);
    const { html } = await oriane.get(`${list}?q=brulures`);
    expect(html).toContain('<h2 id="groups">1 group</h2>');
    expect(html).toMatch(
      /lang="en">heartburn<.*lang="fr">brûlures d&#39;estomac<|lang="en">heartburn<.*lang="fr">brûlures d'estomac</s,
    );
    expect(html).toContain('Shipped');
  });

  it('adds words, and the next search of every process finds by them', async () => {
    expect(await total('zizanie')).toBe(0);
    expect(await total('zizanie', other)).toBe(0);
    const answer = await add('wobblies', 'zizanie', 'depression');
    expect(answer.headers.get('location')).toBe(`${list}?done=saved`);
    for (const at of [app, other]) {
      expect(await total('zizanie', at)).toBeGreaterThan(3);
      expect(await total('Wobblies', at)).toBeGreaterThan(3);
    }
  });

  it('changes and removes them, and the search follows at once; each is written down with who', async () => {
    await add('wobblies', 'zizanie', 'depression');
    const added = await logged('add-synonyms');
    expect(added).toMatchObject({ why: 'wobblies, zizanie', ids: [expect.any(Number)] });
    const key = await keyOf('wobblies');
    await change(oriane, key, { english: 'wobblies', french: 'chagrin', also: 'depression' });
    expect([await total('zizanie', other), (await total('chagrin', other)) > 3]).toEqual([0, true]);
    expect(await logged('change-synonyms')).toMatchObject({ why: 'wobblies, chagrin', member: added.member });
    const { html } = await oriane.get(`${list}/${key}`);
    expect(html).toContain('Changed by Una Programme');
    const gone = await oriane.post(`${list}/${key}/remove`, { turn: versionIn(html) });
    expect(gone.headers.get('location')).toBe(`${list}?done=removed`);
    expect(await total('chagrin', other)).toBe(0);
    expect(await logged('remove-synonyms')).toMatchObject({ ids: added.ids, member: added.member });
  });

  it('brings a removed group back by saving it', async () => {
    await add('wobblies', 'zizanie', 'depression');
    const key = await keyOf('wobblies');
    await oriane.post(`${list}/${key}/remove`, {
      turn: versionIn((await oriane.get(`${list}/${key}`)).html),
    });
    expect((await oriane.get(`${list}/${key}`)).html).toContain('Una Programme removed this group');
    await change(oriane, key, { english: 'wobblies', french: 'zizanie', also: 'depression' });
    expect(await total('zizanie')).toBeGreaterThan(3);
  });

  it('presses twice and adds once', async () => {
    await add('wobblies', 'zizanie');
    expect((await add('wobblies', 'zizanie')).headers.get('location')).toBe(`${list}?done=saved`);
    const { rows } = await t.owner.query(`select from synonyms where 'wobblies' = any (english)`);
    expect(rows).toHaveLength(1);
  });
});

describe('what cannot be kept is refused beside its field, with what was typed', () => {
  const long = 'x'.repeat(400);
  it.each([
    ['nothing', '', '', '', 'at least two words', 'english'],
    ['one word', 'wobblies', '', '', 'One word alone', 'english'],
    ['one word in two spellings', 'wobblies', 'Wobbly', '', 'One word alone', 'english'],
    ['400 characters', 'wobblies', long, '', 'is too long', 'french'],
    ['400 characters to find', 'wobblies', 'zizanie', long, 'is too long', 'also'],
    ['a control character', 'wob\u0007blies', 'zizanie', '', 'nobody can see', 'english'],
    ['a mark that turns the text', 'wobblies', 'ziz\u202eanie', '', 'nobody can see', 'french'],
    ['a word the search passes over', 'the', 'zizanie', '', 'passes over', 'english'],
    [
      'a whole sentence',
      'hurts around both knees sometimes nightly',
      'zizanie',
      '',
      'more than four',
      'english',
    ],
    [
      '31 words',
      Array.from({ length: 31 }, (_, i) => `word${i}x`).join(','),
      '',
      '',
      'at most 30',
      'english',
    ],
  ])('%s', async (_, english, french, also, message, field) => {
    const before = (await t.owner.query('select count(*) from synonyms')).rows[0].count;
    const { status, html } = await add(english, french, also);
    expect(status).toBe(422);
    expect(new RegExp(`id="f-${field}-e"[^>]*>[^<]*(<svg.*?</svg>)?[^<]*${message}`, 's').test(html)).toBe(
      true,
    );
    expect(html).toContain(`href="#f-${field}"`);
    for (const typed of [english, french, also].filter(one => one !== '')) expect(html).toContain(typed);
    expect((await t.owner.query('select count(*) from synonyms')).rows[0].count).toBe(before);
  });

  it('a word of another group, with the way there', async () => {
    const key = await keyOf('heartburn');
    const { status, html } = await add('Heartburn', 'pyrosis');
    expect(status).toBe(422);
    expect(html).toContain('is in another group: heartburn, brûlures d');
    expect(html).toContain(`href="${list}/${key}"`);
    expect(html).toContain('pyrosis');
  });

  it('keeps the version of a change that was refused, so that the next press still finds another’s', async () => {
    await add('wobblies', 'zizanie');
    const key = await keyOf('wobblies');
    const refused = await change(oriane, key, { english: 'wobblies', french: '' });
    expect(refused.status).toBe(422);
    await change(second, key, { english: 'wobblies', french: 'chagrin' });
    const stale = await change(
      oriane,
      key,
      { english: 'wobblies', french: 'peine' },
      versionIn(refused.html),
    );
    expect(stale.status).toBe(409);
  });
});

it('the second of two stewards sees what the first changed, keeps what they typed, and may save it anyway', async () => {
  await add('wobblies', 'zizanie', 'depression');
  const key = await keyOf('wobblies');
  const drawn = versionIn((await second.get(`${list}/${key}`)).html);
  await change(oriane, key, { english: 'wobblies', french: 'chagrin', also: 'anxiety' });
  const stale = await change(second, key, { english: 'wobblies\ngrumps', french: 'zizanie' }, drawn);
  expect(stale.status).toBe(409);
  for (const part of [
    'Una Programme changed this group',
    'chagrin',
    'anxiety',
    'wobblies\ngrumps',
    'Save anyway',
  ])
    expect(stale.html).toContain(part);
  expect((await oriane.get(`${list}?q=grumps`)).html).toContain('No group has this word');
  const removal = await second.post(`${list}/${key}/remove`, { turn: drawn });
  expect(removal.status).toBe(409);
  await change(second, key, { english: 'wobblies\ngrumps', french: 'zizanie' }, versionIn(stale.html));
  const { html } = await oriane.get(`${list}?q=grumps`);
  expect(html).toContain('Bertrand Programme');
});

it('two stewards who take one word together: one has it, the other is told', async () => {
  const answers = await Promise.all([
    oriane.post(`${list}/new`, { english: 'wobblies, grumps', french: '', also: '' }),
    second.post(`${list}/new`, { english: 'wobblies, sulks', french: '', also: '' }),
  ]);
  expect(answers.map(one => one.status).toSorted()).toEqual([303, 422]);
});

describe('a new version of the product', () => {
  const [first, ...rest] = shipped.synonyms.split('\n');
  const without = (ref: string) => rest.filter(line => !line.startsWith(`${ref},`));
  const start = (lines: readonly string[]) =>
    firstStart(t.operator, { ...shipped, synonyms: [first, ...lines].join('\n') });
  const words = async (ref: string) =>
    (await t.owner.query('select english, removed_at from synonyms where ref = $1', [ref])).rows[0];

  it('brings its own changes, and overwrites none of a steward’s', async () => {
    await change(oriane, await keyOf('lupus'), { english: 'lupus\nbutterfly rash', french: 'lupus' });
    const { html } = await oriane.get(`${list}/${await keyOf('goitre')}`);
    await oriane.post(`${list}/${await keyOf('goitre')}/remove`, { turn: versionIn(html) });
    await add('wobblies', 'zizanie');
    const kept = without('lupus').filter(line => !line.startsWith('gout,') && !line.startsWith('zoom,'));
    await start([
      ...kept,
      'lupus,lupus,,nephrology',
      'gout,gout;podagra,,rheumatology',
      'new,wobblies;crabbies,,mood',
    ]);
    expect((await words('lupus')).english).toEqual(['lupus', 'butterfly rash']);
    expect((await words('goitre')).removed_at).not.toBeNull();
    expect((await words('gout')).english).toEqual(['gout', 'podagra']);
    expect((await words('new')).english).toEqual(['crabbies']);
    expect(await words('zoom')).toBeUndefined();
    const origin = (await oriane.get(`${list}?q=butterfly`)).html;
    expect(origin).toContain('Shipped, changed');
  });

  it('started again with the same list changes nothing', async () => {
    await start(rest);
    const all = 'select id, version, english, french, also from synonyms order by id';
    const before = (await t.owner.query(all)).rows;
    await start(rest);
    expect((await t.owner.query(all)).rows).toEqual(before);
  });

  it('ships no word in two groups, and none that the search passes over', async () => {
    const { rows } = await t.owner.query(
      `select count(*)::int as n, (select count(*)::int from synonym_words) as words from synonyms where ref is not null`,
    );
    expect(rows[0].n).toBeGreaterThan(200);
    const doubles = await t.owner.query(
      `select term from synonyms, unnest(english || french) term where removed_at is null
       group by term having count(distinct id) > 1`,
    );
    expect(doubles.rows).toEqual([]);
  });
});

it('a steward of another site, and a clerk of the programme, learn nothing of it', async () => {
  const clinic = await addSite(t, 'Somewhere Clinic');
  const programme = (await t.owner.query(`select id from sites where kind = 'programme'`)).rows[0].id;
  const key = await keyOf('heartburn');
  for (const browser of [
    await member(clinic.id, 'Stew Ard', 'steward'),
    await member(programme, 'Cleo Erk', 'clerk'),
  ]) {
    for (const path of [list, `${list}/new`, `${list}/${key}`])
      expect((await browser.get(path)).status).toBe(404);
    const fields = { english: 'heartburn', french: 'pyrosis', also: '', turn: '1' };
    expect((await browser.post(`${list}/${key}`, fields)).status).toBe(404);
    expect((await browser.post(`${list}/${key}/remove`, { turn: '1' })).status).toBe(404);
  }
});

describe('the list as a file', () => {
  const file = `${list}/file`;
  const send = (what: 'try' | 'take', content: string | Uint8Array<ArrayBuffer>) =>
    oriane.postFiles(file, [
      ['do', what],
      ['file', new File([content], 'words.csv')],
    ]);
  const head = 'key,version,english,french,also';

  it('goes out and comes in again without a change', async () => {
    const out = await oriane.get(`${file}.csv`);
    expect(out.html.split('\r\n')[0]).toContain(head);
    const { html } = await send('take', out.html);
    expect(html).toContain('Every line is as before.');
    expect(html).not.toContain('refused');
  });

  it('is tried without a change, then taken in, and a second time all is as before', async () => {
    const content = `${head}\r\n,,wobblies; the wobbles,zizanie,depression\r\n`;
    const before = await total('zizanie');
    expect((await send('try', content)).html).toMatch(/nothing has changed.*1 added.*wobblies, the wobbles/s);
    expect(await total('zizanie')).toBe(before);
    expect((await send('take', content)).html).toMatch(/Taken in.*1 added/s);
    expect(await total('zizanie')).toBeGreaterThan(before);
    expect((await send('take', content)).html).toContain('Every line is as before.');
  });

  it('changes a group by its key, and not one that somebody changed since', async () => {
    await add('wobblies', 'zizanie', 'depression');
    const key = await keyOf('wobblies');
    const line = (version: number, french: string) =>
      `${head}\r\n${key},${version},wobblies,${french},depression\r\n`;
    expect((await send('take', line(1, 'chagrin'))).html).toContain('1 changed');
    expect((await send('take', line(1, 'zizanie'))).html).toContain('Somebody changed this group');
    expect(await keyOf('chagrin')).toBe(key);
  });

  it('says of each bad line what is wrong, and takes the others', async () => {
    await add('wobblies', 'zizanie');
    const lines = [
      head,
      ',,wobblies;jitters,,anxiety',
      ',,sudden strange wobbly kneed gait;limp,,',
      `${'0'.repeat(26)},1,gloom;doom,,`,
      'too,few',
      ',,dolente; m\u00e9lancolie,,depression',
    ];
    const { html } = await send('take', Buffer.from(lines.join('\n'), 'latin1'));
    expect(html).toContain('is in another group');
    expect(html).toContain('more than four words');
    expect(html).toContain('No group has this key');
    expect(html).toContain('does not have the columns');
    expect(html).toMatch(/1 added, 4 refused/);
    expect(await keyOf('m\u00e9lancolie')).toBeTruthy();
  });

  it('that is no list is refused whole', async () => {
    expect((await send('take', 'a,b\n1,2')).status).toBe(422);
    expect((await oriane.postFiles(file, [['do', 'take']])).status).toBe(422);
    const long = `${head}\n${',,x,,\n'.repeat(2_001)}`;
    expect((await send('take', long)).html).toContain('more than 2,000 lines');
  });
});
