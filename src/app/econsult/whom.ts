import { addDays, localDay } from '../../domain/case/deadline.ts';
import type { MemberFacts } from '../../domain/case/facts.ts';
import type { Day } from '../../domain/case/time.ts';
import type { Service } from '../../domain/directory/service.ts';
import { awayUntil, isAwayFor } from '../../domain/econsult/auto-assign.ts';
import { freeFrom, promise } from '../../domain/econsult/free.ts';
import type { Tx } from '../ports/database.ts';
import { weekBegan } from './advice-choice.ts';
import { zoneOf } from './assign-automatically.ts';

/** One of a group whom a requester may name. */
export interface NamedSpecialist {
  key: string;
  name: string;
  languages: readonly string[];
  subSpecialties: readonly string[];
  /** Cannot answer a question of today in time. */
  away: boolean;
  /** The last day away, for somebody who is away today. */
  awayUntil?: Day;
  /** No room this week. */
  full: boolean;
}

/** Whom in a group one may ask. */
export interface Whom {
  specialists: readonly NamedSpecialist[];
  /** The group gives out its questions by itself. */
  automatic: boolean;
}

/** The group's listing, and inside id of its site. */
type Group = Pick<Service, 'key' | 'site'>;

/** Whom in the group of that service one may ask today, by the group's own days; nobody by name where nobody agreed to it. Docs/decisions/0066. */
export async function whomIn(tx: Tx, { key, site }: Group, wait = false): Promise<Whom> {
  const zone = await zoneOf(tx, site);
  const monday = weekBegan(tx.now, zone);
  const { automatic, specialists } = await tx.adviceGroups.specialists(key, monday, wait);
  const today = localDay(tx.now, zone);
  const days = { today, due: addDays(today, promise) };
  return {
    automatic,
    specialists: specialists.map(({ absences, ...one }) => {
      const last = awayUntil(absences, today);
      return { ...one, away: isAwayFor(absences, days), ...(last !== undefined && { awayUntil: last }) };
    }),
  };
}

/** What the group says of members that a question names: who did not agree to be named is nobody, who is away or full cannot. */
export async function namedIn(
  tx: Tx,
  group: Group,
  members: readonly MemberFacts[],
): Promise<readonly MemberFacts[]> {
  if (members.length === 0) return members;
  const { specialists } = await whomIn(tx, group, true);
  return members.flatMap(one => {
    const found = specialists.find(each => each.key === one.key);
    return found ? [{ ...one, away: one.away === true || found.away, overCap: found.full }] : [];
  });
}

/** Nobody of a group is free now; `from` when somebody is again, where that is known. */
export interface Busy {
  from?: Day;
}

/** Those of these groups, by key, in which everybody is away or has what they agreed to this week. */
export async function busyGroups(tx: Tx, services: readonly string[]): Promise<ReadonlyMap<string, Busy>> {
  const groups = services.length === 0 ? [] : await tx.adviceGroups.whoCould(services);
  return new Map(
    groups.flatMap(({ key, zone, members }): [string, Busy][] => {
      const today = localDay(tx.now, zone);
      const from = freeFrom(members, today);
      return from === today ? [] : [[key, from === undefined ? {} : { from }]];
    }),
  );
}
