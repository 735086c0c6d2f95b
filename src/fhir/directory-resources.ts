import type { Bilingual } from '../domain/directory/service.ts';

/** Any FHIR R4 resource of a directory, as parsed JSON: nothing about it is checked. */
export interface Resource {
  resourceType: string;
  id?: string;
  [element: string]: unknown;
}

export type Element = Record<string, unknown>;

/** The standard extension for the same text in another language (http://hl7.org/fhir/R4/languages.html#ext). */
const translation = 'http://hl7.org/fhir/StructureDefinition/translation';

/** `{ name, _name }`: English as the value, French as its translation; a text in French alone has only that. */
export function texted(element: string, { en, fr }: Bilingual): Element {
  const extension = [
    {
      url: translation,
      extension: [
        { url: 'lang', valueCode: 'fr' },
        { url: 'content', valueString: fr },
      ],
    },
  ];
  return {
    ...(en === '' ? {} : { [element]: en }),
    ...(fr === '' ? {} : { [`_${element}`]: { extension } }),
  };
}

/** The other way; also from a resource whose own language is French. */
export function textOf(of: Element, element: string, language?: unknown): Bilingual {
  const value = string(of[element]);
  const translated = (lang: string) =>
    list(object(of[`_${element}`]).extension)
      .filter(one => one.url === translation)
      .map(one => Object.fromEntries(list(one.extension).map(part => [string(part.url), part])))
      .find(parts => string(parts.lang?.valueCode).startsWith(lang))?.content;
  const said = (lang: string) => {
    const content = translated(lang) ?? {};
    return string(content.valueString ?? content.valueMarkdown);
  };
  return string(language).startsWith('fr') ? { en: said('en'), fr: value } : { en: value, fr: said('fr') };
}

export const string = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
export const orNull = (text: string): string | null => (text === '' ? null : text);
export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
export const object = (value: unknown): Element =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Element) : {};
/** The objects of a list; an absent or wrong one is empty. */
export const list = (value: unknown): Element[] => (Array.isArray(value) ? value.map(object) : []);

/** Without what is absent or empty, as FHIR wants it. */
export function filled<T extends Element>(element: T): T {
  return Object.fromEntries(
    Object.entries(element).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}

/** The id of a resource for a ref: refs of ours are ids already, others lose what an id may not have. */
export function idOf(ref: string): string {
  return ref.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64);
}

export const refSystem = 'urn:eservices:directory:ref';

/** The name its source knows it by: of our own system, else the first identifier, else the id. */
export function refOf(resource: Resource): string {
  const identifiers = list(resource.identifier);
  const own = identifiers.find(one => one.system === refSystem) ?? identifiers[0];
  return string(own?.value) || string(resource.id);
}

/** Telephone and fax as ContactPoint, and back. */
export function telecomOf(said: {
  phone: string | null;
  fax?: string | null;
  email?: string | null;
}): Element[] {
  const systems = { phone: said.phone, fax: said.fax ?? null, email: said.email ?? null };
  return Object.entries(systems).flatMap(([system, value]) =>
    value === null ? [] : [{ system, value, use: 'work' }],
  );
}

export function contactsOf(resource: Element): Record<'phone' | 'fax' | 'email' | 'url', string | null> {
  const of = (system: string) =>
    orNull(string(list(resource.telecom).find(one => one.system === system)?.value));
  return { phone: of('phone'), fax: of('fax'), email: of('email'), url: of('url') };
}

interface Addressed {
  address: string | null;
  city: string | null;
  postalCode: string | null;
}

export function addressElement({ address, city, postalCode }: Addressed): Element | undefined {
  if (address === null && city === null && postalCode === null) return undefined;
  return filled({
    ...{ use: 'work', line: address === null ? [] : [address], city, state: 'ON', postalCode, country: 'CA' },
  });
}

export function addressOf(element: Element): Addressed {
  const lines = Array.isArray(element.line) ? element.line.map(string) : [];
  return {
    address: orNull(lines.filter(Boolean).join(', ')),
    city: orNull(string(element.city)),
    postalCode: orNull(string(element.postalCode)),
  };
}
