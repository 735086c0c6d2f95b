import { facilityRef } from '../facility.ts';
import { fold } from '../words.ts';
import type {
  Entry,
  ExchangeNote,
  ListedCategory,
  ListedService,
  ListedSite,
  ReadListings,
} from './listing.ts';

/** A site or a service as the directory has it. */
export interface Known<T> {
  id: number;
  key: string;
  /** Which list it came from, and its name there; null for what was made here. */
  source: string | null;
  ref: string | null;
  /** As it stands; of a service, `site` is the key of its site. */
  record: T;
  /** People of its own keep it. */
  kept: boolean;
  /** Not in the directory any more: taken out when its import was undone, or ended by somebody. */
  gone: 'undone' | 'ended' | null;
  /** As the last import left it; null when none did. */
  imported: T | null;
}

export interface KnownListings {
  sites: Known<ListedSite>[];
  services: Known<ListedService>[];
  categories: { code: string; name: { en: string; fr: string } }[];
}

/** What became of an entry. With notes, one that was stored wants a person's eye. */
export type RowOutcome = 'loaded' | 'changed' | 'unchanged' | 'merged' | 'conflict' | 'refused';

export interface RowLine {
  at: string;
  name: string;
  outcome: RowOutcome;
  notes: ExchangeNote[];
}

/** Something to store: new without an id. */
export interface Write<T> {
  id: number | null;
  key: string;
  ref: string;
  /** As it was; null for what is new, or comes back. */
  before: T | null;
  /** Of a service, `site` is the key of its site. */
  record: T;
}

export interface ExchangePlan {
  sites: Write<ListedSite>[];
  services: Write<ListedService>[];
  categories: ListedCategory[];
  rows: RowLine[];
}

interface Context {
  source: string;
  newKey: () => string;
  plan: ExchangePlan;
}

/**
 * What to store of a checked file and what to say of every entry. A site or service is the one that came from this source
 * under this ref. One that somebody changed here since, that people of its own keep, or that another list has, stays as it
 * is and is a conflict; a site that is here already under the same name and postal code is used as it is. Pure but for
 * `newKey`; the same file again gives an empty plan.
 */
export function planExchange(
  read: ReadListings,
  known: KnownListings,
  { source, newKey }: { source: string; newKey: () => string },
): ExchangePlan {
  const refused = read.refused.map((one): RowLine => ({ ...one, outcome: 'refused' }));
  const context: Context = {
    source,
    newKey,
    plan: { sites: [], services: [], categories: [], rows: refused },
  };
  const sites = planSites(read.sites, known.sites, context);
  planServices(read, { known, sites }, context);
  return context.plan;
}

/** Where services of a site of the file go; null for one that is not stored. */
type SiteKeys = ReadonlyMap<string, { key: string; kept: boolean } | null>;

function planSites(
  entries: readonly Entry<ListedSite>[],
  known: readonly Known<ListedSite>[],
  context: Context,
): SiteKeys {
  const find = finderOf(known, context.source);
  const byPlace = new Map(known.filter(one => one.gone === null).map(one => [placeName(one.record), one]));
  const keys = new Map<string, { key: string; kept: boolean } | null>();
  for (const entry of entries) {
    const own = find.own(entry.value.ref);
    const named = own ?? find.byKey(entry.value.ref);
    const same = named ?? byPlace.get(placeName(entry.value));
    const key = same?.key ?? context.newKey();
    keys.set(entry.value.ref, { key, kept: same?.kept ?? false });
    const before = same?.record ?? { type: null, approximate: false };
    const record = { ...before, ...entry.value, ref: key };
    if (!own && same) say(entry, named && isSame(record, same.record) ? 'unchanged' : 'merged', [], context);
    else store({ entry, own, record, key }, context, context.plan.sites);
  }
  return keys;
}

function placeName({ name, postalCode, ref }: ListedSite): string {
  return postalCode === null ? `?${ref}` : facilityRef(name.en, postalCode);
}

function finderOf<T>(known: readonly Known<T>[], source: string) {
  const own = new Map(
    known.flatMap(one => (one.source === source && one.ref !== null ? [[one.ref, one]] : [])),
  );
  const byKey = new Map(known.map(one => [one.key, one]));
  return { own: (ref: string) => own.get(ref), byKey: (key: string) => byKey.get(key) };
}

interface Stored<T> {
  entry: Entry<T>;
  own: Known<T> | undefined;
  record: T;
  key: string;
}

/** New, changed or as before; a conflict where somebody here knows better. */
function store<T extends { ref: string; name: { en: string; fr: string } }>(
  { entry, own, record, key }: Stored<T>,
  context: Context,
  into: Write<T>[],
): void {
  const write = (before: T | null) =>
    into.push({ id: own?.id ?? null, key, ref: entry.value.ref, before, record });
  if (!own || own.gone === 'undone') {
    write(null);
    say(entry, 'loaded', [], context);
  } else if (isSame(own.gone === null ? own.record : null, record) || isSame(own.imported, record))
    // Its source says what it said last time: whatever was changed here since stands.
    say(entry, 'unchanged', [], context);
  else if (own.kept) say(entry, 'conflict', [{ code: 'works-here' }], context);
  else if (own.gone === 'ended' || (own.imported && !isSame(own.imported, own.record)))
    say(entry, 'conflict', [{ code: 'edited-here' }], context);
  else {
    write(own.record);
    say(entry, 'changed', [], context);
  }
}

function say(
  { at, value, notes }: Entry<{ name: { en: string; fr: string } }>,
  outcome: RowOutcome,
  more: ExchangeNote[],
  { plan }: Context,
): void {
  plan.rows.push({ at, name: value.name.en, outcome, notes: [...notes, ...more] });
}

function planServices(
  read: ReadListings,
  { known, sites }: { known: KnownListings; sites: SiteKeys },
  context: Context,
): void {
  const find = finderOf(known.services, context.source);
  const categoryOf = categoryFinder(read, known, context);
  const names = new Map(
    known.services
      .filter(one => one.gone === null)
      .flatMap(one => namesOf(one.record).map(name => [name, one])),
  );
  for (const entry of read.services) {
    const site = sites.get(entry.value.site);
    if (!site) continue;
    const own = find.own(entry.value.ref);
    const same = own ?? find.byKey(entry.value.ref);
    const notes = [...entry.notes];
    const category = categoryOf(entry.value.category, notes);
    const key = same?.key ?? context.newKey();
    const record = { ...entry.value, ref: same?.record.ref ?? key, site: site.key, category };
    const found = { at: entry.at, value: entry.value, notes };
    const twin = same ? undefined : namesOf(record).flatMap(name => names.get(name) ?? [])[0];
    if (!own && same)
      say(
        found,
        isSame(record, same.record) ? 'unchanged' : 'conflict',
        isSame(record, same.record) ? [] : [{ code: 'edited-here' }],
        context,
      );
    else if (twin) say(found, 'conflict', [{ code: 'claimed', text: twin.source ?? '' }], context);
    else if (!own && site.kept) say(found, 'conflict', [{ code: 'works-here' }], context);
    else {
      store({ entry: found, own, record, key }, context, context.plan.services);
      for (const name of namesOf(record)) names.set(name, { source: context.source } as Known<ListedService>);
    }
  }
}

/** One service of a site is another when both have one name in one language. */
function namesOf({ site, name }: ListedService): string[] {
  return [name.en, name.fr].map(
    text =>
      `${site} ${fold(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`,
  );
}

/** Where nobody here knows a kind of service and the file does not name it. */
const otherKind = 'other';

/** By code, then by name in either language; else the file's own kind is taken in. */
function categoryFinder(read: ReadListings, known: KnownListings, { plan }: Context) {
  const other = { code: otherKind, name: { en: 'Other', fr: 'Autre' }, parent: null };
  const codes = new Set(known.categories.map(one => one.code));
  const names = new Map(
    known.categories.flatMap(({ code, name }) => [
      [fold(name.en), code],
      [fold(name.fr), code],
    ]),
  );
  const given = new Map(read.categories.map(one => [one.value.code, one.value]));
  const take = (code: string, way: readonly string[]): string => {
    if (codes.has(code)) return code;
    const listed = given.get(code);
    if (!listed || code.length > 100 || listed.name.en.length > 200 || listed.name.fr.length > 200)
      return otherKind;
    const same = names.get(fold(listed.name.en)) ?? names.get(fold(listed.name.fr));
    if (same !== undefined) return same;
    const above =
      listed.parent !== null && !way.includes(listed.parent)
        ? take(listed.parent, [...way, code])
        : otherKind;
    codes.add(code);
    plan.categories.push({ code, name: listed.name, parent: above === otherKind ? null : above });
    return code;
  };
  return (code: string, notes: ExchangeNote[]): string => {
    const found = take(code, []);
    if (found === otherKind && !codes.has(otherKind)) {
      codes.add(otherKind);
      plan.categories.push(other);
    }
    if (found === otherKind && code !== otherKind)
      notes.push({ code: 'category-unknown', text: code.slice(0, 100) });
    return found;
  };
}

/** The same values, in whatever order they are kept. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, ordered) === JSON.stringify(other, ordered);
}

function ordered(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
