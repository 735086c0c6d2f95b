import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskingWorld, askingWorld, ledTo } from '../../../test/support/asking.ts';
import type { TestBrowser } from '../../../test/support/server.ts';
import { addMember } from '../../../test/support/world.ts';

let folder: string;
let world: AskingWorld;
let physician: TestBrowser;
const problem = 'Depression since spring. What next?';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-chosen-'));
  world = await askingWorld(folder);
  physician = await world.signedIn(world.physician);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const nextIn = (html: string) => /name="next" value="([^"]*)"/.exec(html)![1]!;
const chosenIn = (html: string) => /name="chosen" value="([^"]*)"/.exec(html)?.[1];

describe('from the page of a service', () => {
  it('a clinician who is not signed in arrives at Ask with it, by way of the door', async () => {
    const { key } = world.visit;
    const browser = world.app.browser();
    const { html } = await browser.get(`/directory/${key}`);
    expect(html).toContain(`href="/directory/${key}/ask"`);
    const door = ledTo(await browser.get(`/directory/${key}/ask`));
    expect(door).toBe(`/sign-in?next=${encodeURIComponent(`/directory/${key}/ask`)}`);
    const next = nextIn((await browser.get(door)).html);
    const { email } = world.physician;
    const fields = { email, password: 'a sentence that is easy to keep', next };
    const back = ledTo(await browser.post('/sign-in', fields));
    const ask = ledTo(await browser.get(back));
    expect(ask).toBe(`/ask?service=${key}`);
    const page = await browser.get(ask);
    expect(page.html).toContain('Depression assessment');
    expect(chosenIn(page.html)).toBe(key);
  });

  it('a clinician who is signed in arrives at once', async () => {
    const { key } = world.advice;
    expect((await physician.get(`/directory/${key}`)).html).toContain(`href="/directory/${key}/ask"`);
    expect(ledTo(await physician.get(`/directory/${key}/ask`))).toBe(`/ask?service=${key}`);
  });

  it('a steward, who does not work with patients, stays on the page', async () => {
    const steward = await addMember(world.database, world.clinic.id, {
      name: 'Stew Ard',
      roles: ['steward'],
    });
    const browser = await world.signedIn(steward);
    const { key } = world.visit;
    expect(ledTo(await browser.get(`/directory/${key}/ask`))).toBe(`/directory/${key}`);
  });

  it('what is no service leads nowhere', async () => {
    const absent = '0'.repeat(26);
    expect((await world.app.browser().get(`/directory/${absent}/ask`)).status).toBe(404);
    const { html, status } = await physician.get(`/ask?service=${absent}`);
    expect([status, chosenIn(html)]).toEqual([200, undefined]);
  });
});

describe('the chosen route', () => {
  const start = async (fields: Record<string, string>) => {
    const { html } = await physician.get(`/ask?service=${world.visit.key}`);
    return physician.post('/ask', { chosen: chosenIn(html)!, problem, urgency: 'routine', ...fields });
  };
  const patient = () => world.patient.key;

  it('is kept while the patient is found and chosen, and leads to its own form', async () => {
    const found = await start({ words: 'whitc', do: 'find' });
    expect(found.html).toContain('Depression assessment');
    const draft = /action="(\/ask\/[^"]+)"/.exec(found.html)![1]!;
    expect(ledTo(await physician.post(draft, { problem, words: 'whitc', pick: patient() }))).toBe(draft);
    const { html } = await physician.get(draft);
    expect(html).toMatch(
      new RegExp(
        `name="service"[^>]*value="${world.visit.key}"|value="${world.visit.key}"[^>]*name="service"`,
      ),
    );
    const form = ledTo(
      await physician.post(draft, { problem, patient: patient(), service: world.visit.key }),
    );
    const page = await physician.get(form);
    expect(page.html).toContain('Depression assessment');
    expect(page.html).toContain('Depression since spring');
  });

  it('is reached in one press by who has the patient and the words', async () => {
    const form = ledTo(await start({ patient: patient(), service: world.visit.key }));
    expect(form).toMatch(/^\/drafts\//);
    expect((await physician.get(form)).html).toContain('Depression assessment');
  });

  it('stays when something is missing, and a draft without a patient opens where one is chosen', async () => {
    const empty = await start({ problem: '', service: world.visit.key });
    expect([empty.status, chosenIn(empty.html)]).toEqual([422, world.visit.key]);
    const without = await start({ service: world.visit.key });
    expect(without.status).toBe(422);
    expect(without.html).toContain('Depression assessment');
    const draft = /action="\/ask\/([^"]+)"/.exec(without.html)![1]!;
    expect(ledTo(await physician.get(`/drafts/${draft}`))).toBe(`/ask/${draft}`);
  });

  it('is no group that answers questions while the problem is urgent, and what was typed stays', async () => {
    const { key } = world.advice;
    const refused = await start({ chosen: key, patient: patient(), urgency: 'urgent', service: key });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#f-urgency"');
    expect(refused.html).toContain('Advice is for questions that can wait some days.');
    expect(refused.html).toContain(problem);
    const draft = /action="\/ask\/([^"]+)"/.exec(refused.html)![1]!;
    expect(ledTo(await physician.get(`/drafts/${draft}`))).toBe(`/ask/${draft}`);
    const calmer = { problem, patient: patient(), urgency: 'routine', service: key };
    const form = ledTo(await physician.post(`/ask/${draft}`, calmer));
    const { html } = await physician.get(form);
    expect(html).toMatch(/Advice is for questions that can wait some days\.[^<]*In danger now\? Call 911\./);
    const visit = { ...calmer, urgency: 'urgent', service: world.visit.key };
    expect(ledTo(await physician.post(`/ask/${draft}`, visit))).toMatch(/^\/drafts\//);
  });

  it('gives way to another', async () => {
    const draft = ledTo(await start({ patient: patient(), do: 'show' }));
    const { html } = await physician.get(draft);
    expect(html).toContain('Psychiatry eConsult');
    const form = ledTo(
      await physician.post(draft, { problem, patient: patient(), service: world.advice.key }),
    );
    expect((await physician.get(form)).html).toContain('Psychiatry eConsult');
  });

  it('that takes nobody now says so, and offers the others', async () => {
    await world.database.owner.query('update services set accepting = false where key = $1', [
      world.visit.key,
    ]);
    const { html } = await physician.get(`/ask?service=${world.visit.key}`);
    expect(html).toContain('It takes no requests now');
    expect(html).not.toContain('Continue to its form');
    await world.database.owner.query('update services set accepting = true');
  });
});
