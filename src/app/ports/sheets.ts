import type { FileKind } from '../files/file-kinds.ts';
import type { Attachment } from './attachments.ts';

/** A paper that patients get before a kind of visit. */
export interface Sheet {
  key: string;
  language: 'en' | 'fr';
  /** The file. */
  file: { key: string; name: string; kind: FileKind; size: number; scan: Attachment['scan'] };
}

/** Papers of kinds of visit. Docs/decisions/0068. */
export interface Sheets {
  /** Of a kind of visit (inside id) at the actor's own site, in the order added; none elsewhere. */
  ofType(type: number): Promise<Sheet[]>;
  /** A file that the actor has just added; `full` with five of a language. */
  add(type: number, language: 'en' | 'fr', attachment: number): Promise<'added' | 'full' | 'missing'>;
  /** Given out no more. False when there is none of that key at the actor's site. */
  end(key: string): Promise<boolean>;
  /** Inside ids of what goes with a visit of that kind: in that language, else in the other. */
  forVisit(type: number, language: 'en' | 'fr'): Promise<number[]>;
  /** Copies them into the case for everybody, each once, with the event of this transaction. */
  putInCase(caseId: number, sheets: readonly number[]): Promise<void>;
}
