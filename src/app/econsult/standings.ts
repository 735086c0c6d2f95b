import type { Absence, Bar } from '../../domain/econsult/auto-assign.ts';
import { awayUntil } from '../../domain/econsult/auto-assign.ts';
import type { AssignReason } from '../../domain/econsult/econsult.ts';
import type { Tx } from '../ports/database.ts';
import { type Question, weekBegan, weighGroup } from './advice-choice.ts';

/** How one clinician of a group stands to one question. */
export interface Standing {
  key: string;
  /** Questions since Monday. */
  taken: number;
  /** Null: agreed to nothing, so that only a person may choose them. */
  weeklyCap: number | null;
  /** The last day away, for somebody who is away now. */
  awayUntil?: string;
  /** Why the automatic assignment would pass them over. */
  bar?: Bar;
  knowsThem: boolean;
  subSpecialties: readonly string[];
  languages: readonly string[];
}

/** What an assigner chooses by. */
export interface Standings {
  members: readonly Standing[];
  /** Whom the automatic assignment would choose, and why. */
  suggested?: { key: string; why: AssignReason };
  /** Whom to call when nothing moves; empty when nobody is named. */
  escalation: string;
}

const nothing = { subSpecialties: [], languages: [] };

/**
 * How the clinicians of a group stand to a question: their week, their days away, what speaks for and against them. Null for
 * a case that is no question to a group of the directory.
 */
export async function standingsOf(
  tx: Tx,
  { service, ...question }: Question & { service: string },
): Promise<Standings | null> {
  const weighed = await weighGroup(tx, question);
  if (!weighed) return null;
  const { facts, days, chosen } = weighed;
  const group = await tx.adviceGroups.byKey(service, weekBegan(tx.now, question.zone));
  const passed = new Map(chosen.passed.map(({ member, why }) => [member, why]));
  const best = 'nobody' in chosen ? undefined : facts.members.find(one => one.member === chosen.member);
  return {
    members: facts.members.map(one => {
      const bar = passed.get(one.member) ?? (one.conflict ? 'conflict' : undefined);
      const { key, taken, weeklyCap, knowsThem } = one;
      // Who agreed to nothing has none of these.
      const { subSpecialties, languages } = weeklyCap === null ? nothing : one;
      const standing = { key, taken, weeklyCap, knowsThem, subSpecialties, languages };
      return { ...standing, ...awayFor(one.absences, days.today), ...(bar && { bar }) };
    }),
    ...(best && !('nobody' in chosen) && { suggested: { key: best.key, why: chosen.why } }),
    escalation: group?.escalation ?? '',
  };
}

function awayFor(absences: readonly Absence[], today: string): { awayUntil?: string } {
  const last = awayUntil(absences, today);
  return last === undefined ? {} : { awayUntil: last };
}
