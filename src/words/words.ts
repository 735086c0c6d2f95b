import { accessibility as accessibilityEn } from './en/accessibility.ts';
import { acts as actsEn } from './en/acts.ts';
import { answerLetter as answerLetterEn } from './en/answer-letter.ts';
import { answered as answeredEn } from './en/answered.ts';
import { ask as askEn } from './en/ask.ts';
import { askingRegions as askingRegionsEn } from './en/asking-regions.ts';
import { atHand as atHandEn } from './en/at-hand.ts';
import { beforeVisit as beforeVisitEn } from './en/before-visit.ts';
import { caseWords as caseEn } from './en/case.ts';
import { choices as choicesEn } from './en/choices.ts';
import { colleague as colleagueEn } from './en/colleague.ts';
import { demo as demoEn } from './en/demo.ts';
import { directory as directoryEn } from './en/directory.ts';
import { drafts as draftsEn } from './en/drafts.ts';
import { econsult as econsultEn } from './en/econsult.ts';
import { errors as errorsEn } from './en/errors.ts';
import { everyAct as everyActEn } from './en/every-act.ts';
import { exchange as exchangeEn } from './en/exchange.ts';
import { faxes as faxesEn } from './en/faxes.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { files as filesEn } from './en/files.ts';
import { forms as formsEn } from './en/forms.ts';
import { frame as frameEn } from './en/frame.ts';
import { front as frontEn } from './en/front.ts';
import { groups as groupsEn } from './en/groups.ts';
import { heard as heardEn } from './en/heard.ts';
import { join as joinEn } from './en/join.ts';
import { learning as learningEn } from './en/learning.ts';
import { letter as letterEn } from './en/letter.ts';
import { library as libraryEn } from './en/library.ts';
import { listings as listingsEn } from './en/listings.ts';
import { mailbox as mailboxEn } from './en/mailbox.ts';
import { map as mapEn } from './en/map.ts';
import { members as membersEn } from './en/members.ts';
import { notices as noticesEn } from './en/notices.ts';
import { outside as outsideEn } from './en/outside.ts';
import { parts as partsEn } from './en/parts.ts';
import { patientPage as patientPageEn } from './en/patient-page.ts';
import { patientTimes as patientTimesEn } from './en/patient-times.ts';
import { patients as patientsEn } from './en/patients.ts';
import { pay as payEn } from './en/pay.ts';
import { portal as portalEn } from './en/portal.ts';
import { privacy as privacyEn } from './en/privacy.ts';
import { programme as programmeEn } from './en/programme.ts';
import { quality as qualityEn } from './en/quality.ts';
import { referral as referralEn } from './en/referral.ts';
import { referralActs as referralActsEn } from './en/referral-acts.ts';
import { retention as retentionEn } from './en/retention.ts';
import { schedules as schedulesEn } from './en/schedules.ts';
import { search as searchEn } from './en/search.ts';
import { sheets as sheetsEn } from './en/sheets.ts';
import { signIn as signInEn } from './en/sign-in.ts';
import { standardAnswers as standardAnswersEn } from './en/standard-answers.ts';
import { story as storyEn } from './en/story.ts';
import { survey as surveyEn } from './en/survey.ts';
import { synonyms as synonymsEn } from './en/synonyms.ts';
import { terms as termsEn } from './en/terms.ts';
import { time as timeEn } from './en/time.ts';
import { timeline as timelineEn } from './en/timeline.ts';
import { unmet as unmetEn } from './en/unmet.ts';
import { urgent as urgentEn } from './en/urgent.ts';
import { waits as waitsEn } from './en/waits.ts';
import { worklist as worklistEn } from './en/worklist.ts';
import { workspace as workspaceEn } from './en/workspace.ts';
import { accessibility as accessibilityFr } from './fr/accessibility.ts';
import { acts as actsFr } from './fr/acts.ts';
import { answerLetter as answerLetterFr } from './fr/answer-letter.ts';
import { answered as answeredFr } from './fr/answered.ts';
import { ask as askFr } from './fr/ask.ts';
import { askingRegions as askingRegionsFr } from './fr/asking-regions.ts';
import { atHand as atHandFr } from './fr/at-hand.ts';
import { beforeVisit as beforeVisitFr } from './fr/before-visit.ts';
import { caseWords as caseFr } from './fr/case.ts';
import { choices as choicesFr } from './fr/choices.ts';
import { colleague as colleagueFr } from './fr/colleague.ts';
import { demo as demoFr } from './fr/demo.ts';
import { directory as directoryFr } from './fr/directory.ts';
import { drafts as draftsFr } from './fr/drafts.ts';
import { econsult as econsultFr } from './fr/econsult.ts';
import { errors as errorsFr } from './fr/errors.ts';
import { everyAct as everyActFr } from './fr/every-act.ts';
import { exchange as exchangeFr } from './fr/exchange.ts';
import { faxes as faxesFr } from './fr/faxes.ts';
import { fields as fieldsFr } from './fr/fields.ts';
import { files as filesFr } from './fr/files.ts';
import { forms as formsFr } from './fr/forms.ts';
import { frame as frameFr } from './fr/frame.ts';
import { front as frontFr } from './fr/front.ts';
import { groups as groupsFr } from './fr/groups.ts';
import { heard as heardFr } from './fr/heard.ts';
import { join as joinFr } from './fr/join.ts';
import { learning as learningFr } from './fr/learning.ts';
import { letter as letterFr } from './fr/letter.ts';
import { library as libraryFr } from './fr/library.ts';
import { listings as listingsFr } from './fr/listings.ts';
import { mailbox as mailboxFr } from './fr/mailbox.ts';
import { map as mapFr } from './fr/map.ts';
import { members as membersFr } from './fr/members.ts';
import { notices as noticesFr } from './fr/notices.ts';
import { outside as outsideFr } from './fr/outside.ts';
import { parts as partsFr } from './fr/parts.ts';
import { patientPage as patientPageFr } from './fr/patient-page.ts';
import { patientTimes as patientTimesFr } from './fr/patient-times.ts';
import { patients as patientsFr } from './fr/patients.ts';
import { pay as payFr } from './fr/pay.ts';
import { portal as portalFr } from './fr/portal.ts';
import { privacy as privacyFr } from './fr/privacy.ts';
import { programme as programmeFr } from './fr/programme.ts';
import { quality as qualityFr } from './fr/quality.ts';
import { referral as referralFr } from './fr/referral.ts';
import { referralActs as referralActsFr } from './fr/referral-acts.ts';
import { retention as retentionFr } from './fr/retention.ts';
import { schedules as schedulesFr } from './fr/schedules.ts';
import { search as searchFr } from './fr/search.ts';
import { sheets as sheetsFr } from './fr/sheets.ts';
import { signIn as signInFr } from './fr/sign-in.ts';
import { standardAnswers as standardAnswersFr } from './fr/standard-answers.ts';
import { story as storyFr } from './fr/story.ts';
import { survey as surveyFr } from './fr/survey.ts';
import { synonyms as synonymsFr } from './fr/synonyms.ts';
import { terms as termsFr } from './fr/terms.ts';
import { time as timeFr } from './fr/time.ts';
import { timeline as timelineFr } from './fr/timeline.ts';
import { unmet as unmetFr } from './fr/unmet.ts';
import { urgent as urgentFr } from './fr/urgent.ts';
import { waits as waitsFr } from './fr/waits.ts';
import { worklist as worklistFr } from './fr/worklist.ts';
import { workspace as workspaceFr } from './fr/workspace.ts';
import type { Lang } from './lang.ts';
import { typeset } from './typeset.ts';

// One line per noun in each tree, in alphabetical order.
const en = {
  accessibility: accessibilityEn,
  ask: askEn,
  drafts: draftsEn,
  acts: actsEn,
  askingRegions: askingRegionsEn,
  atHand: atHandEn,
  answerLetter: answerLetterEn,
  pay: payEn,
  standardAnswers: standardAnswersEn,
  case: caseEn,
  choices: choicesEn,
  directory: directoryEn,
  map: mapEn,
  econsult: econsultEn,
  errors: errorsEn,
  everyAct: everyActEn,
  fields: fieldsEn,
  files: filesEn,
  exchange: exchangeEn,
  forms: formsEn,
  frame: frameEn,
  front: frontEn,
  groups: groupsEn,
  answered: answeredEn,
  join: joinEn,
  library: libraryEn,
  listings: listingsEn,
  members: membersEn,
  learning: learningEn,
  letter: letterEn,
  mailbox: mailboxEn,
  notices: noticesEn,
  parts: partsEn,
  patientTimes: patientTimesEn,
  patientPage: patientPageEn,
  patients: patientsEn,
  schedules: schedulesEn,
  search: searchEn,
  sheets: sheetsEn,
  signIn: signInEn,
  portal: portalEn,
  privacy: privacyEn,
  quality: qualityEn,
  referral: referralEn,
  referralActs: referralActsEn,
  retention: retentionEn,
  outside: outsideEn,
  workspace: workspaceEn,
  faxes: faxesEn,
  story: storyEn,
  beforeVisit: beforeVisitEn,
  survey: surveyEn,
  synonyms: synonymsEn,
  heard: heardEn,
  unmet: unmetEn,
  urgent: urgentEn,
  time: timeEn,
  terms: termsEn,
  timeline: timelineEn,
  programme: programmeEn,
  colleague: colleagueEn,
  demo: demoEn,
  waits: waitsEn,
  worklist: worklistEn,
};

const fr: typeof en = {
  accessibility: accessibilityFr,
  ask: askFr,
  drafts: draftsFr,
  acts: actsFr,
  askingRegions: askingRegionsFr,
  atHand: atHandFr,
  answerLetter: answerLetterFr,
  pay: payFr,
  standardAnswers: standardAnswersFr,
  case: caseFr,
  choices: choicesFr,
  econsult: econsultFr,
  directory: directoryFr,
  map: mapFr,
  errors: errorsFr,
  everyAct: everyActFr,
  fields: fieldsFr,
  files: filesFr,
  exchange: exchangeFr,
  forms: formsFr,
  frame: frameFr,
  front: frontFr,
  groups: groupsFr,
  answered: answeredFr,
  join: joinFr,
  library: libraryFr,
  listings: listingsFr,
  members: membersFr,
  learning: learningFr,
  letter: letterFr,
  mailbox: mailboxFr,
  notices: noticesFr,
  parts: partsFr,
  patientTimes: patientTimesFr,
  patientPage: patientPageFr,
  patients: patientsFr,
  schedules: schedulesFr,
  search: searchFr,
  sheets: sheetsFr,
  signIn: signInFr,
  portal: portalFr,
  privacy: privacyFr,
  quality: qualityFr,
  referral: referralFr,
  referralActs: referralActsFr,
  retention: retentionFr,
  outside: outsideFr,
  workspace: workspaceFr,
  faxes: faxesFr,
  story: storyFr,
  beforeVisit: beforeVisitFr,
  survey: surveyFr,
  synonyms: synonymsFr,
  heard: heardFr,
  unmet: unmetFr,
  urgent: urgentFr,
  time: timeFr,
  terms: termsFr,
  timeline: timelineFr,
  programme: programmeFr,
  colleague: colleagueFr,
  demo: demoFr,
  waits: waitsFr,
  worklist: worklistFr,
};

/** Every sentence people read, by noun. French that lacks a sentence of the English does not compile. */
export type Words = typeof en;

/** The sentences in each language. */
export const words: Record<Lang, Words> = { en, fr: typeset(fr) };
