import type { Instant } from '../../domain/case/time.ts';
import type { InviteChannel } from '../../domain/referral/invitation.ts';
import type { Language } from './people.ts';

/** A link to one case for a receiver off the network. */
export interface NewGuestLink {
  caseKey: string;
  nonce: string;
  /** SHA-256 of its token, hexadecimal. */
  tokenHash: string;
  channel: InviteChannel;
  /** Address or number; null for paper. */
  to: string | null;
  language: Language;
  until: Instant;
}

/** The latest way that was given to a receiver. `closed` says why it opens nothing any more. */
export interface Invitation {
  /** Inside id. */
  link: number;
  channel: InviteChannel;
  to: string | null;
  nonce: string;
  language: Language;
  madeAt: Instant;
  until: Instant;
  openedAt: Instant | null;
  /** Who answers there, as they said. */
  holder: string | null;
  closed: 'replaced' | 'taken-back' | 'wrong-code' | 'not-delivered' | 'expired' | null;
}

/** Where a guest is written to, and what of. `code` is what the code that is out is derived from. */
export interface GuestToTell {
  nonce: string;
  channel: InviteChannel;
  to: string;
  language: Language;
  reference: string;
  code: string | null;
}

/** What a visitor with a token may know: where a code would go. */
export interface GuestDoor {
  channel: InviteChannel;
  to: string | null;
  language: Language;
  holder: string | null;
}

/** One try at the door, already counted. `try`: compare with the code derived from `nonce`. */
export interface GuestTry {
  result: 'dead' | 'none' | 'try' | 'right' | 'wrong';
  nonce: string | null;
  link: number | null;
  case: number | null;
  triesLeft: number;
}

/** Workspaces of receivers off the network; the tables are reached by functions of the database alone. */
export interface Workspaces {
  /** True for a case that this site sent off the network. */
  mayInvite(caseKey: string): Promise<boolean>;
  /** In place of the link before. Null when the case is not one that this site sent off the network. */
  makeLink(link: NewGuestLink): Promise<number | null>;
  /** Ends link, sessions and access, after an event of this transaction. */
  close(caseId: number, why: 'taken-back' | 'wrong-code' | 'not-delivered'): Promise<void>;
  /** For the site that sent the case; null when nothing was sent out yet, or it is not theirs. */
  invitation(caseKey: string): Promise<Invitation | null>;
  /** For the job of its case. */
  toTell(link: number): Promise<GuestToTell | null>;
  door(tokenHash: string): Promise<GuestDoor | null>;
  /** Null when the link is dead, or three codes were asked for within the hour. */
  askCode(tokenHash: string, nonce: string): Promise<{ link: number; case: number } | null>;
  /** `day`: a birth date, for paper. */
  try(tokenHash: string, day: string): Promise<GuestTry>;
  /** After the fifth wrong answer; true when that closed it. */
  void(tokenHash: string): Promise<boolean>;
  /** `code`: the nonce of the code that was right; null for paper. False when it was none. */
  open(tokenHash: string, session: { code: string | null; hash: string; holder: string }): Promise<boolean>;
  /** The case of this guest; null when the link has ended. */
  mine(): Promise<{ caseKey: string; requestKey: string; holder: string | null; until: Instant } | null>;
  /** A code to be printed for a receiver that works here, in place of the one before; false when it is not this site's to do. */
  makeRequisition(code: {
    caseKey: string;
    nonce: string;
    tokenHash: string;
    language: Language;
  }): Promise<boolean>;
  /** The printed code that is good now, of a case this site sent. */
  requisition(
    caseKey: string,
  ): Promise<{ nonce: string; language: Language; madeAt: Instant; until: Instant } | null>;
  /** The site of the transaction claims by code and birth date; counted before it is judged. */
  claim(tokenHash: string, day: string): Promise<Claim>;
  /** Who answered in workspaces of these cases. */
  names(cases: readonly number[]): Promise<GuestName[]>;
}

/** `own`: it is that site's already; `taken`: it can no longer be claimed; `right`: the site holds the case now. */
export interface Claim {
  result: 'dead' | 'wrong' | 'own' | 'taken' | 'right';
  caseKey: string | null;
  requestKey: string | null;
  /** Inside ids. */
  link: number | null;
  case: number | null;
  triesLeft: number;
}

/** Somebody off the network who answered: the name they gave, and the place that was asked. */
export interface GuestName {
  link: number;
  name: string | null;
  site: { en: string; fr: string } | null;
}
