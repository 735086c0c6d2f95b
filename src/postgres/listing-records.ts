const text = (column: string) => `jsonb_build_object('en', ${column}_en, 'fr', ${column}_fr)`;

/** A `ListedSite` of `s`, its ref being its key. */
export const siteRecord = `jsonb_build_object('ref', s.key, 'name', ${text('s.name')}, 'address', s.address, 'city', s.city,
  'postalCode', s.postal_code, 'latitude', s.latitude, 'longitude', s.longitude, 'phone', s.phone, 'fax', s.fax,
  'type', s.source_type, 'approximate', s.location_approximate)`;

const hours = `coalesce((
  select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', h.opens, 'closes', h.closes) order by h.weekday, h.opens)
  from place_hours h where h.place_id = p.id), '[]')`;

const places = `coalesce((
  select jsonb_agg(jsonb_build_object('name', ${text('p.name')}, 'address', p.address, 'city', p.city,
    'postalCode', p.postal_code, 'latitude', p.latitude, 'longitude', p.longitude, 'phone', p.phone, 'hours', ${hours})
    order by p.position)
  from service_places p where p.service_id = v.id), '[]')`;

const clinicians = `coalesce((
  select jsonb_agg(jsonb_build_object('name', k.name, 'profession', ${text('k.profession')}) order by k.position)
  from service_clinicians k where k.service_id = v.id), '[]')`;

const texts = [
  ['name', 'name'],
  ['description', 'description'],
  ['willSee', 'will_see'],
  ['willNotSee', 'will_not_see'],
  ['needed', 'needed'],
  ['conditions', 'conditions'],
  ['preparation', 'preparation'],
  ['cost', 'cost'],
]
  .map(([name, column]) => `'${name}', ${text(`v.${column}`)}`)
  .join(', ');

/** A `ListedService` of `v` at `s`, as it is stored: nothing of its site fills a gap. Refs are keys. */
export const serviceRecord = `jsonb_build_object('ref', v.key, 'site', s.key, 'kind', v.kind, 'category', v.category, ${texts},
  'languages', v.languages, 'modes', v.modes, 'minAge', v.min_age, 'maxAge', v.max_age, 'sexes', v.sexes,
  'regions', v.regions, 'ways', v.ways, 'accessibility', v.accessibility, 'urgent', v.urgent, 'accepting', v.accepting,
  'pausedUntil', v.paused_until, 'phone', v.phone, 'fax', v.fax, 'publicEmail', v.public_email, 'link', v.link,
  'places', ${places}, 'clinicians', ${clinicians})`;
