import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, hiddenOf } from '../../support/act.ts';
import { addPatient, addService, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import {
  givePassword,
  type Page,
  type RunningApp,
  startApp,
  type TestBrowser,
} from '../../support/server.ts';
import { addMember, addSite, smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let physician: TestBrowser;
let clerk: TestBrowser;
let specialist: TestBrowser;
let steward: TestBrowser;
let service: TestService;
let patientKey: string;
let caseKey: string;
let requestKey: string;

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  expect((await browser.signIn(email, password)).status).toBe(303);
  await browser.get('/account');
  return browser;
}

beforeAll(async () => {
  database = await freshDatabase();
  world = await smallWorld(database);
  const programme = await addSite(database, 'The programme', { kind: 'programme' });
  const programmeSteward = await addMember(database, programme.id, {
    name: 'Pat Roy',
    roles: ['steward', 'lead'],
  });
  const people = [world.physician, world.clerk, world.specialist, programmeSteward];
  for (const member of people) await givePassword(database, member, password);
  service = await addService(database, world.clinic.id, {
    type: 'econsult',
    name: 'Psychiatry advice',
  });
  patientKey = (await addPatient(database, world.physician.actor)).key;
  app = await startApp(database);
  const input = { question: 'Sertraline for ten weeks. <b>Switch</b> or add?' };
  ({ caseKey, requestKey } = await ask(app.app, world.physician.actor, { service, patientKey, input }));
  physician = await signedIn(world.physician.email);
  clerk = await signedIn(world.clerk.email);
  specialist = await signedIn(world.specialist.email);
  steward = await signedIn(programmeSteward.email);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

const on = (verb: string) => `/econsults/${caseKey}/${verb}`;
const story = (browser: TestBrowser, query = '') => browser.get(`/requests/${requestKey}${query}`);
const state = async () => {
  const { rows } = await database.owner.query<{ status: string; recommendations: { state: string }[] }>(
    `select state->>'status' as status, state->'recommendations' as recommendations from cases where key = $1`,
    [caseKey],
  );
  return rows[0]!;
};
const ledToStory = (page: Page, verb: string) =>
  expect([page.status, page.headers.get('location')]).toEqual([
    303,
    `/requests/${requestKey}?done=${verb}#latest`,
  ]);

describe('the story of a question', () => {
  it('opens for both sides, with the question as text, and only what each may do', async () => {
    const mine = (await story(physician)).html;
    for (const said of ['&lt;b>Switch&lt;/b> or add?', 'Asked', 'Assign a specialist', 'Somerset Clinic'])
      expect(mine).toContain(said);
    expect(mine).not.toContain(`href="${on('assign')}"`);
    expect((await story(clerk)).html).toContain(`href="${on('assign')}"`);
  });

  it('is not there for the steward of the programme, and that is written down', async () => {
    expect((await story(steward)).status).toBe(404);
    const { rows } = await database.owner.query(
      `select result::text from audit where act = 'open' and result = 'd'`,
    );
    expect(rows).toEqual([{ result: 'd' }]);
  });

  it('hides the number of the health card until it is asked for, which is written down', async () => {
    const masked = await story(clerk);
    expect(masked.html).not.toContain('9876 543 217');
    const whole = await clerk.post(`/requests/${requestKey}/card`);
    expect(whole.html).toContain('9876 543 217');
    const { rows } = await database.owner.query(`select result::text from audit where why = 'health-card'`);
    expect(rows).toEqual([{ result: 'o' }]);
  });
});

describe('a question and its answer', () => {
  it('the assigner sees who is suggested and why, who has no room, and who is away until when', async () => {
    const clinic = world.clinic.id;
    const away = await addMember(database, clinic, { name: 'Ann Away', roles: ['clinician'] });
    const full = await addMember(database, clinic, { name: 'Fay Full', roles: ['clinician'] });
    await database.superuser.query(
      `insert into advice_members (service_id, member_id, weekly_cap, languages)
       select s.id, m.id, m.cap, '{en,fr}' from services s, unnest($1::bigint[], $2::int[]) m (id, cap) where s.kind = 'econsult'`,
      [
        [world.specialist.member, away.member, full.member],
        [5, 5, 0],
      ],
    );
    await database.superuser.query(
      `insert into absences (key, member_id, from_day, until_day) values (repeat('a', 26), $1, current_date - 1, current_date + 30)`,
      [away.member],
    );
    const said = (await clerk.get(on('assign'))).html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(said).toContain(
      'Jean Tremblay Suggested: next in turn · 0 of 5 this week · reads English, French',
    );
    expect(said).toMatch(
      /Cannot take it now: Ann Away: Away until [A-Z][a-z]{2} \d{1,2}, \d{4} · 0 of 5 this week/,
    );
    expect(said).toContain('Fay Full: 0 of 0 this week · no room this week');
    await database.superuser.query('delete from absences');
    await database.superuser.query('delete from advice_members');
    await database.superuser.query('update members set suspended_at = now() where id = any ($1)', [
      [away.member, full.member],
    ]);
  });

  it('the assigner assigns a specialist and hears who holds it now', async () => {
    const form = await clerk.get(on('assign'));
    const member =
      /value="([0-9a-z]{26})"[^>]*>[^<]*<label[^>]*>Jean Tremblay|name="member"[^>]*value="([0-9a-z]{26})"/.exec(
        form.html,
      );
    const key = member?.[1] ?? member?.[2] ?? '';
    const sent = await clerk.post(on('assign'), {
      ...hiddenOf(form),
      member: key,
      why: 'best-match',
      comment: '',
    });
    ledToStory(sent, 'assign');
    const after = await story(clerk, '?done=assign');
    expect(after.html).toContain('Maya Singh assigned it to Jean Tremblay, best match for the question.');
    expect(after.html).toContain('Next step: Jean Tremblay');
  });

  it('the specialist asks for more and the requester supplies it with a file', async () => {
    ledToStory(await act(specialist, on('ask-info'), { question: 'Ferritin?' }), 'ask-info');
    const form = hiddenOf(await physician.get(on('supply-info')));
    const parts = [
      ['receipt', form.receipt],
      ['turn', form.turn],
      ['answer', 'It is 11.'],
      ['file', new File(['Ferritin 11'], 'lab.txt', { type: 'text/plain' })],
    ] as const;
    const clicks = await Promise.all([
      physician.postFiles(on('supply-info'), parts),
      physician.postFiles(on('supply-info'), parts),
    ]);
    for (const click of clicks) ledToStory(click, 'supply-info');
    const seen = (await story(specialist)).html;
    expect(seen).toContain('It is 11.');
    expect(seen.match(/lab\.txt/g)?.length).toBeGreaterThan(0);
    expect(seen).toContain('Reply to review');
  });

  it('a file that is not what it says sends the form back with its words', async () => {
    const form = hiddenOf(await physician.get(on('message')));
    const back = await physician.postFiles(on('message'), [
      ['receipt', form.receipt],
      ['turn', form.turn],
      ['to', 'clinical'],
      ['text', 'See the picture'],
      ['file', new File(['<html>'], 'scan.pdf')],
      ['file', new File(['Fine'], 'fine.txt')],
    ]);
    expect(back.status).toBe(422);
    expect(back.html).toContain('See the picture');
    expect(back.html).toMatch(/scan\.pdf was not added/);
    expect(back.html).toContain('Send fine.txt along');
  });

  it('a note of the group stays with the group', async () => {
    ledToStory(await act(specialist, on('message'), { to: 'note', text: 'Known to us' }), 'note');
    expect((await story(clerk)).html).toContain('Known to us');
    expect((await story(physician)).html).not.toContain('Known to us');
  });

  it('a row more comes without losing a word, and nothing is sent', async () => {
    const answer = { kind: 'advice', text: 'Treat the iron.', task: 'Oral iron', again: 'row' };
    const back = await act(specialist, on('answer'), answer);
    expect(back.status).toBe(200);
    expect(back.html).toContain('Treat the iron.');
    expect(back.html).toContain('value="Oral iron"');
    expect(back.html).toContain('f-recommendations-4-text');
    expect((await state()).status).toBe('assigned');
  });

  it('a standard answer goes behind what was typed, and into the preview of the requester', async () => {
    const own = {
      title: 'Iron',
      words: 'Ferrous sulphate daily.',
      whose: 'own',
      usedFor: 'answer',
      do: 'keep',
    };
    const kept = await specialist.post('/standard-answers', own);
    expect(kept.status).toBe(303);
    const page = await specialist.get(on('answer'));
    const value = /name="again" value="([0-9a-hjkmnp-tv-z]{26})"/.exec(page.html)![1]!;
    const back = await act(specialist, on('answer'), {
      kind: 'advice',
      text: 'Treat the iron.',
      again: value,
    });
    expect(back.html).toContain('Treat the iron.\n\nFerrous sulphate daily.</textarea>');
    expect(back.html.slice(back.html.indexOf('id="preview"'))).toContain('Ferrous sulphate daily.');
    expect((await physician.get('/standard-answers')).html).not.toContain('Ferrous');
  });

  it('who answers sees what else their site has of the patient, and the files in the preview', async () => {
    const other = { service, patientKey, input: { title: 'Panic at night' } };
    await ask(app.app, world.physician.actor, other);
    const form = await specialist.get(on('answer'));
    expect(form.html.split('Other requests of this patient here')[1]).toContain('Panic at night');
    const back = await specialist.postFiles(on('answer'), [
      ['receipt', hiddenOf(form).receipt],
      ['turn', hiddenOf(form).turn],
      ['text', 'Treat the iron.'],
      ['again', 'preview'],
      ['file', new File(['Iron by mouth'], 'leaflet.txt', { type: 'text/plain' })],
    ]);
    expect(/id="preview"[\s\S]*?<\/details>/.exec(back.html)![0]).toContain('leaflet.txt');
    expect((await physician.get(on('supply-info'))).html).not.toContain('Panic at night');
  });

  it('an answer without minutes is told so beside the field', async () => {
    const back = await act(specialist, on('answer'), { kind: 'advice', text: 'Treat the iron.' });
    expect(back.status).toBe(422);
    expect(back.html).toContain('href="#f-minutes"');
    expect(back.html).toContain('Minutes spent: Fill this in.');
  });

  it('the specialist answers; the requester reads it and marks a recommendation as done', async () => {
    const answer = { kind: 'advice', text: 'Treat the iron.', minutes: '12', references: 'CANMAT\nBMJ' };
    const first = { ...answer, redFlags: 'Chest pain' };
    ledToStory(
      await act(specialist, on('answer'), { ...first, task: 'Oral iron', who: 'requester' }),
      'answer',
    );
    const read = await story(physician);
    for (const said of ['Treat the iron.', '12 minutes spent', 'Oral iron', '2 references', '0 of 1 done'])
      expect(read.html).toContain(said);
    const ticked = await physician.post(on('tick'), {
      ...hiddenOf(read),
      recommendation: '1',
      state: 'done',
    });
    ledToStory(ticked, 'tick');
    expect((await state()).recommendations).toMatchObject([{ state: 'done' }]);
    expect((await story(physician)).html).toContain('1 of 1 done');
  });

  it('a letter to the patient is drafted from the answer, edited, printed and shown', async () => {
    const letter = on('patient-letter');
    const page = await physician.get(`${letter}?in=fr`);
    for (const said of ['Oral iron', 'J’ai demandé l’avis de']) expect(page.html).toContain(said);
    expect((await specialist.get(letter)).status).toBe(404);
    const { receipt } = hiddenOf(page);
    const printed = await physician.post(letter, {
      receipt,
      in: 'fr',
      text: 'Bonjour,\nle fer.',
      do: 'print',
    });
    expect(printed.html).toContain('le fer.');
    const empty = await physician.post(letter, { receipt, in: 'fr', text: ' ', do: 'show' });
    expect(empty.status).toBe(422);
    const shown = await physician.post(letter, { receipt, in: 'fr', text: 'Bonjour, le fer.', do: 'show' });
    ledToStory(shown, 'message');
    expect((await story(physician)).html).toContain('Bonjour, le fer.');
  });

  it('red flags that are taken back are gone, and stand only with the answer as it was', async () => {
    const form = hiddenOf(await specialist.get(on('amend')));
    const corrected = await specialist.postFiles(on('amend'), [
      ['receipt', form.receipt],
      ['turn', form.turn],
      ['text', 'Treat the iron first.'],
      ['why', 'It was anxiety'],
      ['redFlags', ''],
      ['references', 'APA'],
      ['file', new File(['Three months'], 'plan.txt', { type: 'text/plain' })],
    ]);
    ledToStory(corrected, 'amend');
    const { html } = await story(physician);
    const [now, before] = html.split('How it stood before');
    expect(now).toContain('Treat the iron first.');
    expect(now).not.toContain('Chest pain');
    expect(html).toContain('plan.txt');
    for (const said of ['Treat the iron.', 'Chest pain', 'CANMAT', 'It was anxiety', 'Oral iron'])
      expect(before).toContain(said);
    const text = /<textarea[^>]*>([^<]*)</.exec(
      (await physician.get(`/requests/${requestKey}/text`)).html,
    )![1]!;
    const [newest, earlier] = text.split('How it stood before');
    for (const said of ['Switch', 'Treat the iron first.', '1. Oral iron', '- APA', 'Jean Tremblay'])
      expect(newest).toContain(said);
    expect(newest).not.toContain('Chest pain');
    for (const said of ['It was anxiety', 'Treat the iron.', 'When to worry: Chest pain', '- CANMAT'])
      expect(earlier).toContain(said);
    expect((await physician.get(on('patient-letter'))).html).not.toContain('emergency department');
  });

  it('the requester closes with all five questions and not without', async () => {
    const some = { outcome: 'new-advice', referral: 'avoided', patientValue: '5' };
    const back = await act(physician, on('close'), some);
    expect(back.status).toBe(422);
    expect(back.html).toContain('href="#f-providerValue"');
    ledToStory(await act(physician, on('close'), { ...some, providerValue: '4' }), 'close');
    expect((await state()).status).toBe('closed');
    const closed = await story(physician);
    expect(closed.html).toContain('Nothing more to do');
    expect(closed.html).not.toContain('still to do');
    const later = { ...hiddenOf(closed), recommendation: '1', state: 'later', due: '2099-01-15' };
    ledToStory(await physician.post(on('tick'), later), 'tick');
    expect((await story(physician)).html).toContain(
      'It ended with one recommendation still to do: <bdi>Oral iron</bdi>',
    );
  });

  it('what has ended says so, and keeps what was typed', async () => {
    const { html, status } = await physician.get(on('cancel'));
    expect(status).toBe(409);
    expect(html).toContain('This case has ended.');
    expect(html).not.toContain('btn harm');
  });

  it('is the same story in French', async () => {
    await physician.get('/language/fr');
    const { html } = await story(physician, '?show=messages');
    for (const said of ['Consultation électronique', 'Fermée', 'Recommandations'])
      expect(html).toContain(said);
    expect(html).not.toMatch(/undefined|\[object/);
  });
});
