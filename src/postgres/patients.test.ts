import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import type { PatientDetails } from '../domain/patient/patient.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let physician: Actor;
let outsider: Actor;

const zoe: PatientDetails = {
  given: 'Zoë',
  family: "O'Neill-Śliwa",
  preferredName: '',
  birthDate: '1980-03-11',
  sexAtBirth: 'female',
  gender: 'not-said',
  pronouns: '',
  card: { kind: 'ON', number: '9876543217', version: 'KT', unverified: false },
  address: { street: '', city: 'Waterloo', province: 'ON', postalCode: 'N2J 1N8', country: 'CA' },
  language: 'en',
  interpreter: '',
  contacts: [
    {
      relation: 'patient',
      authority: 'self',
      name: '',
      phone: '519-555-0142',
      email: '',
      emailConsent: 'no',
      language: 'en',
    },
  ],
};
const someone = (change: Partial<PatientDetails>): PatientDetails => ({
  ...zoe,
  card: { kind: 'none', reason: 'lost' },
  ...change,
});

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  physician = world.physician.actor;
  outsider = world.outsider.actor;
});
afterAll(() => t.drop());

describe('the list of patients', () => {
  it('keeps a patient as given, with contacts that stay themselves', async () => {
    const kept = await t.db.as(physician, tx => tx.patients.add(zoe));
    expect(kept).toMatchObject({ ...zoe, version: 1 });
    const own = kept.contacts[0]!;
    const parent = { ...own, relation: 'parent', authority: 'parent', name: 'Ana' } as const;
    const changed = await t.db.as(physician, tx =>
      tx.patients.change(kept.id, 1, { ...zoe, contacts: [{ ...own, phone: '519-555-0199' }, parent] }),
    );
    expect(changed).toMatchObject({
      version: 2,
      contacts: [{ id: own.id, phone: '519-555-0199' }, { name: 'Ana' }],
    });
  });

  it('never lets an older page overwrite what is newer', async () => {
    const kept = await t.db.as(physician, tx => tx.patients.add(someone({ given: 'Old' })));
    await t.db.as(physician, tx => tx.patients.change(kept.id, 1, someone({ given: 'New' })));
    expect(await t.db.as(physician, tx => tx.patients.change(kept.id, 1, zoe))).toBeNull();
    expect(await t.db.as(physician, tx => tx.patients.byId(kept.id))).toMatchObject({ given: 'New' });
  });

  it.each(["o'neill", 'ZOE', 'Zoe\u0308 sliwa', 'neill', '9876 543 217', '9876543217KT', '1980-03-11 zo'])(
    'finds Zoë by "%s"',
    async words => {
      const found = await t.db.as(physician, tx => tx.patients.search(words));
      expect(found.map(one => one.family)).toContain(zoe.family);
    },
  );

  it('finds nobody by wildcards, and a Quebec number by its digits', async () => {
    const card = { kind: 'QC', number: 'TREM80531101', unverified: false } as const;
    await t.db.as(physician, tx => tx.patients.add(someone({ family: 'Tremblay', card })));
    for (const words of ['%', '_', '%%%', '']) {
      expect(await t.db.as(physician, tx => tx.patients.search(words))).toEqual([]);
    }
    const found = await t.db.as(physician, tx => tx.patients.search('TREM 8053 1101'));
    expect(found).toMatchObject([{ family: 'Tremblay', card }]);
  });

  it('shows who may be the same person', async () => {
    const same = await t.db.as(physician, tx => tx.patients.likelySame(zoe));
    expect(same[0]).toMatchObject({ why: 'same-card', patient: { given: 'Zoë' } });
  });

  it('of a site is closed to every other site, in every way', async () => {
    const kept = await t.db.as(physician, tx => tx.patients.add(someone({ family: 'Secret' })));
    for (const actor of [outsider, world.clerk.actor, { kind: 'job', case: null } as const]) {
      await t.db.as(actor, async tx => {
        expect(await tx.patients.byKey(kept.key)).toBeNull();
        expect(await tx.patients.byId(kept.id)).toBeNull();
        expect(await tx.patients.search('secret')).toEqual([]);
        expect(await tx.patients.recent(25)).toEqual([]);
        expect(await tx.patients.likelySame(zoe)).toEqual([]);
        expect(await tx.patients.change(kept.id, 1, zoe)).toBeNull();
      });
    }
    await expect(t.db.as({ kind: 'visitor' }, tx => tx.patients.add(zoe))).rejects.toThrow();
    expect((await t.app.query('select from patients')).rowCount).toBe(0);
    expect((await t.app.query('select from patient_contacts')).rowCount).toBe(0);
  });

  it('cannot give a patient to another site, nor a contact to a patient of another site', async () => {
    const kept = await t.db.as(physician, tx => tx.patients.add(someone({ family: 'Mine' })));
    const as = `select set_config('app.kind', 'person', true), set_config('app.site', '${world.stranger.id}', true)`;
    const client = await t.app.connect();
    try {
      await client.query('begin');
      await client.query(as);
      await expect(
        client.query(
          `insert into patient_contacts (patient_id, site_id, position, details) values ($1, $2, 5, '{}')`,
          [kept.id, world.stranger.id],
        ),
      ).rejects.toThrow(/foreign key/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('a draft', () => {
  it('is kept as typed, and an older tab does not overwrite it', async () => {
    const begun = await t.db.as(physician, tx => tx.drafts.begin({ kind: 'econsult', question: 'Which?' }));
    expect(begun).toMatchObject({ question: 'Which?', version: 1, answers: {}, patient: null });
    const patient = (await t.db.as(physician, tx => tx.patients.add(someone({ family: 'Drafted' })))).id;
    const answers = { work: { text: 'February' } };
    const saved = await t.db.as(physician, tx => tx.drafts.save(begun.key, 1, { patient, answers }));
    expect(saved).toMatchObject({ version: 2, patient, answers, question: 'Which?' });
    expect(await t.db.as(physician, tx => tx.drafts.save(begun.key, 1, { question: 'old' }))).toBeNull();
    const withFile = await t.db.as(physician, async tx => {
      await tx.drafts.addFile(begun.key, 7);
      await tx.drafts.addFile(begun.key, 8);
      await tx.drafts.addFile(begun.key, 7);
      return tx.drafts.removeFile(begun.key, 8);
    });
    expect(withFile).toMatchObject({ attachments: [7], version: 2 });
    expect(await t.db.as(physician, tx => tx.drafts.mine())).toMatchObject([
      { key: begun.key, patientName: 'Zoë Drafted' },
    ]);
    expect(await t.db.as(physician, tx => tx.drafts.discard(begun.key))).toBe(true);
    expect(await t.db.as(physician, tx => tx.drafts.discard(begun.key))).toBe(false);
  });

  it('is seen by its author and the clinician it is for, not by colleagues or other sites', async () => {
    const delegate = { ...world.delegate.actor, actingFor: world.physician.member };
    const { key } = await t.db.as(delegate, tx => tx.drafts.begin({ kind: 'referral', title: 'For Amina' }));
    const sees = (actor: Actor) => t.db.as(actor, async tx => (await tx.drafts.byKey(key)) !== null);
    expect(await sees(delegate)).toBe(true);
    expect(await sees(physician)).toBe(true);
    expect(await sees({ ...world.delegate.actor, member: 999_999, actingFor: null })).toBe(false);
    expect(await sees(outsider)).toBe(false);
    expect(await t.db.as(outsider, tx => tx.drafts.discard(key))).toBe(false);
  });
});
