import { type Kind, kinds } from '../../support/cast.ts';
import type { Story, Things } from '../../support/cast-story.ts';

/**
 * What an actor gets: a status; `sign-in` is a redirect to that page. Several statuses stand for a form that does what it
 * does for the first and says to the next that it is done (or what is still missing).
 */
export type Outcome = number | 'sign-in' | readonly number[];

/** Who gets what. Every kind of actor is in exactly one place; the matrix fails otherwise. */
export type Cells = ReadonlyMap<Kind, Outcome>;

/** The belongings that an address may name: those of the practice of the story, or those of the stranger site. */
export type Place = Things & Partial<Story['ours']>;

/** One route with who gets what of whose. */
export interface Row {
  /** The address with its keys; without it the pattern itself. */
  path?: (place: Place, story: Story) => string;
  /** A form that does something, for those who may send it. */
  form?: (place: Place, story: Story) => Record<string, string>;
  /** Files that go with the form, by field. */
  files?: Record<string, string>;
  /** For what belongs to the practice, and for what belongs to the stranger site. One map when it names nothing. */
  ours: Cells;
  theirs?: Cells;
  /** What its success writes into the log; more than one act when pages do it in several steps. */
  act?: RegExp;
  /** A list: its row in the log names cases rather than one patient. */
  many?: true;
  /** Whose answer holds nothing of anybody, so that there is nothing to write down. */
  unlogged?: readonly Kind[];
}

export const visitors: readonly Kind[] = ['visitor', 'suspended person', 'suspended site'];
/** Roles that work with the patients of their site. */
export const working = ['clinician', 'resident', 'nurse', 'delegate', 'clerk', 'assigner', 'lead'] as const;
export const practice: readonly Kind[] = ['requester clinician', 'requester delegate', 'requester clerk'];
export const strangers: readonly Kind[] = working.map(role => `stranger ${role}` as const);
/** Everybody who works with patients, wherever. */
export const workers: readonly Kind[] = [
  ...practice,
  ...strangers,
  ...(['receiver clerk', 'receiver clinician', 'intake clerk', 'copy clinician', 'declined clerk'] as const),
];
export const persons: readonly Kind[] = kinds.filter(
  kind => !visitors.includes(kind) && kind !== 'guest' && !kind.endsWith('patient'),
);
export const programme: readonly Kind[] = ['programme steward', 'programme privacy officer'];

/** These get `outcome`; visitors and the suspended are led to sign in (or to open their link); everybody else learns nothing. */
export function only(who: readonly Kind[], outcome: Outcome, outside: Outcome = 'sign-in'): Cells {
  return new Map(
    kinds.map(kind => [kind, who.includes(kind) ? outcome : visitors.includes(kind) ? outside : 404]),
  );
}

/** Everybody gets this. */
export function all(outcome: Outcome): Cells {
  return new Map(kinds.map(kind => [kind, outcome]));
}

/** As those, but these get that. */
export function but(cells: Cells, who: readonly Kind[], outcome: Outcome): Cells {
  return new Map([...cells].map(([kind, was]) => [kind, who.includes(kind) ? outcome : was]));
}

export const open = { ours: all(200) };
export const nobody = only([], 200);
export const ofWorkers = (outcome: Outcome) => only(workers, outcome);
/** What a site has for itself alone. */
export const ofSite = (outcome: Outcome) => ({
  ours: only(practice, outcome),
  theirs: only(strangers, outcome),
});
/** A draft is its author's and of the clinician in whose name it goes out. */
export const ofAuthor = (outcome: Outcome) => ({
  ours: only(['requester clinician', 'requester delegate'], outcome),
  theirs: only(['stranger clinician', 'stranger delegate'], outcome),
});
/** Everybody of a site that is a party, also those who do not work with patients. */
export const atPractice: readonly Kind[] = [
  ...practice,
  ...(['requester steward', 'requester privacy officer'] as const),
];

export type { Kind } from '../../support/cast.ts';
