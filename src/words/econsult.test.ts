import { describe, expect, it } from 'vitest';
import { everyCase } from '../domain/case/verbs/every-case.ts';
import {
  answerKinds,
  assignReasons,
  cancelReasons,
  econsultEventTypes,
  econsultStatuses,
  outcomeEffects,
  outcomes,
  questionTypes,
  turnBackReasons,
} from '../domain/econsult/econsult.ts';
import { econsult as machine } from '../domain/econsult/machine.ts';
import { surveyOutcomes, surveyReferrals, surveySchema } from '../domain/econsult/survey.ts';
import { languages } from './lang.ts';
import type { Told } from './told.ts';
import { words } from './words.ts';

const everything: Required<Told> = {
  day: 'Monday',
  reason: 'because',
  service: 'a clinic',
  party: 'somebody',
  place: 'somewhere',
  what: 'something',
  count: 3,
  left: true,
  away: true,
  through: true,
};

/** Keys are exactly the codes: a code without words, or words without a code, is a mistake. */
function sameKeys(said: object, codes: readonly string[]) {
  expect(Object.keys(said).sort()).toEqual([...codes].sort());
}

describe.each(languages)('an eConsult in %s', lang => {
  const { econsult, case: every } = words[lang];

  it('has words for every status, to both sides', () => {
    sameKeys(econsult.statuses, Object.keys(econsultStatuses));
    sameKeys(econsult.statusesToReceiver, Object.keys(econsultStatuses));
  });

  it('has a label for every verb', () => {
    const own = Object.keys(machine.verbs).filter(verb => !(verb in everyCase));
    sameKeys(econsult.verbs, [...own, ...Object.keys(machine.opens)]);
  });

  it('has words for the next step of every open status', () => {
    for (const row of Object.values(econsultStatuses))
      if (!row.ended) expect(every.nextSteps[row.next]).toMatch(/\p{Lu}/u);
  });

  it('tells every event in a line of the story, with all particulars or none', () => {
    sameKeys(econsult.events, econsultEventTypes);
    for (const line of Object.values(econsult.events))
      for (const told of [{}, everything]) {
        expect(line(told).trim()).not.toBe('');
        expect(line(told)).not.toMatch(/undefined|\s{2}|[:,]$/);
      }
  });

  it('has words for every kind of answer and question, every reason and outcome', () => {
    sameKeys(econsult.answerKinds, answerKinds);
    sameKeys(econsult.questionTypes, questionTypes);
    sameKeys(econsult.assignReasons, assignReasons);
    sameKeys(econsult.turnBackReasons, turnBackReasons);
    sameKeys(econsult.cancelReasons, cancelReasons);
    sameKeys(econsult.outcomes, outcomes);
    sameKeys(econsult.outcomeEffects, outcomeEffects);
  });

  it('asks all five questions of the survey, and names each choice', () => {
    sameKeys(econsult.survey.outcomes, surveyOutcomes);
    sameKeys(econsult.survey.referrals, surveyReferrals);
    expect(Object.keys(econsult.survey)).toEqual(expect.arrayContaining(Object.keys(surveySchema.shape)));
  });
});
