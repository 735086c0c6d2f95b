import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/app/actor.ts';
import type { App } from '../../../src/app/app.ts';
import { askCode, goToRequest, readAllRequests, tryCode } from '../../../src/app/patient/all-requests.ts';
import { letIn, readHelpers, takeBack } from '../../../src/app/patient/let-in.ts';
import { linkLives, openLink, readPatientPage, whoLooked } from '../../../src/app/patient/portal.ts';
import { whoIs } from '../../../src/app/people/accounts.ts';
import { realClock } from '../../../src/app/ports/clock.ts';
import type { Mail } from '../../../src/app/ports/mailer.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { addPatient, addService, appOn, arden, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { deliver } from '../../support/post-office.ts';
import { smallWorld } from '../../support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let patientKey: string;
const mails: Mail[] = [];
const texts: Mail[] = [];
const into = (list: Mail[]) => ({ send: async (mail: Mail) => void list.push(mail), close: async () => {} });
const app = (): App => {
  const on = appOn(t);
  const config = { ...on.config, texts: true };
  return { ...on, config, mailer: into(mails), texter: into(texts), clock: realClock } as unknown as App;
};

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  visits = await addService(t, world.clinic.id, { name: 'Mood clinic' });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());

const tokenOf = (mail: Mail) => /\/p\/([^/?]+)/.exec(mail.link)![1]!;
/** A referral, and the token in the message to one address about it. */
async function sent(to = 'arden@example.test', key = patientKey) {
  const one = await ask(app(), world.physician.actor, { service: visits, patientKey: key });
  await deliver(app());
  return { ...one, token: tokenOf(mails.findLast(mail => mail.to === to)!) };
}
async function opened(token: string): Promise<{ actor: Actor; session: string }> {
  const outcome = await openLink(app(), { token, birthDate: arden.birthDate });
  if (outcome.result !== 'opened') throw new Error(outcome.result);
  const seen = await whoIs(app(), outcome.session);
  return { actor: seen!.actor, session: outcome.session };
}

describe('a patient lets somebody in', () => {
  const sam = { name: 'Sam Okoye', email: 'Sam@example.test', language: 'fr' as const };

  it('who opens the page with a link of their own, and is named to the patient', async () => {
    const { token, reference } = await sent();
    const { actor } = await opened(token);
    expect(await letIn(app(), actor, sam)).toBe('done');
    await deliver(app());
    const invited = mails.filter(mail => mail.to === 'Sam@example.test');
    expect(invited.map(mail => [mail.template, mail.lang, mail.reference])).toEqual([
      ['patient-helper', 'fr', reference],
    ]);
    const helper = await opened(tokenOf(invited[0]!));
    expect((await readPatientPage(app(), helper.actor))!.story.reference).toBe(reference);
    expect((await whoLooked(app(), actor)).map(look => look.name)).toContain('Sam Okoye');
    expect(await readHelpers(app(), helper.actor)).toBeNull();
    expect(await letIn(app(), helper.actor, { ...sam, email: 'x@y.test' })).toBe('not-now');
    expect(await askCode(app(), helper.actor)).toBe(false);
  });

  it('and takes it back: link, open page and messages end at once; a new invitation has a new link', async () => {
    const { token, caseKey } = await sent();
    const { actor } = await opened(token);
    await letIn(app(), actor, sam);
    await deliver(app());
    const first = tokenOf(mails.findLast(mail => mail.to === 'Sam@example.test')!);
    const helper = await opened(first);
    const [one] = (await readHelpers(app(), actor))!;
    expect(await takeBack(app(), helper.actor, one!.key)).toBe(false);
    expect(await takeBack(app(), actor, one!.key)).toBe(true);
    expect(await linkLives(app(), first)).toBe(false);
    expect(await whoIs(app(), helper.session)).toBeNull();
    mails.length = 0;
    await runVerb(app(), world.clerk.actor, { caseKey, verb: 'accept', input: {} });
    await deliver(app());
    expect(mails.some(mail => mail.to === 'arden@example.test')).toBe(true);
    expect(mails.some(mail => mail.to === 'Sam@example.test')).toBe(false);
    expect(await letIn(app(), actor, sam)).toBe('done');
    await deliver(app());
    const second = tokenOf(mails.findLast(mail => mail.to === 'Sam@example.test')!);
    expect(second).not.toBe(first);
    expect(await linkLives(app(), second)).toBe(true);
  });

  it('not without a name and an address, nor the same person twice', async () => {
    const { actor } = await opened((await sent()).token);
    expect(await letIn(app(), actor, { ...sam, name: '' })).toBe('no-name');
    expect(await letIn(app(), actor, { ...sam, email: 'nowhere' })).toBe('no-email');
    expect(await letIn(app(), actor, sam)).toBe('done');
    expect(await letIn(app(), actor, sam)).toBe('not-now');
    expect(await letIn(app(), actor, { ...sam, email: 'arden@example.test' })).toBe('not-now');
  });
});

it('the patient’s page leaves out a question that was not told, until its requester writes to the patient', async () => {
  const { physician, clinic } = world;
  const advice = await addService(t, clinic.id, { type: 'econsult', name: 'Advice on moods' });
  const { requestKey, token } = await sent();
  const before = mails.length;
  const asked = { service: advice, patientKey, input: { tell: 'later' } };
  const further = await ask(app(), physician.actor, { ...asked, continues: requestKey });
  await deliver(app());
  expect(mails.slice(before).filter(mail => mail.to === 'arden@example.test')).toEqual([]);
  const { actor } = await opened(token);
  const types = async () => (await readPatientPage(app(), actor))!.story.cases.map(one => one.type);
  expect(await types()).toEqual(['referral']);
  const message = { text: 'I asked for advice, and all is well.', to: 'everyone' };
  const { caseKey } = further;
  expect(await runVerb(app(), physician.actor, { caseKey, verb: 'message', input: message })).toMatchObject({
    ok: true,
  });
  expect(await types()).toEqual(['referral', 'econsult']);
});

describe('all requests of a patient', () => {
  const code = async (actor: Actor) => {
    await t.owner.query('delete from patient_codes');
    expect(await askCode(app(), actor)).toBe(true);
    await deliver(app());
    return texts.at(-1)!.reference;
  };

  it('are shown after a code to the phone on record, to that session alone, and each can be opened', async () => {
    const first = await sent();
    const second = await sent();
    const { actor, session } = await opened(second.token);
    const before = await readAllRequests(app(), actor, session);
    expect(before).toEqual({
      open: false,
      way: { channel: 'sms', address: '519-555-0142', hint: '•••-0142' },
    });
    const right = await code(actor);
    expect(texts.at(-1)).toMatchObject({ to: '519-555-0142', template: 'patient-code' });
    expect(await tryCode(app(), actor, { code: right, session })).toBe(true);
    const all = await readAllRequests(app(), actor, session);
    const references = all.open ? all.pages.map(page => page.story.reference) : [];
    expect(references).toEqual(expect.arrayContaining([first.reference, second.reference]));
    const other = await opened(second.token);
    expect((await readAllRequests(app(), other.actor, other.session)).open).toBe(false);
    expect(await goToRequest(app(), actor, { key: first.requestKey, session })).toBe(true);
    const now = (await whoIs(app(), session))!.actor;
    expect((await readPatientPage(app(), now))!.story.reference).toBe(first.reference);
  });

  it('never those of somebody else, even of the same mailbox', async () => {
    const sibling = { ...arden, birthDate: '2015-05-05', given: 'Robin' };
    const other = await addPatient(t, world.physician.actor, sibling);
    const theirs = await ask(app(), world.physician.actor, { service: visits, patientKey: other.key });
    const { actor, session } = await opened((await sent()).token);
    await tryCode(app(), actor, { code: await code(actor), session });
    const all = await readAllRequests(app(), actor, session);
    expect(all.open && all.pages.map(page => page.story.reference)).not.toContain(theirs.reference);
    expect(await goToRequest(app(), actor, { key: theirs.requestKey, session })).toBe(false);
  });

  it('not after five wrong codes, and three codes are all within an hour', async () => {
    const { actor, session } = await opened((await sent()).token);
    const right = await code(actor);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let i = 0; i < 5; i++) expect(await tryCode(app(), actor, { code: wrong, session })).toBe(false);
    expect(await tryCode(app(), actor, { code: right, session })).toBe(false);
    expect(await askCode(app(), actor)).toBe(true);
    expect(await askCode(app(), actor)).toBe(true);
    expect(await askCode(app(), actor)).toBe(false);
    expect((await readAllRequests(app(), actor, session)).open).toBe(false);
  });
});
