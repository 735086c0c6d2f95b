import type { CommonEvent, Said, Standing } from '../case/events.ts';
import type { StatusRow } from '../case/machine.ts';
import type { Appointment, CaseState, Hold } from '../case/state.ts';
import type { Day, Instant } from '../case/time.ts';
import type { AnswerSet } from '../forms/answers.ts';
import type { ProposedBody, SentBody } from './begun.ts';
import { type OutsideEvent, outsideEventTypes } from './invitation.ts';

const days = (count: number) => ({ routine: { days: count }, urgent: { days: count } });
const businessDays = (count: number) => ({
  routine: { businessDays: count },
  urgent: { businessDays: count },
});
const sooner = { routine: { days: 7 }, urgent: { businessDays: 2 } };

/** What each status means for whoever holds it. Exceptions are in `holds.ts`: booked, confirmed, declined via an intake. */
export const referralStatuses = {
  sent: { ended: false, holder: 'receiver', next: 'decide', due: sooner },
  'awaiting-reply': { ended: false, holder: 'requester', next: 'reply', due: sooner },
  accepted: { ended: false, holder: 'receiver', next: 'book', due: days(14) },
  booked: { ended: false, holder: 'patient', next: 'confirm', due: businessDays(3) },
  confirmed: { ended: false, holder: 'receiver', next: 'report-visit', due: days(7) },
  seen: { ended: false, holder: 'receiver', next: 'send-note', due: days(14) },
  completed: { ended: false, holder: 'requester', next: 'read-note', due: days(14) },
  advised: { ended: false, holder: 'requester', next: 'take-advice', due: days(7) },
  declined: { ended: false, holder: 'requester', next: 'send-on', due: businessDays(5) },
  shortlisted: { ended: false, holder: 'patient', next: 'choose', due: sooner },
  withdrawn: { ended: false, holder: 'requester', next: 'cancel-or-resubmit', due: businessDays(5) },
  'managed-elsewhere': { ended: false, holder: 'receiver', next: 'report-elsewhere', due: days(90) },
  closed: { ended: true },
  cancelled: { ended: true },
  forwarded: { ended: true },
  split: { ended: true },
  redirected: { ended: true },
  void: { ended: true },
} as const satisfies Record<string, StatusRow>;

export type ReferralStatus = keyof typeof referralStatuses;
export type EndedStatus = 'closed' | 'cancelled' | 'forwarded' | 'split' | 'redirected' | 'void';
export type OpenStatus = Exclude<ReferralStatus, EndedStatus>;

/** Why a receiver does not take it. *Not us* names a way on or says there is none; *not needed* does neither. */
export const declineReasons = {
  'not-us': [
    'out-of-scope',
    'out-of-area',
    'not-eligible',
    'other-specialty',
    'no-capacity',
    'missing-information',
    'other',
  ],
  'not-needed': ['duplicate', 'already-seen', 'patient-refused', 'sent-in-error', 'deceased'],
} as const;
export type DeclineClass = keyof typeof declineReasons;
export type DeclineReason = (typeof declineReasons)[DeclineClass][number] | 'did-not-attend';

export const cancelReasons = [
  'no-longer-needed',
  'seen-elsewhere',
  'patient-refused',
  'moved-away',
  'duplicate',
  'sent-in-error',
  'deceased',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Labels of appointments; a label decides which wait the appointment ends (`domain/waits`). */
export const appointmentLabels = [
  'appointment',
  'appointment-1',
  'appointment-2',
  'appointment-3',
  'appointment-4',
  'appointment-5',
  'initial-visit',
  'consultation',
  'follow-up',
  'assessment',
  'surgery',
  'procedure',
] as const;
export type AppointmentLabel = (typeof appointmentLabels)[number];

export const media = ['in-person', 'phone', 'video'] as const;

export const priorities = ['1', '2', '3', '4'] as const;

export const outcomes = ['discharged', 'shared-care', 'ongoing-care', 'treated', 'not-seen'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why no consult note will come. */
export const noNoteReasons = ['sent-separately', 'not-seen', 'community-service', 'other'] as const;

/** What stopped with the question: where the case was, and what its clock had left. */
export interface Stopped {
  status: 'sent' | 'accepted';
  asked: 'requester' | 'patient';
  at: Instant;
  due: Instant;
}

/** A short-notice slot the patient may take until it lapses. */
export interface Offer {
  appointment: Appointment;
  until: Instant;
}

type Papers = readonly number[];
type To<Status extends ReferralStatus> = Standing & { status: Status };

/** What may happen to a referral. What is for fewer eyes than the fact itself is an event of its own beside it. */
export type ReferralEvent =
  | Said<'sent', SentBody & { mayContact: true }>
  | Said<'transcribed', SentBody & { receivedOn: Day; how: 'fax' | 'phone' | 'letter' }>
  | Said<'proposed', ProposedBody>
  | Said<'question', { question: string; answers?: AnswerSet; reason?: string; attachments: Papers }>
  | Said<'assigned', { member?: number; unit?: number } & Standing>
  | Said<'triaged', { priority?: string; protocol?: string; comment?: string }>
  | Said<'accepted', { anticipated?: Day; walkIn: boolean } & To<'accepted'>>
  | Said<'expected', { anticipated: Day } & To<'accepted'>>
  | Said<'info-asked', { text: string; of: Stopped['asked']; stopped: Stopped } & To<'awaiting-reply'>>
  | Said<'info-supplied', { text: string; attachments: Papers } & To<'sent' | 'accepted'>>
  | Said<'question-withdrawn', To<'sent' | 'accepted'>>
  | Said<
      'declined',
      {
        reason: DeclineReason;
        class: DeclineClass;
        suggested?: number;
        noneExists?: boolean;
      } & To<'declined'>
    >
  | Said<'forwarded', { service: number } & To<'forwarded'>>
  | Said<'handed-back', To<'declined'>>
  | Said<'split', { services: readonly number[] } & To<'split'>>
  | Said<'advised', To<'advised'>>
  | Said<'advice', { text: string; minutes: number; attachments: Papers }>
  | Said<'advice-taken', To<'closed'>>
  | Said<'insisted', { reason: string } & To<'sent'>>
  | Said<'booked', { appointment: Appointment; attachments?: Papers } & To<'booked'>>
  | Said<'rebooked', { appointment: Appointment; attachments?: Papers } & To<'booked'>>
  | Said<'unbooked', { why?: string; told?: true } & To<'accepted'>>
  | Said<'not-read', Standing>
  | Said<'offered', { offer: Offer }>
  | Said<'slot-taken', { appointment: Appointment } & To<'booked'>>
  | Said<'offer-lapsed', { how?: 'refused' | 'taken-back' }>
  | Said<'short-notice-set', { wanted: boolean; hours?: number }>
  | Said<'form-answered', { answers: AnswerSet; through?: true }>
  | Said<'confirmed', To<'confirmed'>>
  | Said<'cannot-come', { why?: string } & To<'accepted'>>
  | Said<'other-time-asked', { times: string } & To<'booked' | 'confirmed'>>
  | Said<'visited', { when: Instant } & To<'seen'>>
  | Said<'did-not-attend', { count: number } & To<'accepted' | 'declined'>>
  | Said<'treatment-decided', { on: Day } & To<'accepted'>>
  | Said<'completed', { outcome: Outcome; noNote?: string } & To<'completed'>>
  | Said<'consult-note', { text?: string; attachments: Papers }>
  | Said<'acknowledged', To<'closed'>>
  | Said<'managed-elsewhere', { where: string; until?: Day } & To<'managed-elsewhere'>>
  | Said<'cancelled', { reason: CancelReason } & To<'cancelled'>>
  | Said<'withdrawn', { why?: string } & To<'withdrawn'>>
  | Said<'redirected', { service: number } & To<'redirected'>>
  | Said<'shortlisted', { services: readonly number[] } & To<'shortlisted'>>
  | Said<'chosen', { service: number } & To<'redirected'>>
  | Said<'none-chosen', { why?: string } & To<'shortlisted'>>
  | Said<'choice-lapsed', To<'shortlisted'>>
  | Said<'resubmitted', To<'sent'>>
  | Said<'closed', To<'closed'>>
  | Said<'reopened', To<'accepted'>>
  | OutsideEvent;

/** Of the events that only a referral has. */
export const referralEventTypes = [
  'sent',
  'transcribed',
  'proposed',
  'question',
  'assigned',
  'triaged',
  'accepted',
  'expected',
  'info-asked',
  'info-supplied',
  'question-withdrawn',
  'declined',
  'forwarded',
  'handed-back',
  'split',
  'advised',
  'advice',
  'advice-taken',
  'insisted',
  'booked',
  'rebooked',
  'unbooked',
  'not-read',
  'offered',
  'slot-taken',
  'offer-lapsed',
  'short-notice-set',
  'form-answered',
  'confirmed',
  'cannot-come',
  'other-time-asked',
  'visited',
  'did-not-attend',
  'treatment-decided',
  'completed',
  'consult-note',
  'acknowledged',
  'managed-elsewhere',
  'cancelled',
  'withdrawn',
  'redirected',
  'shortlisted',
  'chosen',
  'none-chosen',
  'choice-lapsed',
  'resubmitted',
  'closed',
  'reopened',
  ...outsideEventTypes,
] as const satisfies readonly ReferralEvent['type'][];

/** What a referral remembers in any status. */
export interface Remembered extends CaseState {
  type: 'referral';
  /** The requester may insist once. */
  insisted?: boolean;
  /** Visits the patient missed. */
  missed?: number;
  /** Wait 2 counts from here. */
  treatmentDecided?: Day;
  offer?: Offer;
  /** The patient can come soon, with this many hours of notice. Docs/decisions/0014. */
  shortNotice?: { since: Instant; hours: number };
  /** Slug of the form that the patient answered before the visit that comes. Docs/decisions/0058. */
  formAnswered?: string;
  /** Who typed those answers for the patient, and when; absent where the patient did. */
  formThrough?: { member?: number; site?: number; at: Instant };
  /** Inside ids of the services among which the patient may choose. Docs/decisions/0009. */
  shortlist?: readonly number[];
}

type Standard = Exclude<OpenStatus, 'awaiting-reply' | 'booked' | 'confirmed'>;

/** A referral as it stands: a shape for each status. */
export type Referral =
  | (Remembered & { status: Standard; hold: Hold; stopped?: undefined })
  | (Remembered & { status: 'awaiting-reply'; hold: Hold; stopped: Stopped })
  | (Remembered & {
      status: 'booked' | 'confirmed';
      hold: Hold;
      appointment: Appointment;
      stopped?: undefined;
    })
  | (Remembered & { status: EndedStatus; hold?: undefined; stopped?: undefined });

/** Any event of a referral, its own or common to both machines. */
export type AnyReferralEvent = ReferralEvent | CommonEvent;
