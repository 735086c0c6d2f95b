import { readHours } from '../../domain/directory/hours.ts';
import {
  type AppointmentKind,
  type AppointmentMedium,
  appointmentMedia,
  type OpenHours,
  type Place,
  type ServiceClinician,
} from '../../domain/directory/service.ts';
import { canadianPostalCode } from '../../domain/patient/address.ts';
import { phoneNumber } from '../../domain/patient/contact.ts';
import { appointmentLabels } from '../../domain/referral/referral.ts';
import {
  dayOf,
  type Known,
  type ListingProblem,
  lineOf,
  optional,
  type Read,
  said,
  type TypedListing,
} from './listing-fields.ts';

/** The most rows a form has; a page shows two more than are filled. */
export const rowsOf = { places: 8, people: 30 } as const;

const placeLines = [
  'NameEn',
  'NameFr',
  'Address',
  'City',
  'PostalCode',
  'Phone',
  'Latitude',
  'Longitude',
] as const;
const personLines = ['Name', 'ProfessionEn', 'ProfessionFr', 'Member', 'OutUntil'] as const;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Names of the fields of a row, from 1: `p2City`, `p2Day3`; `k1Name`. */
export const placeFields = (row: number): string[] => [
  ...placeLines.map(name => `p${row}${name}`),
  ...weekdays.map(day => `p${row}Day${day}`),
];
export const personFields = (row: number): string[] => personLines.map(name => `k${row}${name}`);

/** Reads fields of one row, noting what is wrong. */
function reader(typed: TypedListing, prefix: string, problems: ListingProblem[]) {
  return <T>(name: string, read: (text: string) => Read<T>, instead: T): T => {
    const field = `${prefix}${name}`;
    const found = read(said(typed[field]));
    if ('value' in found) return found.value;
    problems.push({ field, problem: found.problem });
    return instead;
  };
}

const filled = (typed: TypedListing, fields: readonly string[]) =>
  fields.some(name => said(typed[name]) !== '');
const range = (most: number) => Array.from({ length: most }, (_, i) => i + 1);

function coordinate(text: string, most: number): Read<number | null> {
  if (text === '') return { value: null };
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) && Math.abs(value) <= most ? { value } : { problem: 'coordinates' };
}

/** Rows with anything in them, in their order. */
export function readPlaces(typed: TypedListing, problems: ListingProblem[]): Place[] {
  return range(rowsOf.places)
    .filter(row => filled(typed, placeFields(row)))
    .map(row => placeOf(typed, row, problems));
}

function placeOf(typed: TypedListing, row: number, problems: ListingProblem[]): Place {
  const read = reader(typed, `p${row}`, problems);
  const line = (name: string, max: number) => read(name, text => lineOf(text, max), '');
  const before = problems.length;
  const place: Place = {
    name: { en: line('NameEn', 200), fr: line('NameFr', 200) },
    ...{ address: line('Address', 200) || null, city: line('City', 100) || null },
    postalCode: read('PostalCode', text => optional(text, canadianPostalCode, 'postal-code'), null),
    latitude: read('Latitude', text => coordinate(text, 90), null),
    longitude: read('Longitude', text => coordinate(text, 180), null),
    phone: read('Phone', text => optional(text, phoneNumber, 'phone'), null),
    hours: weekdays.flatMap(day =>
      read(
        `Day${day}`,
        (text): Read<OpenHours[]> => {
          const found = readHours(text, day);
          return 'hours' in found ? { value: found.hours } : { problem: `hours-${found.problem}` };
        },
        [],
      ),
    ),
  };
  const [{ latitude, longitude }, field] = [place, `p${row}Latitude`];
  if (problems.length > before) return place;
  if ((latitude === null) !== (longitude === null)) problems.push({ field, problem: 'coordinates' });
  else if (latitude === null && !place.city) problems.push({ field: `p${row}City`, problem: 'no-place' });
  return place;
}

/** Rows with anything in them, in their order. */
export function readPeople(
  typed: TypedListing,
  known: Known,
  problems: ListingProblem[],
): ServiceClinician[] {
  return range(rowsOf.people)
    .filter(row => filled(typed, personFields(row)))
    .map(row => {
      const read = reader(typed, `k${row}`, problems);
      return {
        name: read('Name', text => lineOf(text, 120, true), ''),
        profession: {
          en: read('ProfessionEn', text => lineOf(text, 120), ''),
          fr: read('ProfessionFr', text => lineOf(text, 120), ''),
        },
        member: read(
          'Member',
          (text): Read<number | null> => {
            const member = known.members.get(text);
            if (text === '') return { value: null };
            return member === undefined ? { problem: 'choose' } : { value: member };
          },
          null,
        ),
        outUntil: read('OutUntil', dayOf, null),
      };
    });
}

/** The ticked labels, in the order of the product's list. `medium-<label>` says how each is mostly held. */
export function readAppointments(typed: TypedListing): AppointmentKind[] {
  const ticked = Array.isArray(typed.labels) ? typed.labels : [];
  return appointmentLabels
    .filter(label => ticked.includes(label))
    .map(label => {
      const medium = said(typed[`medium-${label}`]);
      const isMedium = (appointmentMedia as readonly string[]).includes(medium);
      return { label, medium: isMedium ? (medium as AppointmentMedium) : null };
    });
}
