import type { Names } from '../../app/read-request.ts';
import type { RequesterParty } from '../../domain/case/state.ts';
import { filled, type Resource } from '../directory-resources.ts';

export interface Reference {
  reference?: string;
  display?: string;
}

/** Everybody whom a story names, each one resource however often it is said. Inside ids stay inside: ids count from 1. */
export interface Parties {
  /** An Organization; a display alone for a site whose name the story does not tell. */
  site(id: number | undefined): Reference | undefined;
  /** Somebody in their place at a site: a PractitionerRole. */
  member(id: number | undefined, site: number | undefined): Reference | undefined;
  /** The member who signed, the outside sender of a paper, or the site. */
  requester(party: RequesterParty): Reference | undefined;
  /** What was referred to so far, in that order. */
  resources(): Resource[];
}

/** The parties of one bundle. */
export function partiesOf(names: Names): Parties {
  const made = new Map<string, Resource[]>();
  const once = (key: string, type: string, make: (id: string) => Resource[]): Reference => {
    const before = made.get(key);
    if (before) return { reference: `${type}/${before[0]!.id}` };
    const id = `${type === 'Organization' ? 'site' : 'role'}-${made.size + 1}`;
    made.set(key, []);
    const resources = make(id);
    made.set(key, resources);
    return { reference: `${type}/${resources[0]!.id}` };
  };
  const site = (id: number | undefined) => {
    const known = id === undefined ? undefined : names.sites[id];
    if (!known) return undefined;
    return once(`site ${id}`, 'Organization', name => [organization(name, known)]);
  };
  const member = (id: number | undefined, at: number | undefined) => {
    const known = id === undefined ? undefined : names.members[id];
    if (!known) return undefined;
    const organization = site(at);
    return once(`member ${id} ${at ?? ''}`, 'PractitionerRole', name => role(name, known, organization));
  };
  return {
    site,
    member,
    requester: ({ clinician, site: at, outside }) => {
      if (outside)
        return once(`outside ${JSON.stringify(outside)}`, 'PractitionerRole', name =>
          outsider(name, outside),
        );
      return member(clinician, at) ?? site(at);
    },
    resources: () => [...made.values()].flat(),
  };
}

function organization(id: string, { en, fr, phone, fax }: Names['sites'][number]): Resource {
  return filled({
    ...{ resourceType: 'Organization', id, active: true, name: en || fr },
    alias: fr && fr !== en ? [fr] : [],
    telecom: [
      ...(phone ? [{ system: 'phone', value: phone }] : []),
      ...(fax ? [{ system: 'fax', value: fax }] : []),
    ],
  });
}

function role(
  id: string,
  { name, title }: Names['members'][number],
  organization: Reference | undefined,
): Resource[] {
  const person = `${id}-person`;
  return [
    filled({
      ...{ resourceType: 'PractitionerRole', id, active: true },
      practitioner: { reference: `Practitioner/${person}` },
      organization,
    }),
    {
      ...{ resourceType: 'Practitioner', id: person },
      name: [filled({ use: 'official', text: name, prefix: title ? [title] : [] })],
    },
  ];
}

function outsider(id: string, outside: NonNullable<RequesterParty['outside']>): Resource[] {
  const person = `${id}-person`;
  const { name, licence, fax } = outside;
  return [
    filled({
      ...{ resourceType: 'PractitionerRole', id, practitioner: { reference: `Practitioner/${person}` } },
      telecom: fax ? [{ system: 'fax', value: fax }] : [],
    }),
    filled({
      ...{ resourceType: 'Practitioner', id: person, name: [{ use: 'official', text: name }] },
      identifier: licence ? [{ type: { text: 'licence' }, value: licence }] : [],
    }),
  ];
}
