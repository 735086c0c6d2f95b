import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskingWorld, askingWorld, chooseRoute, ledTo } from '../../../test/support/asking.ts';
import { addService, ask } from '../../../test/support/cases.ts';
import type { TestBrowser } from '../../../test/support/server.ts';
import { indexDirectory } from '../../app/directory/import-directory.ts';

let folder: string;
let world: AskingWorld;
let physician: TestBrowser;
const problem = 'Depression, <b>several</b> antidepressants tried, craving for sweets. Which change?';
const draftUrl = /^\/ask\/[0-9a-hjkmnp-tv-z]{26}$/;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-ask-'));
  world = await askingWorld(folder);
  physician = await world.signedIn(world.physician);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const newestAudit = async () => {
  const { rows } = await world.database.owner.query(
    'select act, what, result::text from audit order by id desc limit 1',
  );
  return rows[0];
};

describe('a physician with a problem', () => {
  it('is told what is missing, and keeps what was typed', async () => {
    await physician.get('/ask');
    const nothing = await physician.post('/ask', { do: 'show' });
    expect(nothing.status).toBe(422);
    expect(nothing.html).toContain('href="#f-problem"');
    expect(nothing.html).toContain('href="#f-words"');
    const back = await physician.post('/ask', { problem, urgency: 'urgent', do: 'show' });
    expect(back.status).toBe(422);
    expect(back.html).toContain('Depression, &lt;b>several&lt;/b> antidepressants');
    expect(back.html).toMatch(/value="urgent" checked/);
    expect(back.html).toContain('Find the patient, or add one.');
  });

  it('finds the patient by name without losing a word, and no word is in an address', async () => {
    const found = await physician.post('/ask', { problem, words: 'whitc', do: 'show' });
    expect(found.html).toContain('Whitcombe, Arden');
    expect(found.html).toContain('antidepressants tried');
    const kept = /action="(\/ask\/[^"]+)"/.exec(found.html)![1]!;
    const url = ledTo(await physician.post(kept, { problem, words: 'whitc', pick: world.patient.key }));
    expect(url).toMatch(draftUrl);
    const { html } = await physician.get(url);
    expect(html).toContain('Arden Whitcombe');
    for (const route of ['Psychiatry eConsult', 'Depression assessment']) expect(html).toContain(route);
    for (const line of world.app.log) expect(line).not.toMatch(/whitc|antidepressant/i);
  });

  it('adds a patient on the way and comes back to the same words', async () => {
    const add = ledTo(await physician.post('/ask', { problem, do: 'add' }));
    expect(add).toMatch(/^\/patients\/new\?for=ask&draft=/);
    await physician.get(add);
    const added = await physician.post(add, {
      ...{ given: 'Rosalind', family: 'Achterberg', birthDate: '1980-03-11', sexAtBirth: 'female' },
      ...{ cardKind: 'none', cardReason: 'lost', language: 'en', country: 'CA', province: 'ON' },
    });
    const { html } = await physician.get(ledTo(added));
    expect(html).toContain('Rosalind Achterberg');
    expect(html).toContain('antidepressants tried');
  });

  it('reads on the card that nobody of the group is free, and from when somebody is, and may ask all the same', async () => {
    const { database, specialist, advice } = world;
    const member = [advice.id, specialist.member];
    const card = async () => {
      const url = ledTo(await physician.post('/ask', { patient: world.patient.key, problem: 'Depression' }));
      const { html } = await physician.get(url);
      return html.slice(html.indexOf('id="advice"'), html.indexOf('id="visit"'));
    };
    expect(await card()).toContain('Accepting');
    await database.owner.query(
      `insert into advice_members (service_id, member_id, weekly_cap) values ($1, $2, 0)`,
      member,
    );
    expect(await card()).toContain('Nobody is free now');
    await database.owner.query(
      'update advice_members set weekly_cap = 5 where service_id = $1 and member_id = $2',
      member,
    );
    expect(await card()).not.toContain('Nobody is free');
    await database.owner.query(
      `insert into absences (key, member_id, from_day, until_day)
       values (repeat('a', 26), $1, app_now()::date - 2, app_now()::date + 20)`,
      [specialist.member],
    );
    const away = await card();
    expect(away).toMatch(/Nobody is free before [A-Z][a-z]{2,3}\.? \d+, \d{4}/);
    expect(away).toContain('Ask this group');
    expect(away).toContain('You may ask all the same');
    expect(away).not.toContain('Accepting');
    await database.owner.query('delete from absences');
    await database.owner.query('delete from advice_members');
  });

  it('sees the emergency route first when the words mean one, and not when they deny it', async () => {
    const askAbout = async (words: string) => {
      const url = ledTo(await physician.post('/ask', { patient: world.patient.key, problem: words }));
      return (await physician.get(url)).html;
    };
    const html = await askAbout('Depression, suicidal since yesterday');
    expect(html.indexOf('Could this be an emergency?')).toBeGreaterThan(0);
    expect(html.indexOf('Could this be an emergency?')).toBeLessThan(html.indexOf('Ask for advice'));
    expect(await askAbout('Depression, not suicidal')).not.toContain('Could this be an emergency?');
  });

  it('chooses a route, and may choose another with all that was typed', async () => {
    const { key: patient } = world.patient;
    const form = await chooseRoute(physician, { patient, problem, service: world.advice.key });
    const asking = form.replace('/drafts/', '/ask/');
    expect((await physician.get(form)).html).toContain('antidepressants tried');
    expect((await physician.get(asking)).html).toContain('antidepressants tried');
    const again = await physician.post(asking, { patient, problem, service: world.visit.key });
    expect(ledTo(again)).toBe(form);
    expect((await physician.get(form)).html).toContain('Refer to Depression assessment');
  });

  it('is shown an open request that speaks of the same', async () => {
    const patientKey = world.patient.key;
    const input = { title: 'Depressive mood' };
    const { requestKey } = await ask(world.app.app, world.physician.actor, {
      ...{ service: world.advice, patientKey, input },
    });
    await ask(world.app.app, world.physician.actor, {
      ...{ service: world.visit, patientKey, input: { title: 'Painful knee' } },
    });
    const url = ledTo(await physician.post('/ask', { patient: patientKey, problem }));
    const { html } = await physician.get(url);
    const similar = html.slice(html.indexOf('A similar request is open.'), html.indexOf('One other request'));
    expect(similar).toContain(`/requests/${requestKey}`);
    expect(similar).not.toContain('Painful knee');
    expect(html).toContain('Painful knee');
  });
});

describe('while the problem is typed', () => {
  it('the words are kept once in one draft, and an emergency shows before there is a patient', async () => {
    const first = await physician.post('/ask', { problem: 'Chest pain', do: 'autosave' });
    expect(first.status).toBe(200);
    expect(first.html).toMatch(/role="alert"[^>]*><section/);
    const draft = /name="draft" value="(\w+)"/.exec(first.html)![1]!;
    const next = await physician.post('/ask', { problem: 'Chest pain, now worse', draft, do: 'autosave' });
    expect(next.html).toContain(`name="draft" value="${draft}"`);
    const { rows } = await world.database.owner.query(
      `select count(*)::int as n from drafts where content->>'question' like 'Chest pain%'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('a thing that was misread is taken out of the search, and brought back', async () => {
    const words = { patient: world.patient.key, problem: 'Depression in a physiotherapist' };
    const url = ledTo(await physician.post('/ask', words));
    const chips = async () =>
      (await physician.get(url)).html.match(/class="chip on" name="chip"/g)?.length ?? 0;
    const before = await chips();
    expect(before).toBeGreaterThan(0);
    const { html } = await physician.get(url);
    const chip = /class="chip on" name="chip" value="([^"]+)"/.exec(html)![1]!;
    await physician.post(url, { ...words, chip });
    expect(await chips()).toBe(before - 1);
    await physician.post(url, { ...words, chip });
    expect(await chips()).toBe(before);
  });

  it('the first suitable service is one press away, and what narrows the routes is taken out and brought back', async () => {
    const { owner } = world.database;
    const words = { patient: world.patient.key, problem: 'Depression, first episode' };
    const url = ledTo(await physician.post('/ask', words));
    const first =
      /First suitable: <a [^>]+>Depression assessment<\/a>, wait not known[\s\S]*?value="([^"]+)"/;
    expect(first.exec((await physician.get(url)).html)?.[1]).toBe(world.visit.key);
    await owner.query('update services set max_age = 3 where id = $1', [world.visit.id]);
    const narrow = await physician.get(url);
    expect(narrow.html).not.toContain('First suitable');
    // What was asked lately stands below the routes.
    expect(narrow.html.split('Asked lately')[0]).not.toContain('Depression assessment');
    await physician.post(url, { ...words, chip: 'patient:age' });
    const wide = await physician.get(url);
    expect(wide.html).toMatch(/not for age \d+/);
    expect(wide.html).toMatch(first);
    expect(wide.html).toMatch(/<s>for age \d+<\/s>/);
    await owner.query('update services set max_age = null where id = $1', [world.visit.id]);
    expect(ledTo(await physician.post(url, { ...words, service: world.visit.key }))).toMatch(/^\/drafts\//);
  });

  it('is shown the advice group of the regions they ask first before the provincial one', async () => {
    const { database, clinic, patient } = world;
    const western = await addService(database, clinic.id, {
      type: 'econsult',
      name: 'Western depression advice',
    });
    await database.owner.query("update services set regions = '{N}' where id = $1", [western.id]);
    await database.operator.as({ kind: 'operator', command: 'test' }, tx => indexDirectory(tx));
    const url = ledTo(await physician.post('/ask', { patient: patient.key, problem: 'Depression, sweets' }));
    const first = async (region: string) => {
      const saved = await physician.post('/account/regions', { first: region, second: region, third: '' });
      expect(ledTo(saved)).toBe('/account?regions=1');
      const { html } = await physician.get(url);
      return [html.indexOf('Western depression advice') < html.indexOf('Psychiatry eConsult'), html];
    };
    const [east, eastern] = await first('K');
    expect([east, String(eastern).includes('first</a>')]).toEqual([false, false]);
    const [west, html] = await first('N');
    expect(west).toBe(true);
    expect(html).toContain('you ask Western Ontario first');
    expect((await physician.get('/account')).html).toMatch(/<option value="N" selected/);
  });

  it('goes to an open request instead, into the box of its story', async () => {
    const patientKey = world.patient.key;
    const input = { title: 'Depression and sleep' };
    const { requestKey } = await ask(world.app.app, world.physician.actor, {
      ...{ service: world.advice, patientKey, input },
    });
    const words = { patient: patientKey, problem };
    const led = ledTo(await physician.post('/ask', { ...words, add: requestKey }));
    expect(led).toMatch(new RegExp(`^/requests/${requestKey}\\?draft=\\w+#write$`));
    const { html } = await physician.get(led.replace('#write', ''));
    expect(html).toMatch(/<textarea[^>]*>Depression, &lt;b>several/);
  });
});

describe('what is another site’s', () => {
  it('is not there, and the try is written down', async () => {
    const outsider = await world.signedIn(world.outsider);
    const { key: patient } = world.patient;
    const url = ledTo(await physician.post('/ask', { patient, problem }));
    for (const path of [url, url.replace('/ask/', '/drafts/'), `/ask?patient=${patient}`]) {
      expect([path, (await outsider.get(path)).status]).toEqual([path, 404]);
      expect(await newestAudit()).toMatchObject({ result: 'm' });
    }
    expect((await outsider.post(url, { problem: 'mine now' })).status).toBe(404);
    expect((await outsider.post('/ask', { patient, problem })).status).toBe(404);
    expect((await physician.get(url)).html).toContain('antidepressants tried');
  });
});

describe('in French', () => {
  it('the page is whole', async () => {
    await physician.get('/language/fr');
    const url = ledTo(await physician.post('/ask', { patient: world.patient.key, problem }));
    const { html } = await physician.get(url);
    for (const said of ['Demander un avis', 'Aiguiller pour une visite', 'Quel est le problème?'])
      expect(html).toContain(said);
    expect(html).not.toMatch(/undefined|\[object/);
    await physician.get('/language/en');
  });
});
