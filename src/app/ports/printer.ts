import type { Language } from './people.ts';

/** A part of a paper, in reading order. Text is plain: line breaks are kept, nothing in it is interpreted. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** What follows begins on a new page. */
  | { kind: 'page' }
  /** A page of its own under a line that says what it is: of a JPEG. */
  | { kind: 'picture'; text: string; bytes: Uint8Array }
  /** Rows of as many cells as there are heads. Widths in points, 492 together; amounts stand to the right. */
  | {
      kind: 'table';
      heads: readonly string[];
      widths: readonly number[];
      right: readonly number[];
      rows: readonly (readonly string[])[];
    }
  | { kind: 'list'; ordered?: boolean; items: readonly string[] };

/** Something to be printed or filed: what it says, not how it looks. */
export interface Paper {
  language: Language;
  /** Of the document, as a reader's window shows it. */
  title: string;
  /** At the foot of every page, before its number. */
  foot: string;
  /** "Page 2 of 3" */
  page: (number: number, of: number) => string;
  blocks: readonly Block[];
}

/** Makes a PDF of a paper, tagged so that a screen reader can tell it (ISO 14289-1). */
export interface Printer {
  print(paper: Paper): Promise<Uint8Array>;
}
