import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite, smallWorld } from '../../test/support/world.ts';
import { computeBurden } from '../app/forms/compute-burden.ts';
import { readBurden } from '../app/forms/form-library.ts';
import { publishStandardForms } from '../app/forms/standard-forms.ts';
import { formReader } from '../calculator/form-reader.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
const operator = { kind: 'operator', command: 'test' } as const;
const job = { kind: 'job', case: null } as const;
const reader = formReader();

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  await t.operator.as(operator, publishStandardForms);
});
afterAll(async () => {
  await reader.close();
  await t.drop();
});

it('seven referrals later a steward sees what a question costs, and nobody’s words are in it', async () => {
  const programme = await addSite(t, 'The Programme', { kind: 'programme' });
  const steward = await addMember(t, programme.id, { name: 'Prue Gramme', roles: ['steward'] });
  const service = await addService(t, world.clinic.id);
  const { key } = await addPatient(t, world.physician.actor);
  const from = { source: 'patient' } as const;
  for (let i = 0; i < 7; i++) {
    const answers = {
      ...{ form: 'referral-dermatology', version: 1, scores: {} },
      answers: {
        'skin-since': { value: i < 6 ? 'weeks' : 'years' },
        'skin-where': { value: `a secret place ${i}` },
        ...(i < 6 && { 'patient-phone': { value: '613-555-0100', from } }),
      },
    };
    const input = { title: `Rash ${i}`, answers };
    await ask(appOn(t), world.physician.actor, {
      ...{ service, patientKey: key, input, beside: 'Another one' },
    });
    await t.db.as(world.physician.actor, tx =>
      tx.formBurden.note('referral-dermatology', { 'skin-since': 10 + i }),
    );
  }
  expect(await computeBurden(t.db, job)).toMatchObject({ cases: 7, forms: 1 });
  const app = { db: t.db, formReader: reader };
  const burden = (await readBurden(app, steward.actor, 'referral-dermatology'))!;
  expect(burden.seconds).toEqual({ 'skin-since': 13 });
  expect(burden.figures['skin-since']).toMatchObject({ answered: 7, prefilled: 0 });
  expect(burden.figures['patient-phone']).toMatchObject({ answered: 6, prefilled: 1 });
  expect(JSON.stringify(burden)).not.toContain('secret');
  const given = { since: '2000-01-01T00:00:00.000Z', types: ['accepted'] } as const;
  const read = await t.db.as(job, tx => tx.formBurden.cases(0, 10, given));
  expect(JSON.stringify(read)).not.toMatch(/secret|613-555/);
  expect(read[0]!.answers['skin-since']).toEqual({ prefilled: false, value: 'weeks' });
  // Whoever is no job learns nothing of any case.
  expect(await t.db.as(steward.actor, tx => tx.formBurden.cases(0, 10, given))).toEqual([]);
  expect(await readBurden(app, world.clerk.actor, 'referral-dermatology')).toBeNull();
});
