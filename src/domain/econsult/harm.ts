import { optionalOne, optionalText } from '../case/input.ts';

/** What could have harmed the patient, as whoever asked sees it: what was advised, or how long it took. */
export const harms = ['advice', 'delay'] as const;
export type Harm = (typeof harms)[number];

/** Beside what the requester says of an answer. Docs/decisions/0077. */
export const harmFields = { harm: optionalOne(harms), harmSaid: optionalText(4000) };

interface Said {
  harm?: Harm | undefined;
  harmSaid?: string | undefined;
}

/** A flag says what happened. */
export const isExplained = ({ harm, harmSaid }: Said) => harm === undefined || harmSaid !== undefined;
export const unexplained = { path: ['harmSaid'], params: { problem: 'missing' } };

/** Words that nobody would be told are not lost: they need the flag. */
export const isFlagged = ({ harm, harmSaid }: Said) => harmSaid === undefined || harm !== undefined;
export const unflagged = { path: ['harm'], params: { problem: 'missing' } };
