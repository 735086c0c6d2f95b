import { languageRoutes } from './http/language.ts';
import type { Route } from './http/route.ts';
import { routes as portalActRoutes } from './portal/act-pages.tsx';
import { routes as portalAllRoutes } from './portal/all-requests.tsx';
import { routes as beforeVisitRoutes } from './portal/before-visit.tsx';
import { routes as portalCalendarRoutes } from './portal/calendar.ts';
import { routes as guestActRoutes } from './portal/guest-act-page.tsx';
import { routes as guestDoorRoutes } from './portal/guest-door.tsx';
import { routes as portalNoticesRoutes } from './portal/notices.tsx';
import { routes as portalOpenRoutes } from './portal/open.tsx';
import { routes as portalRoutes } from './portal/page.tsx';
import { routes as portalPapersRoutes } from './portal/papers.tsx';
import { routes as portalPeopleRoutes } from './portal/people.tsx';
import { routes as portalRecordRoutes } from './portal/record.tsx';
import { routes as portalSurveyRoutes } from './portal/survey.tsx';
import { routes as portalTimesRoutes } from './portal/times.tsx';
import { routes as workspaceRoutes } from './portal/workspace.tsx';
import { routes as accountRoutes } from './web/account/account.tsx';
import { routes as choosePasswordRoutes } from './web/account/choose-password.tsx';
import { routes as delegateRoutes } from './web/account/delegates.tsx';
import { routes as forgottenRoutes } from './web/account/forgotten.tsx';
import { routes as myAdviceRoutes } from './web/account/my-advice.tsx';
import { routes as accountNoticesRoutes } from './web/account/notices.tsx';
import { routes as regionRoutes } from './web/account/regions.tsx';
import { routes as signInRoutes } from './web/account/sign-in.tsx';
import { routes as signOutRoutes } from './web/account/sign-out.ts';
import { routes as answerLetterRoutes } from './web/answer-letter/routes.tsx';
import { routes as askRoutes } from './web/ask/ask.tsx';
import { routes as convertRoutes } from './web/ask/convert.tsx';
import { routes as savedSearchRoutes } from './web/at-hand/saved-searches.tsx';
import { routes as attachmentRoutes } from './web/attachments/open.tsx';
import { routes as answersByPhoneRoutes } from './web/before-visit/answers-by-phone.tsx';
import { routes as actRoutes } from './web/cases/act-routes.tsx';
import { routes as calendarRoutes } from './web/cases/calendar.ts';
import { routes as letterRoutes } from './web/cases/letter.tsx';
import { routes as clockRoutes } from './web/demo/clock.tsx';
import { routes as mailboxRoutes } from './web/demo/mailbox.tsx';
import { routes as directoryEntryRoutes } from './web/directory/entry.tsx';
import { routes as directoryExportRoutes } from './web/directory/export.ts';
import { routes as keepRoutes } from './web/directory/keep.tsx';
import { routes as directoryRoutes } from './web/directory/search.tsx';
import { routes as openingRoutes } from './web/directory/tell-when-open.tsx';
import { routes as draftRoutes } from './web/drafts/draft.tsx';
import { routes as draftsRoutes } from './web/drafts/drafts.tsx';
import { routes as draftOptionRoutes } from './web/drafts/options.tsx';
import { routes as faxListRoutes } from './web/faxes/list.tsx';
import { routes as faxRoutes } from './web/faxes/show.tsx';
import { routes as formBurdenRoutes } from './web/forms/burden.tsx';
import { routes as formItemRoutes } from './web/forms/item.tsx';
import { routes as formLibraryRoutes } from './web/forms/list.tsx';
import { routes as newFormRoutes } from './web/forms/new.tsx';
import { routes as formOutlineRoutes } from './web/forms/outline.tsx';
import { routes as formRoutes } from './web/forms/show.tsx';
import { routes as tryFormRoutes } from './web/forms/try.tsx';
import { routes as groupRoutes } from './web/groups/group.tsx';
import { routes as groupsRoutes } from './web/groups/list.tsx';
import { routes as learningRoutes } from './web/learning/entry.tsx';
import { routes as learningFileRoutes } from './web/learning/file.tsx';
import { routes as learningListRoutes } from './web/learning/list.tsx';
import { routes as approveRoutes } from './web/library/approve.tsx';
import { routes as creditRoutes } from './web/library/credits.tsx';
import { routes as proposeRoutes } from './web/library/propose.tsx';
import { routes as libraryRoutes } from './web/library/search.tsx';
import { routes as claimRoutes } from './web/listings/claim.tsx';
import { routes as editListingRoutes } from './web/listings/edit.tsx';
import { routes as facilityRoutes } from './web/listings/facility.tsx';
import { routes as listingHistoryRoutes } from './web/listings/history.tsx';
import { routes as intakeRoutes } from './web/listings/intake.tsx';
import { routes as listingsRoutes } from './web/listings/list.tsx';
import { routes as newListingRoutes } from './web/listings/new.tsx';
import { routes as listingRoutes } from './web/listings/show.tsx';
import { routes as splitRoutes } from './web/listings/split.tsx';
import { routes as memberListRoutes } from './web/members/list.tsx';
import { routes as newMemberRoutes } from './web/members/new.tsx';
import { routes as memberRoutes } from './web/members/show.tsx';
import { routes as claimRequisitionRoutes } from './web/outside/claim.tsx';
import { routes as inviteRoutes } from './web/outside/invite.tsx';
import { routes as requisitionRoutes } from './web/outside/requisition.tsx';
import { routes as editPatientRoutes } from './web/patients/edit.tsx';
import { routes as patientListRoutes } from './web/patients/list.tsx';
import { routes as patientRoutes } from './web/patients/show.tsx';
import { routes as payerAnswerRoutes } from './web/pay/answers.tsx';
import { routes as payClaimRoutes } from './web/pay/claims.tsx';
import { routes as figuresRoutes } from './web/pay/figures.tsx';
import { routes as payRoutes } from './web/pay/pay.tsx';
import { routes as reconcileRoutes } from './web/pay/reconcile.tsx';
import { routes as answerJoinRoutes } from './web/programme/answer-join.tsx';
import { routes as categoryRoutes } from './web/programme/categories.tsx';
import { routes as claimsRoutes } from './web/programme/claims.tsx';
import { routes as importRoutes } from './web/programme/imports.tsx';
import { routes as programmeRoutes } from './web/programme/programme.tsx';
import { routes as synonymRoutes } from './web/programme/synonyms.tsx';
import { routes as synonymsFileRoutes } from './web/programme/synonyms-file.tsx';
import { routes as unmetRoutes } from './web/programme/unmet.tsx';
import { routes as urgentRoutes } from './web/programme/urgent.tsx';
import { routes as accessibilityRoutes } from './web/public/accessibility.tsx';
import { routes as frontRoutes } from './web/public/front.tsx';
import { routes as joinRoutes } from './web/public/join.tsx';
import { routes as privacyRoutes } from './web/public/privacy.tsx';
import { routes as robotsRoutes } from './web/public/robots.ts';
import { routes as qualityRoutes } from './web/quality/quality.tsx';
import { routes as reviewRoutes } from './web/quality/review.tsx';
import { routes as copyRoutes } from './web/requests/copy.tsx';
import { routes as exportRequestRoutes } from './web/requests/export.ts';
import { routes as lookingRoutes } from './web/requests/looking.tsx';
import { routes as requestRoutes } from './web/requests/show.tsx';
import { routes as legalHoldRoutes } from './web/retention/legal-holds.tsx';
import { routes as cancelDayRoutes } from './web/schedules/cancel-day.tsx';
import { routes as editScheduleRoutes } from './web/schedules/edit.tsx';
import { routes as schedulesRoutes } from './web/schedules/list.tsx';
import { routes as planRoutes } from './web/schedules/plan.tsx';
import { routes as sheetRoutes } from './web/schedules/sheets.tsx';
import { routes as waitingRoutes } from './web/schedules/waiting.tsx';
import { routes as weekRoutes } from './web/schedules/week.tsx';
import { routes as standardAnswersRoutes } from './web/standard-answers/texts.tsx';
import { routes as surveyRoutes } from './web/surveys/surveys.tsx';
import { routes as termsRoutes } from './web/terms/accept.tsx';
import { routes as stewardTermsRoutes } from './web/terms/steward.tsx';
import { routes as waitMethodRoutes } from './web/waits/method.tsx';
import { routes as bulkAssignRoutes } from './web/worklist/bulk-routes.tsx';
import { routes as exportRoutes } from './web/worklist/export.ts';
import { routes as worklistRoutes } from './web/worklist/list.tsx';
import { routes as myListsRoutes } from './web/worklist/my-lists.tsx';
import { routes as printRoutes } from './web/worklist/print.tsx';
import { routes as triageListsRoutes } from './web/worklist/triage-lists.tsx';

/** Every page of the product. A line for each page file, in alphabetical order. */
export const routes: readonly Route[] = [
  ...accessibilityRoutes,
  ...actRoutes,
  ...answersByPhoneRoutes,
  ...calendarRoutes,
  ...askRoutes,
  ...convertRoutes,
  ...draftRoutes,
  ...formBurdenRoutes,
  ...formItemRoutes,
  ...formLibraryRoutes,
  ...newFormRoutes,
  ...formOutlineRoutes,
  ...formRoutes,
  ...tryFormRoutes,
  ...draftsRoutes,
  ...draftOptionRoutes,
  ...directoryExportRoutes,
  ...directoryRoutes,
  ...directoryEntryRoutes,
  ...keepRoutes,
  ...openingRoutes,
  ...savedSearchRoutes,
  ...accountRoutes,
  ...delegateRoutes,
  ...memberListRoutes,
  ...newMemberRoutes,
  ...memberRoutes,
  ...accountNoticesRoutes,
  ...myAdviceRoutes,
  ...regionRoutes,
  ...forgottenRoutes,
  ...choosePasswordRoutes,
  ...attachmentRoutes,
  ...groupRoutes,
  ...qualityRoutes,
  ...reviewRoutes,
  ...learningFileRoutes,
  ...learningListRoutes,
  ...learningRoutes,
  ...creditRoutes,
  ...approveRoutes,
  ...libraryRoutes,
  ...answerLetterRoutes,
  ...standardAnswersRoutes,
  ...proposeRoutes,
  ...groupsRoutes,
  ...categoryRoutes,
  ...claimRoutes,
  ...intakeRoutes,
  ...splitRoutes,
  ...lookingRoutes,
  ...exportRoutes,
  ...printRoutes,
  ...myListsRoutes,
  ...triageListsRoutes,
  ...claimsRoutes,
  ...editListingRoutes,
  ...facilityRoutes,
  ...listingHistoryRoutes,
  ...listingRoutes,
  ...listingsRoutes,
  ...newListingRoutes,
  ...editPatientRoutes,
  ...frontRoutes,
  ...joinRoutes,
  ...languageRoutes,
  ...letterRoutes,
  ...mailboxRoutes,
  ...patientListRoutes,
  ...patientRoutes,
  ...portalActRoutes,
  ...portalAllRoutes,
  ...portalCalendarRoutes,
  ...portalNoticesRoutes,
  ...portalOpenRoutes,
  ...portalPapersRoutes,
  ...portalPeopleRoutes,
  ...portalRecordRoutes,
  ...beforeVisitRoutes,
  ...portalSurveyRoutes,
  ...portalTimesRoutes,
  ...portalRoutes,
  ...guestActRoutes,
  ...guestDoorRoutes,
  ...workspaceRoutes,
  ...inviteRoutes,
  ...faxListRoutes,
  ...faxRoutes,
  ...requisitionRoutes,
  ...claimRequisitionRoutes,
  ...privacyRoutes,
  ...requestRoutes,
  ...copyRoutes,
  ...exportRequestRoutes,
  ...robotsRoutes,
  ...cancelDayRoutes,
  ...editScheduleRoutes,
  ...planRoutes,
  ...sheetRoutes,
  ...schedulesRoutes,
  ...waitingRoutes,
  ...weekRoutes,
  ...signInRoutes,
  ...signOutRoutes,
  ...bulkAssignRoutes,
  ...clockRoutes,
  ...answerJoinRoutes,
  ...importRoutes,
  ...programmeRoutes,
  ...synonymRoutes,
  ...synonymsFileRoutes,
  ...urgentRoutes,
  ...unmetRoutes,
  ...legalHoldRoutes,
  ...surveyRoutes,
  ...termsRoutes,
  ...stewardTermsRoutes,
  ...figuresRoutes,
  ...payRoutes,
  ...payerAnswerRoutes,
  ...payClaimRoutes,
  ...reconcileRoutes,
  ...waitMethodRoutes,
  ...worklistRoutes,
];
