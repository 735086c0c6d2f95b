import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import type { App } from '../app/app.ts';
import { readFigures } from '../app/econsult/figures.ts';
import {
  exportLearning,
  keepLearning,
  readLearningEntry,
  readLearningYear,
  removeLearning,
  startLearning,
} from '../app/econsult/learning.ts';
import {
  approve,
  type Proposal,
  propose,
  readCredits,
  readEntry,
  readProposal,
  readWaiting,
  searchLibrary,
  settles,
  withdraw,
} from '../app/econsult/library.ts';
import { findCredits, tellCredits } from '../app/jobs/tell-credits.ts';
import { tellLibrary } from '../app/jobs/tell-library.ts';
import type { Mail } from '../app/ports/mailer.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let caseKey: string;
let reader: Actor;

const survey = { outcome: 'new-advice', referral: 'still-needed', patientValue: '5', providerValue: '4' };
const text = 'Mrs. Oyelaran, 416-555-0100: ferritin 8 after three months of oral iron. Intravenous iron?';

async function does(actor: Actor, verb: string, input: Record<string, unknown>): Promise<void> {
  const outcome = await runVerb(app, actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  const { physician, clerk, specialist, clinic, stranger } = world;
  const group = await addService(t, clinic.id, { type: 'econsult', name: 'Haematology advice' });
  reader = (await addMember(t, stranger.id, { name: 'Rae Reader', roles: ['clinician'] })).actor;
  const { key: patientKey } = await addPatient(t, physician.actor);
  const questions = ['How often?', 'Which dose?'];
  const input = { title: 'Iron deficiency', question: text, questions };
  caseKey = (await ask(app, physician.actor, { service: group, patientKey, input })).caseKey;
  const { rows } = await t.owner.query('select key from members where id = $1', [specialist.member]);
  await does(clerk.actor, 'assign', { member: rows[0].key, why: 'other' });
  const answer = { text: 'Iron sucrose 200 mg weekly.', recommendations: [{ text: 'Ferritin in 8 weeks' }] };
  const replies = ['Weekly.', ''];
  await does(specialist.actor, 'answer', { kind: 'advice', minutes: '12', replies, ...answer });
});
afterAll(() => t.drop());

const proposal = (actor: Actor) => readProposal(app, actor, { caseKey, word: kind => kind, lang: 'en' });
const find = (words: string) => searchLibrary(app, reader, words);

it('only the sides of a closed question may propose its answer', async () => {
  expect(await proposal(world.physician.actor)).toBe('not-closed');
  await does(world.physician.actor, 'close', survey);
  expect(await proposal(reader)).toBe('missing');
});

it('the assistant replaces who it is about, a person proposes, and nothing is public yet', async () => {
  const found = (await proposal(world.physician.actor)) as Proposal;
  expect(found.words.question).toBe(
    '[name], [phone]: ferritin 8 after three months of oral iron. Intravenous iron?\n1. How often?\n2. Which dose?',
  );
  expect(found.words.answer).toBe('Iron sucrose 200 mg weekly.\n1. Weekly.\n- Ferritin in 8 weeks');
  const given = { caseKey, words: found.words };
  expect(await propose(app, reader, given)).toBe(false);
  expect(await propose(app, world.specialist.actor, given)).toBe(true);
  expect(await propose(app, world.physician.actor, given)).toBe(false);
  expect(await proposal(world.physician.actor)).toBe('proposed');
  expect(await find('iron')).toMatchObject({ entries: [], total: 0 });
  // Its group sees that it waits, and its leads are written to.
  const waits = (who: Actor) => t.db.as(who, tx => tx.library.waitingCount());
  expect([await waits(world.specialist.actor), await waits(reader)]).toEqual([1, 0]);
  const jobs = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['tell-library'], 5));
  for (const job of jobs) await tellLibrary.run(job, app as App);
  const { rows } = await t.superuser.query(
    `select recipient_kind as to, recipient_id::int as id from notices where template = 'library-waiting'`,
  );
  expect(rows).toEqual([{ to: 'leads', id: world.clinic.id }]);
});

it('somebody else of the group publishes it, then it is found, credited and counted once a day', async () => {
  expect(await readWaiting(app, reader)).toEqual([]);
  const [waiting] = await readWaiting(app, world.specialist.actor);
  const words = { ...waiting!, title: 'Iron deficiency that oral iron does not mend' };
  const given = { key: waiting!.key, version: waiting!.version, words };
  expect(await approve(app, world.specialist.actor, given)).toBe('own');
  expect(await approve(app, reader, given)).toBeNull();
  const { actor } = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  expect(await approve(app, actor, { ...given, version: 7 })).toBe('stale');
  const named = { ...words, answer: `${words.answer} Call Mrs. Beatrice Tremblay at 519-555-0182.` };
  const refused = await approve(app, actor, { ...given, words: named });
  expect(refused).toMatchObject({ marked: expect.arrayContaining(['519-555-0182']) });
  expect(await approve(app, actor, given)).toBe('done');
  for (let n = 0; n < 2; n++) expect(await settles(app, reader, waiting!.key)).toBe(true);
  const { entries, total } = await find('iron deficiency anaemia, ferritin low');
  expect(total).toBe(1);
  expect(entries[0]).toMatchObject({ title: words.title, author: world.specialist.name, used: 1 });
  expect((await find('headache')).total).toBe(0);
  // Whoever proposed it hears of it.
  const jobs = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['tell-library'], 5));
  for (const job of jobs) await tellLibrary.run(job, app as App);
  const { rows } = await t.superuser.query(
    `select recipient_kind as to, recipient_id::int as id from notices where template = 'library-published'`,
  );
  expect(rows).toEqual([{ to: 'member', id: world.specialist.member }]);
});

it('words that say nothing find nothing, and a word at the end of a long letter is looked for', async () => {
  expect((await find('what should we do now?')).total).toBe(0);
  const letter =
    'hypertension migraine asthma eczema gout rosacea sinusitis tinnitus vertigo scoliosis bunion hernia';
  expect((await find(letter)).total).toBe(0);
  expect((await find(`${letter} oral iron deficiency`)).total).toBe(1);
});

it('its author sees how often it was read and settled a matter, their lead what it saved, and nobody who it was', async () => {
  const { entries } = await find('iron');
  const key = entries[0]!.key;
  const { specialist, clinic, stranger } = world;
  for (let n = 0; n < 2; n++) expect((await readEntry(app, reader, key))?.own).toBe(false);
  expect((await readEntry(app, specialist.actor, key))?.own).toBe(true);
  // Nobody credits themselves.
  expect(await settles(app, specialist.actor, key)).toBe(false);
  const { credits, months } = await readCredits(app, specialist.actor);
  const today = (await t.db.as(reader, async tx => tx.now)).slice(0, 10);
  expect(credits).toEqual([
    {
      ...{ key, title: entries[0]!.title, language: 'en', publishedOn: expect.any(String), gone: false },
      ...{ read: 1, settled: 1, lastSettled: today },
    },
  ]);
  expect(months).toEqual([{ month: `${today.slice(0, 7)}-01`, settled: 1 }]);
  expect(await readCredits(app, reader)).toEqual({ credits: [], months: [] });

  const lead = (site: number) => addMember(t, site, { name: 'Fay Figures', roles: ['lead'] });
  const saved = async (who: Actor, from = '2020-01-01', until = '2099-12-01') =>
    (await readFigures(app, who, { from, until }))?.saved.filter(one => one.by === 'all');
  const group = (await lead(clinic.id)).actor;
  expect(await saved(group)).toEqual([{ by: 'all', of: { en: '', fr: '' }, saved: 1, read: 1 }]);
  expect(await saved(group, '2020-01-01', '2020-12-01')).toEqual([]);
  expect(await saved((await lead(stranger.id)).actor)).toEqual([]);
  expect(await saved(specialist.actor)).toBeUndefined();
});

it('its author is written to once for all that was settled, unless they do without news, and again after 30 days', async () => {
  const { person } = world.specialist;
  const told = () => t.db.as({ kind: 'job', case: null }, tx => tx.library.creditsToTell());
  const settledOn = (daysAgo: number, member: number) =>
    t.owner.query(
      `insert into library_uses select id, $2, (now() - make_interval(days => $1))::date from library_entries`,
      [daysAgo, member],
    );
  // Today may bring more.
  expect(await told()).toEqual([]);
  for (const who of [world.physician, world.clerk]) await settledOn(2, who.member);
  await t.owner.query(
    `insert into message_choices (recipient, channel, zone, muted) values ('person:' || $1::text, 'mail', 'UTC', '{news}')`,
    [person],
  );
  expect(await told()).toEqual([]);
  await t.owner.query('delete from message_choices');
  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void sent.push(mail), close: async () => {} };
  const told_ = { db: t.db, mailer, config: { baseUrl: 'https://es.example' } } as unknown as App;
  for (const handler of [findCredits, tellCredits]) {
    const jobs = await t.db.as({ kind: 'job', case: null }, async tx => {
      if (handler.every) await tx.jobs.add({ kind: handler.kind, payload: {} });
      return tx.jobs.claim([handler.kind], 5);
    });
    for (const job of jobs) await handler.run(job, told_);
  }
  expect(sent).toMatchObject([{ to: world.specialist.email, template: 'library-settled', reference: '2' }]);
  await t.owner.query('update library_told set told_on = told_on - 10');
  await settledOn(3, world.outsider.member);
  expect(await told()).toEqual([]);
  await t.owner.query('update library_told set told_on = told_on - 20');
  expect(await told()).toEqual([{ person, settled: 3 }]);
  expect(await told()).toEqual([]);
});

it('after two years it is not shown until its group has looked again; taken out it is gone', async () => {
  await t.superuser.query(`update library_entries set reviewed_on = current_date - interval '2 years'`);
  expect((await find('iron')).total).toBe(0);
  const [again] = await readWaiting(app, world.specialist.actor);
  expect(again).toMatchObject({ again: true });
  // An old link says so, its group alone is led to it, and nobody is credited.
  const opened = async (who: Actor) => (await readEntry(app, who, again!.key))?.one;
  expect(await opened(reader)).toMatchObject({ due: true, reviews: false });
  expect(await opened(world.specialist.actor)).toMatchObject({ due: true, reviews: true });
  expect(await settles(app, reader, again!.key)).toBe(false);
  const given = { key: again!.key, version: again!.version, words: again! };
  expect(await approve(app, world.specialist.actor, given)).toBe('done');
  expect((await find('iron')).total).toBe(1);
  expect(await withdraw(app, world.specialist.actor, { key: again!.key, version: again!.version + 1 })).toBe(
    'done',
  );
  expect((await find('iron')).total).toBe(0);
  expect(await settles(app, reader, again!.key)).toBe(false);
});

it('both who asked and who answered begin a record with it; it is theirs alone and leads to no case', async () => {
  const { physician, specialist, clerk } = world;
  const start = (who: Actor) => startLearning(app, who, { caseKey, zone: 'America/Toronto' });
  expect(await start(physician.actor)).toMatchObject({ kind: 'econsult-asked', minutes: null });
  const begun = (await start(specialist.actor))!;
  expect(begun).toMatchObject({ kind: 'econsult-answered', minutes: 12, known: expect.any(Array) });
  expect(begun.specialty?.en).toBeTruthy();
  expect([await start(clerk.actor), await start(reader)]).toEqual([null, null]);

  const learnt = {
    ...{ day: '2026-03-04', kind: begun.kind, topic: 'Iron', asked: 'q', learnt: 'l', changed: 'c' },
    ...{ sources: '', minutes: 12 },
  };
  expect(await keepLearning(app, specialist.actor, { learnt, of: null })).toBe('done');
  const { entries, years } = await readLearningYear(app, specialist.actor, null);
  expect(years).toEqual([{ year: 2026, entries: 1, minutes: 12 }]);
  const of = { key: entries[0]!.key, version: entries[0]!.version };
  const more = { learnt: { ...learnt, minutes: 30 }, of };
  expect(await keepLearning(app, physician.actor, more)).toBe('stale');
  expect(await keepLearning(app, specialist.actor, more)).toBe('done');
  expect(await keepLearning(app, specialist.actor, more)).toBe('stale');
  const days = { from: '2026-03-04', until: '2026-03-04' };
  expect(await exportLearning(app, specialist.actor, days)).toMatchObject([{ minutes: 30 }]);

  const lead = await addMember(t, world.clinic.id, { name: 'Lou Lead', roles: ['lead', 'steward'] });
  for (const other of [lead.actor, physician.actor]) {
    expect(await readLearningEntry(app, other, of.key)).toBeNull();
    expect(await exportLearning(app, other, { from: '2000-01-01', until: '2099-01-01' })).toEqual([]);
    expect(await removeLearning(app, other, of.key)).toBe(false);
  }
  expect(await removeLearning(app, specialist.actor, of.key)).toBe(true);
  expect(await readLearningEntry(app, specialist.actor, of.key)).toBeNull();
});
