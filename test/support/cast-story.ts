import type { Actor, PersonActor } from '../../src/app/actor.ts';
import type { NewAttachment } from '../../src/app/ports/attachments.ts';
import { type Acts, runVerb } from '../../src/app/run-verb.ts';
import { audiences } from '../../src/domain/case/events.ts';
import { addPatient, addService, ask } from './cases.ts';
import { actorsOf, type Kind, makeLink, type People } from './cast.ts';
import type { TestDatabase } from './database.ts';
import { openDays } from './open-days.ts';

/** One side's belongings: what the addresses of routes may name. Keys, and inside ids for SQL. */
export interface Things {
  patient: string;
  draft: string;
  /** A file of the draft. */
  draftFile: string;
  otherDraft: string;
  request: string;
  /** A schedule of the site. */
  schedule: string;
  /** The referral that everybody of the cast has a part in, or the stranger's own. */
  referral: string;
  /** Inside ids. */
  requestId: number;
  referralId: number;
}

/** What happened: one request with an eConsult, a referral that was declined, one that went through a central intake. */
export interface Story {
  ours: Things & {
    econsult: string;
    /** Files of the referral by the receiver, for `clinical` and for `everyone`. */
    clinicalFile: string;
    openFile: string;
    declined: string;
    declinedId: number;
    forwarded: string;
    forwardedId: number;
  };
  theirs: Things;
  services: { referral: string; econsult: string };
  actors: Record<Exclude<Kind, 'visitor'>, Actor>;
}

type Put = (bytes: Uint8Array) => Promise<string>;

/** Plays the story on a database with its people in it. `put` keeps a file's bytes; without it files have none. */
export async function playStory(database: TestDatabase, app: Acts, cast: People, put?: Put): Promise<Story> {
  const { sites } = cast;
  const actors = actorsOf(cast);
  const must = insist(app);
  const at = {
    clinic: await addService(database, sites.clinic.id),
    intake: await addService(database, sites.intake.id),
    hospital: await addService(database, sites.hospital.id),
    third: await addService(database, sites.third.id),
    group: await addService(database, sites.group.id, { type: 'econsult' }),
  };
  const physician = actors['requester clinician'];
  const { key: patientKey } = await addPatient(database, physician);
  const first = await ask(app, physician, { service: at.clinic, patientKey });
  const econsult = await ask(app, physician, {
    ...{ service: at.group, patientKey, continues: first.requestKey },
  });
  await must(actors['declined clerk'], first.caseKey, 'note', { text: 'BY-decliner-FOR-itself' });
  await must(actors['declined clerk'], first.caseKey, 'decline', {
    ...{ reason: 'no-capacity', noneExists: 'on', comment: 'full' },
  });
  await must(physician, first.caseKey, 'redirect', { service: at.intake.key });
  const forwarded = await newestCase(database, first.requestKey);
  await must(actors['intake clerk'], forwarded.key, 'forward', { service: at.hospital.key });
  const referral = await newestCase(database, first.requestKey);
  await letIn(database, actors['receiver clerk'], { key: referral.key, sites: [sites.copy, sites.closed] });
  const guest = await guestOf(database, actors['receiver clerk'], referral);
  await speak(must, actors, referral.key);
  await bookVisit(must, actors['receiver clerk'], referral.key);
  const files = async (key: string) => draftWithFile(database, physician, { patient: key, put });
  const file = async (to: string) => fileInto(database, must, { case: referral.key, to, put, actors });
  const other = await draftOf(database, actors['requester clerk'], put);
  const theirs = await strangersThings(database, app, { actors, service: at.third, put });
  const patientLink = await makeLink(database, { kind: 'patient', request: referral.requestId });
  const otherLink = await makeLink(database, { kind: 'patient', request: theirs.requestId });
  return {
    ours: {
      patient: patientKey,
      ...(await files(patientKey)),
      ...{ otherDraft: other.draft },
      request: first.requestKey,
      schedule: (await openDays(database, actors['requester clerk'])).key,
      requestId: referral.requestId,
      econsult: econsult.caseKey,
      ...{ referral: referral.key, referralId: referral.id, forwarded: forwarded.key },
      forwardedId: forwarded.id,
      ...{ declined: first.caseKey, declinedId: await idOf(database, first.caseKey) },
      ...{ clinicalFile: await file('clinical'), openFile: await file('everyone') },
    },
    theirs,
    services: { referral: at.hospital.key, econsult: at.group.key },
    actors: {
      ...actors,
      patient: { kind: 'patient', link: patientLink, request: referral.requestId },
      'other patient': { kind: 'patient', link: otherLink, request: theirs.requestId },
      guest: { kind: 'guest', link: guest, case: referral.id },
    },
  };
}

/** A verb that must go through. */
function insist(app: Acts) {
  return async (actor: Actor, caseKey: string, verb: string, input: object): Promise<void> => {
    const outcome = await runVerb(app, actor, { caseKey, verb, input });
    if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
  };
}

type Must = ReturnType<typeof insist>;

async function newestCase({ superuser }: TestDatabase, requestKey: string) {
  const { rows } = await superuser.query<{ id: number; key: string; requestId: number }>(
    `select c.id, c.key, c.request_id as "requestId" from cases c join requests r on r.id = c.request_id
     where r.key = $1 order by c.id desc limit 1`,
    [requestKey],
  );
  return rows[0]!;
}

async function idOf({ superuser }: TestDatabase, caseKey: string): Promise<number> {
  return (await superuser.query('select id from cases where key = $1', [caseKey])).rows[0].id;
}

/** Copies go to these sites, with an event of the holder. */
async function letIn(
  { db }: TestDatabase,
  holder: Actor,
  given: { key: string; sites: { id: number }[] },
): Promise<void> {
  for (const site of given.sites)
    await db.as(holder, async tx => {
      const locked = await tx.cases.lock(given.key);
      if (typeof locked !== 'object') throw new Error('not held');
      const { id, version, state, turn } = locked;
      const by = { side: 'receiver', clinical: false, lead: false } as const;
      const event = { type: 'messaged', audience: 'all', at: tx.now, by, body: '{"text":"a copy"}' } as const;
      await tx.cases.record({ case: id, version, state, turn, events: [event] });
      await tx.cases.share(id, { site: site.id }, 'copy');
    });
}

/** A link by which somebody off the network receives the case. */
async function guestOf(database: TestDatabase, holder: Actor, of: { id: number; key: string }) {
  const link = await makeLink(database, { kind: 'guest', case: of.id });
  await database.db.as(holder, async tx => {
    const locked = await tx.cases.lock(of.key);
    if (typeof locked !== 'object') throw new Error('not held');
    const { id, version, state, turn } = locked;
    const by = { side: 'receiver', clinical: false, lead: false } as const;
    const event = { type: 'messaged', audience: 'all', at: tx.now, by, body: '{"text":"a guest"}' } as const;
    await tx.cases.record({ case: id, version, state, turn, events: [event] });
    await tx.cases.share(id, { link }, 'copy');
  });
  return link;
}

/** Each site says something to each audience it may speak to, and notes something for itself. */
async function speak(must: Must, actors: ReturnType<typeof actorsOf>, caseKey: string): Promise<void> {
  const speakers = {
    requester: actors['requester clinician'],
    receiver: actors['receiver clinician'],
    intake: actors['intake clerk'],
  };
  for (const [side, actor] of Object.entries(speakers)) {
    for (const to of audiences) await must(actor, caseKey, 'message', { text: `BY-${side}-FOR-${to}`, to });
    await must(actor, caseKey, 'note', { text: `BY-${side}-FOR-itself` });
  }
}

/** A video visit in 30 days. */
async function bookVisit(must: Must, receiver: Actor, caseKey: string): Promise<void> {
  const start = new Date(Date.now() + 30 * 86_400_000).toISOString();
  await must(receiver, caseKey, 'accept', {});
  await must(receiver, caseKey, 'book', { label: 'initial-visit', start, medium: 'video' });
}

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let files = 0;

async function newFile(put?: Put): Promise<NewAttachment> {
  files += 1;
  const blob = put ? await put(png) : `blob-${files}`;
  return { name: `rash ${files}.png`, kind: 'png', size: png.length, blob, hash: 'x', scan: 'clean' };
}

async function fileInto(
  { db }: TestDatabase,
  must: Must,
  given: { case: string; to: string; put?: Put; actors: ReturnType<typeof actorsOf> },
): Promise<string> {
  const holder = given.actors['receiver clerk'];
  const one = await newFile(given.put);
  const { key } = await db.as(holder, tx => tx.attachments.add(one));
  await must(holder, given.case, 'attach', { attachments: [key], to: given.to });
  return key;
}

async function draftWithFile(
  database: TestDatabase,
  author: PersonActor,
  given: { patient: string; put?: Put },
) {
  const one = await newFile(given.put);
  return database.db.as(author, async tx => {
    const patient = await tx.patients.byKey(given.patient);
    const begun = { kind: 'econsult', title: 'Low mood', patient: patient!.id } as const;
    const { key: draft } = await tx.drafts.begin(begun);
    const added = await tx.attachments.add(one);
    await tx.drafts.addFile(draft, added.id);
    return { draft, draftFile: added.key };
  });
}

async function draftOf(database: TestDatabase, author: PersonActor, put?: Put) {
  const { key: patient } = await addPatient(database, author, { given: 'Other', family: 'Draftee' });
  return draftWithFile(database, author, { patient, put });
}

async function strangersThings(
  database: TestDatabase,
  app: Acts,
  given: { actors: ReturnType<typeof actorsOf>; service: Parameters<typeof ask>[2]['service']; put?: Put },
): Promise<Things> {
  const stranger = given.actors['stranger clinician'];
  const { key: patient } = await addPatient(database, stranger, { given: 'Theo', family: 'Theirs' });
  const { requestKey, caseKey } = await ask(app, stranger, { service: given.service, patientKey: patient });
  const { id, requestId } = await newestCase(database, requestKey);
  const own = await draftWithFile(database, stranger, { patient, put: given.put });
  const other = await draftOf(database, given.actors['stranger clerk'], given.put);
  return {
    ...{ patient, ...own, otherDraft: other.draft },
    ...{ request: requestKey, referral: caseKey, requestId, referralId: id },
    schedule: (await openDays(database, given.actors['stranger clerk'])).key,
  };
}
