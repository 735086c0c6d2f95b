import type { AnyAct } from '../../act.ts';
import { accept } from './accept.tsx';
import { acknowledge } from './acknowledge.tsx';
import { advise } from './advise.tsx';
import { askInfo } from './ask-info.tsx';
import { assign } from './assign.tsx';
import { book } from './book.tsx';
import { cancel } from './cancel.tsx';
import { cannotCome } from './cannot-come.tsx';
import { close } from './close.tsx';
import { complete } from './complete.tsx';
import { confirm } from './confirm.tsx';
import { decideToTreat } from './decide-to-treat.tsx';
import { decline } from './decline.tsx';
import { didNotAttend } from './did-not-attend.tsx';
import { expect } from './expect.tsx';
import { forward } from './forward.tsx';
import { handBack } from './hand-back.tsx';
import { insist } from './insist.tsx';
import { lapse } from './lapse.tsx';
import { manageElsewhere } from './manage-elsewhere.tsx';
import { offer } from './offer.tsx';
import { rebook } from './rebook.tsx';
import { record } from './record.tsx';
import { reopen } from './reopen.tsx';
import { resubmit } from './resubmit.tsx';
import { shortNotice } from './short-notice.tsx';
import { shortlist } from './shortlist.tsx';
import { split } from './split.tsx';
import { supplyInfo } from './supply-info.tsx';
import { takeAdvice } from './take-advice.tsx';
import { triage } from './triage.tsx';
import { unbook } from './unbook.tsx';
import { visited } from './visited.tsx';
import { withdrawQuestion } from './withdraw-question.tsx';

/** How each verb of a referral that somebody who works here may use is done on a page. */
export const referralActs: readonly AnyAct[] = [
  accept,
  acknowledge,
  advise,
  askInfo,
  assign,
  book,
  cancel,
  cannotCome,
  close,
  complete,
  confirm,
  decideToTreat,
  decline,
  didNotAttend,
  expect,
  forward,
  handBack,
  insist,
  lapse,
  manageElsewhere,
  offer,
  rebook,
  record,
  reopen,
  resubmit,
  shortNotice,
  shortlist,
  split,
  supplyInfo,
  takeAdvice,
  triage,
  unbook,
  visited,
  withdrawQuestion,
];
