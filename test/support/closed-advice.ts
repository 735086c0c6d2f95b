import { expect } from 'vitest';
import { runVerb } from '../../src/app/run-verb.ts';
import { addPatient, appOn, ask, type TestService } from './cases.ts';
import type { TestDatabase } from './database.ts';
import type { smallWorld, TestMember } from './world.ts';

/** A question that the small world's specialist answered a month ago, and the physician closed: its reference. */
export async function adviceOfLastMonth(
  t: TestDatabase,
  world: Awaited<ReturnType<typeof smallWorld>>,
  service: TestService,
): Promise<string> {
  const { physician, clerk, specialist } = world;
  const { key: patientKey } = await addPatient(t, physician.actor);
  const question = 'Arden Whitcombe, ferritin 8 after three months of oral iron. Intravenous iron?';
  const asked = await ask(appOn(t), physician.actor, {
    ...{ service, patientKey },
    input: { title: 'Iron', question },
  });
  const { rows } = await t.owner.query('select key from members where id = $1', [specialist.member]);
  const does = async (who: TestMember, verb: string, input: object) =>
    expect(await runVerb(appOn(t), who.actor, { caseKey: asked.caseKey, verb, input })).toMatchObject({
      ok: true,
    });
  await does(clerk, 'assign', { member: rows[0].key, why: 'other' });
  await does(specialist, 'answer', { kind: 'advice', minutes: '12', text: 'Iron sucrose 200 mg weekly.' });
  const ratings = { patientValue: '5', providerValue: '4' };
  const comment = 'Mrs. Whitcombe feels better.';
  await does(physician, 'close', { outcome: 'new-advice', referral: 'still-needed', ...ratings, comment });
  await aMonthEarlier(t);
  return asked.reference;
}

/** Every answer was given, and every question closed, a month before it was. */
export async function aMonthEarlier(t: TestDatabase): Promise<void> {
  await t.owner.query("update econsult_figures set answered_at = answered_at - interval '1 month'");
  // Events never change: past their trigger.
  await t.superuser.query(`set session_replication_role = replica;
    update case_events set at = at - interval '1 month' where type = 'closed'; reset session_replication_role`);
}
