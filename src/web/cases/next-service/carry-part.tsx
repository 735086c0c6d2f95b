import { z } from 'zod';
import type { CaseStory } from '../../../app/read-request.ts';
import { many } from '../../../http/form.ts';
import { useUi } from '../../../ui/context.ts';
import { Checkboxes } from '../../../ui/fields.tsx';

/** What may go along to the next case, each a tick the sender may remove. */
const things = ['question', 'answers', 'attachments', 'advice'] as const;

export const carryFields = { carry: many(things.length) };
const typedCarry = z.strictObject(carryFields);
type TypedCarry = z.infer<typeof typedCarry>;

/** Everything goes along unless somebody takes it out. */
export const carriesAll: TypedCarry = { carry: [...things] };

/** The ticks as the verb takes them. */
export function readCarry({ carry }: TypedCarry): Record<(typeof things)[number], boolean> {
  const [question, answers, attachments, advice] = things.map(one => carry.includes(one));
  return { question: question!, answers: answers!, attachments: attachments!, advice: advice! };
}

/** What there is of it on this case. */
export function thingsOn({ events, attachments }: CaseStory): (typeof things)[number][] {
  const says = (types: readonly string[], field?: string) =>
    events.some(
      ({ type, body }) =>
        types.includes(type) &&
        typeof body === 'object' &&
        (field === undefined || body[field] !== undefined),
    );
  const there = {
    question: true,
    answers: says(['question', 'asked'], 'answers'),
    attachments: attachments.length > 0,
    advice:
      says(['advice', 'answered', 'amended'], 'text') ||
      events.some(({ body }) => typeof body === 'object' && body.about === 'advice'),
  };
  return things.filter(one => there[one]);
}

interface CarryPartProps {
  typed: TypedCarry;
  one: CaseStory;
  /** The advice is written on the same form. */
  adviceToo?: boolean;
}

export function CarryPart({ typed, one, adviceToo }: CarryPartProps) {
  const { carry: words } = useUi().words.referralActs;
  const known = thingsOn(one);
  const there = things.filter(thing => known.includes(thing) || (adviceToo && thing === 'advice'));
  return (
    <Checkboxes
      name="carry"
      label={words.legend}
      hint={words.hint}
      choices={there.map(value => ({ value, label: words[value] }))}
      values={typed.carry}
    />
  );
}
