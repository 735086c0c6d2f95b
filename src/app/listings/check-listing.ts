import {
  conflictsOf,
  type FieldRule,
  type Listing,
  type ListingPart,
  listingParts,
  type PlainField,
  type PlainValue,
} from '../../domain/directory/listing.ts';
import { emailAddress, phoneNumber } from '../../domain/patient/contact.ts';
import { paragraphs } from '../../domain/patient/plain-text.ts';
import { readAppointments, readPeople, readPlaces } from './check-listing-rows.ts';
import {
  dayOf,
  type Known,
  type ListingProblem,
  lineOf,
  optional,
  plainly,
  type Read,
  said,
  type TypedListing,
} from './listing-fields.ts';

/** The listing with one form of it as typed, or everything that is wrong there in the order of the form. */
export function checkListing(
  part: ListingPart,
  typed: TypedListing,
  { before, known }: { before: Listing; known: Known },
): { after: Listing } | { problems: ListingProblem[] } {
  const problems: ListingProblem[] = [];
  const plain: Record<PlainField, PlainValue> = { ...before.plain };
  for (const [field, rule] of Object.entries(listingParts[part]) as [PlainField, FieldRule][]) {
    const read = rule.is === 'keyed' ? keyed(field, said(typed[field]), known) : plainOf(rule, typed[field]);
    if ('problem' in read) problems.push({ field, ...read });
    else plain[field] = read.value;
  }
  if (plain.takes === 'direct') plain.intake = null;
  const after: Listing = {
    plain,
    places: part === 'places' ? readPlaces(typed, problems) : before.places,
    clinicians: part === 'people' ? readPeople(typed, known, problems) : before.clinicians,
    appointments: part === 'offer' ? readAppointments(typed) : before.appointments,
  };
  if (problems.length === 0) problems.push(...conflictsOf(after, known.kind).map(found => ({ ...found })));
  return problems.length > 0 ? { problems } : { after };
}

function linkOf(typed: string): string | undefined {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.href.length > 500) return undefined;
  return url.href;
}

function numberOf(typed: string, min: number, max: number): Read<number | null> {
  if (typed === '') return { value: null };
  const value = Number(typed);
  return /^\d{1,6}$/.test(typed) && value >= min && value <= max ? { value } : { problem: 'number' };
}

function plainOf(
  rule: Exclude<FieldRule, { is: 'keyed' }>,
  typed: TypedListing[string] | undefined,
): Read<PlainValue> {
  const text = said(typed);
  switch (rule.is) {
    case 'line':
      return lineOf(text, rule.max, rule.required);
    case 'paragraphs':
      return plainly(paragraphs(text, rule.max, rule.required));
    case 'link':
      return optional(text, linkOf, 'link');
    case 'email':
      return optional(text, emailAddress, 'email');
    case 'phone':
      return optional(text, phoneNumber, 'phone');
    case 'day':
      return dayOf(text);
    case 'tick':
      return { value: typed === true };
    case 'number':
      return numberOf(text, rule.min, rule.max);
    case 'one':
      return rule.of.includes(text) ? { value: text } : { problem: 'choose' };
    case 'many': {
      const ticked = Array.isArray(typed) ? typed : [];
      const value = rule.of.filter(one => ticked.includes(one));
      if (value.length < new Set(ticked).size) return { problem: 'choose' };
      return rule.required && value.length === 0 ? { problem: 'choose' } : { value };
    }
    default:
      return rule satisfies never;
  }
}

function keyed(field: PlainField, typed: string, known: Known): Read<PlainValue> {
  const of = field === 'category' ? known.categories : field === 'form' ? known.forms : known.intakes;
  if (typed === '') return field === 'category' ? { problem: 'choose' } : { value: null };
  return of.includes(typed) ? { value: typed } : { problem: 'choose' };
}
