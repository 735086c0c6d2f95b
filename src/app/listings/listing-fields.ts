import type { HoursProblem } from '../../domain/directory/hours.ts';
import type { ListingConflict } from '../../domain/directory/listing.ts';
import type { ServiceKind } from '../../domain/directory/service.ts';
import { oneLine } from '../../domain/patient/plain-text.ts';

/** A form of a listing as typed: a field by its name, a list where several may be ticked. */
export type TypedListing = Readonly<Record<string, string | boolean | readonly string[]>>;

export type FieldProblem =
  | 'missing'
  | 'too-long'
  | 'unreadable'
  | 'phone'
  | 'email'
  | 'link'
  | 'number'
  | 'day'
  | 'choose'
  | 'postal-code'
  | 'coordinates'
  | `hours-${HoursProblem}`
  | ListingConflict;

/** What is wrong and beside which field of the form. */
export interface ListingProblem {
  field: string;
  problem: FieldProblem;
}

/** What codes and keys of a form may name. */
export interface Known {
  kind: ServiceKind;
  categories: readonly string[];
  /** Keys of central intakes. */
  intakes: readonly string[];
  forms: readonly string[];
  /** Members of the site by key. */
  members: ReadonlyMap<string, number>;
}

/** What a field holds, or why it is refused. */
export type Read<T> = { value: T } | { problem: FieldProblem };

/** Text of a field; '' when absent. */
export function said(value: TypedListing[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A calendar day as a date input gives it. */
export function dayOf(typed: string): Read<string | null> {
  if (typed === '') return { value: null };
  const at = new Date(`${typed}T00:00:00Z`);
  const is = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(at.getTime());
  return is && at.toISOString().startsWith(typed) ? { value: typed } : { problem: 'day' };
}

/** A line of text, or why it is refused. */
export function lineOf(typed: string, max: number, required = false): Read<string> {
  return plainly(oneLine(typed, max, required));
}

/** As the forms of a listing say it. */
export function plainly(read: ReturnType<typeof oneLine>): Read<string> {
  if ('value' in read) return read;
  return { problem: read.problem === 'missing' || read.problem === 'too-long' ? read.problem : 'unreadable' };
}

/** What a field that may be empty holds once `read` has made sense of it. */
export function optional(
  typed: string,
  read: (text: string) => string | undefined,
  problem: FieldProblem,
): Read<string | null> {
  if (typed === '') return { value: null };
  const value = read(typed);
  return value === undefined ? { problem } : { value };
}
