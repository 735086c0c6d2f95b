import { addDays, atLocal, localDay } from '../../domain/case/deadline.ts';
import type { Facts, MemberFacts } from '../../domain/case/facts.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';
import { answerDue } from '../../domain/econsult/answer-clock.ts';
import {
  type Asked,
  chooseSpecialist,
  daysAtWork,
  isAwayFor,
  mondayOf,
} from '../../domain/econsult/auto-assign.ts';
import type { EConsult } from '../../domain/econsult/econsult.ts';
import { subSpecialtyOf } from '../../domain/econsult/sub-specialty.ts';
import { wordsAsked } from '../../domain/econsult/words-asked.ts';
import type { AdviceFacts, Candidate } from '../ports/advice-groups.ts';
import type { Tx } from '../ports/database.ts';

/** Days over which questions are shared out evenly: 13 weeks. */
const lately = 91;

/** A question as the choice of a specialist sees it. */
export interface Question {
  caseId: number;
  state: EConsult;
  zone: string;
}

/** When the week began, for caps: Monday at midnight where the group is. */
export function weekBegan(now: Instant, zone: string): Instant {
  return atLocal(mondayOf(localDay(now, zone)), '00:00', zone);
}

function daysOf(tx: Tx, { state, zone }: Question): Pick<Asked, 'today' | 'due'> {
  const today = localDay(tx.now, zone);
  const due = localDay(answerDue(state.answerClock, zone), zone);
  return { today, due: due > today ? due : today };
}

/** True for a case whose members' facts the group's settings know. */
export function isAdvice(state: CaseState): state is EConsult {
  return state.type === 'econsult' && state.receiver.service !== undefined;
}

/** The facts of members that a form names, with what their group knows: days away, the week's cap, conflicts. */
export async function withAgreements(
  tx: Tx,
  question: Question,
  members: Facts['members'],
): Promise<Facts['members']> {
  if (!members || members.length === 0) return members;
  const facts = await tx.adviceGroups.factsOf(question.caseId, weekBegan(tx.now, question.zone));
  const days = daysOf(tx, question);
  return members.map(one => {
    const known = facts?.members.find(each => each.key === one.key);
    return known ? agreed(one, known, days) : one;
  });
}

function agreed(one: MemberFacts, known: Candidate, days: Pick<Asked, 'today' | 'due'>): MemberFacts {
  return {
    ...one,
    away: one.away === true || isAwayFor(known.absences, days),
    overCap: known.weeklyCap !== null && known.taken >= known.weeklyCap,
    conflict: known.conflict,
  };
}

/** What the choice goes by and how it would fall, whoever makes it; null for no eConsult of a service. */
export async function weighGroup(tx: Tx, question: Question) {
  const facts = await tx.adviceGroups.factsOf(question.caseId, weekBegan(tx.now, question.zone));
  if (!facts) return null;
  const days = daysOf(tx, question);
  const text = await textOf(tx, question, facts);
  const chosen = chooseSpecialist(askedOf(facts, text, days), specialistsOf(facts, days.today));
  return { facts, days, chosen };
}

/** All that the question says; not read where no field is told apart. */
async function textOf(tx: Tx, { caseId, state }: Question, { subSpecialties }: AdviceFacts): Promise<string> {
  return subSpecialties.length === 0 ? '' : wordsAsked(state.title, await tx.cases.eventsAfter(caseId, 0));
}

function askedOf(facts: AdviceFacts, text: string, days: Pick<Asked, 'today' | 'due'>): Asked {
  const { language, region } = facts;
  const subSpecialty = subSpecialtyOf(text, facts.subSpecialties);
  return {
    ...days,
    ...(language && { language }),
    ...(region && { region }),
    ...(subSpecialty && { subSpecialty }),
  };
}

function specialistsOf({ members }: AdviceFacts, today: string) {
  return members.flatMap(({ weeklyCap, lastTaken, ...one }) => {
    if (weeklyCap === null) return [];
    const present = daysAtWork(one.absences, { from: addDays(today, -lately), until: today });
    return [{ ...one, weeklyCap, present, ...(lastTaken && { lastTaken }) }];
  });
}
