/**
 * What HSDS 3.0 publishes of the entities that this directory writes: the facts of its canonical schemas
 * (https://github.com/openreferral/specification/tree/3.0/schema, `<entity>.json`): the file of the tabular package, what is
 * required in JSON, what more in a table, the properties, and what may stand inside one in JSON (`name:entity`).
 * A property is a string unless `:number`; `:uuid`, `:uri` and `:email` are formats, `:a|b` a closed list. The standard wants
 * UUIDs for every id and reference to one (docs/hsds/identifiers.md).
 */
export interface Published {
  file: string;
  required: string;
  tabular?: string;
  properties: string;
  inside: string;
}

const kept = 'attributes:attribute';
const closed = 'physical|postal|virtual';

export const published: Record<string, Published> = {
  organization: {
    file: 'organizations.csv',
    required: 'id name description',
    properties:
      'id name alternate_name description email:email website:uri year_incorporated:number legal_status logo uri:uri parent_organization_id',
    inside: `contacts:contact phones:phone locations:location ${kept}`,
  },
  service: {
    file: 'services.csv',
    required: 'id name status',
    tabular: 'organization_id',
    properties:
      'id organization_id program_id name alternate_name description url:uri email:email status:active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description accreditations eligibility_description minimum_age:number maximum_age:number assured_date assurer_email:email alert last_modified',
    inside: `phones:phone schedules:schedule service_areas:service_area service_at_locations:service_at_location languages:language organization:organization cost_options:cost_option required_documents:required_document contacts:contact ${kept}`,
  },
  location: {
    file: 'locations.csv',
    required: 'id location_type',
    properties: `id location_type:${closed} url:uri organization_id name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type`,
    inside: `languages:language addresses:address contacts:contact phones:phone schedules:schedule ${kept}`,
  },
  service_at_location: {
    file: 'service_at_location.csv',
    required: 'id',
    tabular: 'service_id location_id',
    properties: 'id service_id location_id description',
    inside: `phones:phone location:location contacts:contact schedules:schedule ${kept}`,
  },
  address: {
    file: 'addresses.csv',
    required: 'id address_1 city state_province postal_code country address_type',
    properties: `id location_id attention address_1 address_2 city region state_province postal_code country address_type:${closed}`,
    inside: kept,
  },
  phone: {
    file: 'phones.csv',
    required: 'id number',
    properties:
      'id location_id service_id organization_id contact_id service_at_location_id number extension:number type description',
    inside: `languages:language ${kept}`,
  },
  contact: {
    file: 'contacts.csv',
    required: 'id',
    properties:
      'id organization_id service_id service_at_location_id location_id name title department email:email',
    inside: `phones:phone ${kept}`,
  },
  schedule: {
    file: 'schedules.csv',
    required: 'id',
    properties:
      'id service_id location_id service_at_location_id valid_from valid_to dtstart timezone:number until count:number wkst:MO|TU|WE|TH|FR|SA|SU freq:WEEKLY|MONTHLY interval:number byday byweekno bymonthday byyearday description opens_at closes_at schedule_link:uri attending_type notes',
    inside: kept,
  },
  language: {
    file: 'languages.csv',
    required: 'id',
    properties: 'id service_id location_id phone_id name code note',
    inside: kept,
  },
  service_area: {
    file: 'service_areas.csv',
    required: 'id',
    properties: 'id service_id name description extent extent_type uri',
    inside: kept,
  },
  cost_option: {
    file: 'cost_options.csv',
    required: 'id',
    tabular: 'service_id',
    properties: 'id service_id valid_from valid_to option currency amount:number amount_description',
    inside: kept,
  },
  required_document: {
    file: 'required_documents.csv',
    required: 'id',
    properties: 'id service_id document uri:uri',
    inside: kept,
  },
  taxonomy: {
    file: 'taxonomies.csv',
    required: 'id name description',
    properties: 'id name description uri:uri version',
    inside: '',
  },
  taxonomy_term: {
    file: 'taxonomy_terms.csv',
    required: 'id name description',
    properties: 'id code name description parent_id taxonomy language taxonomy_id term_uri:uri',
    inside: 'taxonomy_detail:taxonomy',
  },
  attribute: {
    file: 'attributes.csv',
    required: 'id',
    tabular: 'link_id taxonomy_term_id link_entity',
    properties: 'id link_id taxonomy_term_id link_type link_entity value',
    inside: 'taxonomy_term:taxonomy_term',
  },
};

const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  uri: /^[a-z][a-z0-9+.-]*:[!#$&-;=?-Z_a-z~%[\]]+$/,
  email: /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$/,
};

const pairs = (list: string): Map<string, string> =>
  new Map(list.split(' ').map(one => one.split(':') as [string, string]));

/** What is wrong with a value of a property; '' when nothing is. */
function wrong(name: string, kind: string | undefined, value: unknown): string {
  if (kind === 'number') return typeof value === 'number' ? '' : 'no number';
  if (typeof value !== 'string') return 'no text';
  const format = name === 'id' || name.endsWith('_id') ? 'uuid' : (kind ?? '');
  if (formats[format]) return formats[format].test(value) ? '' : `no ${format}: ${value}`;
  return kind === undefined || kind.replaceAll('_', ' ').split('|').includes(value) ? '' : `not of ${kind}`;
}

/** What of an object in JSON, and of all inside it, is not as published; each with where. */
export function faultsOf(entity: string, json: Record<string, unknown>, at = entity): string[] {
  const { required, properties, inside } = published[entity]!;
  const [known, nested] = [pairs(properties), pairs(inside)];
  const missing = required.split(' ').filter(name => json[name] === undefined || json[name] === '');
  return [
    ...missing.map(name => `${at}.${name} is missing`),
    ...Object.entries(json).flatMap(([name, value]): string[] => {
      const of = nested.get(name);
      if (of)
        return [value].flat().flatMap(one => faultsOf(of, one as Record<string, unknown>, `${at}.${name}`));
      const fault = known.has(name) ? wrong(name, known.get(name), value) : 'is not of the standard';
      return fault === '' ? [] : [`${at}.${name} ${fault}`];
    }),
  ];
}

/** The same of a row of a table, where everything is text and '' is nothing. */
export function faultsOfRow(entity: string, row: Readonly<Record<string, string>>): string[] {
  const known = pairs(published[entity]!.properties);
  const json = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value === '' ? [] : [[name, known.get(name) === 'number' ? Number(value) : value]],
    ),
  );
  const tabular = (published[entity]!.tabular ?? '').split(' ').filter(name => name && !row[name]);
  return [...tabular.map(name => `${entity}.${name} is missing`), ...faultsOf(entity, json)];
}
