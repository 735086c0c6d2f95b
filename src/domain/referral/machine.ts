import { commonEventTypes } from '../case/events.ts';
import type { Machine } from '../case/machine.ts';
import { everyCase } from '../case/verbs/every-case.ts';
import { accept } from './accept.ts';
import { acknowledge } from './acknowledge.ts';
import { advise } from './advise.ts';
import { answerForm } from './answer-form.ts';
import { askInfo } from './ask-info.ts';
import { askOtherTime } from './ask-other-time.ts';
import { assign } from './assign.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { cannotCome } from './cannot-come.ts';
import { choose } from './choose.ts';
import { chooseNone } from './choose-none.ts';
import { claim } from './claim.ts';
import { close } from './close.ts';
import { closeInvitation } from './close-invitation.ts';
import { complete } from './complete.ts';
import { confirm } from './confirm.ts';
import { decideToTreat } from './decide-to-treat.ts';
import { decline } from './decline.ts';
import { didNotAttend } from './did-not-attend.ts';
import { evolve } from './evolve.ts';
import { expect } from './expect.ts';
import { forward } from './forward.ts';
import { handBack } from './hand-back.ts';
import { insist } from './insist.ts';
import { invite } from './invite.ts';
import { lapse } from './lapse.ts';
import { manageElsewhere } from './manage-elsewhere.ts';
import { notRead } from './not-read.ts';
import { offer } from './offer.ts';
import { passOn, timers } from './pass-on.ts';
import { propose } from './propose.ts';
import { rebook } from './rebook.ts';
import { redirect } from './redirect.ts';
import { type Referral, referralEventTypes, referralStatuses } from './referral.ts';
import { reopen } from './reopen.ts';
import { resubmit } from './resubmit.ts';
import { send } from './send.ts';
import { shortNotice } from './short-notice.ts';
import { shortlist } from './shortlist.ts';
import { split } from './split.ts';
import { supplyInfo } from './supply-info.ts';
import { takeAdvice } from './take-advice.ts';
import { takeSlot } from './take-slot.ts';
import { transcribe } from './transcribe.ts';
import { triage } from './triage.ts';
import { unbook } from './unbook.ts';
import { visited } from './visited.ts';
import { withdraw } from './withdraw.ts';
import { withdrawQuestion } from './withdraw-question.ts';

/** The referral: its table, and nothing else. Pages, API, refusals and diagrams are read from it. */
export const referral: Machine<Referral> = {
  type: 'referral',
  statuses: referralStatuses,
  opens: { send, propose, transcribe },
  verbs: {
    accept,
    expect,
    book,
    rebook,
    visited,
    complete,
    'decide-to-treat': decideToTreat,
    'ask-info': askInfo,
    advise,
    decline,
    forward,
    split,
    assign,
    triage,
    confirm,
    'answer-form': answerForm,
    'take-slot': takeSlot,
    'ask-other-time': askOtherTime,
    'cannot-come': cannotCome,
    'supply-info': supplyInfo,
    'withdraw-question': withdrawQuestion,
    'take-advice': takeAdvice,
    insist,
    acknowledge,
    redirect,
    shortlist,
    choose,
    'choose-none': chooseNone,
    resubmit,
    close,
    'hand-back': handBack,
    'manage-elsewhere': manageElsewhere,
    'did-not-attend': didNotAttend,
    unbook,
    'short-notice': shortNotice,
    offer,
    reopen,
    cancel,
    withdraw,
    lapse,
    'pass-on': passOn,
    'not-read': notRead,
    invite,
    'close-invitation': closeInvitation,
    claim,
    ...everyCase,
  },
  events: [...referralEventTypes, ...commonEventTypes],
  evolve,
  timers,
};
