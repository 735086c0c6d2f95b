import type { Verb } from '../case/machine.ts';
import type { EConsult } from './econsult.ts';
import { event } from './said.ts';
import { ended } from './standing.ts';
import { type Survey, surveySchema } from './survey.ts';

/** The requester has acted on the advice and ends the case with the five questions of the survey. */
export const close: Verb<EConsult, Survey> = {
  name: 'close',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['answered'],
  to: ['closed'],
  input: surveySchema,
  decide(state, survey, facts) {
    return {
      events: [
        event('closed', 'everyone', ended(state, facts, 'closed')),
        event('surveyed', 'clinical', { survey }),
      ],
    };
  },
};
