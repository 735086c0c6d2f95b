import type { Instant } from '../../domain/case/time.ts';

/** Terms of the programme as they hold. */
export interface ProgrammeTerms {
  version: number;
  text: { en: string; fr: string };
  publishedAt: Instant;
}

/** What the programme asks people to accept once. Docs/decisions/0073. */
export interface Terms {
  current(): Promise<ProgrammeTerms | null>;
  mustAccept(): Promise<boolean>;
  /** False when another version holds by now. */
  accept(version: number): Promise<boolean>;
  /** `after`: the version before, 0 for none. Null for anybody but a steward of the programme, `stale` when somebody was quicker. */
  publish(after: number, text: { en: string; fr: string }): Promise<'done' | 'stale' | null>;
  /** How many people accepted the version that holds; null for anybody but a steward of the programme. */
  accepted(): Promise<number | null>;
}
