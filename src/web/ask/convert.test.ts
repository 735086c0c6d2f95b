import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/app/actor.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { hiddenOf } from '../../../test/support/act.ts';
import { type AskingWorld, askingWorld, chooseRoute, ledTo, unseenOf } from '../../../test/support/asking.ts';
import { twoPages } from '../../../test/support/papers.ts';
import type { TestBrowser } from '../../../test/support/server.ts';

let folder: string;
let world: AskingWorld;
let physician: TestBrowser;
const problem = 'Depression, several antidepressants tried. Which change of medication?';
const daily = 'LA6571-9';
const survey = { outcome: 'new-advice', referral: 'led-to-referral', patientValue: '5', providerValue: '4' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-convert-'));
  world = await askingWorld(folder);
  physician = await world.signedIn(world.physician);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function run(actor: Actor, caseKey: string, verb: string, input: unknown) {
  const outcome = await runVerb(world.app.app, actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

const memberKey = async (member: number) => {
  const { rows } = await world.database.owner.query<{ key: string }>(
    'select key from members where id = $1',
    [member],
  );
  return rows[0]!.key;
};

/** An eConsult with answers and a file, asked on the pages and given to the specialist: its case and request. */
async function assigned(more: [string, string][] = []): Promise<{ caseKey: string; request: string }> {
  const form = await chooseRoute(physician, {
    ...{ patient: world.patient.key, problem, service: world.advice.key },
  });
  const { receipt } = await unseenOf(physician, form);
  const parts: [string, string | File][] = [
    ['receipt', receipt],
    ['title', 'Which antidepressant next?'],
    ['adviceConsent', 'implied'],
    ['a-reason', problem],
    ['a-phq9-1', daily],
    ['a-medication-now', 'Sertraline 100 mg'],
    ['file', new File([new Uint8Array(twoPages())], 'medication.pdf')],
    ...more,
    ['do', 'send'],
  ];
  const request = ledTo(await physician.postFiles(form, parts)).replace(/\?.*/, '');
  const { rows } = await world.database.superuser.query<{ key: string }>(
    'select c.key from cases c join requests r on r.id = c.request_id where r.key = $1',
    [request.split('/').at(-1)],
  );
  const caseKey = rows[0]!.key;
  const specialist = await memberKey(world.specialist.member);
  await run(world.clerk.actor, caseKey, 'assign', { member: specialist, why: 'best-match' });
  return { caseKey, request };
}

/** The same, answered. */
async function answered(): Promise<{ caseKey: string; request: string }> {
  const { caseKey, request } = await assigned();
  const recommendations = [{ text: 'Bupropion XL 150 mg' }, { text: 'Repeat PHQ-9', condition: 'no better' }];
  const said = { text: 'Add bupropion, then see her.', recommendations, references: ['CANMAT 2023'] };
  const advice = { kind: 'advice', ...said, minutes: 12 };
  await run(world.specialist.actor, caseKey, 'answer', advice);
  return { caseKey, request };
}

const casesOf = async (request: string) => {
  const { rows } = await world.database.superuser.query<{
    type: string;
    status: string;
    events: { type: string; body: Record<string, unknown> }[];
  }>(
    `select c.type, c.state->>'status' as status, jsonb_agg(jsonb_build_object('type', e.type, 'body', b.body::jsonb)
       order by e.seq) as events
     from cases c join requests r on r.id = c.request_id join case_events e on e.case_id = c.id
     join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
     where r.key = $1 group by c.id order by c.id`,
    [request.split('/').at(-1)],
  );
  return rows;
};

describe('an answered eConsult whose patient needs a visit', () => {
  it('becomes a referral with answers, file and advice, after its five questions', async () => {
    const { caseKey, request } = await answered();
    const url = `/econsults/${caseKey}/convert`;
    const search = await physician.get(url);
    expect(search.html).toContain('Which antidepressant next?');
    expect(search.html).toContain('Depression assessment');
    const worse = `Which antidepressant next?\n\n${problem}\nWorse since COVID-19.`;
    const form = ledTo(await physician.post(url, { problem: worse, service: world.visit.key }));
    const filled = await physician.get(form);
    for (const said of ['Worse since COVID-19.', 'Sertraline 100 mg', 'medication.pdf', 'Close the eConsult'])
      expect(filled.html).toContain(said);
    expect(filled.html).toMatch(new RegExp(`name="a-phq9-1" value="${daily}" checked`));
    expect(filled.html).toContain('From the eConsult');
    const typed = {
      ...{ title: 'Depression after COVID-19', 'a-reason': 'Please see her soon.', mayContact: 'yes' },
      ...{ 'a-phq9-1': daily, 'a-medication-now': 'Sertraline 100 mg', 'a-work': 'reduced' },
      ...{ 'a-safety-now': 'no-concern', along: 'advice' },
      whyVisit: 'Two changes have failed; she asks to be seen.',
    };
    const { receipt } = hiddenOf(filled);
    const back = await physician.post(form, { receipt, ...typed, do: 'send' });
    expect(back.status).toBe(422);
    expect(back.html).toContain('href="#f-outcome"');
    expect(ledTo(await physician.post(form, { receipt, ...typed, ...survey, do: 'send' }))).toContain(
      request,
    );
    const [econsult, referral] = await casesOf(request);
    expect(econsult).toMatchObject({ type: 'econsult', status: 'converted' });
    expect(referral).toMatchObject({ type: 'referral', status: 'sent' });
    const said = (type: string) => referral!.events.find(event => event.type === type)?.body;
    expect(said('question')).toMatchObject({
      question: 'Please see her soon.',
      answers: { form: 'mental-health-referral', answers: { 'phq9-1': { value: daily } } },
      // The tick of the files was taken out.
      attachments: [],
    });
    expect(said('remarked')).toMatchObject({
      about: 'advice',
      text: 'Add bupropion, then see her.\n• Bupropion XL 150 mg\n• Repeat PHQ-9 (no better)\n– CANMAT 2023',
    });
    const specialist = await world.signedIn(world.specialist);
    for (const side of [physician, specialist])
      expect((await side.get(request)).html).toContain('Two changes have failed; she asks to be seen.');
    expect((await physician.get('/drafts')).html).not.toContain(form);
  });

  it('keeps its files when the tick stays', async () => {
    const { caseKey, request } = await answered();
    await run(world.physician.actor, caseKey, 'close', { ...survey, patientValue: 5, providerValue: 4 });
    const form = ledTo(
      await physician.post(`/econsults/${caseKey}/convert`, { problem, service: world.visit.key }),
    );
    const filled = await physician.get(form);
    expect(filled.html).not.toContain('Close the eConsult');
    const typed = {
      ...{ title: 'Depression', 'a-reason': problem, mayContact: 'yes', 'a-work': 'reduced' },
      ...{ 'a-safety-now': 'no-concern', along: 'attachments', do: 'send' },
    };
    ledTo(await physician.post(form, { receipt: hiddenOf(filled).receipt, ...typed }));
    const referral = (await casesOf(request))[1]!;
    const question = referral.events.find(event => event.type === 'question')!.body;
    expect(question.attachments).toHaveLength(1);
    expect(referral.events.some(event => event.type === 'remarked')).toBe(false);
  });

  it('brings each question that was asked apart into the referral', async () => {
    const { caseKey } = await assigned([['questions', 'Raise it?\nOr switch?']]);
    const recommendations = [{ text: 'Bupropion' }];
    const advice = { kind: 'advice', text: 'Switch.', recommendations, minutes: 12 };
    await run(world.specialist.actor, caseKey, 'answer', advice);
    const { html } = await physician.get(`/econsults/${caseKey}/convert`);
    expect(html).toContain('1. Raise it?\n2. Or switch?');
  });

  it('is not there for a stranger, and has no button for a specialist whose answer is given', async () => {
    const { caseKey } = await answered();
    const url = `/econsults/${caseKey}/convert`;
    const outsider = await world.signedIn(world.outsider);
    expect((await outsider.get(url)).status).toBe(404);
    const late = await (await world.signedIn(world.specialist)).get(url);
    expect(late.status).toBe(409);
    expect(late.html).not.toContain('Send answer and referral');
  });
});

describe('a specialist who was allowed to turn the question into a referral', () => {
  const answer = {
    ...{ kind: 'please-refer', text: 'She needs to be seen.', minutes: '14', task: 'Stop sertraline' },
    ...{ redFlags: 'Thoughts of suicide', references: 'CANMAT 2023', who: 'requester' },
  };

  it('answers and sends it on from one page, and the clinic reads the advice', async () => {
    const { caseKey, request } = await assigned([['mayConvert', 'yes']]);
    const specialist = await world.signedIn(world.specialist);
    const story = await specialist.get(request);
    const url = `/econsults/${caseKey}/convert`;
    expect(story.html).toContain(url);
    const first = await specialist.get(url);
    expect(first.status).toBe(200);
    const form = await specialist.post(url, { ...hiddenOf(first), look: 'Depression', again: 'search' });
    expect([form.status, form.html.includes(world.visit.key)]).toEqual([200, true]);
    const typed = {
      ...{ ...hiddenOf(form), ...answer, service: world.visit.key },
      ...{ urgency: 'urgent', carry: ['question', 'answers', 'advice'] },
    };
    const unsaid = await specialist.post(url, typed);
    expect(unsaid.status).toBe(422);
    for (const kept of ['href="#f-reason"', 'She needs to be seen.', 'Stop sertraline'])
      expect(unsaid.html).toContain(kept);
    const advised = new File([new Uint8Array(twoPages())], 'protocol.pdf');
    const why = Object.entries({ ...typed, reason: 'Losing weight quickly.' }).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    );
    const led = ledTo(await specialist.postFiles(url, [...why, ['file', advised]]));
    expect(led).toContain(request.split('/').at(-1));
    const [econsult, referral] = await casesOf(request);
    expect([econsult!.status, referral!.status]).toEqual(['converted', 'sent']);
    const bodies = (type: string, of = referral!) => of.events.find(event => event.type === type)?.body;
    expect(bodies('question')).toMatchObject({ reason: 'Losing weight quickly.', attachments: [] });
    expect(bodies('advice', econsult!)?.attachments).toHaveLength(1);
    expect(bodies('remarked')).toMatchObject({ about: 'advice' });
    expect(bodies('remarked')?.text).toContain('She needs to be seen.\n');
    expect(bodies('remarked')?.text).toContain('• Stop sertraline');
    const told = (await physician.get(request)).html;
    expect(told).toContain('She needs to be seen.');
  });

  it('has neither button nor page that sends when the requester did not allow it', async () => {
    const { caseKey, request } = await assigned();
    const specialist = await world.signedIn(world.specialist);
    const url = `/econsults/${caseKey}/convert`;
    expect((await specialist.get(request)).html).not.toContain(url);
    expect((await specialist.get(url)).html).not.toContain('Send answer and referral');
  });
});
