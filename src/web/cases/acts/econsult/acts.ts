import type { AnyAct } from '../../act.ts';
import { amend } from './amend.tsx';
import { answer } from './answer.tsx';
import { askColleague } from './ask-colleague.tsx';
import { askInfo } from './ask-info.tsx';
import { assign } from './assign.tsx';
import { cancel } from './cancel.tsx';
import { close } from './close.tsx';
import { convert } from './convert.tsx';
import { followUp } from './follow-up.tsx';
import { release } from './release.tsx';
import { reportOutcome } from './report-outcome.tsx';
import { resubmit } from './resubmit.tsx';
import { supplyInfo } from './supply-info.tsx';
import { tick } from './tick.tsx';
import { turnBack } from './turn-back.tsx';
import { withdrawQuestion } from './withdraw-question.tsx';

/** The acts of an eConsult, a line for each verb that has a page. */
export const econsultActs: readonly AnyAct[] = [
  assign,
  answer,
  askInfo,
  supplyInfo,
  withdrawQuestion,
  askColleague,
  close,
  followUp,
  resubmit,
  turnBack,
  convert,
  release,
  tick,
  amend,
  reportOutcome,
  cancel,
];
