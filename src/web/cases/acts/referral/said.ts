import { momentToCome } from '../../../../domain/case/typed-moment.ts';
import type { Ui } from '../../../../ui/context.ts';
import type { FieldError } from '../../../../ui/error-summary.tsx';
import type { Words } from '../../../../words/words.ts';

export type SaidVerb = keyof Words['heard']['said'];

/** What is typed of something that a party off the network said. */
export interface TypedSaid {
  /** The verb it amounts to; '' before it is chosen. */
  what: SaidVerb | '';
  saidBy: string;
  how: string;
  anticipated: string;
  day: string;
  time: string;
  length: string;
  label: string;
  medium: string;
  place: string;
  instructions: string;
  text: string;
  reason: string;
  outcome: string;
  minutes: string;
}

/** The fields one verb has beside who said it. */
export interface Said {
  fields: readonly ('anticipated' | 'visit' | 'reason' | 'outcome' | 'minutes' | 'text')[];
  /** The words must be there, not only may. */
  needsWords?: boolean;
  /** The field of the verb's input in which the words go. */
  words?: string;
}

/** Every verb that a page writes down for a party off the network. */
export const said: Record<SaidVerb, Said> = {
  accept: { fields: ['anticipated', 'text'], words: 'comment' },
  expect: { fields: ['anticipated', 'text'], words: 'comment' },
  book: { fields: ['visit'] },
  rebook: { fields: ['visit'] },
  unbook: { fields: ['text'], words: 'why' },
  'cannot-come': { fields: ['text'], words: 'why' },
  visited: { fields: ['text'], words: 'comment' },
  'did-not-attend': { fields: ['text'], words: 'comment' },
  complete: { fields: ['outcome', 'text'], words: 'note' },
  'ask-info': { fields: ['text'], words: 'text', needsWords: true },
  advise: { fields: ['text', 'minutes'], words: 'text', needsWords: true },
  decline: { fields: ['reason', 'text'], words: 'comment' },
  'supply-info': { fields: ['text'], words: 'text', needsWords: true },
  insist: { fields: ['text'], words: 'reason', needsWords: true },
  'take-advice': { fields: ['text'], words: 'comment' },
  acknowledge: { fields: [] },
  resubmit: { fields: ['text'], words: 'changed', needsWords: true },
  cancel: { fields: ['reason', 'text'], words: 'comment' },
  close: { fields: ['text'], words: 'why', needsWords: true },
};

/** The field in which the words are typed; why somebody insists is a reason and nothing else. */
export function wordsFieldOf(verb: SaidVerb): 'text' | 'reason' {
  return said[verb].words === 'reason' ? 'reason' : 'text';
}

export function isSaid(verb: string): verb is SaidVerb {
  return Object.hasOwn(said, verb);
}

type Here = Pick<Ui, 'zone' | 'now' | 'words'>;

/** What the verb itself parses, of what was typed. */
function inputOf(typed: TypedSaid, { zone, now }: Here): Record<string, unknown> {
  if (typed.what === '') return {};
  const { fields, words } = said[typed.what];
  const { label, length, medium, place, instructions, anticipated, reason, outcome, minutes } = typed;
  const moment = momentToCome(typed, zone, now);
  const start = 'at' in moment ? moment.at : '';
  return {
    ...(fields.includes('visit') && { label, start, length, medium, place, instructions }),
    ...(fields.includes('anticipated') && { anticipated }),
    ...(fields.includes('reason') && { reason }),
    ...(fields.includes('outcome') && { outcome }),
    ...(fields.includes('minutes') && { minutes }),
    ...(words && { [words]: typed[wordsFieldOf(typed.what)] }),
  };
}

/** `record` with what was said in it. */
export function readSaid(typed: TypedSaid, here: Here): Record<string, unknown> {
  const { what, saidBy, how } = typed;
  return { verb: what, saidBy, how, input: inputOf(typed, here) };
}

/** What no schema sees: a day and a time that are no moment to come, and a day that was not named. */
export function checkSaid(typed: TypedSaid, { zone, now, words }: Here): FieldError[] {
  if (typed.what === 'expect' && typed.anticipated === '')
    return [{ field: 'anticipated', message: words.heard.anticipatedNeeded }];
  if (typed.what === '' || !said[typed.what].fields.includes('visit')) return [];
  const moment = momentToCome(typed, zone, now);
  if ('at' in moment) return [];
  const { field, code } = moment.problem;
  return [{ field, message: words.referralActs.moment[code] }];
}

/** Beside which field an issue of the inner verb is said: its words have one field, whatever the verb calls them. */
export function fieldOfSaid([name = '']: readonly string[]): string {
  if (name === 'start') return '';
  return ['comment', 'why', 'note', 'changed'].includes(name) ? 'text' : name;
}
