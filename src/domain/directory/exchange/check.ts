import { oneLine, paragraphs } from '../../patient/plain-text.ts';
import { tidyPostalCode } from '../facility.ts';
import { inOntario } from '../place.ts';
import type { Bilingual, OpenHours, Place } from '../service.ts';
import { cycleIn, tooDeepIn } from './cycle.ts';
import {
  type Entry,
  type ExchangeNote,
  type ListedCategory,
  type ListedService,
  type ListedSite,
  type ReadListings,
  type Refused,
  serviceTexts,
} from './listing.ts';
import { isDay } from './traits.ts';

/** Characters, as the database has them; each language for itself. */
const limits: Record<(typeof serviceTexts)[number], number> = {
  ...{ name: 200, description: 4000, willSee: 4000, willNotSee: 4000, needed: 4000 },
  ...{ conditions: 2000, preparation: 4000, cost: 500 },
};

/** What would change the meaning of the entry if it were left out. */
class Refusal {
  readonly note: ExchangeNote;
  constructor(note: ExchangeNote) {
    this.note = note;
  }
}

/**
 * What a reader took from a file, with every limit of the directory: the entries that may be stored, each with what was
 * left out of it, and the refused ones with why. A tree of categories that goes round, or too deep, is refused whole. The same for every format.
 */
export function checkListings(read: ReadListings): ReadListings {
  const refused: Refused[] = [...read.refused];
  const tree = wrongTree(read.categories.map(one => one.value));
  if (tree) refused.push(tree);
  const sites = keep(read.sites, refused, checkedSite);
  const known = new Set(sites.map(one => one.value.ref));
  const services = keep(read.services, refused, (one, notes) => {
    if (!known.has(one.site)) throw new Refusal({ code: 'unknown-reference', text: one.site.slice(0, 100) });
    return checkedService(one, notes);
  });
  const categories = tree
    ? []
    : read.categories.filter(one => named(one.value.name) && one.value.code !== '');
  return { sites, services, categories, refused };
}

/** Of a tree that cannot be one, what is wrong and where. */
function wrongTree(categories: readonly ListedCategory[]): Refused | null {
  const cycle = cycleIn(categories);
  if (cycle)
    return { at: '', name: cycle[0]!, notes: [{ code: 'cycle', text: cycle.join(' > ').slice(0, 500) }] };
  const deep = tooDeepIn(categories);
  return deep === null
    ? null
    : { at: '', name: deep, notes: [{ code: 'too-deep', text: deep.slice(0, 100) }] };
}

function keep<T extends { ref: string; name: Bilingual }>(
  entries: readonly Entry<T>[],
  refused: Refused[],
  check: (value: T, notes: ExchangeNote[]) => T,
): Entry<T>[] {
  const seen = new Set<string>();
  return entries.flatMap(entry => {
    const notes = [...entry.notes];
    try {
      const { ref } = entry.value;
      if (ref === '') throw new Refusal({ code: 'id-missing' });
      if (ref.length > 200) throw new Refusal({ code: 'too-long', text: 'id' });
      if (seen.has(ref)) throw new Refusal({ code: 'duplicate-id', text: ref });
      const value = check(entry.value, notes);
      seen.add(ref);
      return [{ at: entry.at, value, notes }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { en, fr } = entry.value.name;
      refused.push({ at: entry.at, name: (en || fr).slice(0, 200), notes: [error.note] });
      return [];
    }
  });
}

const named = ({ en, fr }: Bilingual) => en !== '' || fr !== '';

function line(text: string | null, max: number, field: string): string | null {
  if (text === null) return null;
  const checked = oneLine(text, max);
  if ('problem' in checked)
    throw new Refusal({ code: checked.problem === 'too-long' ? 'too-long' : 'wrong-value', text: field });
  return checked.value === '' ? null : checked.value;
}

function both(text: Bilingual, max: number, field: string): Bilingual {
  const of = (lang: 'en' | 'fr') => {
    const checked = field === 'name' ? oneLine(text[lang], max) : paragraphs(text[lang], max);
    if ('value' in checked) return checked.value;
    throw new Refusal({ code: checked.problem === 'too-long' ? 'too-long' : 'wrong-value', text: field });
  };
  return { en: of('en'), fr: of('fr') };
}

/** A name in one language is the name in both. */
function nameOf(name: Bilingual, max: number): Bilingual {
  const { en, fr } = both(name, max, 'name');
  if (en === '' && fr === '') throw new Refusal({ code: 'name-missing' });
  return { en: en || fr, fr: fr || en };
}

type Located = Pick<ListedSite, 'address' | 'city' | 'postalCode' | 'latitude' | 'longitude' | 'phone'>;

function located<T extends Located>(one: T, notes: ExchangeNote[]): T {
  const { latitude, longitude } = one;
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  const believed = point && inOntario(point) ? point : { latitude: null, longitude: null };
  if (point && believed.latitude === null)
    notes.push({ code: 'coordinates-wrong', text: `${latitude},${longitude}` });
  const postalCode = line(one.postalCode, 20, 'postal code');
  return {
    ...one,
    ...believed,
    address: line(one.address, 200, 'address'),
    city: line(one.city, 100, 'city'),
    postalCode: postalCode === null ? null : tidyPostalCode(postalCode).slice(0, 10),
    phone: line(one.phone, 40, 'phone'),
  };
}

function checkedSite(one: ListedSite, notes: ExchangeNote[]): ListedSite {
  return { ...located(one, notes), name: nameOf(one.name, 400), fax: line(one.fax, 40, 'fax') };
}

function checkedService(one: ListedService, notes: ExchangeNote[]): ListedService {
  const texts = Object.fromEntries(serviceTexts.map(name => [name, both(one[name], limits[name], name)]));
  return {
    ...one,
    ...(texts as Pick<ListedService, (typeof serviceTexts)[number]>),
    name: nameOf(one.name, limits.name),
    ...agesOf(one, notes),
    languages: [...new Set(one.languages.filter(code => isLanguage(code, notes)))],
    pausedUntil: one.pausedUntil && isDay(one.pausedUntil) ? one.pausedUntil : null,
    phone: line(one.phone, 40, 'phone'),
    fax: line(one.fax, 40, 'fax'),
    publicEmail: fitting(one.publicEmail, /^[^\s@]{1,64}@[^\s@]{1,189}$/, 'e-mail', notes),
    link: linkOf(one.link, notes),
    places: one.places.slice(0, 50).map(place => placeOf(place, notes)),
    clinicians: one.clinicians.slice(0, 100).flatMap(({ name, profession }) => {
      const said = line(name, 120, 'clinician');
      return said === null ? [] : [{ name: said, profession: both(profession, 120, 'profession') }];
    }),
  };
}

function isLanguage(code: string, notes: ExchangeNote[]): boolean {
  const fits = /^[a-z]{2,3}$/.test(code);
  if (!fits) notes.push({ code: 'wrong-value', text: code.slice(0, 100) });
  return fits;
}

function agesOf({ minAge, maxAge }: Pick<ListedService, 'minAge' | 'maxAge'>, notes: ExchangeNote[]) {
  const fits = [minAge, maxAge].every(
    age => age === null || (Number.isInteger(age) && age >= 0 && age <= 130),
  );
  if (fits && (minAge ?? 0) <= (maxAge ?? 130)) return { minAge, maxAge };
  notes.push({ code: 'wrong-value', text: `${minAge ?? ''}-${maxAge ?? ''}` });
  return { minAge: null, maxAge: null };
}

/** What does not look right is left out and said. */
function fitting(text: string | null, pattern: RegExp, field: string, notes: ExchangeNote[]): string | null {
  if (text === null || text === '') return null;
  if (pattern.test(text)) return text;
  notes.push({ code: 'wrong-value', text: field });
  return null;
}

/** An address that every browser reads as one. */
function linkOf(text: string | null, notes: ExchangeNote[]): string | null {
  const link = fitting(text, /^https:\/\/[^\s"<>]{1,480}$/, 'link', notes);
  if (link === null || URL.canParse(link)) return link;
  notes.push({ code: 'wrong-value', text: 'link' });
  return null;
}

function placeOf(place: Place, notes: ExchangeNote[]): Place {
  const hours: OpenHours[] = [];
  for (const one of [...place.hours].sort((a, b) => a.weekday - b.weekday || a.opens - b.opens)) {
    const last = hours.at(-1);
    const apart = !last || last.weekday < one.weekday || last.closes <= one.opens;
    if (apart && one.opens < one.closes && one.closes <= 1440 && one.opens >= 0) hours.push(one);
    else notes.push({ code: 'hours-not-taken' });
  }
  return { ...located(place, notes), name: both(place.name, 200, 'name'), hours };
}
