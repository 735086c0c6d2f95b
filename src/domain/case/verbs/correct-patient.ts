import { z } from 'zod';
import { optionalDay, optionalLine, optionalOne, tick } from '../input.ts';
import type { Verb } from '../machine.ts';
import { owner, restand } from '../standing.ts';
import type { CaseState } from '../state.ts';

const contact = ['phone', 'email', 'address', 'city', 'postalCode', 'language'] as const;

const input = z.strictObject({
  given: optionalLine(100),
  family: optionalLine(100),
  birthDate: optionalDay,
  healthNumber: optionalLine(20),
  phone: optionalLine(40),
  email: optionalLine(254),
  address: optionalLine(200),
  city: optionalLine(100),
  postalCode: optionalLine(10),
  language: optionalLine(40),
  /** Whether the patient can now be told things by link or letter. */
  reachable: optionalOne(['yes', 'no'] as const),
  deceased: tick,
});

type Input = z.infer<typeof input>;

function values(typed: Input): Record<string, string> {
  const { reachable: _r, deceased: _d, ...rest } = typed;
  return Object.fromEntries(
    Object.entries(rest).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** What a patient owed that can no longer be asked of them is the receiver's. */
function standing(state: CaseState, patient: CaseState['patient']) {
  const parties = { ...state, patient };
  const change = (hold: NonNullable<CaseState['hold']>) =>
    hold.accountable.side === 'patient' ? { ...hold, ...owner(parties, 'patient', hold.next) } : hold;
  return restand(state, change, parties);
}

/**
 * Either side corrects what this case says of the patient, for itself and the other; the patient only how to reach
 * them. A death stops every notice to the patient.
 */
export const correctPatient: Verb<CaseState, Input> = {
  name: 'correct-patient',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
    { side: 'patient', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  decide(state, typed, facts) {
    const corrections = values(typed);
    const changed = Object.keys(corrections);
    const byPatient = facts.by.side === 'patient';
    if (
      byPatient &&
      (typed.deceased || changed.some(field => !(contact as readonly string[]).includes(field)))
    )
      return { refusal: 'contact-only' };
    const reachable = typed.reachable === undefined ? state.patient.reachable : typed.reachable === 'yes';
    const deceased = typed.deceased || state.patient.deceased === true;
    const same = reachable === state.patient.reachable && deceased === (state.patient.deceased === true);
    if (same && changed.length === 0) return { refusal: 'nothing-changed' };
    const patient = { reachable, ...(deceased ? { deceased } : {}) };
    const moved = same ? {} : { ...patient, ...standing(state, patient) };
    return {
      events: [
        {
          type: 'patient-corrected',
          audience: byPatient ? 'everyone' : 'all',
          body: { changed, values: corrections, ...moved },
        },
      ],
    };
  },
};
