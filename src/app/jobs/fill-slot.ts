import { type Freed, offerUntil } from '../../domain/schedule/freed.ts';
import { overlaps, slotAt } from '../../domain/schedule/slots.ts';
import type { App } from '../app.ts';
import type { Job } from '../ports/jobs.ts';
import { runVerb } from '../run-verb.ts';
import { slotKey } from '../schedule/slots.ts';
import { actorOf, type Handler } from './handler.ts';

interface Asked {
  caseId: number;
  caseKey: string;
  /** As a form would post it. */
  slot: string;
  until: string;
}

/**
 * A slot came free: the short-notice list is asked, one after another, each until their time is over; the end of an offer frees
 * the slot again, which brings the next one's turn. Nobody is asked twice about one slot.
 */
export const fillSlot: Handler = {
  kind: 'fill-slot',
  run: async (job, app) => {
    const freed = freedOf(job);
    for (let asked = await next(app, job, freed); asked; asked = await next(app, job, freed)) {
      const { caseId, caseKey, ...input } = asked;
      const outcome = await runVerb(app, { kind: 'job', case: caseId }, { caseKey, verb: 'offer', input });
      if (outcome.ok || outcome.refusal === 'slot-taken') break;
    }
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};

function freedOf({ payload }: Job): Freed {
  const { schedule, type, start } = payload;
  return { schedule: Number(schedule), type: Number(type), start: String(start) };
}

/** Whom to ask now; null when the slot is not free any more, too near, or nobody is left. */
function next(app: Pick<App, 'db'>, job: Job, freed: Freed): Promise<Asked | null> {
  return app.db.as(actorOf(job), async tx => {
    const schedule = await tx.schedules.byId(freed.schedule);
    const kind = schedule?.types.find(one => one.id === freed.type);
    const slot = schedule && slotAt(schedule, freed.type, freed.start);
    if (!schedule?.offerMinutes || !kind || !slot) return null;
    const busy = await tx.visits.busy([schedule.id], { from: slot.start, to: slot.until });
    const { start } = slot;
    const asked = { now: tx.now, minutes: schedule.offerMinutes, start, zone: schedule.zone };
    const until = offerUntil(asked);
    if (!until || busy.some(one => overlaps(one, slot))) return null;
    const kept = slot.keptUntil !== undefined && tx.now < slot.keptUntil;
    const found = await tx.visits.askNext(freed, kept);
    return found && { ...found, slot: slotKey(schedule, kind, start), until };
  });
}
