import type { CommonEvent, Said, Standing } from '../case/events.ts';
import type { StatusRow } from '../case/machine.ts';
import type { CaseState, Helps, Hold, Intake, ReceiverParty, RequesterParty } from '../case/state.ts';
import type { Day, Instant } from '../case/time.ts';
import type { AnswerSet } from '../forms/answers.ts';
import type { AnswerClock } from './answer-clock.ts';
import type { Harm } from './harm.ts';
import type { Survey } from './survey.ts';

const day = (days: number) => ({ routine: { days }, urgent: { days } });
const businessDay = (businessDays: number) => ({ routine: { businessDays }, urgent: { businessDays } });

/** What each status means for whoever holds it. Written advice is never urgent, so both clocks are the same. */
export const econsultStatuses = {
  asked: { ended: false, holder: 'receiver', next: 'assign', due: businessDay(1) },
  assigned: { ended: false, holder: 'receiver', next: 'answer', due: day(7) },
  'more-info': { ended: false, holder: 'requester', next: 'reply', due: day(7) },
  answered: { ended: false, holder: 'requester', next: 'act-or-close', due: day(7) },
  returned: { ended: false, holder: 'requester', next: 'send-elsewhere', due: businessDay(5) },
  closed: { ended: true },
  cancelled: { ended: true },
  converted: { ended: true },
  redirected: { ended: true },
  void: { ended: true },
} as const satisfies Record<string, StatusRow>;

export type EConsultStatus = keyof typeof econsultStatuses;
/** The statuses in which somebody owes something. */
export type OpenStatus = 'asked' | 'assigned' | 'more-info' | 'answered' | 'returned';

export const answerKinds = ['advice', 'consult-report', 'please-refer'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What is asked about, as reviewers of eConsults sort questions (PMC6411398). */
export const questionTypes = ['diagnosis', 'management', 'drug-treatment', 'procedure'] as const;
export type QuestionType = (typeof questionTypes)[number];

export const assignReasons = [
  'named',
  'next-in-turn',
  'best-match',
  'continuity',
  'language',
  'region',
  'other',
] as const;
export type AssignReason = (typeof assignReasons)[number];

export const turnBackReasons = [
  'not-our-field',
  'needs-visit',
  'missing-information',
  'urgent',
  'duplicate',
  'unavailable',
  'conflict',
  'other',
] as const;
export type TurnBackReason = (typeof turnBackReasons)[number];

export const cancelReasons = [
  'no-longer-needed',
  'sent-in-error',
  'duplicate',
  'patient-refused',
  'seen-elsewhere',
  'deceased',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export const outcomes = ['as-advised', 'in-part', 'not-followed', 'referred', 'lost', 'other'] as const;
export const outcomeEffects = ['better', 'same', 'worse', 'unknown'] as const;

/** What sort of thing is recommended; anything else has none. */
export const adviceKinds = ['test', 'drug', 'recheck', 'red-flag'] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/** How the patient agreed that advice is asked: said so, or was told within the circle of care. */
export const adviceConsents = ['yes', 'implied'] as const;
export type AdviceConsent = (typeof adviceConsents)[number];

/** A recommendation as the answer gives it. Its text stays in the event: it is for clinicians only. */
export interface Advised {
  id: number;
  kind?: AdviceKind;
  text: string;
  condition?: string;
  due?: Day;
  who: 'requester' | 'patient' | 'specialist';
}

/** The formal answer: what the requester reads, and what pays the specialist. */
export interface AnswerBody {
  kind: AnswerKind;
  text: string;
  /** One for each of the numbered questions, in their order; '' where the text says it. */
  replies: readonly string[];
  recommendations: readonly Advised[];
  redFlags?: string;
  /** The specialist's own time, 1 to 600. */
  minutes: number;
  references: readonly string[];
  questionType?: QuestionType;
  attachments: readonly number[];
}

type Papers = readonly number[];
type At<Status extends EConsultStatus> = Standing & { status: Status };
/** How the answer's clock stands after the event. */
type Ticking = { answerClock: AnswerClock };

/** What was opened: everything the state begins with. The question itself is an event of its own beside it. */
export interface AskedBody extends Ticking, At<'asked' | 'assigned'> {
  title: string;
  mayConvert: boolean;
  wanted: 'group' | 'best-match' | 'specialist';
  requester: RequesterParty;
  receiver: ReceiverParty;
  via?: Intake;
  hops: number;
  patient: CaseState['patient'];
  /** The patient hears of it by what the requester writes alone. Docs/decisions/0062. */
  untold?: true;
  /** A colleague is asked for the answer of another one. Docs/decisions/0063. */
  helps?: Helps;
  copy?: RequesterParty;
  startedAt: Instant;
}

/** What may happen to an eConsult. What is for fewer eyes than the fact itself is an event of its own beside it. */
export type EConsultEvent =
  | Said<'asked', AskedBody>
  | Said<
      'question',
      {
        question: string;
        /** Several questions, each to be answered by itself. */
        questions?: readonly string[];
        /** What the requester would do without the advice. */
        plan?: string;
        consent?: AdviceConsent;
        questionType?: QuestionType;
        answers?: AnswerSet;
        attachments: Papers;
      }
    >
  | Said<'assigned', { member: number; why: AssignReason; automatic: boolean } & Ticking & At<'assigned'>>
  | Said<'released', { left?: true; away?: true } & Ticking & At<'asked'>>
  | Said<'info-asked', { text: string; attachments: Papers } & Ticking & At<'more-info'>>
  | Said<'info-supplied', { text: string; attachments: Papers } & Ticking & At<'assigned'>>
  | Said<'question-withdrawn', Ticking & At<'assigned'>>
  | Said<
      'answered',
      { kind: AnswerKind; recommendations: readonly Pick<Advised, 'id' | 'due'>[] } & Ticking & At<'answered'>
    >
  | Said<'advice', AnswerBody>
  | Said<
      'amended',
      { seq: number; why: string; text: string; redFlags?: string; references: readonly string[] } & {
        recommendations: readonly Advised[];
        replies?: readonly string[];
        minutes: number;
        /** Further ones; absent before answers could be amended with files. */
        attachments?: Papers;
      } & Partial<At<'answered'>>
    >
  | Said<'asked-again', { text: string; attachments: Papers } & Ticking & At<'assigned'>>
  | Said<
      'ticked',
      { recommendation: number; state: 'done' | 'not-done' | 'later'; why?: string; due?: Day } & Partial<
        At<'answered'>
      >
    >
  | Said<'colleague-asked', { service: number; nth: number }>
  | Said<'closed', At<'closed'>>
  | Said<'surveyed', { survey: Survey }>
  | Said<
      'outcome-reported',
      { outcome: string; effect: string; text?: string; harm?: Harm; harmSaid?: string }
    >
  | Said<'turned-back', { reason: TurnBackReason; service?: number } & Ticking & At<'returned'>>
  | Said<'resubmitted', { text: string; attachments: Papers } & Ticking & At<'asked'>>
  | Said<'redirected', { service: number } & At<'redirected'>>
  | Said<'cancelled', { reason: CancelReason } & At<'cancelled'>>
  | Said<'converted', { service: number } & At<'converted'>>;

/** Types of the events that only an eConsult has. */
export const econsultEventTypes = [
  'asked',
  'question',
  'assigned',
  'released',
  'info-asked',
  'info-supplied',
  'question-withdrawn',
  'answered',
  'advice',
  'amended',
  'asked-again',
  'ticked',
  'colleague-asked',
  'closed',
  'surveyed',
  'outcome-reported',
  'turned-back',
  'resubmitted',
  'redirected',
  'cancelled',
  'converted',
] as const satisfies readonly EConsultEvent['type'][];

/** What remains of the latest answer in the state: who may amend it, and when it came. */
export interface GivenAnswer {
  seq: number;
  member?: number;
  kind: AnswerKind;
  at: Instant;
}

interface Remembered extends CaseState {
  type: 'econsult';
  /** The requester lets the specialist turn the question into a referral. */
  mayConvert: boolean;
  answerClock: AnswerClock;
  answer?: GivenAnswer;
  /** How many colleagues were asked for it. */
  colleagues?: number;
}

/**
 * An eConsult as it stands: a shape for each status. An assigned one names its specialist in `receiver.member`, until a
 * lead transfers it to a group that has yet to choose.
 */
export type EConsult =
  | (Remembered & { status: 'asked' | 'assigned' | 'more-info' | 'returned'; hold: Hold })
  | (Remembered & { status: 'answered'; hold: Hold; answer: GivenAnswer })
  | (Remembered & { status: Exclude<EConsultStatus, OpenStatus>; hold?: undefined });

/** Any event of an eConsult, its own or common to both machines. */
export type AnyEConsultEvent = EConsultEvent | CommonEvent;
