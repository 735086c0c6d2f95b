import type { Role } from '../app/actor.ts';

/** Who works with a site's patients; stewards and privacy officers do not by that role alone. */
export const withPatients: readonly Role[] = [
  'clinician',
  'resident',
  'nurse',
  'delegate',
  'clerk',
  'assigner',
  'lead',
];
