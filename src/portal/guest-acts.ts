import type { WorkspacePage } from '../app/outside/workspace.ts';
import { momentToCome } from '../domain/case/typed-moment.ts';
import { appointmentLabels, declineReasons, media, outcomes } from '../domain/referral/referral.ts';
import type { Choice } from '../ui/fields.tsx';
import type { Words } from '../words/words.ts';

/** A field of a guest's form; its label is a word of `workspace`. */
export interface GuestField {
  name: string;
  kind: 'text' | 'area' | 'date' | 'time' | 'number' | 'select' | 'radios' | 'files';
  label: keyof { [K in keyof Words['workspace'] as Words['workspace'][K] extends string ? K : never]: 1 };
  hint?: 'anticipatedHint';
  required?: boolean;
  choices?(words: Words): readonly (Choice & { group?: string })[];
  /** What it holds at first. */
  begin?: string;
}

type Typed = Readonly<Record<string, string>>;

/** A verb of a receiver as a guest uses it. */
export interface GuestAct {
  verb: string;
  fields: readonly GuestField[];
  harm?: boolean;
  /** What the verb's schema parses. */
  read(typed: Typed, at: { zone: string; now: string }): Record<string, unknown>;
}

const comment: GuestField = { name: 'comment', kind: 'area', label: 'comment' };

const visit: readonly GuestField[] = [
  {
    ...{ name: 'label', kind: 'select', label: 'label', required: true, begin: 'consultation' },
    choices: ({ referral }) => appointmentLabels.map(value => ({ value, label: referral.labels[value] })),
  },
  { name: 'day', kind: 'date', label: 'day', required: true },
  { name: 'time', kind: 'time', label: 'time', required: true },
  { name: 'length', kind: 'number', label: 'length' },
  {
    ...{ name: 'medium', kind: 'radios', label: 'medium', required: true, begin: 'in-person' },
    choices: ({ referral }) => media.map(value => ({ value, label: referral.media[value] })),
  },
  { name: 'place', kind: 'text', label: 'place' },
  { name: 'instructions', kind: 'area', label: 'instructions' },
];

const readVisit: GuestAct['read'] = (typed, { zone, now }) => {
  const start = momentToCome({ day: typed.day ?? '', time: typed.time ?? '' }, zone, now);
  const { label, length, medium, place, instructions } = typed;
  return { label, start: 'at' in start ? start.at : '', length, medium, place, instructions };
};

/** What a clinic without an account does with a referral, in the order of its page. */
export const guestActs: readonly GuestAct[] = [
  {
    verb: 'accept',
    fields: [{ name: 'anticipated', kind: 'date', label: 'anticipated', hint: 'anticipatedHint' }, comment],
    read: ({ anticipated, comment }) => ({ anticipated, comment }),
  },
  { verb: 'book', fields: visit, read: readVisit },
  { verb: 'rebook', fields: visit, read: readVisit },
  {
    verb: 'ask-info',
    fields: [{ name: 'text', kind: 'area', label: 'asking', required: true }],
    read: ({ text }) => ({ text, of: 'requester' }),
  },
  {
    verb: 'complete',
    fields: [
      {
        ...{ name: 'outcome', kind: 'select', label: 'outcome', required: true, begin: 'discharged' },
        choices: ({ referral }) => outcomes.map(value => ({ value, label: referral.outcomes[value] })),
      },
      { name: 'note', kind: 'area', label: 'note' },
      { name: 'file', kind: 'files', label: 'noteFile' },
    ],
    read: ({ outcome, note }) => ({ outcome, note }),
  },
  {
    verb: 'advise',
    fields: [
      { name: 'text', kind: 'area', label: 'advice', required: true },
      { name: 'minutes', kind: 'number', label: 'minutes', required: true },
    ],
    read: ({ text, minutes }) => ({ text, minutes }),
  },
  {
    verb: 'message',
    fields: [
      { name: 'text', kind: 'area', label: 'message', required: true },
      { name: 'file', kind: 'files', label: 'messageFile' },
    ],
    read: ({ text }) => ({ text, to: 'clinical' }),
  },
  {
    verb: 'decline',
    harm: true,
    fields: [
      {
        ...{ name: 'reason', kind: 'select', label: 'reason', required: true },
        choices: ({ referral }) =>
          (['not-us', 'not-needed'] as const).flatMap(kind =>
            declineReasons[kind].map(value => ({
              ...{ value, label: referral.declineReasons[value] },
              group: referral.declineClasses[kind],
            })),
          ),
      },
      { name: 'comment', kind: 'area', label: 'declineComment' },
    ],
    // It names no service of our directory; whoever sends it on looks for one.
    read: ({ reason = '', comment }) => ({ reason, comment }),
  },
];

/** What this guest may do now. */
export function mayAct({ one }: WorkspacePage): readonly GuestAct[] {
  const may = one.may.find(({ side }) => side === 'receiver')?.verbs ?? [];
  return guestActs.filter(({ verb }) => may.includes(verb));
}
