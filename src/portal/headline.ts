import type { CaseState } from '../domain/case/state.ts';
import type { PatientStep } from '../domain/timeline/patient-steps.ts';
import { dayLong, monthDay, type Place } from '../ui/format.ts';
import type { Words } from '../words/words.ts';

/** The one sentence that says where a request is. */
export function headline(
  words: Words['portal'],
  steps: readonly PatientStep[],
  on: { state: CaseState; place: Place; now: string },
): string {
  const { state, place } = on;
  if (isLate(state, on.now)) return words.headline.late(holderName(words, state));
  const said = words.headline;
  const now = steps.find(step => step.state === 'now');
  const last = steps.findLast(step => step.state === 'done');
  const day = state.appointment && dayLong(state.appointment.start, place);
  if (now?.code === 'visit' || now?.code === 'you-confirm')
    return day === undefined ? said['visit-soon'] : said[now.code](day);
  if (now?.code === 'sent-on' && last?.code === 'said-no') return `${said['said-no']}. ${said['sent-on']}`;
  if (now) return said[now.code];
  if (last?.code === 'advice-given') return words.stepsDone['advice-given'];
  return last?.code === 'ended' ? said.ended : said.settled;
}

/** Somebody other than the patient should have done the next step by now. */
function isLate({ hold }: Pick<CaseState, 'hold'>, now: string): boolean {
  return hold !== undefined && hold.accountable.side !== 'patient' && hold.due < now;
}

/** What a step is called: done steps in the past where that differs. */
export function stepTitle(words: Words['portal'], { code, state }: PatientStep): string {
  const past: Readonly<Record<string, string>> = words.stepsDone;
  return (state === 'done' ? past[code] : undefined) ?? words.steps[code];
}

/** Who owes the next step, as a patient would say it. */
export function holderName(words: Words['portal'], { type, hold }: Pick<CaseState, 'type' | 'hold'>): string {
  const names = words.holders;
  switch (hold?.accountable.side) {
    case 'patient':
      return names.you;
    case 'requester':
      return names.doctor;
    case 'intake':
      return names.intake;
    default:
      return type === 'econsult' ? names.specialist : names.clinic;
  }
}

/** "This is the step now": with whom, until when, or that it is late. */
export function nowLine(words: Words['portal'], state: CaseState, on: { now: string; place: Place }): string {
  const { hold } = state;
  if (!hold) return '';
  const who = holderName(words, state);
  if (hold.accountable.side === 'patient') return words.nowYou;
  if (isLate(state, on.now)) return words.nowLate(who, monthDay(hold.due, on.place));
  const start = state.appointment?.start;
  return start !== undefined && start > on.now
    ? words.nowVisit(dayLong(start, on.place))
    : words.nowOther(who, monthDay(hold.due, on.place));
}
