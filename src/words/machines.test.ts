import { describe, expect, it } from 'vitest';
import { audiences, commonEventTypes } from '../domain/case/events.ts';
import { errandLevels, levels } from '../domain/case/lateness.ts';
import { refusalCodes } from '../domain/case/refusals.ts';
import { flags, nextSteps, sides, urgencies } from '../domain/case/state.ts';
import { everyCase } from '../domain/case/verbs/every-case.ts';
import { contactOutcomes, contactWays } from '../domain/case/verbs/log-contact.ts';
import { referral as machine } from '../domain/referral/machine.ts';
import {
  appointmentLabels,
  cancelReasons,
  declineReasons,
  media,
  noNoteReasons,
  outcomes,
  priorities,
  referralEventTypes,
  referralStatuses,
} from '../domain/referral/referral.ts';
import { languages } from './lang.ts';
import type { Told } from './told.ts';
import { words } from './words.ts';

const own = Object.keys(machine.verbs).filter(verb => !(verb in everyCase));
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

/** Every line reads whether it has all particulars or none, and never says "undefined". */
function reads(lines: Record<string, (told: Told) => string>) {
  for (const line of Object.values(lines))
    for (const told of [{}, everything]) {
      expect(line(told).trim()).not.toBe('');
      expect(line(told)).not.toMatch(/undefined|\s{2}|[:,]$/);
    }
}

describe.each(languages)('in %s', lang => {
  const { case: every, referral } = words[lang];

  it('every status of a referral has words for both sides', () => {
    sameKeys(referral.statuses, Object.keys(referralStatuses));
    sameKeys(referral.statusesToReceiver, Object.keys(referralStatuses));
  });

  it('every verb has a label', () => {
    sameKeys(every.verbs, Object.keys(everyCase));
    sameKeys(referral.verbs, [...own, ...Object.keys(machine.opens)]);
  });

  it('every refusal is a sentence that helps', () => {
    sameKeys(every.refusals, refusalCodes);
    for (const sentence of Object.values(every.refusals)) expect(sentence).toMatch(/^\p{Lu}.{8,}\.$/u);
  });

  it('every next step, flag, side, urgency, level and audience has words', () => {
    sameKeys(every.nextSteps, nextSteps);
    sameKeys(every.flags, flags);
    sameKeys(every.sides, sides);
    sameKeys(every.ranks, sides);
    sameKeys(every.urgencies, urgencies);
    sameKeys(every.levels, [...levels, ...errandLevels]);
    sameKeys(every.audiences, audiences);
    sameKeys(every.contactWays, contactWays);
    sameKeys(every.contactOutcomes, contactOutcomes);
  });

  it('every event is a line of the story', () => {
    sameKeys(every.events, commonEventTypes);
    sameKeys(referral.events, referralEventTypes);
    reads(every.events);
    reads(referral.events);
  });

  it('every coded reason, outcome, label, medium and priority has words', () => {
    sameKeys(referral.declineReasons, [...Object.values(declineReasons).flat(), 'did-not-attend']);
    sameKeys(referral.declineClasses, Object.keys(declineReasons));
    sameKeys(referral.cancelReasons, cancelReasons);
    sameKeys(referral.outcomes, outcomes);
    sameKeys(referral.noNoteReasons, noNoteReasons);
    sameKeys(referral.labels, appointmentLabels);
    sameKeys(referral.media, media);
    sameKeys(referral.priorities, priorities);
  });
});
