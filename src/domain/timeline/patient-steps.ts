import type { CaseType } from '../case/state.ts';
import type { Instant } from '../case/time.ts';

/** What the patient's page needs of one case of their request. */
export interface PatientCase {
  type: CaseType;
  status: string;
  openedAt: Instant;
  /** When a status was first reached, by status. */
  reached: Readonly<Partial<Record<string, Instant>>>;
  /** Start of the visit that stands. */
  visit?: Instant;
  /** Services are on offer to the patient. */
  choosing?: boolean;
  /** Nothing was sent before the patient chooses. */
  toBeChosen?: boolean;
}

/** One line of "where your request is"; words and dates come from `words/portal`. */
export interface PatientStep {
  code:
    | 'asked-advice'
    | 'advice-more'
    | 'advice-given'
    | 'asked-visit'
    | 'clinic-asks'
    | 'said-yes'
    | 'said-no'
    | 'sent-on'
    | 'handed-on'
    | 'you-choose'
    | 'you-confirm'
    | 'visit'
    | 'letter'
    | 'ended';
  state: 'done' | 'now' | 'to-come';
  at?: Instant;
}

type Draft = Omit<PatientStep, 'state'>;
type Ladder = { done: Draft[]; now?: Draft; toCome: Draft[] };

const advice: Record<string, (c: PatientCase) => Ladder> = {
  asked: c => ({ done: [asked(c)], now: { code: 'advice-given' }, toCome: [] }),
  assigned: c => ({ done: [asked(c)], now: { code: 'advice-given' }, toCome: [] }),
  'more-info': c => ({ done: [asked(c)], now: { code: 'advice-more' }, toCome: [{ code: 'advice-given' }] }),
  returned: c => ({
    done: [asked(c), { code: 'said-no', at: c.reached.returned }],
    now: { code: 'sent-on' },
    toCome: [],
  }),
  redirected: c => ({ done: [asked(c), { code: 'sent-on', at: c.reached.redirected }], toCome: [] }),
};
const adviceGiven = (c: PatientCase): Ladder => ({
  done: [
    asked(c),
    ...(c.reached.answered ? [{ code: 'advice-given' as const, at: c.reached.answered }] : []),
  ],
  toCome: [],
});

const sent = (c: PatientCase): Draft => ({ code: 'asked-visit', at: c.openedAt });
const yes = (c: PatientCase): Draft => ({ code: 'said-yes', at: c.reached.accepted ?? c.reached.booked });
const end: Draft[] = [{ code: 'letter' }];
const visits: Record<string, (c: PatientCase) => Ladder> = {
  sent: c => ({ done: [sent(c)], now: { code: 'said-yes' }, toCome: [{ code: 'visit' }, ...end] }),
  'awaiting-reply': c => ({
    done: [sent(c)],
    now: { code: 'clinic-asks' },
    toCome: [{ code: 'said-yes' }, { code: 'visit' }, ...end],
  }),
  accepted: c => ({ done: [sent(c), yes(c)], now: { code: 'visit' }, toCome: end }),
  booked: c => ({
    done: [sent(c), yes(c)],
    now: { code: 'you-confirm' },
    toCome: [{ code: 'visit', at: c.visit }, ...end],
  }),
  confirmed: c => ({
    done: [sent(c), yes(c), { code: 'you-confirm', at: c.reached.confirmed }],
    now: { code: 'visit', at: c.visit },
    toCome: end,
  }),
  seen: c => ({ done: [sent(c), yes(c), seen(c)], now: { code: 'letter' }, toCome: [] }),
  completed: c => ({
    done: [sent(c), yes(c), seen(c), { code: 'letter', at: c.reached.completed }],
    toCome: [],
  }),
  closed: c => (c.reached.completed ? visits.completed!(c) : ended(c)),
  advised: c => ({ done: [sent(c), { code: 'advice-given', at: c.reached.advised }], toCome: [] }),
  declined: c => ({
    done: [sent(c), { code: 'said-no', at: c.reached.declined }],
    now: { code: 'sent-on' },
    toCome: [],
  }),
  shortlisted: c => ({
    done: [sent(c), ...no(c)],
    now: { code: c.choosing ? 'you-choose' : 'sent-on' },
    toCome: [],
  }),
  redirected: onward('redirected', 'sent-on'),
  forwarded: onward('forwarded', 'handed-on'),
  split: onward('split', 'handed-on'),
  'managed-elsewhere': c => ({ done: [sent(c), yes(c)], now: { code: 'visit' }, toCome: end }),
};

function asked(c: PatientCase): Draft {
  return { code: 'asked-advice', at: c.openedAt };
}

function seen(c: PatientCase): Draft {
  return { code: 'visit', at: c.visit ?? c.reached.seen };
}

function ended(c: PatientCase): Ladder {
  return { done: [sent(c), { code: 'ended', at: c.reached[c.status] }], toCome: [] };
}

function no(c: PatientCase): Draft[] {
  return c.reached.declined ? [{ code: 'said-no', at: c.reached.declined }] : [];
}

/** Who asked sends it elsewhere; whoever was asked hands it on. */
function onward(status: string, code: Draft['code']): (c: PatientCase) => Ladder {
  return c => ({
    done: [sent(c), ...no(c), { code, at: c.reached[status] }],
    toCome: [],
  });
}

/** Nobody was asked yet; what is chosen begins with the next case. */
function beforeSending(c: PatientCase): Ladder {
  if (c.status === 'shortlisted')
    return {
      done: [],
      now: { code: c.choosing ? 'you-choose' : 'sent-on' },
      toCome: [{ code: 'said-yes' }, { code: 'visit' }, ...end],
    };
  const over = c.status === 'redirected' ? [] : [{ code: 'ended' as const, at: c.reached[c.status] }];
  return { done: over, toCome: [] };
}

function ladder(c: PatientCase): Ladder {
  if (c.toBeChosen) return beforeSending(c);
  if (c.type === 'econsult') {
    const known = advice[c.status] ?? (c.reached.answered ? adviceGiven : undefined);
    return known ? known(c) : { done: [asked(c), { code: 'ended', at: c.reached[c.status] }], toCome: [] };
  }
  return (visits[c.status] ?? ended)(c);
}

/**
 * Where the request is, in the patient's order: what has happened in every case (oldest first), the one step that is
 * now, and what is still to come. Nothing is to come after the last case's end.
 */
export function patientSteps(cases: readonly PatientCase[]): PatientStep[] {
  const ladders = cases.map(ladder);
  const last = ladders.at(-1);
  if (!last) return [];
  return [
    ...ladders.flatMap(l => l.done).map(step => ({ ...step, state: 'done' as const })),
    ...ladders.flatMap(l => (l.now ? [l.now] : [])).map(step => ({ ...step, state: 'now' as const })),
    ...last.toCome.map(step => ({ ...step, state: 'to-come' as const })),
  ];
}
