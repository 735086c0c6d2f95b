import type { CaseState, RequesterParty, Side } from '../case/state.ts';

/**
 * Whom a notice is for: a member; those who work the list of a unit or site; the leads of a site; the contacts of a
 * request's patient; the programme (there is one, its id is 0).
 */
export interface Address {
  kind: 'member' | 'unit' | 'site' | 'leads' | 'patient' | 'programme';
  /** Inside id of the member, unit, site (leads too) or request (patient). */
  id: number;
}

interface Party {
  site?: number;
  unit?: number;
  member?: number;
  offNetwork?: boolean;
  toBeChosen?: boolean;
}

/** The member, else the unit, else the site; nobody when it is off the network, where no mailbox of ours is, or not chosen. */
export function addressesOf({ site, unit, member, offNetwork, toBeChosen }: Party): Address[] {
  if (offNetwork || toBeChosen || site === undefined) return [];
  if (member !== undefined) return [{ kind: 'member', id: member }];
  return unit === undefined ? [{ kind: 'site', id: site }] : [{ kind: 'unit', id: unit }];
}

/**
 * Everybody of one side who is told: the requester's clinician, who reads a copy, the receiver, the intake. Whoever writes to a member writes
 * to those who hold the member's standing permission at that moment too (`member_and_delegates` in SQL).
 */
export function sideAddresses(state: CaseState, side: Side): Address[] {
  const { requester, receiver, via, copy } = state;
  if (side === 'receiver') return addressesOf(receiver);
  if (side === 'intake') return via ? addressesOf(via) : [];
  if (side === 'copy') return copy ? ofClinician(copy) : [];
  return side === 'requester' ? ofClinician(requester) : [];
}

function ofClinician({ clinician, ...party }: RequesterParty): Address[] {
  return addressesOf({ ...party, ...(clinician !== undefined && { member: clinician }) });
}

/** Who owes the next step; none for a patient, who is reached by their contacts, and for an ended case. */
export function holderOf(state: CaseState): Address[] {
  const holder = state.hold?.accountable;
  if (!holder || holder.side === 'patient') return [];
  return addressesOf(holder);
}
