import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../test/support/cases.ts';
import { type SmallClinic, smallClinic } from '../../test/support/small-clinic.ts';
import { runVerb } from '../app/run-verb.ts';
import { prove } from './rebuild-cases.ts';

let { t, app, world, clinic, patientKey } = {} as SmallClinic;

beforeAll(async () => {
  ({ t, app, world, clinic, patientKey } = await smallClinic());
});
afterAll(() => t.drop());

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const code = await prove(t.operator, { mend: !args.includes('--check'), print });
  return { code, lines };
}

/** A superuser with the triggers off: whoever tampers. */
async function tamper(sql: string, values: unknown[]): Promise<void> {
  const client = await t.superuser.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(sql, values);
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function aCase(): Promise<{ id: number; key: string }> {
  const { caseKey } = await ask(app, world.physician.actor, { service: clinic, patientKey });
  const say = { text: 'Please bring the list of medicines', to: 'all' };
  await runVerb(app, world.clerk.actor, { caseKey, verb: 'message', input: say });
  await runVerb(app, world.clerk.actor, { caseKey, verb: 'accept', input: { comment: 'Gladly' } });
  const { rows } = await t.superuser.query('select id from cases where key = $1', [caseKey]);
  return { id: rows[0].id, key: caseKey };
}

describe('the operator proves the cases', () => {
  it('finds nothing wrong with what the verbs wrote', async () => {
    await aCase();
    const { code, lines } = await run('--check');
    expect(lines.join('\n')).toMatch(/^1 cases, 5 events: 0 faults/);
    expect(code).toBe(0);
  });

  it.each([
    [
      'a word of a body',
      `update event_bodies set body = replace(body, 'medicines', 'poisons') where case_id = $1`,
      'body-hash at event 3',
    ],
    [
      'a body that is gone',
      'delete from event_bodies where case_id = $1 and seq = 3',
      'body-missing at event 3',
    ],
    [
      'the author of an event',
      'update case_events set member = member + 1 where case_id = $1 and seq = 4',
      'chain at event 4',
    ],
    [
      'the time of an event',
      `update case_events set at = at - interval '1 hour' where case_id = $1 and seq = 2`,
      'chain at event 2',
    ],
    [
      'the audience of an event',
      `update case_events set audience = 'everyone' where case_id = $1 and seq = 3`,
      'chain at event 3',
    ],
    [
      'a first event that is gone',
      'delete from case_events where case_id = $1 and seq = 1',
      'gap at event 2',
    ],
    ['a last event that is gone', 'delete from case_events where case_id = $1 and seq = 5', 'last-hash'],
  ])('finds %s', async (_what, sql, said) => {
    const { id, key } = await aCase();
    await tamper(sql, [id]);
    const { code, lines } = await run('--check');
    expect(lines).toContain(`${key} ${said}`);
    expect(code).toBe(1);
    await forget(id);
  });

  it('finds a state or access that its events do not say, and mends both', async () => {
    const { id, key } = await aCase();
    await tamper(`update cases set state = jsonb_set(state, '{status}', '"cancelled"') where id = $1`, [id]);
    await tamper(`update case_access set accountable = not accountable, due = null where case_id = $1`, [id]);
    expect((await run('--check')).lines).toEqual(expect.arrayContaining([`${key} state`, `${key} access`]));
    expect((await run('--check')).code).toBe(1);
    expect((await run()).code).toBe(1);
    expect((await run('--check')).code).toBe(0);
    const { rows } = await t.superuser.query(
      `select c.state->>'status' as status, a.accountable from cases c join case_access a on a.case_id = c.id
       where c.id = $1 and a.side = 'receiver'`,
      [id],
    );
    expect(rows[0]).toEqual({ status: 'accepted', accountable: true });
  });

  it('still verifies after the words of a message were purged for good', async () => {
    const { id } = await aCase();
    await t.owner.query(`select purge_event($1, 3, 'sent to the wrong clinic')`, [id]);
    const { rows } = await t.owner.query(
      'select body, purged_why from event_bodies where case_id = $1 and seq = 3',
      [id],
    );
    expect(rows[0]).toEqual({ body: '', purged_why: 'sent to the wrong clinic' });
    expect((await run('--check')).code).toBe(0);
  });
});

async function forget(id: number): Promise<void> {
  await tamper('delete from case_access where case_id = $1', [id]);
  await tamper('delete from notices where case_id = $1', [id]);
  await tamper('delete from event_bodies where case_id = $1', [id]);
  await tamper('delete from case_events where case_id = $1', [id]);
  await tamper('delete from cases where id = $1', [id]);
}
