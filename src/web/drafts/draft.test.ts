import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenOf } from '../../../test/support/act.ts';
import { type AskingWorld, askingWorld, chooseRoute, ledTo, unseenOf } from '../../../test/support/asking.ts';
import { twoPages } from '../../../test/support/papers.ts';
import type { TestBrowser } from '../../../test/support/server.ts';

let folder: string;
let world: AskingWorld;
let physician: TestBrowser;
const problem = 'Several antidepressants tried, craving for sweets. Which change of medication?';
const several = 'LA6569-3';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-drafts-'));
  world = await askingWorld(folder);
  physician = await world.signedIn(world.physician);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const draftOf = (service: { key: string }, browser = physician) =>
  chooseRoute(browser, { patient: world.patient.key, problem, service: service.key });

const questionIn = async (requestKey: string) => {
  const { rows } = await world.database.superuser.query<{ type: string; body: Record<string, unknown> }>(
    `select e.type, b.body::jsonb as body from case_events e
     join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
     join cases c on c.id = e.case_id join requests r on r.id = c.request_id
     where r.key = $1 and e.type in ('question', 'remarked') order by c.id, e.seq`,
    [requestKey],
  );
  return rows;
};
const requestOf = (url: string) => /^\/requests\/([0-9a-z]{26})/.exec(url)![1]!;
const casesOpened = async () => {
  const { rows } = await world.database.owner.query<{ n: number }>('select count(*)::int as n from cases');
  return rows[0]!.n;
};

describe('a question that is not complete', () => {
  it('comes back with what is wrong beside its field, and with all that was typed', async () => {
    const form = await draftOf(world.advice);
    const typed = { 'a-medication-now': '<i>Sertraline</i> 100 mg', 'a-reason': '', do: 'send' };
    const back = await physician.post(form, { ...(await unseenOf(physician, form)), ...typed });
    expect(back.status).toBe(422);
    for (const field of ['title', 'a-reason']) expect(back.html).toContain(`href="#f-${field}"`);
    expect(back.html).toContain('&lt;i>Sertraline&lt;/i> 100 mg');
    const long = { ...typed, 'a-reason': 'Why?', title: 'x'.repeat(81) };
    const again = await physician.post(form, { receipt: hiddenOf(back).receipt, ...long });
    expect(again.html).toContain('Keep this to 80 characters.');
    expect((await physician.get(form)).html).toContain('&lt;i>Sertraline&lt;/i> 100 mg');
  });

  it('is not sent with item 9 above zero before somebody says what was done', async () => {
    const form = await draftOf(world.advice);
    const risky = {
      ...{ title: 'Low mood', 'a-reason': problem, 'a-phq9-9': several },
      adviceConsent: 'yes',
    };
    const back = await physician.post(form, { ...(await unseenOf(physician, form)), ...risky, do: 'send' });
    expect(back.status).toBe(422);
    expect(back.html).toContain('Suicide crisis line');
    expect(back.html).toContain('href="#f-a-safety-done"');
    const said = { ...risky, 'a-safety-done': 'Asked about plan and means; none.' };
    const url = ledTo(await physician.post(form, { receipt: hiddenOf(back).receipt, ...said, do: 'send' }));
    const [question] = await questionIn(requestOf(url));
    expect(question!.body).toMatchObject({
      question: problem,
      answers: { answers: { 'safety-done': { value: 'Asked about plan and means; none.' } } },
    });
  });

  it('draws the question that follows from an answer without being sent', async () => {
    const form = await draftOf(world.advice);
    const unseen = await unseenOf(physician, form);
    const asked = await physician.post(form, { ...unseen, 'a-phq9-9': several, do: 'autosave' });
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('name="a-safety-done"');
    expect(asked.html).not.toContain('Fill this in.');
    // The same page saves again: nobody else did meanwhile.
    const kept = await physician.post(form, { ...unseen, title: 'Low mood', do: 'keep' });
    expect(kept.html).toContain('Kept. You can go on later.');
    const elsewhere = { ...unseen, receipt: 'another-tab-0000', title: 'Mine' };
    const stale = await physician.post(form, { ...elsewhere, do: 'update' });
    expect(stale.html).toContain('was saved elsewhere');
    expect(stale.html).toContain('value="Mine"');
  });
});

it('a question is for a specialist by name, who is offered for as long as they can take it', async () => {
  const { database, specialist, advice } = world;
  const agree = (cap: number) =>
    database.superuser.query(
      `insert into advice_members (service_id, member_id, weekly_cap, languages) values ($1, $2, $3, '{en}')
       on conflict (service_id, member_id) do update set weekly_cap = excluded.weekly_cap`,
      [advice.id, specialist.member, cap],
    );
  await agree(1);
  const form = await draftOf(advice);
  const offered = (await physician.get(form)).html;
  const [, key] = new RegExp(`<option value="([0-9a-z]{26})"[^>]*>${specialist.name} · reads English`).exec(
    offered,
  )!;
  expect(offered).toContain('The best match for the question');
  const choices = { adviceConsent: 'yes', wanted: key!, tell: 'later' };
  const typed = { title: 'Low mood', 'a-reason': problem, ...choices, do: 'send' };
  // Meanwhile their week filled up.
  const filled = await database.superuser.query(
    `insert into advice_turns (case_id, member_id, service_id, at) select id, $1, $2, now() from cases order by id limit 1`,
    [specialist.member, advice.id],
  );
  expect(filled.rowCount).toBe(1);
  const back = await physician.post(form, { ...(await unseenOf(physician, form)), ...typed });
  expect(back.status).toBe(422);
  expect(back.html).toContain('This specialist cannot take a question now.');
  expect(back.html).toContain('value="Low mood"');
  await database.superuser.query('delete from advice_turns');
  const url = ledTo(await physician.post(form, { receipt: hiddenOf(back).receipt, ...typed }));
  const { rows } = await database.superuser.query(
    `select state->>'status' as status, (state#>>'{receiver,member}')::bigint as member,
       state->'untold' as untold from cases c
     join requests r on r.id = c.request_id where r.key = $1`,
    [requestOf(url)],
  );
  expect(rows).toEqual([{ status: 'assigned', member: specialist.member, untold: true }]);
  await database.superuser.query('delete from advice_turns');
  await database.superuser.query('delete from advice_members');
});

describe('files of a draft', () => {
  it('are taken when they are what they say, and refused beside their field with the words kept', async () => {
    const form = await draftOf(world.advice);
    const { receipt, version } = await unseenOf(physician, form);
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join('');
    const back = await physician.postFiles(form, [
      ['receipt', receipt],
      ['version', version],
      ['title', 'Low mood'],
      ['do', 'files'],
      ['file', new File([new Uint8Array(twoPages())], 'medication.pdf')],
      ['file', new File(['GIF89a\u0001\u0000\u0001\u0000'], 'scan.pdf')],
      ['file', new File([], 'nothing.pdf')],
      ['file', new File([eicar], 'virus.txt')],
    ]);
    expect(back.status).toBe(422);
    for (const said of ['scan.pdf was not added', 'nothing.pdf is empty', 'virus.txt was not added'])
      expect(back.html).toContain(said);
    expect(back.html).toContain('href="#f-file"');
    expect(back.html).toContain('value="Low mood"');
    expect(back.html).toMatch(/Leave out .*medication\.pdf/);
    const leave = /value="(leave-[0-9a-z]{26})"/.exec(back.html)![1]!;
    const without = await physician.post(form, { receipt, title: 'Low mood', do: leave });
    expect(without.html).not.toContain('medication.pdf');
  });
});

describe('sending', () => {
  it('a double click sends once, and both see the same request', async () => {
    const form = await draftOf(world.visit);
    const unseen = await unseenOf(physician, form);
    const typed = {
      ...{ title: 'Depression after COVID-19', 'a-reason': problem, urgency: 'urgent' },
      ...{ urgencyReason: 'Off work, worse each week', mayContact: 'yes', 'a-work': 'reduced' },
      ...{ 'a-safety-now': 'no-concern', do: 'send' },
    };
    const before = await casesOpened();
    const clicks = await Promise.all([
      physician.post(form, { ...unseen, ...typed }),
      physician.post(form, { ...unseen, ...typed }),
    ]);
    const [first, second] = clicks.map(ledTo);
    expect(first).toMatch(/^\/requests\/[0-9a-z]{26}\?done=/);
    expect(second).toBe(first);
    expect(ledTo(await physician.post(form, { ...unseen, ...typed }))).toBe(first);
    expect(await casesOpened()).toBe(before + 1);
    expect((await physician.get(form)).status).toBe(404);
    expect((await physician.get(first!)).html).toMatch(/ES-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/);
  });

  it('a referral needs the patient’s agreement, and an urgent one its reason', async () => {
    const form = await draftOf(world.visit);
    const typed = { title: 'Depression', 'a-reason': problem, urgency: 'urgent', mayContact: 'no' };
    const back = await physician.post(form, { ...(await unseenOf(physician, form)), ...typed, do: 'send' });
    expect(back.status).toBe(422);
    expect(back.html).toContain('href="#f-urgencyReason"');
    expect(back.html).toContain('Talk with the patient first.');
  });

  it('several questions go out apart, with what is planned and how the patient agreed', async () => {
    const form = await draftOf(world.advice);
    const typed = {
      title: 'Low mood',
      'a-reason': problem,
      questions: '1. Raise it?\n\n- Or switch?',
      do: 'send',
    };
    const back = await physician.post(form, { ...(await unseenOf(physician, form)), ...typed });
    expect(back.html).toContain('href="#f-adviceConsent"');
    const whole = { ...typed, plan: 'Raise to 150 mg', adviceConsent: 'implied' };
    const url = ledTo(await physician.post(form, { receipt: hiddenOf(back).receipt, ...whole }));
    expect((await questionIn(requestOf(url)))[0]?.body).toMatchObject({
      ...{ questions: ['Raise it?', 'Or switch?'], plan: 'Raise to 150 mg', consent: 'implied' },
    });
    const { html } = await physician.get(url);
    for (const said of ['<bdi>Or switch?</bdi>', 'Raise to 150 mg', 'within the circle of care'])
      expect(html).toContain(said);
  });

  it('a delegate prepares it and it goes out in the clinician’s name, which the page says', async () => {
    const delegate = await world.signedIn(world.delegate);
    const form = await draftOf(world.advice, delegate);
    const page = await delegate.get(form);
    expect(page.html).toContain('Prepared by Luc Roy, sent for Amina Okafor.');
    const typed = { title: 'Low mood', 'a-reason': problem, adviceConsent: 'yes', do: 'send' };
    const url = ledTo(await delegate.post(form, { ...(await unseenOf(delegate, form)), ...typed }));
    expect((await delegate.get(url)).status).toBe(200);
    // The clinician sees it too.
    expect((await physician.get(url)).status).toBe(200);
  });

  it('what is kept is in the list, and can be deleted', async () => {
    const form = await draftOf(world.advice);
    await physician.post(form, { ...(await unseenOf(physician, form)), title: 'For tomorrow', do: 'keep' });
    expect((await physician.get('/drafts')).html).toContain('For tomorrow');
    expect(ledTo(await physician.post(`${form}/discard`))).toBe('/drafts');
    expect((await physician.get('/drafts')).html).not.toContain('For tomorrow');
  });
});
