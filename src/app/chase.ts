import { type Chore, lateness } from '../domain/case/lateness.ts';
import type { By } from '../domain/case/state.ts';
import type { Actor } from './actor.ts';
import { gatherFacts } from './gather-facts.ts';
import { machines } from './machines.ts';
import { type Acts, runVerbIn } from './run-verb.ts';

/** What the timer did. */
export interface Chased {
  /** Cases at which it looked. */
  cases: number;
  reminders: number;
  /** Told to leads, to the programme. */
  toLeads: number;
  toProgramme: number;
  /** Patients who were late: the receiver calls them now. */
  passedOn: number;
  /** Offers that nobody took. */
  lapsed: number;
  /** Cases that failed; each is a job of its own now, which is tried again and seen when it is parked. */
  failed: number;
}

const system: Actor = { kind: 'job', case: null };
const timer: By = { side: 'system', clinical: false, lead: false };
const batch = 100;
/** More than all moments that one case can have at once. */
const mostChores = 12;
const retryJob = 'chase-case';
const day = 86_400_000;

/**
 * Looks at every open case whose moment has come and does what the system owes it: reminds, escalates, passes on, lets an
 * offer lapse. Any number may run together: a case is locked, and what is done is not due any more. Stops early, between
 * cases, when `enough` says so.
 */
export async function chaseDue(app: Acts, enough: () => boolean = () => false): Promise<Chased> {
  const chased: Chased = {
    ...{ cases: 0, reminders: 0, toLeads: 0, toProgramme: 0, passedOn: 0, lapsed: 0, failed: 0 },
  };
  for (;;) {
    const due = await app.db.as(system, tx => tx.cases.due(batch));
    for (const one of due) {
      if (enough()) return chased;
      const chores = await chaseOrPutOff(app, one);
      chased.cases++;
      if (chores === null) chased.failed++;
      for (const chore of chores ?? []) chased[countOf(chore)]++;
    }
    if (due.length < batch) return chased;
  }
}

function countOf({ verb, input }: Chore): Exclude<keyof Chased, 'cases' | 'failed'> {
  if (verb === 'remind') return 'reminders';
  if (verb === 'escalate')
    return input.level === 'lead' || input.level === 'errand-lead' ? 'toLeads' : 'toProgramme';
  return verb === 'lapse' ? 'lapsed' : 'passedOn';
}

type DueCase = { caseId: number; caseKey: string };

/** One case that fails must not keep the others waiting, nor be forgotten. */
async function chaseOrPutOff(app: Acts, one: DueCase): Promise<Chore[] | null> {
  try {
    return await chaseCase(app, one);
  } catch {
    await app.db.as(system, async tx => {
      await tx.cases.looked(one.caseId, new Date(Date.parse(tx.now) + day).toISOString());
      const payload = { case: one.caseId, key: one.caseKey };
      await tx.jobs.add({ kind: retryJob, payload, unique: `${retryJob}:${one.caseId}` });
    });
    return null;
  }
}

/**
 * Does what is due on one case, each as a verb of the system, in one transaction, and notes when to look again. Returns
 * what was done; nothing when somebody else has just done it.
 */
export function chaseCase(app: Acts, { caseId, caseKey }: DueCase): Promise<Chore[]> {
  return app.db.as({ kind: 'job', case: caseId }, async tx => {
    const done: Chore[] = [];
    while (done.length < mostChores) {
      const locked = await tx.cases.lock(caseKey);
      if (typeof locked !== 'object') return done;
      const facts = await gatherFacts(tx, locked, { by: timer, input: {} });
      const { due, next } = lateness(machines[locked.type], locked.state, facts);
      const chore = due[0];
      if (!chore) {
        await tx.cases.looked(caseId, next ?? null);
        return done;
      }
      const { verb, input } = chore;
      const outcome = await runVerbIn(app, tx, { caseKey, verb, input });
      if (!outcome.ok) throw new Error(`the system may not ${verb}: ${outcome.refusal}`);
      done.push(chore);
    }
    throw new Error('what the system owes a case has no end');
  });
}
