import type { CaseType } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';

/** What a birth date did at the patient's door. `told`: the case whose sender must hear that the link was closed. */
export type LinkTry =
  | { result: 'opened'; link: number }
  | { result: 'wrong'; link: number; triesLeft: number }
  | { result: 'dead'; link: number | null; told: number | null };

/** A line of "who looked at my request". */
export interface Look {
  at: Instant;
  /** p person, l somebody with a link of the patient, t partner, j job. */
  kind: string;
  name: string | null;
  siteEn: string | null;
  siteFr: string | null;
  act: string;
  what: string;
}

/** Whom to tell of something that happened outside a case, for the job of that case. */
export interface CaseSender {
  /** The last event. */
  seq: number;
  site: number | null;
  unit: number | null;
  /** Inside id. */
  request: number;
  reference: string;
  type: CaseType;
  status: string;
}

/** The patient's door. Hashes are sha256 in hexadecimal. */
export interface PatientLinks {
  /** False for a link that is closed, too old or was never made. Changes nothing. */
  lives(tokenHash: string): Promise<boolean>;
  /** Right: a session of that hash is open and what was sent counts as opened. The fifth wrong day closes the link. */
  open(tokenHash: string, day: string, sessionHash: string): Promise<LinkTry>;
  /** "Not for me": closes it. Null when it was not open. */
  refuse(tokenHash: string): Promise<{ link: number; told: number } | null>;
  /** Key of the request of the patient who asks. */
  requestKey(): Promise<string | null>;
  /** Newest first. */
  looks(limit: number): Promise<Look[]>;
  sender(): Promise<CaseSender | null>;
  /** Its key, while it goes on; for the job of the case. */
  openCase(id: number): Promise<string | null>;
  /** Cases of the request that this person sees and that wait for a new link. */
  waiting(requestKey: string): Promise<{ case: number; key: string }[]>;

  /** For a person whose site sends or receives a case of the request: its letter, and how many links are closed. */
  ways(requestKey: string): Promise<{ nonce: string | null; madeAt: Instant | null; closed: number } | null>;
  /** A letter's link in the place of the one before. False when the request is not this person's. */
  makeLetter(letter: {
    requestKey: string;
    nonce: string;
    tokenHash: string;
    language: 'en' | 'fr';
  }): Promise<boolean>;
  /** Lets messages to closed addresses begin again; the notice to send, null when there is none. */
  renew(requestKey: string): Promise<{ notice: number; case: number } | null>;
}
