import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AskingWorld, askingWorld, chooseRoute, ledTo, unseenOf } from '../../../test/support/asking.ts';
import { addPatient } from '../../../test/support/cases.ts';
import { twoPages } from '../../../test/support/papers.ts';
import type { TestBrowser } from '../../../test/support/server.ts';

let folder: string;
let world: AskingWorld;
let physician: TestBrowser;
const problem = 'Depression after COVID-19, worse on sertraline. What next?';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-recent-files-'));
  world = await askingWorld(folder);
  physician = await world.signedIn(world.physician);
  const form = await draftFor(world.patient.key);
  await physician.postFiles(form, [
    ['do', 'files'],
    ['file', new File([new Uint8Array(twoPages())], 'blood-count.pdf')],
  ]);
  await send(form);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const draftFor = (patient: string) => chooseRoute(physician, { patient, problem, service: world.visit.key });

async function send(form: string, ticks: Record<string, string> = {}): Promise<string> {
  const typed = {
    ...{ title: 'Depression', 'a-reason': problem, mayContact: 'yes', 'a-work': 'reduced', do: 'send' },
    ...{ 'a-safety-now': 'no-concern', beside: 'The first one takes too long.', asked: 'yes' },
  };
  return ledTo(await physician.post(form, { ...(await unseenOf(physician, form)), ...typed, ...ticks }));
}

const offeredIn = (html: string) => /name="offered" value="([0-9a-z]{26})"/.exec(html)?.[1];
const ticked = (html: string) => /name="recent"[^>]* checked/.test(html);

async function copies(): Promise<{ files: number; cases: number }> {
  const { rows } = await world.database.owner.query<{ files: number; cases: number }>(
    `select (select count(*)::int from attachments) as files, (select count(*)::int from case_attachments) as cases`,
  );
  return rows[0]!;
}

it('a result sent before goes along with a tick, kept once, until the tick is taken away', async () => {
  const form = await draftFor(world.patient.key);
  const { html } = await physician.get(form);
  expect(html).toContain('From earlier requests for this patient');
  const offered = offeredIn(html)!;
  expect(ticked(html)).toBe(false);
  const autosave = { offered, do: 'autosave' };
  const unseen = await unseenOf(physician, form);
  expect(ticked((await physician.post(form, { ...unseen, ...autosave, recent: offered })).html)).toBe(true);
  expect(ticked((await physician.post(form, { ...unseen, ...autosave })).html)).toBe(false);
  await send(form, { offered, recent: offered });
  expect(await copies()).toEqual({ files: 1, cases: 2 });
});

it('nothing of one patient is offered for another, nor stays when the patient is changed', async () => {
  const other = await addPatient(world.database, world.physician.actor, { given: 'Robin', family: 'Other' });
  expect(offeredIn((await physician.get(await draftFor(other.key))).html)).toBeUndefined();
  const form = await draftFor(world.patient.key);
  const offered = offeredIn((await physician.get(form)).html)!;
  const unseen = await unseenOf(physician, form);
  await physician.post(form, { ...unseen, offered, recent: offered, do: 'keep' });
  const draft = form.slice(form.lastIndexOf('/') + 1);
  await physician.post(`/ask/${draft}`, { problem, patient: other.key, do: 'show' });
  const kept = await world.database.db.as(world.physician.actor, tx => tx.drafts.byKey(draft));
  expect(kept!.attachments).toEqual([]);
  const forged = { ...(await unseenOf(physician, form)), offered, recent: offered, do: 'keep' };
  expect((await physician.post(form, forged)).html).not.toContain('blood-count.pdf');
});

it('what is older than a year is not offered', async () => {
  await world.database.owner.query(`update attachments set added_at = now() - interval '13 months'`);
  const { html } = await physician.get(await draftFor(world.patient.key));
  expect(offeredIn(html)).toBeUndefined();
});
