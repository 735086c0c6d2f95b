import { z } from 'zod';
import { otherContacts, type TypedContact, type TypedPatient } from '../../domain/patient/check-patient.ts';
import type { Contact } from '../../domain/patient/contact.ts';
import type { PatientDetails } from '../../domain/patient/patient.ts';
import { text, tick } from '../../http/form.ts';

const plain = [
  ...['given', 'family', 'preferredName', 'birthDate', 'sexAtBirth', 'gender', 'pronouns'],
  ...['cardKind', 'cardNumber', 'cardVersion', 'cardReason'],
  ...['street', 'city', 'province', 'postalCode', 'country', 'language', 'interpreter'],
  ...['phone', 'email', 'emailConsent', 'textConsent'],
] as const satisfies readonly string[];
const ofContact = [
  'relation',
  'authority',
  'name',
  'phone',
  'email',
  'emailConsent',
  'textConsent',
  'language',
] as const;

/** Name of a field of another person, counted from 0. */
export function otherField(index: number, field: (typeof ofContact)[number]): string {
  return `other${index}-${field}`;
}

const names = [
  ...plain,
  ...Array.from({ length: otherContacts }, (_, i) => ofContact.map(field => otherField(i, field))).flat(),
];

/** The fields of a patient's form, as typed. */
export const patientBody = z.strictObject({
  ...(Object.fromEntries(names.map(name => [name, text(5_000)])) as Record<string, ReturnType<typeof text>>),
  keepUnverified: tick(),
  nobodyElse: tick(),
  version: text(10),
});

export type PatientBody = z.infer<typeof patientBody>;

/** The fields in the shape the rules check. */
export function typedPatient(body: PatientBody): TypedPatient {
  const get = (name: string) => String((body as Record<string, unknown>)[name] ?? '');
  const others = Array.from({ length: otherContacts }, (_, i) =>
    Object.fromEntries(ofContact.map(field => [field, get(otherField(i, field))])),
  );
  return {
    ...Object.fromEntries(plain.map(name => [name, get(name)])),
    keepUnverified: body.keepUnverified,
    others,
  } as unknown as TypedPatient;
}

const nobody: TypedContact = {
  relation: '',
  authority: '',
  name: '',
  phone: '',
  email: '',
  emailConsent: 'not-asked',
  textConsent: 'not-asked',
  language: 'en',
};

/** An empty form, with what most patients of Ontario have. */
export function blankPatient(language: 'en' | 'fr'): TypedPatient {
  return {
    ...(Object.fromEntries(plain.map(name => [name, ''])) as unknown as TypedPatient),
    ...{ cardKind: 'ON', province: 'ON', country: 'CA', gender: 'not-said', language },
    ...{ emailConsent: 'not-asked', textConsent: 'not-asked' },
    keepUnverified: false,
    others: Array.from({ length: otherContacts }, () => nobody),
  };
}

/** A record as its form shows it. */
export function typedFrom(details: PatientDetails): TypedPatient {
  const { card, address, contacts, ...rest } = details;
  const { given, family, preferredName, birthDate, sexAtBirth, gender, pronouns, language, interpreter } =
    rest;
  const [own, ...others] = contacts;
  return {
    ...{ given, family, preferredName, birthDate, sexAtBirth, gender, pronouns, language, interpreter },
    ...address,
    cardKind: card.kind,
    cardNumber: card.kind === 'newborn' ? card.mother : 'number' in card ? card.number : '',
    cardVersion: card.kind === 'ON' ? card.version : '',
    cardReason: card.kind === 'none' ? card.reason : '',
    keepUnverified: 'unverified' in card && card.unverified,
    phone: own?.phone ?? '',
    email: own?.email ?? '',
    emailConsent: own?.emailConsent ?? 'not-asked',
    textConsent: own?.textConsent ?? 'not-asked',
    others: Array.from({ length: otherContacts }, (_, i) => typedContact(others[i])),
  };
}

function typedContact(contact: Contact | undefined): TypedContact {
  if (!contact) return nobody;
  const {
    relation,
    authority,
    name,
    phone,
    email,
    emailConsent,
    textConsent = 'not-asked',
    language,
  } = contact;
  return { relation, authority, name, phone, email, emailConsent, textConsent, language };
}
