import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addSite, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import type { App } from '../app/app.ts';
import { closeInvitation } from '../app/jobs/close-invitation.ts';
import { faxResults, handFax } from '../app/jobs/hand-fax.ts';
import { type InviteAsk, invite, takeBack } from '../app/outside/invite.ts';
import { askGuestCode, guestDoor, openWorkspace, readWorkspace } from '../app/outside/workspace.ts';
import { whoIs } from '../app/people/accounts.ts';
import type { FaxPages, FaxResult } from '../app/ports/fax-line.ts';
import type { Job } from '../app/ports/jobs.ts';
import { runVerb } from '../app/run-verb.ts';
import { guestCode, guestToken } from '../app/tokens.ts';

let t: TestDatabase;
let app: App;
let world: Awaited<ReturnType<typeof smallWorld>>;
let patientKey: string;
let service: Awaited<ReturnType<typeof addService>>;
const handed: { id: string; to: string; pages: FaxPages }[] = [];
let results: FaxResult[] = [];
const blobs = new Map<string, Uint8Array>();

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  const away = await addSite(t, 'Away Surgery', { onNetwork: false });
  service = await addService(t, away.id, { name: 'Hand surgery' });
  patientKey = (await addPatient(t, world.physician.actor)).key;
  app = {
    ...appOn(t),
    clock: { now: () => new Date().toISOString() },
    files: {
      put: async (bytes: Uint8Array) => {
        blobs.set('b', bytes);
        return 'b';
      },
      get: async (blob: string) => blobs.get(blob) ?? null,
    },
    fax: {
      hand: async (id: string, to: string, pages: FaxPages) => void handed.push({ id, to, pages }),
      results: async () => results,
      forget: async (id: string) => {
        results = results.filter(one => one.id !== id);
      },
    },
  } as unknown as App;
});
afterAll(() => t.drop());

const office = (): Actor => world.physician.actor;
const one = async <T>(sql: string, values: unknown[] = []): Promise<T> =>
  (await t.superuser.query(sql, values)).rows[0];

/** A referral to the surgery, sent out. */
async function sentOut(given: Partial<InviteAsk> = {}) {
  const { caseKey, requestKey } = await ask(app, office(), { service, patientKey });
  const way = { caseKey, channel: 'mail', to: 'desk@away.example', language: 'en', ...given } as const;
  expect(await invite(app, office(), way)).toMatchObject({ ok: true });
  const { id, nonce } = await one<{ id: number; nonce: string }>(
    `select id, nonce from links where kind = 'guest' order by id desc limit 1`,
  );
  return { caseKey, requestKey, link: Number(id), token: guestToken(app.config.secretKey, nonce) };
}

async function codeOf(link: number): Promise<string> {
  const { nonce } = await one<{ nonce: string }>('select nonce from guest_codes where link_id = $1', [link]);
  return guestCode(app.config.secretKey, nonce);
}

async function letIn({ token, link }: { token: string; link: number }): Promise<Actor> {
  expect(await askGuestCode(app, token)).toBe(true);
  const opened = await openWorkspace(app, { token, code: await codeOf(link), day: '', holder: 'Dr. Away' });
  if (opened.result !== 'opened') throw new Error(opened.result);
  return (await whoIs(app, opened.session))!.actor;
}

const wrong = (token: string) => openWorkspace(app, { token, code: '000000x', day: '', holder: 'Nobody' });
const stateOf = async (caseKey: string) =>
  (await one<{ state: Record<string, never> }>('select state from cases where key = $1', [caseKey])).state;

describe('a clinic that is not on the network', () => {
  it('opens the link with a code, reads one case, accepts, books and sends the note; each look is written down', async () => {
    const sent = await sentOut();
    const other = await sentOut();
    expect(await stateOf(sent.caseKey)).toMatchObject({ hold: { next: 'chase-by-phone' } });
    expect(await guestDoor(app, sent.token)).toMatchObject({ channel: 'mail', to: 'desk@away.example' });
    const guest = await letIn(sent);
    const page = (await readWorkspace(app, guest))!;
    expect(page.story.cases.map(each => each.key)).toEqual([sent.caseKey]);
    expect(page).toMatchObject({ holder: 'Dr. Away', one: { patient: { family: 'Whitcombe' } } });
    const act = (verb: string, input: object, caseKey = sent.caseKey) =>
      runVerb(app, guest, { caseKey, verb, input });
    expect(await act('accept', {})).toMatchObject({ ok: true });
    const start = new Date(Date.now() + 9 * 86_400_000).toISOString();
    const visit = { label: 'consultation', start, medium: 'in-person' };
    expect(await act('book', visit)).toMatchObject({ ok: true });
    expect(await act('complete', { outcome: 'treated', note: 'All is well.' })).toMatchObject({ ok: true });
    expect(await act('accept', {}, other.caseKey)).toMatchObject({ refusal: 'not-found' });
    const { count } = await one<{ count: number }>(
      `select count(*)::int from audit where kind = 'g' and outsider = $1 and act = 'open'`,
      [sent.link],
    );
    expect(count).toBe(1);
    const { names } = await t.db.as(office(), async tx => ({
      names: await tx.workspaces.names([page.one.id]),
    }));
    expect(names[0]).toMatchObject({ name: 'Dr. Away', site: { en: 'Away Surgery' } });
  });

  it('is shut out after five wrong codes, and the office is to send it out again', async () => {
    const sent = await sentOut();
    expect(await wrong(sent.token)).toMatchObject({ result: 'none' });
    expect(await askGuestCode(app, sent.token)).toBe(true);
    for (const left of [4, 3, 2, 1])
      expect(await wrong(sent.token)).toEqual({ result: 'wrong', triesLeft: left });
    const code = await codeOf(sent.link);
    expect(await wrong(sent.token)).toEqual({ result: 'dead' });
    const right = await openWorkspace(app, { token: sent.token, code, day: '', holder: 'Dr. Away' });
    expect(right).toEqual({ result: 'dead' });
    const { payload } = await one<{ payload: Job['payload'] }>(
      `select payload from jobs where kind = 'close-invitation' order by id desc limit 1`,
    );
    await closeInvitation.run(await claimed('close-invitation'), app);
    expect(payload).toMatchObject({ why: 'wrong-code' });
    const state = await stateOf(sent.caseKey);
    expect(state).toMatchObject({ hold: { next: 'send-by-fax', accountable: { side: 'requester' } } });
    expect(state).not.toHaveProperty('guest');
  });

  it('gets three codes an hour, and none once the office took the link back', async () => {
    const sent = await sentOut();
    const asked = [];
    for (let i = 0; i < 4; i++) asked.push(await askGuestCode(app, sent.token));
    expect(asked).toEqual([true, true, true, false]);
    const guest = await letInAlready(sent);
    expect(await readWorkspace(app, guest)).not.toBeNull();
    expect(await takeBack(app, office(), { caseKey: sent.caseKey })).toMatchObject({ ok: true });
    expect(await readWorkspace(app, guest)).toBeNull();
    expect(await guestDoor(app, sent.token)).toBeNull();
    expect(await runVerb(app, guest, { caseKey: sent.caseKey, verb: 'accept', input: {} })).toMatchObject({
      refusal: 'not-found',
    });
  });

  it('is sent nothing by whoever did not send the referral', async () => {
    const { caseKey } = await ask(app, office(), { service, patientKey });
    const way = { caseKey, channel: 'mail', to: 'thief@example.test', language: 'en' } as const;
    for (const who of [world.outsider, world.clerk] as TestMember[])
      expect(await invite(app, who.actor, way)).toMatchObject({ ok: false, refusal: 'not-found' });
  });

  it('gets a fax again with growing pauses; failed for good, the office has the next step', async () => {
    const fax = async () => Buffer.from('%PDF');
    const sent = await sentOut({ channel: 'fax', to: '519-555-0161', fax });
    const hand = async () => handFax.run(await claimed('hand-fax'), app);
    const state = () => t.db.as(office(), tx => tx.faxes.ofLink(sent.link));
    await hand();
    expect(handed.at(-1)).toMatchObject({ to: '519-555-0161', pages: { pdf: expect.anything() } });
    expect(await state()).toMatchObject({ state: 'handed', tries: 1 });
    for (const [tries, minutes] of [
      [1, 5],
      [2, 30],
      [3, 120],
    ] as const) {
      await answer(false);
      expect(await state()).toMatchObject({ state: 'waiting', tries, why: 'busy' });
      const { pause } = await one<{ pause: number }>(
        `select round(extract(epoch from run_after - now()) / 60)::int as pause from jobs
         where kind = 'hand-fax' order by id desc limit 1`,
      );
      expect(pause).toBe(minutes);
      await t.superuser.query(`update jobs set run_after = now() where kind = 'hand-fax'`);
      await hand();
    }
    await answer(false);
    expect(await state()).toMatchObject({ state: 'failed', tries: 4 });
    await closeInvitation.run(await claimed('close-invitation'), app);
    expect(await stateOf(sent.caseKey)).toMatchObject({ hold: { next: 'send-by-fax' } });
  });
});

async function letInAlready({ token, link }: { token: string; link: number }): Promise<Actor> {
  const opened = await openWorkspace(app, { token, code: await codeOf(link), day: '', holder: 'Desk' });
  if (opened.result !== 'opened') throw new Error(opened.result);
  return (await whoIs(app, opened.session))!.actor;
}

/** The line says what became of the last fax. */
async function answer(ok: boolean): Promise<void> {
  results = [{ id: handed.at(-1)!.id, ok, why: 'busy' }];
  await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'fax-results', payload: {} }));
  await faxResults.run(await claimed('fax-results'), app);
}

/** The latest job of a kind, as a worker holds it. */
async function claimed(kind: string): Promise<Job> {
  const jobs = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim([kind], 10));
  const [last] = jobs.toReversed();
  if (!last) throw new Error(`no job ${kind}`);
  return last;
}
