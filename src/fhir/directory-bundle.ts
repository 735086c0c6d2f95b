import type { Bundles } from '../app/ports/bundles.ts';
import type {
  Entry,
  ExchangeNote,
  ListedCategory,
  ListedService,
  Listings,
  ReadListings,
} from '../domain/directory/exchange/listing.ts';
import { idOf, list, object, type Resource, refOf, string, textOf } from './directory-resources.ts';
import { readHealthcareService, writeHealthcareService } from './healthcare-service.ts';
import { hoursOf, readLocation, writeLocation } from './location.ts';
import { isActive, readOrganization, writeOrganization, writeSiteLocation } from './organization.ts';
import { readPractitionerRole, writePractitionerRole } from './practitioner-role.ts';

/**
 * Listings as a Bundle of type collection (FHIR R4): Organization, Location, HealthcareService, Practitioner and
 * PractitionerRole. `base` is the address that full URLs begin with. The tree of categories does not fit in: a service names
 * its own category alone.
 */
export function writeBundle(listings: Listings, base: string): Element {
  const names = new Map(listings.categories.map(one => [one.code, one.name]));
  const resources = [
    ...listings.sites.flatMap(site => [writeOrganization(site), writeSiteLocation(site)]),
    ...listings.services.flatMap(one => serviceResources(one, names)),
  ].filter(one => one !== null);
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map(resource => ({
      fullUrl: `${base}/fhir/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}

type Element = Record<string, unknown>;

function serviceResources(
  one: ListedService,
  names: ReadonlyMap<string, ListedCategory['name']>,
): Resource[] {
  const id = (n: number) => idOf(`${one.ref}-p${n + 1}`);
  const category = names.get(one.category) ?? { en: one.category, fr: '' };
  return [
    ...one.places.map((place, n) => writeLocation(place, { id: id(n), site: idOf(one.site) })),
    writeHealthcareService(one, { places: one.places.map((_, n) => id(n)), category }),
    ...one.clinicians.flatMap((clinician, n) => writePractitionerRole(clinician, one, n)),
  ];
}

/** True for what `readBundle` can read. */
export function isBundle(json: unknown): boolean {
  return object(json).resourceType === 'Bundle';
}

interface At {
  at: string;
  resource: Resource;
}

/**
 * The listings of a Bundle of any type, from this directory or another. References are followed by full URL, by type and
 * id, and by identifier. What has closed is refused; resources of other types are passed over. Unchecked: see `checkListings`.
 */
export function readBundle(json: unknown): ReadListings {
  const all = list(object(json).entry).map(({ fullUrl, resource }, n): At & { fullUrl: string } => {
    const one = object(resource) as Resource;
    const name = string(one.id) || string(fullUrl);
    return {
      at: name ? `${string(one.resourceType)}/${name}` : `entry[${n}]`,
      resource: one,
      fullUrl: string(fullUrl),
    };
  });
  const find = finderIn(all);
  const of = (type: string) => all.filter(one => one.resource.resourceType === type);
  const read = { of, find, roles: rolesIn(of('PractitionerRole'), find) };
  const closed = [...of('HealthcareService'), ...of('Organization')].filter(one => !isActive(one.resource));
  return {
    sites: sitesOf(read),
    services: of('HealthcareService')
      .filter(one => isActive(one.resource))
      .map(one => serviceOf(one, read)),
    categories: categoriesIn(of('HealthcareService')),
    refused: closed.map(({ at, resource }) => ({
      ...{ at, name: textOf(resource, 'name').en, notes: [{ code: 'not-active' as const }] },
    })),
  };
}

type Find = (reference: unknown) => Resource | undefined;

interface Read {
  of(type: string): At[];
  find: Find;
  /** By the service they are of. */
  roles: ReadonlyMap<Resource, Resource[]>;
}

function finderIn(all: readonly (At & { fullUrl: string })[]): Find {
  const known = new Map<string, Resource>();
  const know = (name: string, one: Resource) => {
    if (name !== '' && !known.has(name)) known.set(name, one);
  };
  for (const { resource, fullUrl } of all) {
    know(fullUrl, resource);
    know(`${resource.resourceType}/${string(resource.id)}`, resource);
    for (const identifier of list(resource.identifier))
      know(`${string(identifier.system)}|${string(identifier.value)}`, resource);
  }
  return reference => {
    const said = object(reference);
    const text = string(said.reference).split('/_history/')[0]!;
    const identifier = object(said.identifier);
    return (
      known.get(text) ??
      known.get(text.split('/').slice(-2).join('/')) ??
      known.get(`${string(identifier.system)}|${string(identifier.value)}`)
    );
  };
}

function rolesIn(roles: readonly At[], find: Find): Map<Resource, Resource[]> {
  const found = new Map<Resource, Resource[]>();
  for (const { resource } of roles)
    for (const reference of list(resource.healthcareService)) {
      const service = find(reference);
      if (service) found.set(service, [...(found.get(service) ?? []), resource]);
    }
  return found;
}

function sitesOf({ of, find }: Read): ReadListings['sites'] {
  const taken = new Set(of('HealthcareService').flatMap(one => list(one.resource.location).map(find)));
  const places = new Map<Resource, Resource>();
  for (const { resource } of of('Location')) {
    const owner = find(resource.managingOrganization);
    if (owner && !taken.has(resource) && !places.has(owner)) places.set(owner, resource);
  }
  return of('Organization')
    .filter(one => isActive(one.resource))
    .map(({ at, resource }) => ({ at, value: readOrganization(resource, places.get(resource)), notes: [] }));
}

function serviceOf({ at, resource }: At, { find, roles }: Read): Entry<ListedService> {
  const notes: ExchangeNote[] = [];
  const owner = find(resource.providedBy);
  const places = list(resource.location).flatMap(reference => {
    const location = find(reference);
    if (!location) notes.push({ code: 'unknown-reference', text: string(reference.reference).slice(0, 100) });
    return location ? [readLocation(location, notes)] : [];
  });
  const own = hoursOf(list(resource.availableTime), ['availableStartTime', 'availableEndTime'], notes);
  const clinicians = (roles.get(resource) ?? []).flatMap(
    role => readPractitionerRole(role, find(role.practitioner)) ?? [],
  );
  const value = {
    ...readHealthcareService(resource),
    site: owner ? refOf(owner) : string(object(resource.providedBy).reference),
    // Hours of the service itself are those of its first place.
    places: places.map((place, n) =>
      n === 0 && place.hours.length === 0 ? { ...place, hours: own } : place,
    ),
    clinicians,
  };
  return { at, value, notes };
}

function categoriesIn(services: readonly At[]): ReadListings['categories'] {
  const found = new Map<string, Entry<ListedCategory>>();
  for (const { at, resource } of services) {
    const { category } = readHealthcareService(resource);
    const concept = list(resource.type)[0] ?? list(resource.specialty)[0] ?? {};
    const display = string(list(concept.coding)[0]?.display);
    const { en, fr } = textOf(concept, 'text', resource.language);
    const name = { en: en || display || category, fr: fr || en || display || category };
    if (category !== '' && !found.has(category))
      found.set(category, { at, value: { code: category, name, parent: null }, notes: [] });
  }
  return [...found.values()];
}

/** The port, as the actions know it. */
export const bundles: Bundles = { is: isBundle, read: readBundle, write: writeBundle };
