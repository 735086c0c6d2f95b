/**
 * What a line of the story may say besides who did it, already in the reader's language: days and times formatted,
 * codes turned into words. A line leaves out what is not there.
 */
export interface Told {
  day?: string;
  reason?: string;
  service?: string;
  /** Somebody who is not the one who did it: the member assigned, the side asked. */
  party?: string;
  place?: string;
  what?: string;
  count?: number;
  /** Whoever had it works there no more. */
  left?: boolean;
  /** Whoever had it is away. */
  away?: boolean;
  /** Written down for the patient who said it. */
  through?: boolean;
}
