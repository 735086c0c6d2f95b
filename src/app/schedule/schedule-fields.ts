import { momentOf } from '../../domain/case/typed-moment.ts';
import { readHours } from '../../domain/directory/hours.ts';
import type { OpenHours } from '../../domain/directory/service.ts';
import { appointmentLabels, media } from '../../domain/referral/referral.ts';
import type { Closure, Pattern } from '../../domain/schedule/plan.ts';
import { isVideoLink } from '../../domain/schedule/video-link.ts';
import type { Schedule, ScheduleDetails, TypeDetails } from '../ports/schedules.ts';

export type ScheduleProblem =
  | 'missing'
  | 'too-long'
  | 'choose-one'
  | 'choose-some'
  | 'not-a-number'
  | 'not-a-day'
  | 'not-hours'
  | 'one-span'
  | 'backwards'
  | 'not-a-link';

export interface FieldProblem {
  field: string;
  problem: ScheduleProblem;
}

export type Read<T> = { value: T } | { problems: FieldProblem[] };

/** Collects what is wrong while the fields are read; each reader gives a value to go on with. */
function reader() {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, problem: ScheduleProblem) => void problems.push({ field, problem });
  return {
    done: <T>(value: T): Read<T> => (problems.length > 0 ? { problems } : { value }),
    wrong,
    text(field: string, typed: string, most: number, required = false): string {
      if (required && typed === '') wrong(field, 'missing');
      if (typed.length > most) wrong(field, 'too-long');
      return typed;
    },
    whole(field: string, typed: string, [min, max]: readonly [number, number]): number {
      const value = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
      if (value >= min && value <= max) return value;
      wrong(field, typed === '' ? 'missing' : 'not-a-number');
      return min;
    },
    day(field: string, typed: string): string {
      const moment = momentOf({ day: typed, time: '12:00' }, 'UTC');
      if ('problem' in moment) wrong(field, typed === '' ? 'missing' : 'not-a-day');
      return typed;
    },
    hours(field: string, typed: string): readonly OpenHours[] {
      const read = readHours(typed, 1);
      if ('hours' in read) return read.hours;
      wrong(field, read.problem === 'backwards' ? 'backwards' : 'not-hours');
      return [];
    },
  };
}

/** The fields of a schedule as typed. */
export interface TypedSchedule {
  nameEn: string;
  nameFr: string;
  /** Key of a colleague. */
  member: string;
  place: string;
  /** Keys. */
  services: readonly string[];
  holidays: boolean;
  patients: boolean;
  /** Minutes of an offer. */
  offer: string;
}

/** What a key of the form may name: colleagues and services of the site. */
export interface Named {
  members: readonly { key: string; member: number }[];
  services: readonly { key: string; id: number }[];
}

const offers = ['', '60', '120', '240', '720'] as const;
export const offerChoices = offers;

export function readSchedule(typed: TypedSchedule, named: Named): Read<ScheduleDetails> {
  const read = reader();
  const name = {
    en: read.text('nameEn', typed.nameEn, 120, true),
    fr: read.text('nameFr', typed.nameFr, 120, true),
  };
  const member = named.members.find(one => one.key === typed.member)?.member ?? null;
  if (typed.member !== '' && member === null) read.wrong('member', 'choose-one');
  const chosen = named.services.filter(one => typed.services.includes(one.key)).map(one => one.id);
  if (!(offers as readonly string[]).includes(typed.offer)) read.wrong('offer', 'choose-one');
  return read.done({
    ...{ name, member, place: read.text('place', typed.place, 300), services: chosen },
    ...{ keepsHolidays: typed.holidays, patientsChoose: typed.patients },
    offerMinutes: typed.offer === '' ? null : Number(typed.offer),
  });
}

export interface TypedType {
  nameEn: string;
  nameFr: string;
  label: string;
  minutes: string;
  buffer: string;
  medium: string;
  link: string;
  instructionsEn: string;
  instructionsFr: string;
  /** Slug of a form; empty: none. */
  form: string;
}

/** `forms`: those a kind of visit may ask. */
export function readType(typed: TypedType, forms: readonly { slug: string }[]): Read<TypeDetails> {
  const read = reader();
  const medium = media.find(one => one === typed.medium);
  if (!medium) read.wrong('medium', 'choose-one');
  if (!(appointmentLabels as readonly string[]).includes(typed.label)) read.wrong('label', 'choose-one');
  if (typed.form !== '' && !forms.some(one => one.slug === typed.form)) read.wrong('form', 'choose-one');
  const link = medium === 'video' ? typed.link : '';
  if (link !== '' && (!isVideoLink(link) || link.length > 300)) read.wrong('link', 'not-a-link');
  return read.done({
    name: {
      en: read.text('nameEn', typed.nameEn, 120, true),
      fr: read.text('nameFr', typed.nameFr, 120, true),
    },
    ...{ label: typed.label, medium: medium ?? 'in-person', link, form: typed.form },
    minutes: read.whole('minutes', typed.minutes, [5, 720]),
    buffer: read.whole('buffer', typed.buffer === '' ? '0' : typed.buffer, [0, 240]),
    instructions: {
      en: read.text('instructionsEn', typed.instructionsEn, 4000),
      fr: read.text('instructionsFr', typed.instructionsFr, 4000),
    },
  });
}

export interface TypedSession {
  /** Key of a kind of visit. */
  type: string;
  weekdays: readonly string[];
  hours: string;
  every: string;
  from: string;
  until: string;
  urgent: string;
  release: string;
}

/** A session for each stretch of the hours that were typed. */
export function readSessions(typed: TypedSession, { types }: Pick<Schedule, 'types'>): Read<Pattern[]> {
  const read = reader();
  const type = types.find(one => one.key === typed.type);
  if (!type) read.wrong('type', 'choose-one');
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(day => typed.weekdays.includes(String(day)));
  if (weekdays.length === 0) read.wrong('weekdays', 'choose-some');
  const spans = read.hours('hours', typed.hours);
  if (typed.hours === '') read.wrong('hours', 'missing');
  const from = read.day('from', typed.from);
  if (typed.until !== '' && read.day('until', typed.until) < from) read.wrong('until', 'backwards');
  const all = {
    ...{ type: type?.id ?? 0, weekdays, from },
    everyWeeks: read.whole('every', typed.every === '' ? '1' : typed.every, [1, 26]),
    urgent: read.whole('urgent', typed.urgent === '' ? '0' : typed.urgent, [0, 100]),
    ...(typed.until !== '' && { until: typed.until }),
    ...(typed.release !== '' && { releaseHours: read.whole('release', typed.release, [1, 720]) }),
  };
  return read.done(spans.map(({ opens, closes }) => ({ ...all, opens, closes })));
}

export interface TypedClosure {
  /** `site` or this schedule. */
  what: string;
  from: string;
  until: string;
  hours: string;
  why: string;
}

/** One day when no last day is typed. */
export function readClosure(typed: TypedClosure): Read<Closure & { why: string; ofSite: boolean }> {
  const read = reader();
  const from = read.day('from', typed.from);
  const until = typed.until === '' ? from : read.day('until', typed.until);
  if (until < from) read.wrong('until', 'backwards');
  const spans = typed.hours === '' ? [] : read.hours('hours', typed.hours);
  if (spans.length > 1) read.wrong('hours', 'one-span');
  const [span] = spans;
  return read.done({
    ...{ from, until, why: read.text('why', typed.why, 200), ofSite: typed.what === 'site' },
    ...(span && { opens: span.opens, closes: span.closes }),
  });
}
