import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type NamedJoinRequest, withNames } from '../people/answer-join.ts';
import type { ParkedJob } from '../ports/jobs.ts';
import type { LateCase } from '../ports/programme.ts';
import type { Site } from '../ports/sites.ts';

type Reads = Pick<App, 'db'>;

/** Works at the site that runs the network, which never sees who a patient is. */
export function atProgramme(app: Reads, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'person') return Promise.resolve(false);
  return app.db.as(actor, async tx => (await tx.sites.programme())?.id === actor.site);
}

export interface ProgrammeView {
  late: readonly LateCase[];
  /** All that is overdue in the network. */
  overdue: number;
  /** The sites of the late cases, by inside id. */
  sites: ReadonlyMap<number, Site>;
  joining: readonly NamedJoinRequest[];
  parked: readonly ParkedJob[];
}

const most = 200;

/** What the programme looks after; null for anybody who is not a steward of it. */
export async function readProgramme(app: Reads, actor: Actor): Promise<ProgrammeView | null> {
  if (actor.kind !== 'person' || !actor.roles.includes('steward')) return null;
  return app.db.as(actor, async tx => {
    if ((await tx.sites.programme())?.id !== actor.site) {
      await tx.audit.add({ act: 'programme', what: 'case', ids: [], result: 'denied' });
      return null;
    }
    const late = await tx.programme.late(most);
    await tx.audit.add({ act: 'programme', what: 'case', ids: late.map(one => one.id), result: 'ok' });
    const named = late.flatMap(one => [one.requester, one.receiver, one.holder]).filter(id => id !== null);
    const sites = await tx.sites.byIds([...new Set(named)]);
    return {
      late,
      overdue: await tx.programme.countLate(),
      sites: new Map(sites.map(site => [site.id, site])),
      joining: await withNames(tx, await tx.joinRequests.all()),
      parked: await tx.jobs.parked(50),
    };
  });
}

/** Gives work that failed five new tries. False when there is none of that id, or it is not the actor's to start. */
export function startAgain(app: Reads, actor: Actor, job: number): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const started = await tx.jobs.requeue(job);
    await tx.audit.add({ act: 'start-again', what: 'job', ids: [job], result: started ? 'ok' : 'denied' });
    return started;
  });
}
