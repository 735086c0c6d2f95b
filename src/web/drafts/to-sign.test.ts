import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AskingWorld, askingWorld, chooseRoute, ledTo, unseenOf } from '../../../test/support/asking.ts';
import { addMember } from '../../../test/support/world.ts';

let folder: string;
let world: AskingWorld;
const problem = 'Depression after COVID-19, worse on sertraline. What next?';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-to-sign-'));
  world = await askingWorld(folder);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function requestersOfAll() {
  const { rows } = await world.database.owner.query<{ requester: object }>(
    `select state->'requester' as requester from cases order by id`,
  );
  return rows.map(row => row.requester);
}

it('a clerk sends in nobody’s name: what they wrote waits for the clinician, whose sending signs it', async () => {
  const names = { name: 'Noor Clerkson', roles: ['clerk' as const] };
  const clerk = await world.signedIn(await addMember(world.database, world.practice.id, names));
  const given = { patient: world.patient.key, problem, service: world.visit.key };
  const form = await chooseRoute(clerk, given);
  const [, signer] = /<option value="([0-9a-z]{26})"[^>]*>Amina Okafor/.exec((await clerk.get(form)).html)!;
  const typed = {
    ...{ title: 'Depression, by the clerk', 'a-reason': problem, mayContact: 'yes', 'a-work': 'reduced' },
    ...{ 'a-safety-now': 'no-concern', do: 'send' },
  };
  const waits = await clerk.post(form, { ...(await unseenOf(clerk, form)), ...typed, signedBy: signer! });
  expect(waits.html).toContain('waits for the signature of Amina Okafor');
  expect(await requestersOfAll()).toEqual([]);
  expect((await clerk.get('/drafts')).html).toContain('Waits for a clinician’s signature');

  const physician = await world.signedIn(world.physician);
  const { html } = await physician.get('/worklist/drafts');
  expect(html).toContain('For your signature');
  // On every page of the worklist, not in the folder of drafts alone, and with their number.
  expect((await physician.get('/worklist')).html).toContain('For your signature<data value="1"');
  expect(html).toContain('Waits for your signature');
  expect((await physician.get(form)).html).toContain('Noor Clerkson prepared this for your signature.');
  ledTo(await physician.post(form, { ...(await unseenOf(physician, form)), ...typed }));
  expect(await requestersOfAll()).toMatchObject([{ clinician: world.physician.member }]);
  expect((await clerk.get(form)).status).toBe(404);
});

it('nobody gives to sign what another wrote, nor to somebody who signs nothing', async () => {
  const { db } = world.database;
  const draft = await db.as(world.physician.actor, tx => tx.drafts.begin({ kind: 'econsult' }));
  const give = (by: typeof world.delegate, signer: number) =>
    db.as(by.actor, tx => tx.drafts.giveToSign(draft.key, signer));
  expect(await give(world.delegate, world.physician.member)).toBe(false);
  expect(await give(world.physician, world.delegate.member)).toBe(false);
  expect(await give(world.physician, world.specialist.member)).toBe(false);
});
