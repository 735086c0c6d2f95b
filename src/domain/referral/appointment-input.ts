import { z } from 'zod';
import type { Facts, SlotFacts } from '../case/facts.ts';
import { instant, keys, optionalLine, optionalOne, optionalText, optionalWhole } from '../case/input.ts';
import type { Refusal } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import type { Appointment, CaseState } from '../case/state.ts';
import { appointmentLabels, media } from './referral.ts';

const place = optionalLine(300);
const instructions = optionalText(4000);
const form = z
  .string()
  .regex(/^([a-z][a-z0-9-]{0,59})?$/)
  .optional();

/** What a date typed by hand must carry. Length in minutes. */
const byHand = {
  label: z.enum(appointmentLabels),
  start: instant,
  length: optionalWhole(1, 1440),
  medium: z.enum(media),
  place,
  instructions,
  form,
};

/** A slot says all of this itself; what is written instead counts, but for start and length, which are the slot's. */
const onSchedule = {
  slot: z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}\.[0-9a-hjkmnp-tv-z]{26}\.\d{1,9}$/),
  label: optionalOne(appointmentLabels),
  medium: optionalOne(media),
  place,
  instructions,
};

/** A slot of a schedule, or a date typed by hand. */
export type TypedAppointment =
  | z.infer<z.ZodObject<typeof onSchedule>>
  | (z.infer<z.ZodObject<typeof byHand>> & { slot?: undefined });

type More = Readonly<Record<string, z.ZodType>>;
type Typed<M extends More> = TypedAppointment & z.infer<z.ZodObject<M>>;

/** What booking, rebooking and offering must carry: with a slot its key, without one the date; `more` with either. */
export function appointmentInput<M extends More>(more: M): z.ZodType<Typed<M>> {
  const slotted = z.strictObject({ ...onSchedule, ...more });
  const typed = z.strictObject({ ...byHand, ...more });
  return z.unknown().transform((value, context): Typed<M> => {
    const parsed = (namesSlot(value) ? slotted : typed).safeParse(withoutEmpty(value), { reportInput: true });
    if (parsed.success) return parsed.data as Typed<M>;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: issue.input } as never);
    return z.NEVER;
  });
}

function namesSlot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'slot' in value && Boolean(value.slot);
}

/** A form without a slot posts an empty one. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('slot' in value) || value.slot) return value;
  const { slot: _slot, ...rest } = value;
  return rest;
}

/**
 * The appointment that was meant, without what was left empty, or why it cannot be had: a slot that is gone, taken, past or kept
 * for urgent patients, and for a patient anything but a slot that patients may choose.
 */
export function appointmentFor(
  state: Pick<CaseState, 'urgency'>,
  typed: TypedAppointment,
  facts: Facts,
): Appointment | Refusal {
  const patient = facts.by.side === 'patient';
  if (patient && (!facts.patientBooks || typed.slot === undefined)) return { refusal: 'booking-not-allowed' };
  const meant = typed.slot === undefined ? handTyped(typed) : slotted(state, typed, facts);
  if ('refusal' in meant) return meant;
  return meant.start <= facts.now ? { refusal: 'start-in-past' } : meant;
}

function handTyped(typed: Extract<TypedAppointment, { slot?: undefined }>): Appointment {
  const { label, start, length, medium, place, instructions, form } = typed;
  return {
    ...{ label, start, ...(length !== undefined && { length }), medium },
    ...(place !== undefined && { place }),
    ...(instructions !== undefined && { instructions }),
    ...(form && { form }),
  };
}

function slotted(
  { urgency }: Pick<CaseState, 'urgency'>,
  typed: Extract<TypedAppointment, { slot: string }>,
  { slot, now, by }: Facts,
): Appointment | Refusal {
  if (!slot || slot.key !== typed.slot) return { refusal: 'no-such-slot' };
  if (by.side === 'patient' && !slot.patients) return { refusal: 'booking-not-allowed' };
  if (slot.taken) return { refusal: 'slot-taken' };
  if (urgency !== 'urgent' && slot.keptUntil !== undefined && now < slot.keptUntil)
    return { refusal: 'slot-kept' };
  return onSlot(slot, by.side === 'patient' ? {} : typed);
}

function onSlot(
  slot: SlotFacts,
  typed: Partial<Pick<Appointment, 'label' | 'medium' | 'place' | 'instructions'>>,
): Appointment {
  const { schedule, type, until, start, length } = slot;
  const place = typed.place ?? slot.place;
  const instructions = typed.instructions ?? slot.instructions;
  return {
    ...{ label: typed.label ?? slot.label, start, length, medium: typed.medium ?? slot.medium },
    ...(place !== '' && { place }),
    ...(instructions !== '' && { instructions }),
    ...(slot.form !== '' && { form: slot.form }),
    ...(slot.sheets && slot.sheets.length > 0 && { sheets: slot.sheets }),
    slot: { schedule, type, until },
  };
}

/** Files that whoever books adds to this visit, by key. */
export const addedPapers = { attachments: keys };

/**
 * The appointment with the files that were added to it, and what its event says of them; `before` stay with a visit that is moved.
 * A patient adds none here.
 */
export function withPapers(
  appointment: Appointment,
  added: readonly string[],
  { facts, before = [] }: { facts: Facts; before?: readonly number[] | undefined },
): { appointment: Appointment; attachments?: number[] } | Refusal {
  if (added.length > 0 && facts.by.side === 'patient') return { refusal: 'no-such-attachment' };
  const ids = papers(facts, added);
  if (!ids) return { refusal: 'no-such-attachment' };
  const all = [...before, ...ids];
  return {
    appointment: all.length > 0 ? { ...appointment, papers: all } : appointment,
    ...(ids.length > 0 && { attachments: ids }),
  };
}
