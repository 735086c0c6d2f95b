import type { Bilingual, Place } from '../service.ts';
import { clockTime, dayCodes } from './hsds-hours.ts';
import { emptyTables, type TableName, type Tables, tableNames } from './hsds-tables.ts';
import { type ListedService, type ListedSite, type Listings, serviceTexts } from './listing.ts';
import { ours, traitsOf } from './traits.ts';

/** The name of the taxonomy of a code of ours. */
export const taxonomyOf = (name: string) => `${ours}:${name}`;

/** Columns of a service where the English of a text is; the other texts, and all French, are attributes. */
export const homes: Partial<Record<(typeof serviceTexts)[number], string>> = {
  ...{ name: 'name', description: 'description', willSee: 'eligibility_description' },
  ...{ needed: 'application_process', cost: 'fees_description' },
};

/**
 * Listings as the tables of HSDS 3.0. The standard has one language and no place for some of what a service says here: that
 * goes into attributes, its own way of carrying more, with terms of our taxonomies. A French name is the alternate name too.
 * Nothing of `Listings` is lost. The standard wants UUIDs: `uuidOf` gives one for the name of a row, the same every time; the
 * ref itself is an attribute.
 */
export function hsdsTables(listings: Listings, uuidOf: (name: string) => string): Tables {
  const into = emptyTables();
  writeTaxonomies(listings, into);
  const add = adder(into);
  for (const site of listings.sites) writeSite(site, add);
  for (const service of listings.services) writeService(service, add);
  return withUuids(into, uuidOf);
}

/** The same rows, with a UUID for every name of a row and wherever it is named. */
function withUuids(given: Tables, uuidOf: (name: string) => string): Tables {
  const into = emptyTables();
  for (const table of tableNames)
    into[table] = given[table].map(row =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, isId(column) && value ? uuidOf(value) : value]),
      ),
    );
  return into;
}

/** A column that names a row. */
export const isId = (column: string) => column === 'id' || column.endsWith('_id');

/** Adds a row to a table, or a value of ours to a row of another. */
interface Add {
  row(table: TableName, row: Record<string, string | number | null>): void;
  attribute(of: [table: TableName, id: string], term: string, said: { name: string; value?: string }): void;
}

function adder(into: Tables): Add {
  const terms = new Set(into.taxonomy_term.map(one => one.id));
  const row: Add['row'] = (table, given) =>
    void into[table].push(
      Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
    );
  return {
    row,
    attribute([entity, id], term, { name, value = '' }) {
      const taxonomy = taxonomyOf(term);
      const termId = `${taxonomy}:${name}`;
      if (!terms.has(termId)) {
        terms.add(termId);
        if (!into.taxonomy.some(one => one.id === taxonomy))
          into.taxonomy.push({ id: taxonomy, name: taxonomy, description: `${term} of a service` });
        into.taxonomy_term.push({
          // A code is unique among all terms: "referral" is a kind and a way.
          ...{ id: termId, code: `${term}:${name}`, name, description: `${term}: ${name}`, parent_id: '' },
          ...{ taxonomy, language: 'en', taxonomy_id: taxonomy },
        });
      }
      row('attribute', {
        ...{ id: `${id}:${term}:${name}`, link_id: id, link_entity: entity },
        ...{ taxonomy_term_id: termId, link_type: term, value },
      });
    },
  };
}

function writeTaxonomies({ categories }: Listings, into: Tables): void {
  const taxonomy = taxonomyOf('category');
  const idOf = (code: string) => `${taxonomy}:${code}`;
  into.taxonomy.push({ id: taxonomy, name: taxonomy, description: 'Kinds of service' });
  const known = new Set(categories.map(one => one.code));
  for (const { code, name, parent } of categories)
    into.taxonomy_term.push({
      ...{ id: idOf(code), code, name: name.en, description: name.fr, taxonomy, taxonomy_id: taxonomy },
      ...{ parent_id: parent !== null && known.has(parent) ? idOf(parent) : '', language: 'en' },
    });
}

function writeSite(site: ListedSite, { row, attribute }: Add): void {
  row('organization', {
    ...{ id: site.ref, name: site.name.en, alternate_name: site.name.fr, description: site.name.en },
  });
  attribute(['organization', site.ref], 'text-fr', { name: 'name', value: site.name.fr });
  attribute(['organization', site.ref], 'ref', { name: 'ref', value: site.ref });
  const place = { ...site, name: { en: '', fr: '' }, phone: null };
  writePlace(place, { id: `${site.ref}:site`, site: site.ref }, { row, attribute });
  writePhones(site, { organization_id: site.ref }, row);
}

function writePhones(
  { phone, fax }: Pick<ListedSite, 'phone' | 'fax'>,
  of: { organization_id: string } | { service_id: string } | { location_id: string },
  row: Add['row'],
): void {
  const id = Object.values(of)[0]!;
  if (phone !== null) row('phone', { id: `${id}:voice`, ...of, ...dialled(phone), type: 'voice' });
  if (fax !== null) row('phone', { id: `${id}:fax`, ...of, ...dialled(fax), type: 'fax' });
}

/** "416-555-0100 ext. 5" as number and extension. */
function dialled(phone: string): { number: string; extension: string } {
  const [, number = phone, extension = ''] = /^(.+) ext\. ([1-9]\d{0,9})$/.exec(phone) ?? [];
  return { number, extension };
}

type PlaceText = Omit<Place, 'hours'>;

/** The standard wants an address whole: parts of one are attributes of the location, and its description for people. */
function writePlace(place: PlaceText, { id, site }: { id: string; site: string }, add: Add): void {
  const { address, city, postalCode } = place;
  const whole = address !== null && city !== null && postalCode !== null;
  const parts = { address, city, 'postal-code': postalCode };
  add.row('location', {
    ...{ id, location_type: 'physical', organization_id: site, name: place.name.en },
    ...{ alternate_name: place.name.fr, latitude: place.latitude, longitude: place.longitude },
    description: whole ? '' : [address, city, postalCode].filter(part => part !== null).join(', '),
  });
  if (whole)
    add.row('address', {
      ...{ id: `${id}:address`, location_id: id, address_1: address, city, state_province: 'ON' },
      ...{ postal_code: postalCode, country: 'CA', address_type: 'physical' },
    });
  else
    for (const [name, value] of Object.entries(parts))
      if (value !== null) add.attribute(['location', id], 'address', { name, value });
  writePhones({ phone: place.phone, fax: null }, { location_id: id }, add.row);
}

function writeService(one: ListedService, add: Add): void {
  const { row, attribute } = add;
  const at: [TableName, string] = ['service', one.ref];
  row('service', {
    ...{ id: one.ref, organization_id: one.site, alternate_name: one.name.fr, url: asciiLink(one.link) },
    ...{ email: one.publicEmail, status: isOpen(one) ? 'active' : 'temporarily closed' },
    ...{ minimum_age: one.minAge, maximum_age: one.maxAge },
    ...Object.fromEntries(Object.entries(homes).map(([name, column]) => [column, one[name as 'name'].en])),
  });
  for (const name of serviceTexts)
    writeText(one[name], name, (term, value) => attribute(at, term, { name, value }));
  attribute(at, 'ref', { name: 'ref', value: one.ref });
  attribute(at, 'category', { name: one.category });
  for (const [name, value] of traitsOf(one))
    attribute(at, name, name === 'paused-until' ? { name, value } : { name: value });
  for (const code of one.languages)
    row('language', { id: `${one.ref}:l:${code}`, service_id: one.ref, name: languageName(code), code });
  for (const region of one.regions)
    row('service_area', {
      ...{ id: `${one.ref}:${region}`, service_id: one.ref, name: areaNames[region] ?? 'Ontario' },
      ...{ extent: region, extent_type: 'text' },
    });
  writePhones(one, { service_id: one.ref }, row);
  writePeople(one, add);
  one.places.forEach((place, n) => {
    writeServicePlace(one, place, { n, add });
  });
}

/** A pause that is over is not in `Listings`. */
const isOpen = ({ accepting, pausedUntil }: ListedService) => accepting && pausedUntil === null;

const areaNames: Record<string, string> = {
  ...{
    K: 'Eastern Ontario',
    L: 'Central Ontario',
    M: 'Toronto',
    N: 'Western Ontario',
    P: 'Northern Ontario',
  },
};

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** The English name of a language, as the standard wants beside its code. */
export const languageName = (code: string) => languageNames.of(code) ?? code;

/** An address with accents as a URI, which has none (RFC 3986). */
function asciiLink(link: string | null): string | null {
  const readable = link?.replace(/\p{Cs}/gu, '\ufffd') ?? null;
  return readable?.replace(/[^\x21-\x7e]+/gu, encodeURIComponent) ?? null;
}

function writeText(
  { en, fr }: Bilingual,
  name: (typeof serviceTexts)[number],
  say: (term: string, value: string) => void,
) {
  if (en !== '' && !homes[name]) say('text-en', en);
  if (fr !== '') say('text-fr', fr);
}

function writePeople({ ref, clinicians }: ListedService, { row, attribute }: Add): void {
  clinicians.forEach(({ name, profession }, n) => {
    const id = `${ref}:c${n + 1}`;
    row('contact', { id, service_id: ref, name, title: profession.en });
    if (profession.fr !== '')
      attribute(['contact', id], 'text-fr', { name: 'profession', value: profession.fr });
  });
}

function writeServicePlace(
  { ref, site }: ListedService,
  place: Place,
  { n, add }: { n: number; add: Add },
): void {
  const id = `${ref}:p${n + 1}`;
  writePlace(place, { id, site }, add);
  add.row('service_at_location', { id: `${id}:at`, service_id: ref, location_id: id });
  place.hours.forEach(({ weekday, opens, closes }, h) => {
    add.row('schedule', {
      ...{ id: `${id}:h${h + 1}`, service_at_location_id: `${id}:at`, wkst: 'MO', freq: 'WEEKLY' },
      ...{ byday: dayCodes[weekday - 1]!, opens_at: clockTime(opens), closes_at: clockTime(closes) },
    });
  });
}
