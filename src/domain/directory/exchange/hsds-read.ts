import { type Bilingual, type Place, serviceLanguages } from '../service.ts';
import { hoursOf } from './hsds-hours.ts';
import { type FindRows, finder, type Row, type TableName, type Tables, tables } from './hsds-tables.ts';
import { homes, languageName, taxonomyOf } from './hsds-write.ts';
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
import { choicesOf, type Trait, unsaid } from './traits.ts';

/** Where a row was in its file: `services.csv 12`. */
export type Where = (row: Row, table: TableName) => string;

/**
 * The listings of tables of HSDS 3.0, of this directory or any other: what has no meaning here is passed over. A service
 * that is not active, or is defunct, is refused; "temporarily closed" does not accept. Unchecked: see `checkListings`.
 */
export function readHsds(given: Tables, where: Where): ReadListings {
  const look = lookIn(given);
  const refused: Refused[] = [];
  const services = given.service.flatMap((row): Entry<ListedService>[] => {
    const at = where(row, 'service');
    if (!['active', 'temporarily closed', ''].includes(said(row, 'status'))) {
      refused.push({
        at,
        name: said(row, 'name'),
        notes: [{ code: 'not-active', text: said(row, 'status') }],
      });
      return [];
    }
    const notes: ExchangeNote[] = [];
    return [{ at, value: serviceOf(row, look, notes), notes }];
  });
  const sites = given.organization.map(row => ({
    ...{ at: where(row, 'organization'), value: siteOf(row, look), notes: [] },
  }));
  return { sites, services, categories: categoriesOf(given, where), refused };
}

/** Rows by what they belong to. */
interface Look {
  rows: FindRows;
  one(table: TableName, id: string): Row | undefined;
  /** Terms said of a row: name of the taxonomy, code, value. */
  terms(entity: TableName, id: string): { taxonomy: string; code: string; value: string; id: string }[];
}

function lookIn(given: Tables): Look {
  const rows = finder(given);
  const one: Look['one'] = (table, id) => rows(table, 'id', id)[0];
  return {
    rows,
    one,
    terms: (entity, id) =>
      rows('attribute', 'link_id', id).flatMap(row => {
        const term = one('taxonomy_term', said(row, 'taxonomy_term_id'));
        if (!term || ![entity, tables[entity].nested].includes(said(row, 'link_entity'))) return [];
        const taxonomy =
          said(term, 'taxonomy') || said(one('taxonomy', said(term, 'taxonomy_id')) ?? {}, 'name');
        const code = said(term, 'code') || said(term, 'id');
        return [{ taxonomy, code: ownCode(taxonomy, code), value: said(row, 'value'), id: said(term, 'id') }];
      }),
  };
}

/** A code of ours without the name of its list, which makes it unique. */
function ownCode(taxonomy: string, code: string): string {
  const list = taxonomy.startsWith(taxonomyOf('')) ? `${taxonomy.slice(taxonomyOf('').length)}:` : '';
  return list !== '' && code.startsWith(list) ? code.slice(list.length) : code;
}

const said = (row: Row, column: string) => row[column] ?? '';
const orNull = (text: string) => (text === '' ? null : text);
const number = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null);

/** What a directory of ours calls it, or its id. */
function refOf(entity: 'organization' | 'service', row: Row, look: Look): string {
  return valueIn(look, [entity, said(row, 'id')], 'ref', 'ref') || said(row, 'id');
}

/** Where an organization is: a place of its own, else one of its services. */
function siteOf(row: Row, look: Look): ListedSite {
  const id = said(row, 'id');
  const places = look.rows('location', 'organization_id', id);
  const own = places.find(
    one => look.rows('service_at_location', 'location_id', said(one, 'id')).length === 0,
  );
  return {
    ref: refOf('organization', row, look),
    name: { en: said(row, 'name'), fr: textIn(look, ['organization', id], 'fr', 'name') },
    ...placeOf(own ?? places[0] ?? {}, look),
    ...numbersOf(look.rows('phone', 'organization_id', id)),
  };
}

function numbersOf(phones: readonly Row[]): Pick<ListedSite, 'phone' | 'fax'> {
  const of = (types: readonly string[]) => {
    const row = phones.find(one => types.includes(said(one, 'type').toLowerCase())) ?? {};
    const extension = said(row, 'extension');
    return orNull(extension ? `${said(row, 'number')} ext. ${extension}` : said(row, 'number'));
  };
  return { phone: of(['voice', '', 'cell', 'mobile', 'toll-free']), fax: of(['fax']) };
}

/** Where a location is; its name and telephone are for a place of a service. */
function placeOf(row: Row, look: Look) {
  const address = look.rows('address', 'location_id', said(row, 'id'));
  const best = address.find(one => said(one, 'address_type') === 'physical') ?? address[0] ?? {};
  const part = (name: string) => valueIn(look, ['location', said(row, 'id')], 'address', name);
  return {
    address: orNull(
      [said(best, 'address_1'), said(best, 'address_2')].filter(Boolean).join(', ') || part('address'),
    ),
    city: orNull(said(best, 'city') || part('city')),
    postalCode: orNull(said(best, 'postal_code') || part('postal-code')),
    latitude: number(said(row, 'latitude')),
    longitude: number(said(row, 'longitude')),
  };
}

function textIn(look: Look, of: [TableName, string], lang: 'en' | 'fr', name: string): string {
  return valueIn(look, of, `text-${lang}`, name);
}

/** A value of ours that a row carries; '' when it does not. */
function valueIn(look: Look, [entity, id]: [TableName, string], list: string, name: string): string {
  const terms = look.terms(entity, id);
  return terms.find(one => one.taxonomy === taxonomyOf(list) && one.code === name)?.value ?? '';
}

function serviceOf(row: Row, look: Look, notes: ExchangeNote[]): ListedService {
  const id = said(row, 'id');
  const site = look.one('organization', said(row, 'organization_id'));
  const terms = look.terms('service', id);
  const traits = terms.map((one): Trait => {
    const name = one.taxonomy.slice(taxonomyOf('').length);
    return [name, name === 'paused-until' ? one.value : one.code];
  });
  return {
    ref: refOf('service', row, look),
    site: site ? refOf('organization', site, look) : said(row, 'organization_id'),
    ...{ category: categoryOf(terms), ...textsOf(row, look) },
    languages: look.rows('language', 'service_id', id).map(languageOf),
    ...choicesOf(traits, {
      ...unsaid,
      ...areasOf(id, look),
      accepting: said(row, 'status') !== 'temporarily closed',
    }),
    ...{ minAge: number(said(row, 'minimum_age')), maxAge: number(said(row, 'maximum_age')) },
    ...numbersOf(look.rows('phone', 'service_id', id)),
    ...{ publicEmail: orNull(said(row, 'email')), link: orNull(said(row, 'url')) },
    places: look.rows('service_at_location', 'service_id', id).flatMap(at => servicePlace(at, look, notes)),
    clinicians: look.rows('contact', 'service_id', id).map(one => ({
      name: said(one, 'name'),
      profession: {
        en: said(one, 'title'),
        fr: textIn(look, ['contact', said(one, 'id')], 'fr', 'profession'),
      },
    })),
  };
}

/** Its code with two letters where it has one, or that of a language we know by its English name. */
function languageOf(row: Row): string {
  const code = said(row, 'code').trim();
  const named = serviceLanguages.find(one => languageName(one) === said(row, 'name').trim());
  if (!/^[a-z]{2,3}$/i.test(code)) return code || named || said(row, 'name');
  return Intl.getCanonicalLocales(code)[0] ?? code;
}

function categoryOf(terms: ReturnType<Look['terms']>): string {
  const own = terms.find(one => one.taxonomy === taxonomyOf('category'));
  return own?.code ?? terms.find(one => !one.taxonomy.startsWith(taxonomyOf('')))?.code ?? '';
}

function areasOf(ref: string, look: Look): { regions: string[] } {
  const letters = look.rows('service_area', 'service_id', ref).map(one => said(one, 'extent'));
  return { regions: letters.filter(letter => /^[KLMNP]$/.test(letter)) };
}

function textsOf(row: Row, look: Look): Record<(typeof serviceTexts)[number], Bilingual> {
  const ref = said(row, 'id');
  const texts = serviceTexts.map(name => {
    const home = homes[name];
    const en = home ? said(row, home) : textIn(look, ['service', ref], 'en', name);
    return [name, { en, fr: textIn(look, ['service', ref], 'fr', name) }];
  });
  const of = Object.fromEntries(texts) as Record<(typeof serviceTexts)[number], Bilingual>;
  return { ...of, ...moreOf(ref, of, look) };
}

/** What others keep in tables of their own: papers to bring, and what it costs in rows. */
function moreOf(ref: string, { needed, cost }: { needed: Bilingual; cost: Bilingual }, look: Look) {
  const papers = look.rows('required_document', 'service_id', ref).map(one => said(one, 'document'));
  const fees = look.rows('cost_option', 'service_id', ref).map(one => {
    const sum = said(one, 'amount') && `${said(one, 'amount')} ${said(one, 'currency')}`;
    return [said(one, 'option'), sum, said(one, 'amount_description')].filter(Boolean).join(', ');
  });
  const join = (text: string, list: readonly string[]) => [text, ...list].filter(Boolean).join('\n');
  return {
    needed: { ...needed, en: join(needed.en, papers) },
    cost: { ...cost, en: cost.en || fees.join('; ') },
  };
}

function servicePlace(at: Row, look: Look, notes: ExchangeNote[]): Place[] {
  const id = said(at, 'location_id');
  const row = look.one('location', id);
  if (!row) {
    notes.push({ code: 'unknown-reference', text: id.slice(0, 100) });
    return [];
  }
  // Anything but a building is told by the modes of the service.
  if (['virtual', 'postal'].includes(said(row, 'location_type'))) return [];
  // The nearest that says when: the service at this place, the place, the service everywhere.
  const schedules = [
    look.rows('schedule', 'service_at_location_id', said(at, 'id')),
    look.rows('schedule', 'location_id', id),
    look.rows('schedule', 'service_id', said(at, 'service_id')),
  ].find(rows => rows.length > 0);
  const phones = look.rows('phone', 'service_at_location_id', said(at, 'id'));
  return [
    {
      name: { en: said(row, 'name'), fr: said(row, 'alternate_name') },
      ...placeOf(row, look),
      phone: numbersOf([...phones, ...look.rows('phone', 'location_id', id)]).phone,
      hours: (schedules ?? []).flatMap(one => hoursOf(one, notes)),
    },
  ];
}

function categoriesOf(given: Tables, where: Where): Entry<ListedCategory>[] {
  const codes = new Map(
    given.taxonomy_term.map(row => [said(row, 'id'), said(row, 'code') || said(row, 'id')]),
  );
  return given.taxonomy_term
    .filter(row => {
      const taxonomy = said(row, 'taxonomy');
      return taxonomy === taxonomyOf('category') || !taxonomy.startsWith(taxonomyOf(''));
    })
    .map(row => {
      const en = said(row, 'name');
      // Ours keeps the French name as the description; another's description is a sentence.
      const fr = said(row, 'taxonomy') === taxonomyOf('category') ? said(row, 'description') : en;
      const parent = codes.get(said(row, 'parent_id')) ?? null;
      return {
        ...{ at: where(row, 'taxonomy_term'), notes: [] },
        value: { code: codes.get(said(row, 'id'))!, name: { en, fr: fr || en }, parent },
      };
    });
}
