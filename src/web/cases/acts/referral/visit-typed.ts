import { z } from 'zod';
import { startOfSlot } from '../../../../app/schedule/slots.ts';
import { localDay } from '../../../../domain/case/deadline.ts';
import type { CaseState } from '../../../../domain/case/state.ts';
import { momentOf, momentToCome, typedOf } from '../../../../domain/case/typed-moment.ts';
import { isVideoLink } from '../../../../domain/schedule/video-link.ts';
import { text } from '../../../../http/form.ts';
import type { Ui } from '../../../../ui/context.ts';
import type { FieldError } from '../../../../ui/error-summary.tsx';
import type { Words } from '../../../../words/words.ts';
import type { ActOn, From } from '../../act.ts';

/** The fields of an appointment as a clerk types them. */
export const visitFields = {
  /** Key of a free time of a schedule; empty for a date by hand. */
  slot: text(80),
  /** The day from which free times are shown. */
  later: text(10),
  label: text(40),
  day: text(40),
  time: text(40),
  length: text(20),
  medium: text(20),
  place: text(),
  link: text(),
  instructions: text(),
  /** Slug of the form that is asked before the visit. */
  form: text(60),
};
const typedVisit = z.strictObject(visitFields);
export type TypedVisit = z.infer<typeof typedVisit>;

type Here = Pick<Ui, 'zone' | 'now' | 'words'>;

/**
 * The visit as `book`, `rebook` and `offer` take it: a slot, which says all the rest itself but for a link of one's own; or its
 * start in UTC, and for a video visit the link as its place.
 */
export function readVisit(typed: TypedVisit, { zone, now }: Here): Record<string, unknown> {
  const { slot, label, length, medium, instructions, form } = typed;
  if (slot !== '') return { slot, place: typed.link, instructions };
  const start = momentToCome(typed, zone, now);
  const place = medium === 'video' ? typed.link : typed.place;
  return { label, start: 'at' in start ? start.at : '', length, medium, place, instructions, form };
}

/** What is wrong with the day, the time and the link, beside each. */
export function checkVisit(typed: TypedVisit, { zone, now, words }: Here): FieldError[] {
  const { appointment, moment } = words.referralActs;
  const start = momentToCome(typed, zone, now);
  const wrong: FieldError[] = [];
  if (typed.slot === '' && 'problem' in start)
    wrong.push({ field: start.problem.field, message: moment[start.problem.code] });
  if ((typed.medium === 'video' || typed.slot !== '') && typed.link !== '' && !isVideoLink(typed.link))
    wrong.push({ field: 'link', message: appointment.linkWrong });
  return wrong;
}

/** Where an issue of the verb's schema belongs: the start is `checkVisit`'s own. */
export function visitFieldOf([name = '']: readonly string[]): string {
  return name === 'start' ? '' : name;
}

export function visitLabels({ referralActs: { appointment: words } }: Words) {
  const { free: slot, label, day, time, length, medium, place, link, instructions, form } = words;
  return { slot, label, day, time, length, medium, place, link, instructions, form };
}

/** What a file that goes with the visit is called. */
export function papersSaid({ sheets }: Words) {
  return { label: sheets.forVisit, hint: sheets.forVisitHint };
}

/** Where a time that cannot be had is said: beside the free times, or beside the day that was typed. */
export const visitRefusedAt = {
  ...{ 'slot-taken': 'slot', 'no-such-slot': 'slot', 'slot-kept': 'slot' },
  'start-in-past': 'day',
} as const;

/** The button for later free times: its value is the day from which they are shown. */
export function showLater<T extends TypedVisit>(typed: T, from: string): T {
  return { ...typed, slot: '', later: /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : '' };
}

/** The appointment that stands, back in the fields: for a change of it. */
export function typedFrom({ one, story }: Pick<ActOn, 'one' | 'story'>): Partial<TypedVisit> {
  const { appointment } = one.state;
  if (!appointment) return {};
  const { label, start, length, medium, place = '', instructions = '', form = '' } = appointment;
  return {
    ...{ label, medium, instructions, form, ...typedOf(start, zoneHere(one.state, story)) },
    length: length === undefined ? '' : String(length),
    [medium === 'video' ? 'link' : 'place']: place,
  };
}

/** A free time that was chosen on the way here; nothing when it names none. */
export function chosenFrom(
  { one, story }: Pick<ActOn, 'one' | 'story'>,
  { slot = '' }: From,
): Partial<TypedVisit> {
  const { at } = startOfSlot(slot);
  return at === undefined ? {} : { slot, later: localDay(at, zoneHere(one.state, story)) };
}

/** The zone of the receiver's site, in which its visits are. */
export function zoneHere(
  { receiver }: Pick<CaseState, 'receiver'>,
  { names }: Pick<ActOn['story'], 'names'>,
) {
  return names.sites[receiver.site]?.zone ?? 'America/Toronto';
}

/** A moment that has passed, typed as a day and a time; both empty: now. */
export function momentPast(typed: { day: string; time: string }, { zone }: Here): string | undefined {
  if (typed.day === '' && typed.time === '') return undefined;
  const moment = momentOf(typed, zone);
  return 'at' in moment ? moment.at : '';
}

/** What is wrong with a day and a time, whether to come or past. */
export function checkMoment(
  typed: { day: string; time: string },
  { zone, words }: Here,
  fields: { day: string; time: string } = { day: 'day', time: 'time' },
): FieldError[] {
  if (typed.day === '' && typed.time === '') return [];
  const moment = momentOf(typed, zone);
  if ('at' in moment) return [];
  const { field, code } = moment.problem;
  return [{ field: fields[field], message: words.referralActs.moment[code] }];
}
