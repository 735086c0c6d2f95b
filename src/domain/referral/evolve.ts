import type { RecordedEvent, Standing } from '../case/events.ts';
import { evolveCommon, isCommon, stamped, standingAt } from '../case/evolve.ts';
import type { ProposedBody, SentBody } from './begun.ts';
import type { AnyReferralEvent, Referral, ReferralEvent, Remembered, Stopped } from './referral.ts';

type Loose = Remembered & { stopped?: Stopped };
type Later = Exclude<ReferralEvent, { type: 'sent' | 'transcribed' | 'proposed' }>;
type Recorded<E> = E & Pick<RecordedEvent, 'seq' | 'at' | 'by'>;

function begun(body: SentBody | ProposedBody): Loose {
  const { title, urgency, requester, receiver, via, copy, hops, patient, startedAt } = body;
  const state: Loose = {
    type: 'referral',
    status: body.status,
    title,
    requester,
    receiver,
    ...(via && { via }),
    ...(copy && { copy }),
    hops,
    urgency,
    patient,
    startedAt,
    seq: 0,
    turn: 0,
    unavailable: [],
    ...('services' in body && { shortlist: body.services }),
  };
  return placed(state, body);
}

/** Statuses in which an earlier time is of use. */
export const waitsForVisit: readonly string[] = ['sent', 'awaiting-reply', 'accepted', 'booked', 'confirmed'];

/** Forgets what the new status has no use for: a freed slot, a stopped clock, an offer nobody can take. */
function placed(state: Loose, body: Standing): Loose {
  const { appointment, stopped, offer, anticipated, shortlist, shortNotice, ...rest } = standingAt(
    state,
    body,
  ) as Loose;
  const { status } = body;
  return {
    ...rest,
    ...(appointment && ['booked', 'confirmed', 'seen'].includes(status) && { appointment }),
    ...(stopped && status === 'awaiting-reply' && { stopped }),
    ...(offer && ['accepted', 'booked', 'confirmed'].includes(status) && { offer }),
    ...(shortNotice && waitsForVisit.includes(status) && { shortNotice }),
    ...(shortlist && status === 'shortlisted' && { shortlist }),
    ...(anticipated &&
      ['accepted', 'awaiting-reply', 'booked', 'confirmed'].includes(status) && { anticipated }),
  };
}

function assigned(state: Loose, body: Extract<Later, { type: 'assigned' }>['body']): Loose {
  const { member: _member, unit: before, ...rest } = state.receiver;
  const unit = body.unit ?? before;
  return {
    ...state,
    receiver: {
      ...rest,
      ...(unit !== undefined && { unit }),
      ...(body.member !== undefined && { member: body.member }),
    },
  };
}

function without(
  state: Loose,
  ...names: readonly (
    | 'offer'
    | 'anticipated'
    | 'shortlist'
    | 'shortNotice'
    | 'formAnswered'
    | 'formThrough'
  )[]
): Loose {
  const rest = { ...state };
  for (const name of names) delete rest[name];
  return rest;
}

/** Events that leave nothing in the state but where the case stands. */
const onlyMoves = [
  'question',
  'triaged',
  'info-supplied',
  'question-withdrawn',
  'declined',
  'forwarded',
  'handed-back',
  'split',
  'advised',
  'advice',
  'advice-taken',
  'unbooked',
  'not-read',
  'confirmed',
  'cannot-come',
  'other-time-asked',
  'completed',
  'consult-note',
  'acknowledged',
  'managed-elsewhere',
  'cancelled',
  'withdrawn',
  'redirected',
  'chosen',
  'choice-lapsed',
  'resubmitted',
  'closed',
  'reopened',
] as const satisfies readonly Later['type'][];
type OnlyMoves = Extract<Later, { type: (typeof onlyMoves)[number] }>;

function onlyMovesIt(event: Recorded<Later>): event is Recorded<OnlyMoves> {
  return (onlyMoves as readonly string[]).includes(event.type);
}

function shortNotice(
  state: Loose,
  { at, body }: Recorded<Extract<Later, { type: 'short-notice-set' }>>,
): Loose {
  if (!body.wanted) return without(state, 'shortNotice');
  return { ...state, shortNotice: { since: state.shortNotice?.since ?? at, hours: body.hours ?? 24 } };
}

function formAnswered(
  state: Loose,
  { at, by: { member, site }, body }: Recorded<Extract<Later, { type: 'form-answered' }>>,
): Loose {
  const answered = { ...without(state, 'formThrough'), formAnswered: body.answers.form };
  if (!body.through) return answered;
  const who = { ...(member !== undefined && { member }), ...(site !== undefined && { site }) };
  return { ...answered, formThrough: { ...who, at } };
}

/** What the patient says before a visit; an answered form counts until they were seen. */
function beforeVisit(
  state: Loose,
  event: Recorded<Extract<Later, { type: 'short-notice-set' | 'form-answered' | 'visited' }>>,
): Loose {
  if (event.type === 'visited') return without(state, 'formAnswered', 'formThrough');
  if (event.type === 'short-notice-set') return shortNotice(state, event);
  return formAnswered(state, event);
}

type Outside = Extract<Later, { type: 'invited' | 'invitation-closed' | 'claimed' }>;

/** Who answers for a receiver off the network; whoever claims the referral answers for itself. */
function offTheNetwork(state: Loose, event: Recorded<Outside>): Loose {
  const { guest: _before, ...rest } = state;
  if (event.type === 'invited') {
    const { link, until } = event.body;
    return { ...rest, guest: { link, until } };
  }
  return event.type === 'claimed' ? { ...rest, receiver: event.body.receiver } : rest;
}

/** What an event changes besides status and hold. */
function remember(state: Loose, event: Recorded<Later>): Loose {
  if (onlyMovesIt(event)) return state;
  switch (event.type) {
    case 'assigned':
      return assigned(state, event.body);
    case 'accepted':
    case 'expected':
      return event.body.anticipated
        ? { ...state, anticipated: event.body.anticipated }
        : without(state, 'anticipated');
    case 'info-asked':
      return { ...state, stopped: event.body.stopped };
    case 'insisted':
      return { ...state, insisted: true };
    case 'booked':
    case 'rebooked':
      return { ...without(state, 'offer'), appointment: event.body.appointment };
    case 'slot-taken':
      return { ...without(state, 'offer', 'shortNotice'), appointment: event.body.appointment };
    case 'short-notice-set':
    case 'form-answered':
    case 'visited':
      return beforeVisit(state, event);
    case 'offered':
      return { ...state, offer: event.body.offer };
    case 'offer-lapsed':
      return without(state, 'offer');
    case 'shortlisted':
      return { ...state, shortlist: event.body.services };
    case 'none-chosen':
      return without(state, 'shortlist');
    case 'did-not-attend':
      return { ...state, missed: event.body.count };
    case 'treatment-decided':
      return { ...without(state, 'anticipated'), treatmentDecided: event.body.on };
    case 'invited':
    case 'invitation-closed':
    case 'claimed':
      return offTheNetwork(state, event);
    default:
      return event satisfies never;
  }
}

/** The referral after this event. Remembers, decides nothing. Throws when the log begins with another event than these three. */
export function evolve(state: Referral | null, recorded: RecordedEvent): Referral {
  // The log holds only what decide wrote, so an event's type says what its body is.
  const event = recorded as unknown as Recorded<AnyReferralEvent>;
  if (event.type === 'sent' || event.type === 'transcribed' || event.type === 'proposed')
    return stamped(null as Referral | null, begun(event.body), recorded);
  if (!state) throw new RangeError('a referral begins with "sent", "transcribed" or "proposed"');
  const after = isCommon(event) ? (evolveCommon(state, event) as Loose) : remember(state, event);
  const moved = 'status' in event.body ? placed(after, event.body as Standing) : after;
  return stamped(state, moved, recorded);
}
