import type { ListedService } from '../domain/directory/exchange/listing.ts';
import { filled, idOf, list, object, type Resource, string, texted, textOf } from './directory-resources.ts';

type Clinician = ListedService['clinicians'][number];

/** Who works at a service: the person, and what the person is there. */
export function writePractitionerRole(one: Clinician, service: ListedService, n: number): Resource[] {
  const id = idOf(`${service.ref}-c${n + 1}`);
  const profession = texted('text', one.profession);
  return [
    { resourceType: 'Practitioner', id, name: [{ use: 'official', text: one.name }] },
    filled({
      ...{ resourceType: 'PractitionerRole', id, active: true },
      practitioner: { reference: `Practitioner/${id}` },
      organization: { reference: `Organization/${idOf(service.site)}` },
      healthcareService: [{ reference: `HealthcareService/${idOf(service.ref)}` }],
      code: Object.keys(profession).length > 0 ? [profession] : [],
    }),
  ];
}

/** Null for a role without a person's name. */
export function readPractitionerRole(role: Resource, practitioner: Resource | undefined): Clinician | null {
  const name = nameOf(practitioner) || string(object(role.practitioner).display);
  if (name === '') return null;
  const concept = list(role.code)[0] ?? list(role.specialty)[0] ?? {};
  const text = textOf(concept, 'text', role.language);
  const display = string(list(concept.coding)[0]?.display);
  return { name, profession: text.en === '' && text.fr === '' ? { en: display, fr: '' } : text };
}

function nameOf(practitioner: Resource | undefined): string {
  const names = list(practitioner?.name);
  const best = names.find(one => one.use === 'official') ?? names[0] ?? {};
  const given = Array.isArray(best.given) ? best.given.map(string) : [];
  return string(best.text) || [...given, string(best.family)].filter(Boolean).join(' ');
}
