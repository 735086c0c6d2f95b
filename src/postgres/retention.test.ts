import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld } from '../../test/support/world.ts';
import { liftHold, placeHold, readHolds } from '../app/programme/legal-holds.ts';
import { purgeDue, purgeFaxes, readPurgeDue } from '../app/programme/purge.ts';
import { proveCases } from '../app/prove-cases.ts';
import { readRequest } from '../app/read-request.ts';
import { runVerb } from '../app/run-verb.ts';
import { databaseOn } from './database.ts';
import { openPool } from './pool.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let officer: Awaited<ReturnType<typeof addMember>>;
let asOwner: { db: ReturnType<typeof databaseOn> };

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  officer = await addMember(t, world.practice.id, { name: 'Pia Private', roles: ['privacy-officer'] });
  asOwner = { db: databaseOn(openPool(t.addresses.owner, { size: 2 })) };
});
afterAll(async () => {
  await asOwner.db.close();
  await t.drop();
});

const due = async () => (await readPurgeDue(asOwner, 100)).map(one => one.reference);

/** The clock of cases, years from now. */
const after = (years: number) =>
  t.owner.query(`update installation set clock_offset = interval '${years} years'`);

/** A referral with the patient's words, cancelled unless told. */
async function asked({ open = false, born = '1950-02-03' } = {}) {
  const service = await addService(t, world.clinic.id);
  const { key: patientKey } = await addPatient(t, world.physician.actor, { birthDate: born as never });
  const made = await ask(appOn(t), world.physician.actor, {
    ...{ service, patientKey, input: { title: 'Private title', question: 'Private question' } },
  });
  const { caseKey } = made;
  const cancel = { caseKey, verb: 'cancel', input: { reason: 'no-longer-needed' } };
  if (!open) expect(await runVerb(appOn(t), world.physician.actor, cancel)).toMatchObject({ ok: true });
  return made;
}

/** The request was written in from a fax. */
const cameByFax = (request: number) =>
  t.superuser.query(
    `with file as (insert into attachments (key, site_id, name, kind, size, blob, hash, scan)
       select 'fax', min(id), 'Private name.pdf', 'pdf', 1, 'b', 'h', 'clean' from sites returning id, site_id),
     fax as (insert into faxes_in (key, site_id, attachment_id, source, state, case_id)
       select 'in', f.site_id, f.id, 'folder', 'transcribed', (select max(id) from cases where request_id = $1) from file f)
     insert into case_attachments (case_id, attachment_id, audience, side, seq)
       select max(c.id), (select id from file), 'all', 'receiver', 1 from cases c where c.request_id = $1`,
    [request],
  );

it('only what ended long ago, of a patient who has been grown up for as long, and is not held, is due', async () => {
  const gone = await asked();
  await asked({ open: true });
  await asked({ born: '2015-02-03' });
  await after(2);
  await asked();
  await after(11);
  expect(await due()).toEqual([gone.reference]);
  await asOwner.db.as({ kind: 'operator', command: 'test' }, tx => tx.retention.keep('clinic', 5000));
  expect(await due()).toEqual([]);
  await t.owner.query('delete from retention');
  const { reference } = gone;
  const held = (actor = officer.actor, why = 'A claim') => placeHold(appOn(t), actor, { reference, why });
  expect(await held(officer.actor, ' ')).toBe('no-reason');
  expect(await held(world.physician.actor)).toBe('no-request');
  expect(await held(world.outsider.actor)).toBe('no-request');
  expect(await held()).toBe('placed');
  expect(await held()).toBe('no-request');
  expect(await due()).toEqual([]);
  const [hold] = await readHolds(appOn(t), officer.actor);
  expect(hold).toMatchObject({ reference, why: 'A claim', placedBy: 'Pia Private', liftedAt: null });
  expect(await readHolds(appOn(t), world.physician.actor)).toEqual([]);
  const lift = (why: string) => liftHold(appOn(t), officer.actor, { key: hold!.key, why });
  expect(await lift('')).toBe('no-reason');
  expect(await lift('Settled')).toBe('lifted');
  expect(await lift('Settled')).toBe('no-hold');
  expect(await due()).toEqual([reference]);
});

it('an archived request is read until it is purged; then its words are nowhere and its chain is whole', async () => {
  const [one] = await readPurgeDue(asOwner, 100);
  const { rows } = await t.owner.query('select key from requests where id = $1', [one!.request]);
  const read = () => readRequest(appOn(t), world.physician.actor, rows[0].key);
  expect((await read())!.cases[0]!.state.title).toBe('Private title');
  await cameByFax(one!.request);
  const purged: string[] = [];
  expect(await purgeDue(asOwner, [one!, one!], ({ reference }) => purged.push(reference))).toBe(1);
  expect(purged).toEqual([one!.reference]);
  expect(await due()).toEqual([]);
  expect(await read()).toBeNull();
  const left = await t.owner.query(
    `select c.state::text || c.requester_patient::text || coalesce(b.body, '') as all, b.purged_why from cases c
     join event_bodies b on b.case_id = c.id where c.request_id = $1`,
    [one!.request],
  );
  expect(left.rows.length).toBeGreaterThan(1);
  for (const row of left.rows) {
    expect(row.all).not.toMatch(/Private|Whitcombe/);
    expect(row.purged_why).toBe('retention');
  }
  expect((await t.superuser.query('select from faxes_in')).rows).toEqual([]);
  const swept = t.db.as({ kind: 'job', case: null }, tx =>
    tx.attachments.dropLoose('2199-01-01T00:00:00.000Z'),
  );
  expect(await swept).toBe(1);
  const log = await t.owner.query(`select result::text from audit where act = 'purge' order by id`);
  expect(log.rows.map(row => row.result)).toEqual(['o', 'd']);
  const { faults } = await proveCases(asOwner.db, { mend: false });
  expect(faults).toEqual([]);
});

it('a fax that was put aside is kept as long as its site keeps requests, and one that is to do stays', async () => {
  const file = `insert into attachments (key, site_id, name, kind, size, blob, hash, scan)
    values ($1, $2, 'fax.pdf', 'pdf', 1, 'b', 'h', 'clean') returning id`;
  const came = async (name: string, state: string, years: number) => {
    const { rows } = await t.superuser.query(file, [`file-${name}`, world.clinic.id]);
    await t.superuser.query(
      `insert into faxes_in (key, site_id, attachment_id, source, state, came_at, handled_at)
       values ($1, $2, $3, 'folder', $4, now() - make_interval(years => $5), now() - make_interval(years => $5))`,
      [name, world.clinic.id, rows[0].id, state, years],
    );
  };
  await came('old', 'duplicate', 11);
  await came('recent', 'returned', 9);
  await came('to-do', 'new', 11);
  await came('became', 'transcribed', 11);
  expect(await purgeFaxes(asOwner, false)).toBe(1);
  expect(await purgeFaxes(asOwner, true)).toBe(1);
  const { rows } = await t.superuser.query('select key from faxes_in order by id');
  expect(rows.map(row => row.key).filter(key => /^(old|recent|to-do|became)$/.test(key))).toEqual([
    ...['recent', 'to-do', 'became'],
  ]);
  await expect(purgeFaxes(t, true)).rejects.toThrow(/permission denied/);
});

it('nobody but an operator lists what is due or purges', async () => {
  for (const actor of [officer.actor, world.physician.actor, { kind: 'operator', command: 'x' }] as const) {
    await expect(t.db.as(actor, tx => tx.retention.due(1))).rejects.toMatchObject({ code: '42501' });
    await expect(t.db.as(actor, tx => tx.retention.purge(1))).rejects.toMatchObject({ code: '42501' });
  }
});
