import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawPeerReviews } from '../../../src/app/jobs/draw-reviews.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { type AskingWorld, askingWorld, ledTo } from '../../support/asking.ts';
import { ask } from '../../support/cases.ts';
import { aMonthEarlier } from '../../support/closed-advice.ts';
import type { TestBrowser } from '../../support/server.ts';
import { addMember, type TestMember } from '../../support/world.ts';

let folder: string;
let world: AskingWorld;
let [colleague, lead]: TestMember[] = [];
let [author, reader, leader]: TestBrowser[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-quality-'));
  world = await askingWorld(folder);
  const { database, clinic, advice, specialist } = world;
  colleague = await addMember(database, clinic.id, { name: 'Ines Calder', roles: ['clinician'] });
  lead = await addMember(database, clinic.id, { name: 'Noor Haddad', roles: ['lead'] });
  await database.owner.query(
    'insert into advice_members (service_id, member_id, weekly_cap) select $1, unnest($2::bigint[]), 5',
    [advice.id, [specialist.member, colleague.member]],
  );
  [author, reader, leader] = await Promise.all(
    [specialist, colleague, lead].map(one => world.signedIn(one!)),
  );
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A closed question of last month, whose texts name people. */
async function answeredLastMonth(more: object = {}): Promise<{ reference: string; requestKey: string }> {
  const { app, database, physician, clerk, specialist, advice: service, patient } = world;
  const on = app.app;
  const input = { question: 'Arden Whitcombe cannot sleep. Amina Okafor, 613-555-0188' };
  const { caseKey, reference, requestKey } = await ask(on, physician.actor, {
    service,
    patientKey: patient.key,
    input,
  });
  const does = async (actor: typeof clerk.actor, verb: string, typed: object) =>
    expect(await runVerb(on, actor, { caseKey, verb, input: typed })).toMatchObject({ ok: true });
  const { rows } = await database.owner.query('select key from members where id = $1', [specialist.member]);
  await does(clerk.actor, 'assign', { member: rows[0].key, why: 'other' });
  const text = 'Dear Amina, Mr. Whitcombe may take melatonin. Jean Tremblay';
  const recommendations = [{ text: 'Ferritin first' }];
  await does(specialist.actor, 'answer', {
    kind: 'advice',
    text: 'Zopiclone.',
    minutes: 12,
    recommendations,
  });
  await does(specialist.actor, 'amend', { text, why: 'She is 82' });
  const survey = { outcome: 'new-advice', referral: 'avoided', patientValue: '5', providerValue: '4' };
  await does(physician.actor, 'close', { ...survey, ...more });
  await aMonthEarlier(database);
  return { reference, requestKey };
}

async function draw(): Promise<void> {
  const { app, database } = world;
  await database.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'draw-reviews', payload: {} }));
  const [job] = await database.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['draw-reviews'], 1));
  await drawPeerReviews.run(job!, app.app);
}

it('a colleague reads an answer without names; its author alone reads the review, the lead what was not safe', async () => {
  const { advice } = world;
  const { reference } = await answeredLastMonth();
  const group = `/groups/${advice.key}`;
  await leader!.get(group);
  const wrong = await leader!.post(`${group}/reviews`, { perMonth: 'many' });
  expect([wrong.status, wrong.html.includes('value="many"')]).toEqual([422, true]);
  expect(ledTo(await leader!.post(`${group}/reviews`, { perMonth: '5' }))).toBe(`${group}?done=saved`);
  await reader!.get('/quality');
  ledTo(await reader!.post('/quality/reviewing', { group: advice.key, on: 'yes' }));
  await draw();
  await draw();
  const list = await reader!.get('/worklist');
  expect(list.html).toContain('An answer of a colleague waits for your review.');
  const url = /href="(\/reviews\/[^"]+)"/.exec((await reader!.get('/quality')).html)![1]!;
  const { html } = await reader!.get(url);
  for (const said of ['melatonin', 'Ferritin first']) expect(html).toContain(said);
  expect(html).not.toContain('Zopiclone');
  for (const name of ['Whitcombe', 'Arden', 'Amina', 'Okafor', 'Tremblay', '613-555-0188'])
    expect(html.replace(/<header[\s\S]*?<\/header>/, '')).not.toContain(name);
  // Nobody else opens it, the author least.
  for (const other of [author!, leader!]) expect((await other.get(url)).status).toBe(404);
  const typed = { answers: '4', evidence: '2', clear: '5', actionable: '4', safe: 'no', comment: '' };
  const unsaid = await reader!.post(url, typed);
  expect([unsaid.status, unsaid.html.includes('Say what is not safe.')]).toEqual([422, true]);
  expect(ledTo(await reader!.post(url, { ...typed, comment: 'Check the liver first.' }))).toBe(
    '/quality?done=1',
  );
  expect((await reader!.get(url)).status).toBe(404);
  const mine = await author!.get('/quality');
  expect(mine.html).toContain('Check the liver first.');
  expect(mine.html).toContain('4.0 of 5');
  expect(mine.html).not.toContain('Calder');
  // Four more would show averages; what is not safe shows at once, until it was dealt with.
  expect((await leader!.get('/worklist')).html).toContain('Called not safe');
  const seen = await leader!.get(group);
  expect(seen.html).toContain(reference);
  expect(seen.html).toContain('Averages show from five reviews on.');
  const review = /name="review" value="([^"]+)"/.exec(seen.html)![1]!;
  ledTo(await leader!.post(`${group}/unsafe`, { review }));
  expect((await leader!.get(group)).html).not.toContain(reference);
  expect((await leader!.post(`${group}/unsafe`, { review })).status).toBe(404);
});

it('what an asker says could have harmed waits for the lead alone until it was dealt with, and is counted', async () => {
  const group = `/groups/${world.advice.key}`;
  const harmSaid = 'She fainted on the second day.';
  const { reference, requestKey } = await answeredLastMonth({ harm: 'advice', harmSaid });
  expect((await leader!.get('/worklist')).html).toContain('Could have harmed');
  expect((await author!.get('/worklist')).html).not.toContain('Could have harmed');
  const story = (await author!.get(`/requests/${requestKey}`)).html;
  for (const said of ['the advice could have harmed', harmSaid]) expect(story).toContain(said);
  const seen = await leader!.get(group);
  for (const said of [reference, harmSaid]) expect(seen.html).toContain(said);
  const { rows } = await world.database.superuser.query(
    `select result::text from audit where act = 'read-harm'`,
  );
  expect(rows).toEqual([{ result: 'o' }]);
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(seen.html)![1]!;
  const flag = { case: of('case'), seq: of('seq') };
  const counted = /said that 1 of the answers, and 0 of the waits for one, could have harmed; (\d)/;
  expect(counted.exec((await leader!.get('/figures')).html)?.[1]).toBe('1');
  expect((await author!.post(`${group}/harm`, flag)).status).toBe(404);
  expect(ledTo(await leader!.post(`${group}/harm`, flag))).toBe(`${group}?done=saved`);
  expect((await leader!.post(`${group}/harm`, flag)).status).toBe(404);
  expect((await leader!.get(group)).html).not.toContain(harmSaid);
  expect((await leader!.get('/worklist')).html).not.toContain('Could have harmed');
  expect(counted.exec((await leader!.get('/figures')).html)?.[1]).toBe('0');
});

it('what an asker writes at the close is read by the specialist alone, and names nobody', async () => {
  const explain = 'Amina Okafor will see Arden Whitcombe again in spring.';
  const comment = 'Whitcombe sleeps now. Call me at 613-555-0188.';
  const { reference } = await answeredLastMonth({ referral: 'other', explain, comment });
  const { html } = await author!.get('/quality');
  for (const said of ['sleeps now', 'again in spring', 'it meant: Other', '[name]'])
    expect(html).toContain(said);
  const main = html.replace(/<header[\s\S]*?<\/header>/, '');
  for (const name of ['Whitcombe', 'Arden', 'Amina', 'Okafor', '613-555-0188', reference])
    expect(main).not.toContain(name);
  for (const other of [reader!, leader!]) {
    const pages = await Promise.all(
      ['/quality', '/figures', `/groups/${world.advice.key}`].map(url => other.get(url)),
    );
    for (const page of pages) expect(page.html).not.toContain('sleeps now');
  }
  const { rows } = await world.database.superuser.query(
    `select cardinality(ids) as many from audit where act = 'read-closing-words'`,
  );
  expect(rows).toContainEqual({ many: 1 });
});
