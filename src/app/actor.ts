/** What a member may be at a site; one member may have several. */
export const roles = [
  'clinician',
  'resident',
  'nurse',
  'delegate',
  'clerk',
  'assigner',
  'lead',
  'steward',
  'privacy-officer',
] as const;

export type Role = (typeof roles)[number];

/** Somebody signed in, at work as one of their members. All numbers are inside ids. */
export interface PersonActor {
  kind: 'person';
  person: number;
  member: number;
  site: number;
  unit: number | null;
  roles: readonly Role[];
  /** The member a delegate acts for by that member's standing permission. */
  actingFor: number | null;
  session: number | null;
}

/** Who asks. Every query takes one first, and the database sees it: there is no unscoped read. */
export type Actor =
  | { kind: 'visitor' }
  | PersonActor
  | { kind: 'patient'; link: number; request: number }
  | { kind: 'guest'; link: number; case: number }
  | { kind: 'partner'; partner: number; site: number }
  | { kind: 'job'; case: number | null }
  | { kind: 'operator'; command: string };

/** Somebody who has not signed in: public pages and the sign-in functions only. */
export const visitor: Actor = { kind: 'visitor' };

/** Decides clinically: a clinician or resident, or a delegate with a clinician's standing permission. */
export function isClinical(actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  if (actor.roles.includes('delegate') && actor.actingFor !== null) return true;
  return actor.roles.some(role => role === 'clinician' || role === 'resident');
}

/** Gives out the questions of a group. */
export function isAssigner(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.includes('assigner');
}

/** Leads the unit or stewards the site. */
export function isLead(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.some(role => role === 'lead' || role === 'steward');
}
