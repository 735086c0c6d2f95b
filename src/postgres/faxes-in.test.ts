import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { twoPages } from '../../test/support/papers.ts';
import { syntheticFaxes } from '../../test/support/synthetic-faxes.ts';
import { smallWorld } from '../../test/support/world.ts';
import type { App } from '../app/app.ts';
import { readFaxIn } from '../app/jobs/read-fax.ts';
import { takeInFaxes } from '../app/jobs/take-in-faxes.ts';
import { openRequest } from '../app/open-request.ts';
import { openFax, readFaxes, settleFax, uploadFaxes } from '../app/outside/faxes-in.ts';
import { claimRequisition, makeRequisition, requisitionIn } from '../app/outside/requisition.ts';
import type { FaxIn } from '../app/ports/faxes-in.ts';
import { key } from '../app/ports/ids.ts';
import { faxTray } from '../files/fax-tray.ts';

let t: TestDatabase;
let app: App;
let world: Awaited<ReturnType<typeof smallWorld>>;
let folder: string;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  folder = await mkdtemp(join(tmpdir(), 'faxes-'));
  app = {
    ...appOn(t),
    scanner: { scan: async () => 'clean' },
    files: { put: async () => 'ab'.repeat(32), get: async () => twoPages() },
    faxTray: faxTray(folder),
    pages: { reads: true, read: async () => [letter] },
    clock: { now: () => '2026-11-23T15:00:00.000Z' },
  } as unknown as App;
});
afterAll(async () => {
  await t.drop();
  await rm(folder, { recursive: true });
});

const letter = syntheticFaxes(1)[0]!.text;
const toDo = () => readFaxes(app, world.clerk.actor, false);
const pdf = () => ({ name: 'fax.pdf', bytes: twoPages(), field: 'file' });

describe('a fax that came', () => {
  it('lies on the list of its site alone, by hand or from the tray, and is never thrown away', async () => {
    await uploadFaxes(app, world.clerk.actor, [pdf()]);
    await lay(world.clinic.key, 'from-the-line.pdf');
    await lay('4165550199', 'nobody.pdf');
    await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'take-in-faxes', payload: {} }));
    const [job] = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['take-in-faxes'], 1));
    await takeInFaxes.run(job!, app);
    const found = await toDo();
    expect(found.map(({ name, source, same }) => [name, source, same])).toEqual([
      ['fax.pdf', 'upload', true],
      ['from-the-line.pdf', 'folder', true],
    ]);
    expect(await readdir(join(folder, 'taken'))).toHaveLength(1);
    expect(await readdir(join(folder, 'refused'))).toHaveLength(1);
    expect(await readFaxes(app, world.outsider.actor, false)).toEqual([]);
    expect(await openFax(app, world.outsider.actor, found[0]!.key)).toBeNull();
    const file = (actor: typeof world.clerk.actor) =>
      t.db.as(actor, tx => tx.attachments.byKey(found[1]!.file));
    expect(await file(world.specialist.actor)).not.toBeNull();
    expect(await file(world.outsider.actor)).toBeNull();
    const swept = (tx: { attachments: { dropLoose(before: string): Promise<number> } }) =>
      tx.attachments.dropLoose('2199-01-01T00:00:00.000Z');
    expect(await t.db.as({ kind: 'job', case: null }, swept)).toBe(0);
  });

  it('is read by a machine once, whose proposals are for its site alone and go when it is handled', async () => {
    const [fax] = (await toDo()) as [FaxIn, ...FaxIn[]];
    const system = { kind: 'job', case: null } as const;
    const read = () => t.db.as(system, tx => tx.jobs.claim(['read-fax'], 9));
    const jobs = await read();
    expect(jobs.map(one => one.payload.attachment)).toContain(fax.attachment);
    const own = jobs.find(one => one.payload.attachment === fax.attachment)!;
    await readFaxIn.run(own, app);
    const reading = async (actor = world.clerk.actor) => (await openFax(app, actor, fax.key))?.reading;
    expect(await reading()).toMatchObject({
      family: { value: 'Whitcombe', line: 'Re: Whitcombe, Arden' },
      birthDate: { value: '1992-02-03' },
    });
    expect(await reading(world.outsider.actor)).toBeUndefined();
    expect(await t.db.as(system, tx => tx.faxesIn.toRead(fax.attachment))).toBeNull();
    expect(await t.db.as(world.clerk.actor, tx => tx.faxesIn.toRead(fax.attachment))).toBeNull();
    await settleFax(app, world.clerk.actor, { key: fax.key, state: 'duplicate', why: '' });
    expect(await reading()).toBeNull();
    const { rows } = await t.superuser.query('select count(reading)::int as n from faxes_in');
    expect(rows[0].n).toBe(0);
    await settleFax(app, world.clerk.actor, { key: fax.key, state: 'new', why: '' });
  });

  it('is put aside with what was done, comes back, and is done once its file is in a case', async () => {
    const [fax] = (await toDo()) as [FaxIn, ...FaxIn[]];
    const settle = (state: 'returned' | 'new', actor = world.clerk.actor) =>
      settleFax(app, actor, { key: fax.key, state, why: 'Faxed back' });
    expect(await settle('returned', world.outsider.actor)).toBe(false);
    expect(await settle('returned')).toBe(true);
    expect((await readFaxes(app, world.clerk.actor, true))[0]).toMatchObject({
      state: 'returned',
      why: 'Faxed back',
    });
    expect(await settle('new')).toBe(true);
    const service = await addService(t, world.clinic.id);
    const { key: patientKey } = await addPatient(t, world.clerk.actor);
    const outcome = await openRequest(app, world.clerk.actor, {
      ...{ type: 'referral', verb: 'transcribe', patientKey, service: service.key },
      input: {
        ...{
          title: 'Knee',
          urgency: 'routine',
          receivedOn: '2026-01-05',
          how: 'fax',
          outsideName: 'Dr. Paper',
        },
        attachments: [fax.file],
      },
    });
    expect(outcome).toMatchObject({ ok: true });
    const [done] = await readFaxes(app, world.clerk.actor, true);
    expect(done).toMatchObject({
      key: fax.key,
      state: 'transcribed',
      reference: expect.stringMatching(/^ES-/),
    });
    expect(await settle('new')).toBe(false);
    const { rows } = await t.superuser.query(`select waiting_since from case_access where side = 'receiver'`);
    expect(rows[0].waiting_since).toBe('2026-01-05T05:00:00.000Z');
  });
});

describe('a printed requisition', () => {
  it('is claimed once, by code and birth date; the clinic before keeps what it saw', async () => {
    const service = await addService(t, world.clinic.id, { name: 'Hand clinic' });
    const { key: patientKey } = await addPatient(t, world.physician.actor, { birthDate: '1990-05-06' });
    const { caseKey, requestKey } = await ask(app, world.physician.actor, { service, patientKey });
    const make = (actor = world.physician.actor) => makeRequisition(app, actor, { caseKey, language: 'en' });
    expect(await make(world.clerk.actor)).toBe(false);
    expect(await make()).toBe(true);
    const { code } = (await t.db.as(world.physician.actor, tx => requisitionIn(app, tx, caseKey)))!;
    expect(code).toHaveLength(16);
    const claim = (day: string, actor = world.outsider.actor, typed = code) =>
      claimRequisition(app, actor, { code: typed, day });
    expect(await claim('1990-05-06', world.outsider.actor, key().slice(0, 16))).toEqual({ result: 'dead' });
    expect(await claim('1990-05-07')).toEqual({ result: 'wrong', triesLeft: 4 });
    expect(await claim('1990-05-06')).toEqual({ result: 'claimed', requestKey });
    expect(await claim('1990-05-06', world.clerk.actor)).toEqual({ result: 'dead' });
    const { rows } = await t.superuser.query(
      `select a.party, a.until_seq is null as now, a.accountable from case_access a join cases c on c.id = a.case_id
       where c.key = $1 and a.side = 'receiver' order by a.until_seq nulls first`,
      [caseKey],
    );
    expect(rows).toEqual([
      { party: `site:${world.stranger.id}`, now: true, accountable: true },
      { party: `site:${world.clinic.id}`, now: false, accountable: false },
    ]);
  });

  it('opens nothing after five wrong birth dates', async () => {
    const service = await addService(t, world.clinic.id, { name: 'Foot clinic' });
    const { key: patientKey } = await addPatient(t, world.physician.actor, { birthDate: '1990-05-06' });
    const { caseKey } = await ask(app, world.physician.actor, { service, patientKey });
    await makeRequisition(app, world.physician.actor, { caseKey, language: 'en' });
    const { code } = (await t.db.as(world.physician.actor, tx => requisitionIn(app, tx, caseKey)))!;
    const tries = [];
    for (let i = 0; i < 5; i++)
      tries.push(await claimRequisition(app, world.outsider.actor, { code, day: '1980-01-01' }));
    expect(tries.at(-1)).toEqual({ result: 'dead' });
    expect(await claimRequisition(app, world.outsider.actor, { code, day: '1990-05-06' })).toEqual({
      result: 'dead',
    });
  });
});

/** A whole file in the tray, laid down a minute ago. */
async function lay(to: string, name: string): Promise<void> {
  await mkdir(join(folder, to), { recursive: true });
  await writeFile(join(folder, to, name), twoPages());
  const then = new Date(Date.now() - 60_000);
  await utimes(join(folder, to, name), then, then);
}
