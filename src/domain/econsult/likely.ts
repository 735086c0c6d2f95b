import type { Flag, Side } from '../case/state.ts';
import type { EConsult, EConsultStatus } from './econsult.ts';

type Likely = Partial<Record<Side, readonly string[]>>;

/** What a side usually does next in a status, likeliest first. All else the table allows stays possible. */
export const likelyVerbs: Record<EConsultStatus, Likely> = {
  asked: { receiver: ['assign', 'turn-back', 'message'], requester: ['message', 'redirect'] },
  assigned: {
    receiver: ['answer', 'ask-info', 'ask-colleague', 'convert', 'turn-back'],
    requester: ['message'],
  },
  'more-info': {
    requester: ['supply-info', 'message'],
    receiver: ['withdraw-question', 'answer', 'message'],
  },
  answered: { requester: ['close', 'follow-up', 'convert', 'message'], receiver: ['message', 'amend'] },
  returned: { requester: ['redirect', 'resubmit', 'convert', 'cancel'], receiver: ['message'] },
  closed: { requester: ['report-outcome', 'convert'], receiver: ['amend'] },
  converted: { requester: ['report-outcome'] },
  cancelled: {},
  redirected: {},
  void: {},
};

/** What a flag asks of a side before anything else. */
const flagVerbs: Partial<Record<Flag, Likely>> = {
  'got-worse': { receiver: ['review'], requester: ['review'], intake: ['review'] },
  'reply-to-review': { receiver: ['answer', 'review'] },
  'sent-again': { receiver: ['assign'] },
};

/** The verbs a side usually uses now, likeliest first; some may not be allowed to this person. */
export function likelyNow(state: Pick<EConsult, 'status' | 'flag'>, side: Side): readonly string[] {
  const first = state.flag ? (flagVerbs[state.flag]?.[side] ?? []) : [];
  return [...new Set([...first, ...(likelyVerbs[state.status][side] ?? [])])];
}
