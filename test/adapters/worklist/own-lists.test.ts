import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Folder } from '../../../src/app/ports/worklists.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { exportWorklist } from '../../../src/app/worklist/export-worklist.ts';
import { keepListSettings, keepView, readMyLists, removeView } from '../../../src/app/worklist/my-lists.ts';
import { sayWhenAll } from '../../../src/app/worklist/say-when-all.ts';
import { keepTriageList, readTriageLists } from '../../../src/app/worklist/triage-lists.ts';
import { type FilterAsk, readWorklist } from '../../../src/app/worklist/worklists.ts';
import { busyClinic } from '../../support/busy-clinic.ts';
import { addPatient, ask } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, type TestMember } from '../../support/world.ts';

let t: TestDatabase;
let w: Awaited<ReturnType<typeof busyClinic>>;
let colleague: TestMember;
let lead: TestMember;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  w = await busyClinic(t);
  colleague = await addMember(t, w.clinic.id, { name: 'Noor Hassan', roles: ['clerk'] });
  lead = await addMember(t, w.clinic.id, { name: 'Beatrix Lund', roles: ['lead'] });
});
afterAll(() => t?.drop());

const list = (who: TestMember, filters: FilterAsk = {}, folder: Folder = 'needs-me') =>
  readWorklist(w.app as never, who.actor, { folder, filters, ends: [] });
const names = async (filters: FilterAsk) =>
  (await list(w.clerk, filters)).page.rows.map(row => row.reference);

describe('a site triages in its own words', () => {
  it('kept by a lead, and by nobody else', async () => {
    const typed = [{ en: 'Within a week', fr: 'Sous 7 jours' }];
    expect(await keepTriageList(w.app as never, lead.actor, { kind: 'priority', typed })).toBe('kept');
    await expect(
      keepTriageList(w.app as never, w.clerk.actor, { kind: 'priority', typed: [] }),
    ).rejects.toThrow();
    expect((await readTriageLists(w.app as never, w.clerk.actor)).priority).toEqual(typed);
    expect((await readTriageLists(w.app as never, w.physician.actor)).priority).toEqual([]);
  });

  it('lists filter by the last triage, which the other side never learns', async () => {
    const [first, , third] = w.cases;
    const triage = (caseKey: string, input: object) =>
      runVerb(w.app, w.specialist.actor, { caseKey, verb: 'triage', input });
    await triage(first!.caseKey, { priority: 'Within a week', protocol: 'Perinatal' });
    await triage(first!.caseKey, { protocol: 'Postpartum' });
    await triage(third!.caseKey, { priority: '2' });
    expect(await names({ priority: 'Within a week' })).toEqual([first!.reference]);
    expect(await names({ protocol: 'Postpartum' })).toEqual([first!.reference]);
    expect(await names({ protocol: 'Perinatal' })).toEqual([]);
    const { facets } = await list(w.clerk);
    expect(facets.priorities).toEqual(['2', 'Within a week']);
    const sent = await list(w.physician, {}, 'waits-on-others');
    expect(sent.facets.priorities).toEqual([]);
    expect(sent.page.rows.some(row => row.priority !== null)).toBe(false);
  });
});

it('lists filter by site, clinician, language and region, each exactly', async () => {
  const { facets } = await list(w.clerk);
  expect(facets.others.map(one => one.en)).toEqual(['Rideau Family Practice']);
  expect([facets.languages, facets.regions]).toEqual([['en'], ['N']]);
  const all = (await names({})).length;
  expect(await names({ language: 'en', region: 'N', other: facets.others[0]!.key })).toHaveLength(all);
  expect(facets.clinicians.map(one => one.name)).toEqual([w.physician.name]);
  expect(await names({ clinician: facets.clinicians[0]!.key })).toHaveLength(all);
  expect(await names({ clinician: '0'.repeat(26) })).toEqual([]);
  expect(await names({ language: 'fr' })).toEqual([]);
  expect(await names({ other: '0'.repeat(26) })).toEqual([]);
});

it('a folder holds what is assigned to me', async () => {
  const { rows } = await t.owner.query('select key from members where id = $1', [colleague.member]);
  const caseKey = w.cases[0]!.caseKey;
  await runVerb(w.app, w.clerk.actor, { caseKey, verb: 'assign', input: { member: rows[0].key } });
  const mine = await list(colleague, {}, 'for-me');
  expect(mine.counts.mine['for-me']).toBe(1);
  expect(mine.page.rows.map(row => row.caseKey)).toEqual([caseKey]);
  expect((await list(w.clerk)).counts.mine['for-me']).toBe(0);
});

it('many patients hear at once when they are seen: new ones are accepted, accepted ones hear it anew', async () => {
  const cases = [w.cases[0]!, w.cases[1]!, w.cases[3]!].map(one => one.caseKey);
  const asked = { cases, anticipated: '2027-03-01', receipt: 'once' };
  const done = await sayWhenAll(w.app, w.clerk.actor, asked);
  expect(done).toMatchObject({ count: 2, refused: [{ caseKey: cases[2], refusal: 'wrong-status' }] });
  const { rows } = await t.superuser.query(
    `select state->>'status' as status, state->>'anticipated' as day from cases where key = any ($1)`,
    [cases.slice(0, 2)],
  );
  expect(rows).toEqual(Array(2).fill({ status: 'accepted', day: '2027-03-01' }));
  const again = await sayWhenAll(w.app, w.clerk.actor, asked);
  expect(again.count).toBe(2);
});

it('an export holds the whole list, and each patient of it is in the log', async () => {
  const { rows, more } = await exportWorklist(w.app as never, w.clerk.actor, {
    folder: 'needs-me',
    filters: {},
  });
  expect([rows.length, more]).toEqual([(await names({})).length, false]);
  const logged = await t.superuser.query(
    `select ids from audit where member = $1 and act = 'export' order by id desc limit 1`,
    [w.clerk.member],
  );
  expect(logged.rows[0].ids).toHaveLength(rows.length);
});

it('views and columns are a member’s own', async () => {
  const view = { name: ' Urgent  ones ', folder: 'needs-me', filters: { urgency: 'urgent' } };
  expect(await keepView(w.app as never, w.clerk.actor, view)).toBe('kept');
  expect(await keepView(w.app as never, w.clerk.actor, { ...view, folder: 'overdue' })).toBe('kept');
  expect(await keepView(w.app as never, w.clerk.actor, { ...view, name: ' ' })).toBe('no-name');
  await keepListSettings(w.app as never, w.clerk.actor, { columns: ['priority'], opensNext: true });
  const mine = await readMyLists(w.app as never, w.clerk.actor);
  expect(mine.views).toMatchObject([{ name: 'Urgent ones', folder: 'overdue' }]);
  expect(mine.settings).toEqual({ columns: ['priority'], opensNext: true });
  const theirs = await readMyLists(w.app as never, colleague.actor);
  expect([theirs.views, theirs.settings.opensNext]).toEqual([[], false]);
  expect(await removeView(w.app as never, colleague.actor, mine.views[0]!.key)).toBe(false);
  expect(await removeView(w.app as never, w.clerk.actor, mine.views[0]!.key)).toBe(true);
});

describe('who has a request open', () => {
  const key = () => w.cases[0]!.requestKey;
  const look = (who: TestMember) => w.app.db.as(who.actor, tx => tx.looks.note(key()));
  const others = (who: TestMember) => w.app.db.as(who.actor, tx => tx.looks.others(key()));

  it('is told to colleagues, on the page and in the list, and to no other site', async () => {
    expect(await look(colleague)).toBe(true);
    expect((await others(w.clerk)).map(one => one.name)).toEqual(['Noor Hassan']);
    expect(await others(colleague)).toEqual([]);
    expect(await others(w.physician)).toEqual([]);
    expect((await list(w.clerk)).looking).toEqual({ [key()]: 'Noor Hassan' });
    expect(await look(w.outsider)).toBe(false);
  });

  it('for two minutes, and keeps nobody from acting', async () => {
    const input = { text: 'Anyway.' };
    const outcome = await runVerb(w.app, w.clerk.actor, {
      caseKey: w.cases[0]!.caseKey,
      verb: 'note',
      input,
    });
    expect(outcome.ok).toBe(true);
    await t.owner.query(`update request_looks set at = at - interval '3 minutes'`);
    expect(await others(w.clerk)).toEqual([]);
  });
});

it('other requests of the patient at the site stand beside, found by the health number', async () => {
  const patientKey = (await addPatient(t, w.physician.actor)).key;
  const [one, two] = [
    await ask(w.app, w.physician.actor, { service: w.visits, patientKey }),
    await ask(w.app, w.physician.actor, { service: w.advice, patientKey }),
  ];
  const earlier = (who: TestMember, key: string) =>
    w.app.db.as(who.actor, async tx => {
      const found = await tx.cases.readRequest(key);
      return found ? (await tx.worklists.earlier(found.id)).map(each => each.key) : null;
    });
  expect(await earlier(w.clerk, two.requestKey)).toEqual([one.requestKey]);
  expect(await earlier(w.clerk, w.cases[2]!.requestKey)).toEqual([]);
  expect(await earlier(w.outsider, two.requestKey)).toBeNull();
});
