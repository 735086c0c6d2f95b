import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskingWorld, askingWorld, chooseRoute, ledTo, unseenOf } from '../../../test/support/asking.ts';
import type { TestBrowser } from '../../../test/support/server.ts';
import { runVerb } from '../../app/run-verb.ts';

let folder: string;
let world: AskingWorld;
let physician: TestBrowser;
const problem = 'Several antidepressants tried, craving for sweets. Which change of medication?';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-sending-'));
  world = await askingWorld(folder);
  physician = await world.signedIn(world.physician);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const draftOf = (service: { key: string }) =>
  chooseRoute(physician, { patient: world.patient.key, problem, service: service.key });
const requestOf = (url: string) => /^\/requests\/([0-9a-z]{26})/.exec(url)![1]!;

describe('who sends', () => {
  it('for the first time asks to accept the terms of the programme, once, with all that was typed kept', async () => {
    const { database, delegate, physician: clinician } = world;
    const publish = (text: string) =>
      database.owner.query(
        'insert into programme_terms select coalesce(max(version), 0) + 1, $1, $1, now() from programme_terms',
        [text],
      );
    await publish('Be kind.');
    const form = await draftOf(world.advice);
    const typed = { title: 'Low mood', 'a-reason': problem, adviceConsent: 'yes', do: 'send' };
    const send = async () => physician.post(form, { ...(await unseenOf(physician, form)), ...typed });
    const terms = ledTo(await send());
    expect(terms).toBe(`/terms?draft=${form.split('/').at(-1)}`);
    const shown = await physician.get(terms);
    expect(shown.html).toContain('Be kind.');
    // Published anew meanwhile: what was not read is not accepted.
    await publish('Be kind and brief.');
    const draft = form.split('/').at(-1)!;
    const late = await physician.post('/terms', { draft, version: '1' });
    expect([late.status, late.html.includes('Be kind and brief.')]).toEqual([409, true]);
    const back = await physician.get(ledTo(await physician.post('/terms', { draft, version: '2' })));
    expect([back.html.includes('You can send'), back.html.includes('value="Low mood"')]).toEqual([
      true,
      true,
    ]);
    expect(ledTo(await send())).toMatch(/^\/requests\//);
    const { rows } = await database.owner.query('select person_id, version from terms_accepted');
    expect(rows).toEqual([{ person_id: clinician.person, version: 2 }]);
    expect(await database.db.as(delegate.actor, tx => tx.terms.mustAccept())).toBe(true);
    await database.owner.query('delete from terms_accepted; delete from programme_terms');
  });

  it('names the family physician by licence number, who reads along and gets the note', async () => {
    const { database, clerk, outsider } = world;
    await database.owner.query("update members set licence = '77123' where id = $1", [outsider.member]);
    const form = await draftOf(world.visit);
    const typed = { title: 'Depression', 'a-reason': problem, urgency: 'routine', mayContact: 'yes' };
    const rest = { 'a-work': 'reduced', 'a-safety-now': 'no-concern', do: 'send' };
    const send = async (copyTo: string) =>
      physician.post(form, { ...(await unseenOf(physician, form)), ...typed, ...rest, copyTo });
    // Of the own practice, and nobody.
    for (const wrong of ['12345', '00000'])
      expect((await send(wrong)).html).toContain('Nobody of another practice here has this number.');
    const kept = await physician.post(form, {
      ...(await unseenOf(physician, form)),
      copyTo: '77123',
      do: 'keep',
    });
    expect(kept.html).toContain('Olive Other, Elsewhere Clinic');
    const request = requestOf(ledTo(await send('77123')));
    const reader = await world.signedIn(outsider);
    const story = await reader.get(`/requests/${request}`);
    expect([story.status, story.html.includes('Which change of medication?')]).toEqual([200, true]);
    const { rows } = await database.owner.query<{ key: string }>(
      'select c.key from cases c join requests r on r.id = c.request_id where r.key = $1',
      [request],
    );
    const does = (verb: string, input: object) =>
      runVerb(world.app.app, clerk.actor, { caseKey: rows[0]!.key, verb, input });
    expect(await does('accept', {})).toMatchObject({ ok: true });
    expect((await reader.get(`/referrals/${rows[0]!.key}/decline`)).status).toBe(409);
    expect(await does('complete', { outcome: 'discharged', note: 'Seen, stable.' })).toMatchObject({
      ok: true,
    });
    expect((await reader.get(`/requests/${request}`)).html).toContain('Seen, stable.');
    const told = await database.owner.query(
      "select n.template from notices n join cases c on c.id = n.case_id where c.key = $1 and recipient_kind = 'member' and recipient_id = $2 order by n.id",
      [rows[0]!.key, outsider.member],
    );
    expect(told.rows.map(one => one.template)).toEqual(['news', 'news']);
  });
});
