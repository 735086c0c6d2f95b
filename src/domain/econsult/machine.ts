import { commonEventTypes } from '../case/events.ts';
import type { Machine } from '../case/machine.ts';
import { everyCase } from '../case/verbs/every-case.ts';
import { amend } from './amend.ts';
import { answer } from './answer.ts';
import { askColleague } from './ask-colleague.ts';
import { askInfo } from './ask-info.ts';
import { assign } from './assign.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import { convert } from './convert.ts';
import { type EConsult, econsultEventTypes, econsultStatuses } from './econsult.ts';
import { evolve } from './evolve.ts';
import { followUp } from './follow-up.ts';
import { open } from './open.ts';
import { redirect } from './redirect.ts';
import { release } from './release.ts';
import { reportOutcome } from './report-outcome.ts';
import { resubmit } from './resubmit.ts';
import { supplyInfo } from './supply-info.ts';
import { tick } from './tick.ts';
import { turnBack } from './turn-back.ts';
import { withdrawQuestion } from './withdraw-question.ts';

/** The eConsult: written advice from a specialist. The verbs stand in the order in which a page offers them. */
export const econsult: Machine<EConsult> = {
  type: 'econsult',
  statuses: econsultStatuses,
  opens: { open },
  verbs: {
    assign,
    answer,
    'ask-info': askInfo,
    'ask-colleague': askColleague,
    'supply-info': supplyInfo,
    'withdraw-question': withdrawQuestion,
    close,
    'follow-up': followUp,
    convert,
    resubmit,
    redirect,
    'turn-back': turnBack,
    release,
    tick,
    amend,
    'report-outcome': reportOutcome,
    cancel,
    ...everyCase,
  },
  events: [...econsultEventTypes, ...commonEventTypes],
  evolve,
};
