import type { Audience } from './events.ts';
import type { By, CaseState, Side } from './state.ts';

/** A party or person shut out of a request. Empty until consent directives exist. */
export type Withheld = readonly ({ site: number } | { person: number })[];

function shutOut(by: By, withheld: Withheld): boolean {
  return withheld.some(w => ('site' in w ? w.site === by.site : w.person === by.person));
}

interface Place {
  site?: number;
  unit?: number;
}

/** At the site, and in the unit where both name one: a unit narrows, its absence does not. */
function isAt(place: Place | undefined, by: By): boolean {
  if (!place || place.site === undefined || place.site !== by.site) return false;
  return place.unit === undefined || by.unit === undefined || place.unit === by.unit;
}

type Parties = Pick<CaseState, 'requester' | 'receiver' | 'via' | 'guest'>;

/** Who opened the workspace of a receiver off the network, by the link that was given last. */
function isGuest({ guest }: Pick<CaseState, 'guest'>, by: By): boolean {
  return guest !== undefined && by.site === undefined && by.link === guest.link;
}

/** True when the actor really is on the side it claims. A copy's and a patient's right is their access row or link. */
export function holdsSide(state: Parties, by: By): boolean {
  const receiver = state.receiver.toBeChosen ? undefined : state.receiver;
  if (by.recordedFor) return isAt(state.requester, by) || isAt(receiver, by);
  switch (by.side) {
    case 'requester':
      return isAt(state.requester, by);
    case 'receiver':
      return isAt(receiver, by) || isGuest(state, by);
    case 'intake':
      return isAt(state.via, by);
    case 'patient':
      return by.link !== undefined;
    case 'copy':
      return by.site !== undefined || by.link !== undefined;
    case 'system':
      return true;
    default:
      return by.side satisfies never;
  }
}

/** The sides an actor holds on a case, in the order in which a page offers them. */
export function sidesOf(state: Parties, by: Omit<By, 'side'>): Side[] {
  const candidates: readonly Side[] = ['requester', 'receiver', 'intake'];
  return candidates.filter(side => holdsSide(state, { ...by, side }));
}

/** In these the receiver has given the case back, or the patient has taken it from it. */
const given: readonly string[] = ['declined', 'returned', 'shortlisted', 'withdrawn'];

/** True for a requester that sent a paper: what it owes is chased by the receiver. */
export function isSilent({ offNetwork, site }: CaseState['requester']): boolean {
  return offNetwork === true || site === undefined;
}

/**
 * True where the receiver has no part in what comes: what it would review is the holder's, and of what may be done with any
 * open case it does nothing. What the table gives it by name (reopen) it may. While whoever asked cannot be reached here,
 * the receiver stays: nobody else would tell them. Docs/decisions/0075.
 */
export function receiverLeft({ status, requester }: Pick<CaseState, 'status' | 'requester'>): boolean {
  return given.includes(status) && !isSilent(requester);
}

/** Which sides an audience includes. */
export function hears(audience: Audience, side: Side): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'all':
      return side !== 'patient';
    case 'clinical':
      return side === 'requester' || side === 'receiver' || side === 'copy';
    case 'requester':
    case 'receiver':
    case 'intake':
      return side === audience;
    default:
      return audience satisfies never;
  }
}

/**
 * The one predicate: may this actor see the case and act on it for the side it claims. Row-level security is the
 * second wall and says the same in SQL.
 */
export function maySee(state: Parties, by: By, withheld: Withheld = []): boolean {
  return !shutOut(by, withheld) && holdsSide(state, by);
}

/** May this actor read the body of an event: its audience includes the side, or that side wrote it. */
export function mayRead(
  state: Parties,
  by: By,
  event: { audience: Audience; by: Pick<By, 'side'> },
  withheld: Withheld = [],
): boolean {
  if (!maySee(state, by, withheld)) return false;
  return by.side === 'system' || hears(event.audience, by.side) || event.by.side === by.side;
}
