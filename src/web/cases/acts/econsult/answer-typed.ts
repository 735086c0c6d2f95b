import type { AdviceRow } from './advice-rows.tsx';

/** The answer as typed. */
export interface AnswerTyped {
  kind: string;
  text: string;
  questionType: string;
  minutes: string;
  redFlags: string;
  references: string;
  /** One for each numbered question, in their order. */
  reply: string[];
  rows: AdviceRow[];
  /** Key of a standard answer, or `quote-` and the key of a colleague's case, to put behind the text. */
  insert?: string;
  /** Rows to show, when one was asked for. */
  shown?: number;
}

/** One reference a line. */
export function linesIn(typed: string): string[] {
  return typed.split(/\r\n?|\n/).filter(line => line.trim() !== '');
}
