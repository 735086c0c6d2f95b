import { z } from 'zod';
import type { Facts, OpeningFacts } from '../case/facts.ts';
import { keys, line, optionalKey, optionalOne, optionalText, text, tick, title } from '../case/input.ts';
import type { OpeningVerb, Refusal } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { stand } from '../case/standing.ts';
import type { CaseState } from '../case/state.ts';
import type { AnswerSet } from '../forms/answers.ts';
import { startClock } from './answer-clock.ts';
import { memberOf, unfit } from './assign.ts';
import { adviceConsents, questionTypes } from './econsult.ts';
import { event } from './said.ts';
import { groupOf, heldBySpecialist, heldIn } from './standing.ts';

const input = z.strictObject({
  /** The group's service; whom the case goes to is in the facts. */
  service: optionalKey,
  title,
  question: text(),
  /** Several, each to be answered by itself. */
  questions: z.array(line(500)).max(8).default([]),
  /** What the requester would do without the advice. */
  plan: optionalText(4000),
  consent: optionalOne(adviceConsents),
  questionType: optionalOne(questionTypes),
  /** Template answers as the form module checked and scored them. */
  answers: z.custom<AnswerSet>(value => typeof value === 'object' && value !== null).optional(),
  attachments: keys,
  wanted: z.enum(['group', 'best-match', 'specialist']).default('group'),
  /** The named specialist. */
  specialist: optionalKey,
  /** The specialist may turn the question into a referral. */
  mayConvert: tick,
  /** Whether the patient is told that advice is asked and how it goes on; `later`: by what the requester writes alone. */
  tell: z.enum(['now', 'later']).default('now'),
});

/** The named specialist, undefined for a group or the best match, or why they cannot be asked. */
function named(
  given: z.infer<typeof input>,
  opening: OpeningFacts,
  facts: Facts,
): { member?: number } | Refusal {
  if (given.wanted !== 'specialist') return {};
  const chosen = memberOf(facts, given.specialist);
  const refusal = unfit(chosen, opening.receiver);
  return refusal ? { refusal } : { member: chosen?.member };
}

/** The state before the first event, as far as the deadline rules look at it. */
function blank(opening: OpeningFacts, heading: string, now: string): CaseState {
  const { requester, receiver, via, patient, hops, startedAt = now } = opening;
  const common = { type: 'econsult' as const, status: 'asked', title: heading, requester, receiver };
  const rest = { hops, urgency: 'routine' as const, patient, startedAt, seq: 0, turn: 0, unavailable: [] };
  return { ...common, ...(via && { via }), ...rest };
}

/** The requester asks a group, a named specialist or the best match for written advice. */
export const open: OpeningVerb<z.infer<typeof input>> = {
  name: 'open',
  who: [{ side: 'requester', rank: 'm' }],
  to: ['asked', 'assigned'],
  input,
  decide(given, facts) {
    const { opening } = facts;
    if (!opening) return { refusal: 'no-such-service' };
    if (!opening.accepting) return { refusal: 'not-accepting' };
    if (!facts.by.clinical && !opening.handedOver) return { refusal: 'needs-clinician' };
    const specialist = named(given, opening, facts);
    if ('refusal' in specialist) return specialist;
    const ids = papers(facts, given.attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    const { member } = specialist;
    const receiver = member === undefined ? groupOf(opening.receiver) : { ...opening.receiver, member };
    const answerClock = startClock(facts);
    const state = blank({ ...opening, receiver }, given.title, facts.now);
    const standing =
      member === undefined
        ? stand(state, facts, { status: 'asked' as const, main: heldIn('asked', state, facts) })
        : stand(state, facts, {
            status: 'assigned' as const,
            main: heldBySpecialist(state, answerClock, facts),
          });
    const { title: heading, wanted, mayConvert, question, questions, plan, consent } = given;
    const { questionType, answers } = given;
    const several = questions.length > 0 ? { questions } : {};
    const { requester, via, patient, startedAt, hops } = state;
    const parties = { requester, receiver, via, patient, startedAt, hops };
    // The patient hears of a colleague's help from the one who asked first, or not at all.
    const untold = given.tell === 'later' || opening.helps ? { untold: true as const } : {};
    const { helps, copy } = opening;
    const beside = { ...untold, helps, copy };
    const asked = { title: heading, wanted, mayConvert, ...parties, ...beside, answerClock, ...standing };
    return {
      events: [
        event('asked', 'everyone', asked),
        event('question', 'clinical', {
          ...{ question, ...several, plan, consent, questionType, answers },
          attachments: ids,
        }),
      ],
    };
  },
};
