/**
 * What is waited for. The three waits of Ontario's referrals and the answer of an advice group:
 * - `wait1`: from the day a referral was sent (a paper: the day it came) to the first visit that is no assessment;
 * - `wait1a`: from the same day to the first assessment;
 * - `wait1b`: from the decision that a specialist is needed (the assessment, or an intake's handing on) to the visit;
 * - `wait2`: from the decision to treat to the surgery or procedure;
 * - `answer`: from the question to the first answer of an eConsult.
 */
export const measures = ['wait1', 'wait1a', 'wait1b', 'wait2', 'answer'] as const;
export type Measure = (typeof measures)[number];

const assessments: readonly string[] = ['assessment'];
const treatments: readonly string[] = ['surgery', 'procedure'];

/**
 * Whether a visit of this label ends that wait. Wait 1 ends with whatever comes first but an assessment, so that nobody who
 * was seen is counted as waiting because of a label.
 */
export function ends(measure: Measure, label: string): boolean {
  switch (measure) {
    case 'wait1':
    case 'wait1b':
      return !assessments.includes(label);
    case 'wait1a':
      return assessments.includes(label);
    case 'wait2':
      return treatments.includes(label);
    case 'answer':
      return false;
    default:
      return measure satisfies never;
  }
}
