import type { RefusalCode } from '../case/refusals.ts';
import type { By, CaseState } from '../case/state.ts';

/** True for the specialist who holds the question, or the delegate who acts for them. */
export function isSpecialist(state: Pick<CaseState, 'receiver'>, by: By): boolean {
  const { member } = state.receiver;
  return member !== undefined && (by.member === member || by.actingFor === member);
}

/** True for whoever gives the group's questions out: its assigner, or a lead. Docs/decisions/0083. */
export function givesOut({ assigner, lead }: By): boolean {
  return assigner === true || lead;
}

/** What only the assigned specialist may do. */
export function specialistOnly(state: Pick<CaseState, 'receiver'>, by: By): RefusalCode | undefined {
  return isSpecialist(state, by) ? undefined : 'not-the-clinician';
}
