import type { RecordedEvent, Standing } from '../case/events.ts';
import { evolveCommon, isCommon, stamped, standingAt } from '../case/evolve.ts';
import type { CaseState, Recommendation } from '../case/state.ts';
import { dueByRequester } from './answer.ts';
import type { Advised, AnyEConsultEvent, AskedBody, EConsult, EConsultEvent } from './econsult.ts';
import { groupOf } from './standing.ts';

type Later = Exclude<EConsultEvent, { type: 'asked' }>;
type Recorded<E> = E & Pick<RecordedEvent, 'seq' | 'at' | 'by'>;
/** What an eConsult remembers before its shape is checked. */
type Loose = CaseState & Pick<EConsult, 'mayConvert' | 'answerClock' | 'answer' | 'colleagues'>;

function begun(body: AskedBody): Loose {
  const { title, requester, receiver, via, patient, untold, startedAt, hops, mayConvert } = body;
  const { answerClock, helps, copy } = body;
  const state: Loose = {
    type: 'econsult',
    status: body.status,
    title,
    requester,
    receiver,
    ...(via && { via }),
    hops,
    urgency: 'routine',
    patient,
    ...(untold && { untold }),
    ...(helps && { helps }),
    ...(copy && { copy }),
    startedAt,
    seq: 0,
    turn: 0,
    unavailable: [],
    mayConvert,
    answerClock,
  };
  return placed(state, body);
}

/** Status and hold of the event; `standingAt` keeps whatever else a case remembers. */
function placed(state: Loose, body: Standing): Loose {
  return standingAt(state, body) as Loose;
}

/** New recommendations are open; their text stays in the event. */
function withAdvice(
  state: Loose,
  advised: readonly Pick<Advised, 'id' | 'due'>[],
): readonly Recommendation[] {
  const fresh = advised.map(({ id, due }) => ({ id, ...(due && { due }), state: 'open' as const }));
  return [...(state.recommendations ?? []), ...fresh];
}

function answered(state: Loose, event: Recorded<Extract<Later, { type: 'answered' }>>): Loose {
  const member = event.by.actingFor ?? event.by.member;
  const { kind, recommendations, answerClock } = event.body;
  return {
    ...state,
    answerClock,
    recommendations: withAdvice(state, recommendations),
    answer: { seq: event.seq, ...(member !== undefined && { member }), kind, at: event.at },
  };
}

function ticked(state: Loose, body: Extract<Later, { type: 'ticked' }>['body']): Loose {
  const recommendations = state.recommendations?.map(known =>
    known.id === body.recommendation
      ? { ...known, state: body.state, ...(body.due && { due: body.due }) }
      : known,
  );
  return { ...state, ...(recommendations && { recommendations }) };
}

/** What an event changes besides status and hold. */
function remember(state: Loose, event: Recorded<Later>): Loose {
  switch (event.type) {
    case 'assigned':
      return {
        ...state,
        receiver: { ...state.receiver, member: event.body.member },
        answerClock: event.body.answerClock,
      };
    case 'released':
    case 'resubmitted':
      return { ...state, receiver: groupOf(state.receiver), answerClock: event.body.answerClock };
    case 'info-asked':
    case 'info-supplied':
    case 'question-withdrawn':
    case 'asked-again':
    case 'turned-back':
      return { ...state, answerClock: event.body.answerClock };
    case 'answered':
      return answered(state, event);
    case 'amended':
      return { ...state, recommendations: withAdvice(state, dueByRequester(event.body.recommendations)) };
    case 'ticked':
      return ticked(state, event.body);
    case 'colleague-asked':
      return { ...state, colleagues: event.body.nth };
    case 'question':
    case 'advice':
    case 'closed':
    case 'surveyed':
    case 'outcome-reported':
    case 'redirected':
    case 'cancelled':
    case 'converted':
      return state;
    default:
      return event satisfies never;
  }
}

/** The eConsult after this event. Remembers, decides nothing. Throws when the log does not begin with `asked`. */
export function evolve(state: EConsult | null, recorded: RecordedEvent): EConsult {
  // The log holds only what decide wrote, so an event's type says what its body is.
  const event = recorded as unknown as Recorded<AnyEConsultEvent>;
  if (event.type === 'asked') return stamped(null as EConsult | null, begun(event.body), recorded);
  if (!state) throw new RangeError('an eConsult begins with "asked"');
  if (isCommon(event)) return stamped(state, evolveCommon(state, event), recorded);
  const after = remember(state, event);
  const moved = 'status' in event.body ? placed(after, event.body as Standing) : after;
  return stamped(state, moved, recorded);
}
