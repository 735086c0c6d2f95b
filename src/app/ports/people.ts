import type { Instant } from '../../domain/case/time.ts';
import type { Role } from '../actor.ts';

export type Language = 'en' | 'fr';

export interface Credential {
  person: number;
  /** argon2id, encoded. */
  hash: string;
  suspended: boolean;
  language: Language;
}

/** A place where a person may work today. */
export interface Membership {
  member: number;
  key: string;
  site: number;
  siteKey: string;
  siteNameEn: string;
  siteNameFr: string;
  zone: string;
  unit: number | null;
  unitNameEn: string | null;
  unitNameFr: string | null;
  roles: Role[];
  jobTitleEn: string | null;
  jobTitleFr: string | null;
  /** Members whose standing permission this delegate holds. */
  actsFor: { member: number; key: string; name: string }[];
}

/** A session of a person with at least what they may be today, or of a link. */
export type Session = { id: number; openedAt: Instant; seenAt: Instant; language: Language } & (
  | {
      of: 'person';
      person: number;
      personKey: string;
      name: string;
      email: string;
      memberships: Membership[];
      /** The one at work; null when the person has no place left. */
      membership: Membership | null;
      /** A member of `membership.actsFor`. */
      actingFor: number | null;
    }
  | { of: 'patient'; link: number; request: number; contact: number | null }
  | { of: 'guest'; link: number; case: number; contact: number | null }
);

export interface NewLink {
  /** sha256 of the token, hexadecimal. */
  tokenHash: string;
  kind: 'patient' | 'guest' | 'invite' | 'reset';
  request?: number;
  case?: number;
  contact?: number;
  person?: number;
  language: Language;
  hours: number;
}

export interface Link {
  id: number;
  kind: NewLink['kind'];
  request: number | null;
  case: number | null;
  contact: number | null;
  person: number | null;
  language: Language;
  expiresAt: Instant;
  usedAt: Instant | null;
  voidedAt: Instant | null;
  wrongDates: number;
}

export interface NewPerson {
  key: string;
  name: string;
  given?: string;
  family?: string;
  title?: string;
  email: string;
  language: Language;
}

export interface NewMember {
  key: string;
  person: number;
  site: number;
  unit?: number;
  roles: readonly Role[];
  responsible?: number;
  licence?: string;
  jobTitleEn?: string;
  jobTitleFr?: string;
}

/** How a member is named to others. */
export interface MemberCard {
  member: number;
  key: string;
  site: number;
  unit: number | null;
  name: string;
  title: string | null;
  roles: Role[];
  licence: string | null;
  jobTitleEn: string | null;
  jobTitleFr: string | null;
}

/** A colleague; `email` is there for jobs, which write mail, and null for people. */
export interface Colleague extends MemberCard {
  person: number;
  responsible: number | null;
  language: Language;
  email: string | null;
}

/** Where somebody who works here is written to. */
export interface Account {
  name: string;
  email: string;
  language: Language;
  resets: number;
}

/** What a link to choose a password says to who holds it. */
export interface PasswordLink {
  name: string;
  email: string;
  /** For the first time. */
  invited: boolean;
}

/** People are reached through these functions alone. Token hashes are sha256 in hexadecimal; no token is ever stored. */
/** A clinician of another site, as a form names one. */
export interface LicensedMember {
  key: string;
  name: string;
  site: { en: string; fr: string };
}

export interface People {
  /** A clinician of another site of the network by licence number; null when there is none. For people at work. */
  byLicence(licence: string): Promise<LicensedMember | null>;
  findCredential(email: string): Promise<Credential | null>;
  /** One's own password, or anybody's as operator; ends their other sessions. */
  setCredential(person: number, hash: string, keepSession?: number): Promise<void>;
  /** Its id. Written as failed before the password is checked. */
  recordSignInAttempt(attempt: { email: string; ip: string; ok: boolean }): Promise<number>;
  /** The password was right; a try counts as passed once, by a later transaction than the one that wrote it. */
  passSignInAttempt(attempt: number): Promise<void>;
  /**
   * Failures in the last `minutes`: with that e-mail from that source and with that e-mail from anywhere, each since its
   * last success; and all from that source.
   */
  signInFailures(
    email: string,
    ip: string,
    minutes: number,
  ): Promise<{ byBoth: number; byEmail: number; byIp: number }>;

  /**
   * For a visitor whose try was passed in this transaction (or whom a demonstration offers); throws for anybody else. Of a
   * link for the operator alone: patients come in by `patientLinks.open`. Null when the person has no place to work at.
   */
  openSession(tokenHash: string, of: { person: number } | { link: number }): Promise<number | null>;
  /** Null after 30 idle minutes, 12 hours, a sign-out, a suspension or the end of the link. */
  readSession(tokenHash: string): Promise<Session | null>;
  /** Writes at most once a minute. */
  touchSession(tokenHash: string): Promise<void>;
  rotateSession(session: number, tokenHash: string): Promise<void>;
  /** False when the session is not the actor's, or the member or the permission to act not the session's. */
  switchSession(session: number, member: number, actingFor: number | null): Promise<boolean>;
  /** A token that opens nothing is fine. */
  closeSession(tokenHash: string): Promise<void>;
  /** How many were open. */
  closeSessionsOf(person: number): Promise<number>;
  /** Old attempts and dead sessions go. */
  sweep(): Promise<void>;
  setLanguage(person: number, language: Language): Promise<void>;

  /** By those who work on the case; an invitation by a steward of the site to somebody without a password. Else throws. */
  makeLink(link: NewLink): Promise<number>;
  readLink(tokenHash: string): Promise<Link | null>;
  /** The tries that are left; at 0 the link is dead. This and `useLink` are for the operator alone. */
  wrongDate(link: number): Promise<number>;
  /** The birth date was right. False when the link is dead. */
  useLink(link: number): Promise<boolean>;
  /** For jobs: where somebody is written to; null for a suspended person. `resets` were made in the last hour. */
  account(person: number): Promise<Account | null>;
  /** Whose password the holder of a link may choose; null when it is dead. */
  passwordLink(tokenHash: string): Promise<PasswordLink | null>;
  /** Spends an invitation or a reset, and every other of that person: the person, or null when it is not good. */
  redeemLink(tokenHash: string, hash: string): Promise<number | null>;
  /** Ends its sessions too. */
  voidLink(link: number): Promise<void>;

  /** By a steward or the operator; throws when the e-mail is taken. */
  createPerson(person: NewPerson): Promise<number>;
  addMember(member: NewMember): Promise<number>;
  /** The giver, a steward or the operator lets a delegate of the same site act for the giver. */
  delegate(giver: number, delegate: number): Promise<void>;
  /** Names, wherever they work. */
  cards(members: readonly number[]): Promise<MemberCard[]>;
  /** Everybody at work at one's own site today; at any site for a job. */
  colleagues(site: number): Promise<Colleague[]>;
}
