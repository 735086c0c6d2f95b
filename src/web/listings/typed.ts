import { z } from 'zod';
import { personFields, placeFields, rowsOf, weekdays } from '../../app/listings/check-listing-rows.ts';
import type { TypedListing } from '../../app/listings/listing-fields.ts';
import type { KeptListing } from '../../app/ports/listings.ts';
import { writeHours } from '../../domain/directory/hours.ts';
import { type FieldRule, type ListingPart, listingParts, partNames } from '../../domain/directory/listing.ts';
import { appointmentLabels } from '../../domain/referral/referral.ts';
import { many, text, tick } from '../../http/form.ts';

const range = (most: number) => Array.from({ length: most }, (_, i) => i + 1);
const texts = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, text()]));

function fieldsOf(part: ListingPart): Record<string, z.ZodType<TypedListing[string]>> {
  if (part === 'places') return texts(range(rowsOf.places).flatMap(placeFields));
  if (part === 'people') return texts(range(rowsOf.people).flatMap(personFields));
  const plain = Object.entries(listingParts[part] as Record<string, FieldRule>).map(([name, { is }]) => [
    name,
    is === 'tick' ? tick() : is === 'many' ? many(60) : text(),
  ]);
  const appointments =
    part === 'offer' ? { labels: many(40), ...texts(appointmentLabels.map(label => `medium-${label}`)) } : {};
  return { ...Object.fromEntries(plain), ...appointments };
}

/** The fields that the form of each part may carry. */
export const partBodies = Object.fromEntries(
  partNames.map(part => [part, z.strictObject(fieldsOf(part))]),
) as unknown as Record<ListingPart, z.ZodType<TypedListing>>;

/** A form of a listing as it is first drawn. `members`: keys of members by inside id. */
export function typedOf(
  part: ListingPart,
  listing: KeptListing,
  members: ReadonlyMap<number, string>,
): TypedListing {
  if (part === 'places') return Object.assign({}, ...listing.places.map(placeTyped));
  if (part === 'people')
    return Object.assign(
      {},
      ...listing.clinicians.map(({ name, profession, member, outUntil }, i) => ({
        ...{ [`k${i + 1}Name`]: name, [`k${i + 1}ProfessionEn`]: profession.en },
        ...{ [`k${i + 1}ProfessionFr`]: profession.fr, [`k${i + 1}OutUntil`]: outUntil ?? '' },
        [`k${i + 1}Member`]: members.get(member ?? 0) ?? '',
      })),
    );
  const plain = Object.keys(listingParts[part]).map(name => {
    const value = listing.plain[name as keyof KeptListing['plain']];
    return [name, typeof value === 'number' ? String(value) : (value ?? '')];
  });
  const media = listing.appointments.map(({ label, medium }) => [`medium-${label}`, medium ?? '']);
  const labels = part === 'offer' ? { labels: listing.appointments.map(one => one.label) } : {};
  return { ...Object.fromEntries(plain), ...labels, ...Object.fromEntries(part === 'offer' ? media : []) };
}

function placeTyped(place: KeptListing['places'][number], index: number): TypedListing {
  const at = `p${index + 1}`;
  const degrees = (value: number | null) => (value === null ? '' : String(value));
  return {
    ...{
      [`${at}NameEn`]: place.name.en,
      [`${at}NameFr`]: place.name.fr,
      [`${at}Address`]: place.address ?? '',
    },
    ...{ [`${at}City`]: place.city ?? '', [`${at}PostalCode`]: place.postalCode ?? '' },
    ...{ [`${at}Phone`]: place.phone ?? '', [`${at}Latitude`]: degrees(place.latitude) },
    [`${at}Longitude`]: degrees(place.longitude),
    ...Object.fromEntries(weekdays.map(day => [`${at}Day${day}`, writeHours(place.hours, day)])),
  };
}
