import type { ListedSite } from '../domain/directory/exchange/listing.ts';
import {
  addressElement,
  addressOf,
  contactsOf,
  filled,
  idOf,
  list,
  object,
  type Resource,
  refOf,
  refSystem,
  string,
  telecomOf,
  texted,
  textOf,
} from './directory-resources.ts';

/** A site. Where it is on the map is said by a Location that it manages, `writeSiteLocation`. */
export function writeOrganization(site: ListedSite): Resource {
  return filled({
    ...{ resourceType: 'Organization', id: idOf(site.ref), language: 'en-CA', active: true },
    identifier: [{ system: refSystem, value: site.ref }],
    ...texted('name', site.name),
    telecom: telecomOf(site),
    address: [addressElement(site)].filter(one => one !== undefined),
  });
}

/** `location` is the first that the organization manages and no service is at, for its place. */
export function readOrganization(resource: Resource, location: Resource | undefined): ListedSite {
  const { phone, fax } = contactsOf(resource);
  const own = addressOf(list(resource.address)[0] ?? {});
  const placed = addressOf(object(location?.address));
  const position = object(location?.position);
  const at = (name: string) => (typeof position[name] === 'number' ? (position[name] as number) : null);
  return {
    ref: refOf(resource),
    name: textOf(resource, 'name', resource.language),
    ...(Object.values(own).some(part => part !== null) ? own : placed),
    ...{ latitude: at('latitude'), longitude: at('longitude'), phone, fax },
  };
}

/** The place of a site; null without a point, since the address is said already. */
export function writeSiteLocation(site: ListedSite): Resource | null {
  if (site.latitude === null || site.longitude === null) return null;
  return filled({
    ...{ resourceType: 'Location', id: idOf(`${site.ref}-site`), language: 'en-CA', status: 'active' },
    ...texted('name', site.name),
    address: addressElement(site),
    position: { longitude: site.longitude, latitude: site.latitude },
    managingOrganization: { reference: `Organization/${idOf(site.ref)}` },
  });
}

/** False for an organization that has closed. */
export const isActive = (resource: Resource): boolean =>
  resource.active !== false &&
  !['inactive', 'suspended', 'entered-in-error'].includes(string(resource.status));
