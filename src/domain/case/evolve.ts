import { type CommonEvent, commonEventTypes, type RecordedEvent, type Standing } from './events.ts';
import { owner } from './standing.ts';
import type { CaseState, Hold, Period } from './state.ts';

/** True for an event that either type of case may have. */
export function isCommon(event: { type: string }): event is CommonEvent {
  return (commonEventTypes as readonly string[]).includes(event.type);
}

/** The case where an event leaves it: status and hold of the event, nothing left over from before. */
export function standingAt(state: CaseState, body: Standing): CaseState {
  const { hold: _h, clocks: _c, flag: _f, letter: _l, errand, errandTold, ...rest } = state;
  const { status, hold, clocks, flag, letter } = body;
  return {
    ...rest,
    status,
    ...(hold && errand ? { errand } : {}),
    ...(hold && errand && errandTold ? { errandTold } : {}),
    ...(hold ? { hold } : {}),
    ...(clocks ? { clocks } : {}),
    ...(flag ? { flag } : {}),
    ...(letter ? { letter } : {}),
  };
}

function placed(state: CaseState, body: Partial<Standing>): CaseState {
  return body.status === undefined ? state : standingAt(state, body as Standing);
}

type Body<T extends CommonEvent['type']> = Extract<CommonEvent, { type: T }>['body'];

function corrected(state: CaseState, body: Body<'patient-corrected'>): CaseState {
  const { reachable = state.patient.reachable, deceased = state.patient.deceased } = body;
  return placed({ ...state, patient: { reachable, ...(deceased ? { deceased } : {}) } }, body);
}

function transferred(state: CaseState, body: Body<'transferred'>): CaseState {
  const { side, site, unit, member } = body;
  const where = { site, ...(unit === undefined ? {} : { unit }) };
  if (side === 'requester') {
    const { unit: _unit, clinician: _clinician, ...rest } = state.requester;
    const signed = member === undefined ? {} : { clinician: member };
    // Who lends the time zone while nobody has been chosen.
    const receiver = state.receiver.toBeChosen ? { ...state.receiver, site } : state.receiver;
    return placed({ ...state, requester: { ...rest, ...where, ...signed }, receiver }, body);
  }
  const { unit: _unit, member: _member, ...rest } = state.receiver;
  const person = member === undefined ? {} : { member };
  return placed({ ...state, receiver: { ...rest, ...where, ...person } }, body);
}

function withoutErrand(state: CaseState): CaseState {
  const { errand: _errand, errandTold: _told, ...rest } = state;
  return rest;
}

/** An errand goes along when its side passes to another place. */
function moveErrand(before: CaseState, after: CaseState): CaseState {
  if (!before.errand || !after.errand) return after;
  const { accountable, next } = owner(after, 'requester', 'give-link');
  return { ...after, errand: { ...after.errand, accountable, next } };
}

function struck(state: CaseState, body: Body<'struck'>): CaseState {
  const { events = [], attachments = [] } = state.struck ?? {};
  return {
    ...state,
    struck: {
      events: body.seq === undefined ? events : [...events, body.seq],
      attachments: body.attachment === undefined ? attachments : [...attachments, body.attachment],
    },
  };
}

/** Remembers an event that either type of case may have. */
export function evolveCommon(state: CaseState, event: CommonEvent & Pick<RecordedEvent, 'at'>): CaseState {
  switch (event.type) {
    case 'messaged':
    case 'noted':
    case 'contact-logged':
    case 'remarked':
    case 'recorded':
      return state;
    case 'attached':
    case 'worsened':
    case 'reviewed':
    case 'voided':
    case 'passed-on':
      return placed(state, event.body);
    case 'urgency-changed':
      return placed({ ...state, urgency: event.body.urgency }, event.body);
    case 'patient-corrected':
      return corrected(state, event.body);
    case 'unavailable-set': {
      const { from, until } = event.body;
      const period: Period = { from, until };
      return { ...state, unavailable: [...state.unavailable, period] };
    }
    case 'struck':
      return struck(state, event.body);
    case 'transferred':
      return moveErrand(state, transferred(state, event.body));
    case 'link-closed':
      return { ...state, errand: event.body.errand };
    case 'link-given':
      return withoutErrand(state);
    case 'escalated':
      if (event.body.errand) {
        const { due, level } = event.body;
        return { ...state, errandTold: { due, level } };
      }
      return chasedBy(state, event);
    case 'reminded':
      return chasedBy(state, event);
    default:
      return event satisfies never;
  }
}

function chasedBy(
  state: CaseState,
  { body, at }: { body: Body<'reminded'>; at: RecordedEvent['at'] },
): CaseState {
  return { ...state, chased: { due: body.due, level: body.level, at } };
}

function owed(hold: Hold | undefined): string {
  if (!hold) return '';
  const { side, site, unit, member } = hold.accountable;
  return [side, site, unit, member, hold.next].join('/');
}

/**
 * Stamps seq and turn. The turn is the seq of the last event that changed status, accountable party or what was asked
 * (next step, flag, urgency, appointment): a form filled in before it is sent back, any other goes through.
 */
export function stamped<S extends CaseState>(before: S | null, after: CaseState, event: RecordedEvent): S {
  const changed =
    !before ||
    before.status !== after.status ||
    before.flag !== after.flag ||
    before.urgency !== after.urgency ||
    owed(before.hold) !== owed(after.hold) ||
    JSON.stringify(before.appointment) !== JSON.stringify(after.appointment);
  // The one cast: an event written by decide carries the hold its status needs; property tests prove it.
  return { ...after, seq: event.seq, turn: changed ? event.seq : before.turn } as S;
}
