import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { FormLine } from '../ports/forms.ts';
import { key } from '../ports/ids.ts';
import type { Colleague } from '../ports/people.ts';
import type { Schedule, ScheduleDetails } from '../ports/schedules.ts';
import {
  type FieldProblem,
  type Read,
  readClosure,
  readSchedule,
  readSessions,
  readType,
  type TypedClosure,
  type TypedSchedule,
  type TypedSession,
  type TypedType,
} from './schedule-fields.ts';
import { scheduleOf } from './schedules.ts';

type Reads = Pick<App, 'db'>;

/** What the form of a schedule offers to choose. */
export interface EditView {
  schedule: Schedule | null;
  /** That a kind of visit may ask before it. */
  forms: readonly FormLine[];
  colleagues: readonly Colleague[];
  services: readonly { id: number; key: string; nameEn: string; nameFr: string }[];
}

/** For the form of a schedule, or with null of a new one. */
export function readForEdit(app: Reads, actor: Actor, its: string | null): Promise<EditView | null> {
  return app.db.as(actor, tx => editView(tx, actor, its));
}

async function editView(tx: Tx, actor: Actor, its: string | null): Promise<EditView | null> {
  if (actor.kind !== 'person') return null;
  const schedule = its === null ? null : await scheduleOf(tx, its);
  if (its !== null && !schedule) return null;
  const clinical = (await tx.people.colleagues(actor.site)).filter(one => one.licence !== null);
  const forms = schedule ? await formsFor(tx, schedule) : [];
  return { schedule, forms, colleagues: clinical, services: await tx.schedules.servicesHere() };
}

export type Saved = { key: string } | { problems: FieldProblem[]; view: EditView } | 'stale' | null;

/** Adds or changes a schedule. Null when there is none of that key; `stale` when somebody else changed it since. */
export function saveSchedule(
  app: Reads,
  actor: Actor,
  { key: its, version, typed }: { key: string | null; version: number; typed: TypedSchedule },
): Promise<Saved> {
  return app.db.as(actor, async (tx): Promise<Saved> => {
    const view = await editView(tx, actor, its);
    if (!view) return null;
    const read = readSchedule(typed, { members: view.colleagues, services: view.services });
    if ('problems' in read) return { problems: read.problems, view };
    return store(tx, view.schedule, version, read.value);
  });
}

async function store(tx: Tx, schedule: Schedule | null, version: number, details: ScheduleDetails) {
  const its = schedule?.key ?? key();
  if (!schedule) await tx.schedules.add(its, details);
  else if (!(await tx.schedules.change(schedule.id, version, details))) return 'stale';
  await noteChange(tx, schedule);
  return { key: its };
}

async function noteChange(tx: Tx, schedule: Schedule | null): Promise<void> {
  const ids = schedule ? [schedule.id] : [];
  await tx.audit.add({ act: 'change-schedule', what: 'schedule', ids, result: 'ok' });
}

/** One change of what a schedule does; `key` names what is changed or removed. */
export type PlanChange =
  | { do: 'type'; key: string; typed: TypedType }
  | { do: 'session'; typed: TypedSession }
  | { do: 'closure'; typed: TypedClosure }
  | { do: 'end-type' | 'remove-session' | 'remove-closure'; key: string }
  | { do: 'end' };

/** Changes kinds of visit, sessions or closures. Null when there is no such schedule. */
export function changePlan(
  app: Reads,
  actor: Actor,
  its: string,
  change: PlanChange,
): Promise<{ schedule: Schedule; forms: readonly FormLine[]; problems: FieldProblem[] } | null> {
  return app.db.as(actor, async tx => {
    const schedule = await scheduleOf(tx, its);
    if (!schedule) return null;
    const problems = await applied(tx, schedule, change);
    if (problems.length === 0) await noteChange(tx, schedule);
    return { schedule, forms: await formsFor(tx, schedule), problems };
  });
}

/** Forms that a kind of visit may ask: those in use, and what one asks already. */
async function formsFor(tx: Tx, { types }: Schedule): Promise<FormLine[]> {
  const inUse = await tx.forms.forVisits();
  const kept = types
    .filter(({ form }) => form !== '' && !inUse.some(one => one.slug === form))
    .map(({ form: slug }) => ({ slug, version: 0, titleEn: slug, titleFr: slug }));
  return [...inUse, ...kept];
}

async function applied(tx: Tx, schedule: Schedule, change: PlanChange): Promise<FieldProblem[]> {
  switch (change.do) {
    case 'type':
      return whenRead(readType(change.typed, await formsFor(tx, schedule)), async details => {
        const before = schedule.types.find(one => one.key === change.key);
        if (before) await tx.schedules.changeType(before.id, details);
        else await tx.schedules.addType(schedule.id, key(), details);
      });
    case 'session':
      return whenRead(readSessions(change.typed, schedule), async patterns => {
        for (const pattern of patterns) await tx.schedules.addPattern(schedule.id, key(), pattern);
      });
    case 'closure':
      return whenRead(readClosure(change.typed), ({ ofSite, ...closure }) =>
        tx.schedules.addClosure(ofSite ? null : schedule.id, key(), closure),
      );
    default:
      await removed(tx, schedule, change);
      return [];
  }
}

async function removed(tx: Tx, schedule: Schedule, change: PlanChange): Promise<void> {
  if (change.do === 'end') await tx.schedules.end(schedule.id);
  else if (change.do === 'remove-session') await tx.schedules.removePattern(schedule.id, change.key);
  else if (change.do === 'remove-closure') await tx.schedules.removeClosure(change.key);
  else if (change.do === 'end-type') {
    const type = schedule.types.find(one => one.key === change.key);
    if (type) await tx.schedules.endType(type.id);
  }
}

async function whenRead<T>(read: Read<T>, write: (value: T) => Promise<void>): Promise<FieldProblem[]> {
  if ('problems' in read) return read.problems;
  await write(read.value);
  return [];
}
