import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/app/actor.ts';
import { chaseDue } from '../../src/app/chase.ts';
import { machines } from '../../src/app/machines.ts';
import { patientCase, readPatientPage } from '../../src/app/patient/portal.ts';
import { proveCases } from '../../src/app/prove-cases.ts';
import { readRequest } from '../../src/app/read-request.ts';
import { type Acts, runVerb } from '../../src/app/run-verb.ts';
import { allowed, isEnded } from '../../src/domain/case/machine.ts';
import { refusalCodes } from '../../src/domain/case/refusals.ts';
import type { By, CaseState, Hold } from '../../src/domain/case/state.ts';
import { patientSteps } from '../../src/domain/timeline/patient-steps.ts';
import { headline, holderName, nowLine, stepTitle } from '../../src/portal/headline.ts';
import { words } from '../../src/words/words.ts';
import { appOn } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { chance } from './chance.ts';
import { inputFor } from './model-inputs.ts';
import { type GameCase, type ModelWorld, modelWorld } from './model-world.ts';
import { short, times } from './runs.ts';

const by = chance();
const { seed, next, pick, whole } = by;
let t: TestDatabase;
let app: Acts;
let world: ModelWorld;
/** How often each verb went through. */
const done = new Map<string, number>();

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  app = appOn(t);
  world = await modelWorld(t, app);
});
afterAll(() => t.drop());

const row = async (id: number): Promise<{ state: CaseState; now: string }> =>
  (await t.superuser.query('select state, app_now() as now from cases where id = $1', [id])).rows[0];

/** Who might press something: seldom anybody, mostly one with a part in the case. */
async function somebody(one: GameCase): Promise<Actor> {
  if (next() < 0.15) return world.patient(one.request);
  if (next() < 0.1) return pick(world.parties).actor;
  const { rows } = await t.superuser.query<{ site: number }>(
    `select split_part(party, ':', 2)::bigint as site from case_access where case_id = $1 and party like 'site:%'`,
    [one.id],
  );
  const sites = new Set(rows.map(({ site }) => Number(site)));
  const inside = world.parties.filter(({ actor }) => actor.kind === 'person' && sites.has(actor.site));
  return pick(inside.length > 0 ? inside : world.parties).actor;
}

const partyOf = (actor: Actor, state: CaseState): By[] => {
  if (actor.kind === 'patient') return [{ side: 'patient', link: actor.link, clinical: false, lead: false }];
  if (actor.kind !== 'person') return [];
  const { person, member, site } = actor;
  const roles: readonly string[] = actor.roles;
  const clinical = roles.includes('clinician') || actor.actingFor !== null;
  const who = { person, member, site, clinical, lead: roles.includes('lead') || roles.includes('steward') };
  const at = { requester: state.requester.site, receiver: state.receiver.site, intake: state.via?.site };
  return (['requester', 'receiver', 'intake'] as const)
    .filter(side => at[side] === site)
    .map(side => ({ ...who, side }));
};

/** What gives a case up or away. */
const gives = [
  ...[
    'void',
    'cancel',
    'withdraw',
    'manage-elsewhere',
    'shortlist',
    'redirect',
    'resubmit',
    'close',
    'complete',
  ],
  ...['decline', 'turn-back', 'forward', 'split', 'convert', 'hand-back', 'choose-none'],
];

/** What leaves a case where it is and yet leads on: what was flagged is read, a colleague is asked. */
const leadsOn = ['review', 'ask-colleague'];

/** That is rare, so that cases live long; what is allowed is tried most, the rest to be refused. */
function someVerb(one: GameCase, state: CaseState, actor: Actor): string {
  const machine = machines[one.type];
  if (next() < 0.15) return pick(Object.keys(machine.verbs));
  const open = partyOf(actor, state).flatMap(who => allowed(machine, state, who));
  const moves = open.filter(name => machine.verbs[name]!.to !== 'same' || leadsOn.includes(name));
  const kept = moves.filter(name => next() < (gives.includes(name) ? 0.08 : 1));
  return pick([next() < 0.7 ? kept : open, Object.keys(machine.verbs)].find(names => names.length > 0)!);
}

async function step(cases: readonly GameCase[]): Promise<void> {
  const going = cases.filter(({ status, type }) => !isEnded(machines[type], status));
  const one = pick(next() < 0.9 && going.length > 0 ? going : cases);
  const actor = await somebody(one);
  const { state, now } = await row(one.id);
  const verb = someVerb(one, state, actor);
  const input = inputFor(one.type, verb, { world, by, now });
  const access = await hasAccess(actor, one, verb);
  const outcome = await runVerb(app, actor, { caseKey: one.key, verb, input });
  const what = `seed ${seed}: ${one.type} ${state.status} ${verb} ${JSON.stringify(outcome).slice(0, 300)}`;
  if (outcome.ok) {
    done.set(`${one.type} ${verb}`, (done.get(`${one.type} ${verb}`) ?? 0) + 1);
    holds((await row(one.id)).state, what);
    expect(access, `${what}: no access`).toBe(true);
  } else expect([...refusalCodes, 'not-found'], what).toContain(outcome.refusal);
  if (next() < 0.05) await seesItsOwn(actor, one, what);
  if (next() < 0.05) await patientIsTold(one, what);
}

/** An open case has one who owes the next step by a day, and who can do something about it; an ended one has nobody. */
function holds(state: CaseState, what: string): void {
  const machine = machines[state.type];
  expect(Object.keys(machine.statuses), what).toContain(state.status);
  if (isEnded(machine, state.status)) {
    expect(state.hold, what).toBeUndefined();
    return;
  }
  const { accountable, due, from } = state.hold!;
  expect(due >= from, what).toBe(true);
  expect(waysOn(state, accountable), `${what}: no way forward`).not.toEqual([]);
}

/** What ends a case because somebody gives it up is no way forward. */
const givenUp = ['void', 'cancel', 'withdraw'];

function waysOn(state: CaseState, { side, site }: Hold['accountable']): string[] {
  const machine = machines[state.type];
  const link = side === 'patient' ? { link: 1 } : { site, member: 1, person: 1 };
  // What settles a flag leaves the status as it was.
  return allowed(machine, state, { side, ...link, clinical: true, lead: true }).filter(
    name => name === 'review' || (machine.verbs[name]!.to !== 'same' && !givenUp.includes(name)),
  );
}

/** What may be done by whoever has lost a case by their own no: to take it up after all. */
const afterwards = ['reopen', 'strike', 'note'];

/** Whether somebody has a part in a case: theirs, or that of the request's patient. */
async function hasAccess(actor: Actor, one: GameCase, verb: string): Promise<boolean> {
  if (actor.kind !== 'person' && actor.kind !== 'patient') return false;
  const party = actor.kind === 'person' ? `site:${actor.site}` : `request:${actor.request}`;
  const { rows } = await t.superuser.query<{ ended: boolean }>(
    'select until_seq is not null as ended from case_access where case_id = $1 and party = $2',
    [one.id, party],
  );
  return rows.some(({ ended }) => !ended || afterwards.includes(verb));
}

/** Of a request, somebody reads the cases to which an access row lets them, and no other. */
async function seesItsOwn(actor: Actor, one: GameCase, what: string): Promise<void> {
  if (actor.kind === 'patient') return;
  const story = await readRequest(app, actor, one.requestKey);
  const party = actor.kind === 'person' ? `site:${actor.site}` : 'nobody';
  const { rows } = await t.superuser.query<{ key: string }>(
    `select distinct c.key from cases c join case_access a on a.case_id = c.id
     where c.request_id = $1 and a.party = $2`,
    [one.request, party],
  );
  const read = (story?.cases ?? []).map(({ key }) => key);
  expect(read.sort(), what).toEqual(rows.map(({ key }) => key).sort());
}

/** The patient's page has words for wherever the request stands, in both languages. */
async function patientIsTold(one: GameCase, what: string): Promise<void> {
  const page = await readPatientPage({ db: t.db }, await world.patient(one.request));
  if (!page) return;
  // What a specialist asked another is none of the patient's pages.
  expect(
    page.story.cases.filter(({ state }) => state.helps),
    what,
  ).toEqual([]);
  const { state } = page.current;
  const steps = patientSteps(page.story.cases.map(patientCase));
  for (const lang of ['en', 'fr'] as const) {
    const [said, place] = [words[lang].portal, { lang, zone: 'America/Toronto' }];
    const told = [headline(said, steps, { state, place, now: state.startedAt }), holderName(said, state)];
    if (state.hold) told.push(nowLine(said, state, { now: state.hold.from, place }));
    for (const text of [...told, ...steps.map(each => stepTitle(said, each))])
      expect(text, what).toMatch(/\p{L}{2}/u);
  }
}

/** Verbs that need what nobody here has (a file, a slot, an appointment of the past), and those of the system. */
const elsewhere = [
  ...[
    'attach',
    'strike',
    'record',
    'correct-patient',
    'take-slot',
    'short-notice',
    'give-link',
    'close-link',
  ],
  ...['remind', 'escalate', 'lapse', 'pass-on', 'not-read'],
];

function neverUsed(): string[] {
  const all = Object.values(machines).flatMap(({ type, verbs }) =>
    Object.keys(verbs).map(verb => ({ verb, name: `${type} ${verb}` })),
  );
  return all.filter(({ verb, name }) => !elsewhere.includes(verb) && !done.has(name)).map(({ name }) => name);
}

it('whatever anybody does with anything, nothing is stuck, lost, or seen by those it does not concern', async () => {
  const steps = times(100_000, 600);
  let cases: GameCase[] = [];
  for (let n = 0; n < steps; n++) {
    if (n < 12 || n % 20 === 0) {
      await world.open(by);
      cases = await world.cases();
    }
    if (n % 40 === 39) {
      await t.db.as({ kind: 'visitor' }, tx => tx.demo.moveClock(1 + whole(60)));
      await chaseDue(app);
    }
    if (n % 10 === 0) cases = await world.cases();
    await step(cases);
  }
  const proof = await proveCases(t.operator);
  expect(proof.faults, `seed ${seed}`).toEqual([]);
  expect(proof.cases).toBeGreaterThan(steps / 25);
  const { rows } = await t.superuser.query<{ state: CaseState }>('select state from cases');
  for (const { state } of rows) holds(state, `seed ${seed}`);
  if (!short) expect(neverUsed(), `seed ${seed}`).toEqual([]);
}, 7_200_000);
