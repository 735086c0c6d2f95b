import { setImmediate } from 'node:timers/promises';
import { atLocal } from '../../domain/case/deadline.ts';
import type { Instant } from '../../domain/case/time.ts';
import { fewest } from '../../domain/waits/figure.ts';
import { type ServiceWaits, type WaitLine, waitsOfService } from '../../domain/waits/service-waits.ts';
import { day, type Moment } from '../../domain/waits/spell.ts';
import { type Midnight, spellsOf } from '../../domain/waits/spells.ts';
import type { Actor } from '../actor.ts';
import type { Database } from '../ports/database.ts';
import type { KnownPoint, KnownWait, ServiceFigures, WaitingCase } from '../ports/waits.ts';
import { SpellStore } from './spell-store.ts';

/** What was read and what came of it. */
export interface ComputedWaits {
  cases: number;
  /** Single waits: a case may have several. */
  spells: number;
  /** Services with at least one figure. */
  services: number;
}

const batchSize = 5_000;
/** Services whose figures are written in one transaction. */
const together = 100;
/** Three years of waits, and one of history. */
const lookBack = 4 * 366 * day;

/**
 * Works out the waits of every service anew from the events of cases, and puts them in the place of the old ones,
 * service by service. Short transactions, and others may run in between. For a job or the operator.
 */
export async function computeWaits(db: Database, actor: Actor): Promise<ComputedWaits> {
  const { now, zones } = await db.as(actor, async tx => ({ now: tx.now, zones: await tx.waits.zones() }));
  const { store, cases } = await readSpells(db, actor, { now, zones });
  const at = Date.parse(now);
  let services = 0;
  let found: ServiceFigures[] = [];
  const keep = async () => {
    await db.as(actor, tx => tx.waits.replace(found));
    found = [];
  };
  for (const service of store.services()) {
    const figures = waitsOfService(store.of(service), at);
    if (figures.lines.length > 0) found.push(shownOf(service, figures));
    if (figures.lines.some(line => !line.figure.tooFew)) services++;
    if (found.length === together) await keep();
    await setImmediate();
  }
  await keep();
  await db.as(actor, tx => tx.waits.forgetBefore(now));
  return { cases, spells: store.size, services };
}

type Known = { now: Instant; zones: ReadonlyMap<number, string> };

async function readSpells(db: Database, actor: Actor, { now, zones }: Known) {
  const store = new SpellStore();
  const since = new Date(Date.parse(now) - lookBack).toISOString();
  let cases = 0;
  const next = (after: number) => db.as(actor, tx => tx.waits.cases(after, batchSize, since));
  // The next ones are read while these are looked at.
  for (let coming: Promise<WaitingCase[]> = next(0); ; ) {
    const read = await coming;
    const last = read.at(-1);
    if (!last) return { store, cases };
    coming = next(last.id);
    for (const { service, events } of read) {
      const zone = zones.get(service);
      if (zone) for (const spell of spellsOf(events, midnights(zone))) store.add(service, spell);
    }
    cases += read.length;
  }
}

const made = new Map<string, Midnight>();

/** When days begin in a zone; each is worked out once, since calendars are slow to ask. */
function midnights(zone: string): Midnight {
  const known = made.get(zone);
  if (known) return known;
  const days = new Map<string, Moment>();
  const midnight: Midnight = localDay => {
    const begins = days.get(localDay) ?? Date.parse(atLocal(localDay, '00:00', zone));
    days.set(localDay, begins);
    return begins;
  };
  made.set(zone, midnight);
  return midnight;
}

function shownOf(service: number, { lines, history }: ServiceWaits): ServiceFigures {
  const points = history.flatMap(({ measure, points }) =>
    points.map((point): KnownPoint => ({ measure, ...point, at: dayOf(point.at) })),
  );
  return { service, lines: lines.map(shown), history: points };
}

function dayOf(moment: Moment): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Only what may be shown is kept: nothing of fewer than six people, and no number of waiting people from one to five. */
function shown({ measure, urgency, label, figure }: WaitLine): KnownWait {
  const key = { measure, urgency: urgency ?? ('' as const), label: label ?? '' };
  if (figure.tooFew) return { ...key, ...nothing };
  const { median, ninetieth, kaplanMeier, people, waiting, oldest, within7, trend } = figure;
  return {
    ...{ ...key, median, ninetieth, kaplanMeier, people, within7, trend },
    waiting: waiting > 0 && waiting < fewest ? null : waiting,
    // Its very day would be that of one person.
    oldest: oldest === null ? null : `${dayOf(oldest).slice(0, 7)}-01`,
  };
}

const nothing = {
  ...{ median: null, ninetieth: null, kaplanMeier: { median: null, ninetieth: null } },
  ...{ people: null, waiting: null, oldest: null, within7: null, trend: null },
};
