import type { Audience } from '../../domain/case/events.ts';
import type { AttachmentFacts } from '../../domain/case/facts.ts';
import type { Instant } from '../../domain/case/time.ts';
import type { FileKind } from '../files/file-kinds.ts';
import type { BlobKey } from './files.ts';

/** A file somebody added. `checking` waits for the scanner and cannot be opened, `infected` never can. */
export interface Attachment {
  id: number;
  key: string;
  /** Cleaned for display and download; in no path. */
  name: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
  scan: 'clean' | 'unchecked' | 'checking' | 'infected';
  addedAt: Instant;
  /** Inside id of the member; null for a patient or guest. */
  addedBy: number | null;
}

/** A file of an earlier request, with that request's reference number. */
export interface RecentFile extends Attachment {
  reference: string;
}

export interface StoredAttachment extends Attachment {
  blob: BlobKey;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  /** Whose information it is, for the log: inside id in the list of the site that asked; null before that is known. */
  patientId: number | null;
}

export interface NewAttachment {
  name: string;
  kind: FileKind;
  size: number;
  blob: BlobKey;
  hash: string;
  scan: 'clean' | 'unchecked' | 'checking';
}

/** Files of drafts and cases. Until it is in a case a file is seen by who added it or holds its draft, then by the case's parties. */
export interface Attachments {
  add(file: NewAttachment): Promise<Attachment>;
  /** Null when there is none or it is not for this actor. */
  byKey(key: string): Promise<StoredAttachment | null>;
  /**
   * Those of these keys that the actor sees, with the side that put each into that case; undefined when it is in none or in
   * another.
   */
  known(keys: readonly string[], caseId?: number): Promise<AttachmentFacts[]>;
  /** In the order of `ids`, without those that are not for this actor. */
  byIds(ids: readonly number[]): Promise<Attachment[]>;
  /** What the actor may see of one case, in the order added, without what was struck. */
  ofCase(caseId: number): Promise<CaseAttachment[]>;
  /** Of the last 12 months, in requests of the actor's site for this patient, that the actor may see: newest first, 20 at most. */
  recentOf(patient: number): Promise<RecentFile[]>;
  /**
   * Puts files into a case for the sides named by `audience`; repeating it changes nothing. Throws `AttachmentRefused` for
   * a file the actor does not see, or when the case would hold more than 50 MB.
   */
  putInCase(caseId: number, ids: readonly number[], audience: Audience): Promise<void>;
  /** Hides a file of the case from everybody; the line stays. */
  strike(caseId: number, id: number): Promise<void>;
  /** For the scanner's job: what waits to be scanned, null when it no longer does. */
  toScan(id: number): Promise<{ blob: BlobKey; size: number } | null>;
  /** For the scanner's job. An infected file is never opened again, and its bytes are swept. */
  scanned(id: number, result: 'clean' | 'unchecked' | 'infected'): Promise<void>;
  /** For the sweeping job: of these keys, those that are still needed. */
  named(blobs: readonly BlobKey[]): Promise<ReadonlySet<BlobKey>>;
  /** For the sweeping job: forgets files added before `before` that reached neither a draft nor a case. How many. */
  dropLoose(before: Instant): Promise<number>;
}

export interface CaseAttachment extends Attachment {
  audience: Audience;
  /** Inside id of the sheet that it is a copy of. */
  sheet: number | null;
}

/** A file cannot go into a case. */
export class AttachmentRefused extends Error {
  override readonly name = 'AttachmentRefused';
  readonly code: 'not-found' | 'too-much';
  constructor(code: 'not-found' | 'too-much') {
    super(code);
    this.code = code;
  }
}
