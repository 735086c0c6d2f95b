import type { Anchor } from '../ports/audit.ts';
import { askLater, askLaterOf } from './ask-later.ts';
import { askSurvey, askSurveys } from './ask-survey.ts';
import { askToCheck, tellUnchecked } from './ask-to-check.ts';
import { assignWaiting } from './assign-waiting.ts';
import { scanFile, sweepFiles } from './check-files.ts';
import { closeInvitation } from './close-invitation.ts';
import { computeBurden } from './compute-burden.ts';
import { computeWaits } from './compute-waits.ts';
import { chaseAgain, deadlines } from './deadlines.ts';
import { drawPeerReviews } from './draw-reviews.ts';
import { endHelp } from './end-help.ts';
import { fillSlot } from './fill-slot.ts';
import { giveLink } from './give-link.ts';
import { faxResults, handFax } from './hand-fax.ts';
import type { Handler } from './handler.ts';
import { sealAudit, sweepReceipts, sweepSignIn } from './housekeeping.ts';
import { indexCategory } from './index-category.ts';
import { indexFacility } from './index-facility.ts';
import { indexImport } from './index-import.ts';
import { readFaxIn } from './read-fax.ts';
import { remindVisit, remindVisits } from './remind-visits.ts';
import { sendCode } from './send-code.ts';
import { sendMail } from './send-mail.ts';
import { sendNotice } from './send-notice.ts';
import { splitCase } from './split-case.ts';
import { takeInFaxes } from './take-in-faxes.ts';
import { tellClaim } from './tell-claim.ts';
import { findCredits, tellCredits } from './tell-credits.ts';
import { tellGuest } from './tell-guest.ts';
import { tellHelper } from './tell-helper.ts';
import { tellJoin } from './tell-join.ts';
import { tellLibrary } from './tell-library.ts';
import { findOpenings, tellOpening } from './tell-openings.ts';
import { tellPassword } from './tell-password.ts';
import { tellSender } from './tell-sender.ts';
import { tellSigner, tellSigners } from './tell-signers.ts';

/** What takes seconds each: worked off apart, so that no code and no mail waits for it. */
export const slowHandlers: readonly Handler[] = [readFaxIn];

/** Everything done after the fact; `keep` puts an anchor of the audit where the database does not reach. */
export function handlersOf(keep: (anchor: Anchor) => void): Handler[] {
  const kept = [sealAudit(keep), sweepSignIn, sweepReceipts, scanFile, sweepFiles];
  const told = [
    sendNotice,
    sendMail,
    tellSender,
    tellClaim,
    tellJoin,
    askToCheck,
    tellUnchecked,
    findOpenings,
    tellOpening,
    tellPassword,
    tellSigners,
    tellSigner,
    giveLink,
    splitCase,
    fillSlot,
    endHelp,
    assignWaiting,
    drawPeerReviews,
    remindVisits,
    askLater,
    askLaterOf,
    tellLibrary,
    findCredits,
    tellCredits,
    remindVisit,
    askSurveys,
    askSurvey,
    sendCode,
    tellHelper,
    tellGuest,
    handFax,
    faxResults,
    takeInFaxes,
    closeInvitation,
  ];
  const searched = [indexImport, indexFacility, indexCategory];
  return [...kept, deadlines, chaseAgain, ...told, computeWaits, computeBurden, ...searched];
}
