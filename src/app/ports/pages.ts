import type { FileKind } from '../files/file-kinds.ts';

/** A file that has pages. */
export interface PagedFile {
  kind: FileKind;
  bytes: Uint8Array;
}

/** A page as a fax shows it: grey, a JPEG of at most 1728 dots across. */
export interface PagePicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** What is seen of a file, and what a machine reads in it. Both take seconds, and neither holds anybody else up. */
export interface Pages {
  /**
   * The first pages, at most `most`; `all` is false when there are more. Null when it has none that can be drawn: another
   * kind, damaged, locked by a password, or it took too long.
   */
  draw(file: PagedFile, most: number): Promise<{ pictures: PagePicture[]; all: boolean } | null>;
  /** The text of the first pages as a machine reads it, one each. Null as in `draw`, or when no engine is installed. */
  read(file: PagedFile, most: number): Promise<string[] | null>;
  /** An engine is installed. */
  readonly reads: boolean;
  close(): Promise<void>;
}
