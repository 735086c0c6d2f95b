import type { Instant } from '../../domain/case/time.ts';
import type { FaxReading } from '../../domain/faxes/read-fax.ts';
import type { Attachment, NewAttachment } from './attachments.ts';
import type { BlobKey } from './files.ts';

/** Why a fax is no referral to write in. */
export const asides = ['not-a-referral', 'duplicate', 'returned'] as const;
export type Aside = (typeof asides)[number];

/** A fax that came to the actor's site. */
export interface FaxIn {
  key: string;
  /** Its file. */
  file: string;
  name: string;
  size: number;
  kind: Attachment['kind'];
  scan: Attachment['scan'];
  source: 'upload' | 'folder';
  cameAt: Instant;
  state: 'new' | 'transcribed' | Aside;
  why: string | null;
  handledAt: Instant | null;
  /** Key and reference number of the request it became. */
  request: string | null;
  reference: string | null;
  /** Another fax of the site has the same bytes. */
  same: boolean;
  /** Inside id of its file. */
  attachment: number;
}

/** Faxes of the actor's site; the table is reached by functions of the database alone. */
export interface FaxesIn {
  /** A file the actor added themself. */
  add(key: string, attachment: number): Promise<boolean>;
  /** For the job that empties the tray: inside id of the file; null when no site has that key or fax number. */
  take(key: string, to: string, file: NewAttachment & { key: string }): Promise<number | null>;
  /** Those to do, oldest first; or the hundred handled last. */
  list(done: boolean): Promise<FaxIn[]>;
  byKey(key: string): Promise<FaxIn | null>;
  toDo(): Promise<number>;
  /** Puts it aside or back; false for one that is in a case, or not of this site. */
  settle(key: string, state: Aside | 'new', why: string): Promise<boolean>;
  /** For the job that reads it, by the inside id of its file; null when it was read or handled. */
  toRead(
    attachment: number,
  ): Promise<{ blob: BlobKey; kind: Attachment['kind']; scan: Attachment['scan'] } | null>;
  keepReading(attachment: number, reading: FaxReading): Promise<void>;
  /** What a machine proposes for a fax that is to do; null before it has read it. */
  reading(key: string): Promise<FaxReading | null>;
  /** What a paper may ask for here. */
  services(): Promise<{ key: string; name: { en: string; fr: string } }[]>;
}
