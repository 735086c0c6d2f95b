import type { ServicePromise } from '../../domain/directory/service.ts';
import type { Trend } from '../../domain/waits/figure.ts';
import type { Measure } from '../../domain/waits/measure.ts';
import { promised } from './reasons.ts';

export const waits = {
  people: (count: number) => `${count} people`,
  questions: (count: number) => `${count} questions`,
  /** Where half were not reached yet. */
  half: (median: string, of: string) => `half wait more than ${median}, from ${of}`,
  tenth: (median: string, ninetieth: string, of: string) =>
    `median ${median}, 1 in 10 waits more than ${ninetieth}, from ${of}`,
  more: (span: string) => `more than ${span}`,
  tooFew: 'too few people to say',
  how: 'How waits are counted',
  detail: 'Waits in detail',
  measures: {
    wait1: 'To the first visit (Wait 1)',
    wait1a: 'To the first assessment (Wait 1a)',
    wait1b: 'From the decision to see a specialist to the visit (Wait 1b)',
    wait2: 'From the decision to treat to the treatment (Wait 2)',
    answer: 'To the first answer',
  } satisfies Record<Measure, string>,
  kindOf: { '': 'All', routine: 'Routine', urgent: 'Urgent' },
  columns: {
    what: 'Wait',
    median: 'Median',
    ninetieth: '9 in 10 within',
    people: 'Rests on',
    waiting: 'Waiting now',
  },
  /** One to five people. */
  fewWaiting: 'fewer than 6',
  trend: {
    longer: 'Longer than half a year ago.',
    shorter: 'Shorter than half a year ago.',
    steady: 'About the same as half a year ago.',
  } satisfies Record<Trend, string>,
  age: (day: string) => `Worked out on ${day}.`,
  since: (day: string) => `It rests on waits that began on ${day} or later.`,
  within7: (percent: string) => `${percent} of questions were answered within 7 days.`,
  claimed: (span: string, day: string) => `The site itself says: about ${span} (on ${day}).`,
  decides: (promise: ServicePromise) => `Promises to decide on a request within ${promised(promise)}.`,
  history: 'The last twelve months',
  chart: {
    label: (name: string) => `Median wait and where 9 in 10 were seen, by month: ${name}`,
    month: 'Month',
    median: 'Median',
    ninetieth: '9 in 10 within',
    people: 'People',
    legend: 'Line: the median. Shaded: 9 in 10 were seen within this time.',
  },
  page: {
    title: 'How waits are counted',
    lead: 'The waits in the directory are worked out every night from what happened, not from what somebody promised. The same sums are made for every service.',
    sections: [
      [
        'From when to when',
        'Wait 1 goes from the day a request was sent to the first visit that is not an assessment. A fax counts from the day it first came, and a request that was handed on from the day it was first sent. Wait 1a goes from the same day to the first assessment. Wait 1b goes from the decision that a specialist is needed (the assessment, or an intake handing the request on) to that visit. Wait 2 goes from the decision to treat to the surgery or procedure. For an advice group it is the time from the question to the first answer. A booked visit ends the wait when its day has come.',
      ],
      [
        'People who still wait count',
        'Counting only those who were seen makes a clinic look quick while its pile grows. We count everybody. Who still waits is counted for as long as they have waited so far, by a method of survival analysis (Aalen-Johansen), and is taken as somebody who will be seen.',
      ],
      [
        'When somebody is not seen there',
        'Some requests are declined, cancelled or settled elsewhere. They are neither short waits nor long ones: they end in another way, and the method treats them so. The wait we show is that of the people who are not turned away.',
      ],
      [
        'Median, 9 in 10, and “more than”',
        'Half the people wait less than the median, and 9 in 10 less than the second number. When that many have not been seen yet, nobody knows the number, and we say “more than”, followed by the longest wait we have watched.',
      ],
      [
        'What does not count',
        'Days on which the patient could not come are taken out of every wait in which they fall (Ontario calls them dates affecting readiness, to consult: DARC, and to treat: DART), and so is the time from a missed visit until a new one is booked. Requests entered in error are left out.',
      ],
      [
        'Which requests',
        'Requests of the last 12 months. When they are too few, or 9 in 10 of them have not been seen, requests of the last 3 years. The trend compares the median with that of half a year ago, worked out from what was known then; a change of a fifth or more is said.',
      ],
      [
        'Fewer than six people',
        'Of fewer than six people we say nothing but that they are too few, and show what the service promises. Urgent and routine requests stand apart only when there are six people or more of each. Numbers of waiting people from one to five are not shown.',
      ],
      [
        'What a site says itself',
        'A site may add its own estimate. It stands beside what was measured, never in its place, and disappears six months after it was stated.',
      ],
      [
        'Checked',
        'The sums are public code. They are tested against published examples (Satagopan and others, British Journal of Cancer, 2004; Gehan, Biometrika, 1965) and against 200 simulated years of 2,000 people in clinics whose true waits are known: the mean is less than 1% off. For comparison we also keep the Kaplan-Meier figure, which acts as if nobody were ever declined.',
      ],
    ] as readonly (readonly [string, string])[],
  },
};
