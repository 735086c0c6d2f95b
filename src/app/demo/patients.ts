import { checkPatient, type TypedPatient } from '../../domain/patient/check-patient.ts';
import type { PatientDetails } from '../../domain/patient/patient.ts';
import type { Tx } from '../ports/database.ts';

const blank: TypedPatient = {
  ...{
    given: '',
    family: '',
    preferredName: '',
    birthDate: '',
    sexAtBirth: 'female',
    gender: '',
    pronouns: '',
  },
  ...{ cardKind: 'ON', cardNumber: '', cardVersion: '', cardReason: '', keepUnverified: false },
  ...{ street: '', city: '', province: 'ON', postalCode: '', country: 'CA' },
  ...{ language: 'en', interpreter: '', phone: '', email: '', emailConsent: 'not-asked', others: [] },
};

/**
 * Invented people of every kind the product must serve. Card numbers are made up; those that add up do so by arithmetic
 * alone. Phone numbers are of the block kept for fiction, addresses of example domains.
 */
const people: readonly Partial<TypedPatient>[] = [
  {
    ...{
      given: 'Rosalind',
      family: 'Achterberg',
      birthDate: '1980-03-11',
      sexAtBirth: 'female',
      gender: 'woman',
    },
    ...{ cardNumber: '6418 007 412', cardVersion: 'KT' },
    ...{ street: '18 Union Boulevard', city: 'Kitchener', postalCode: 'N2H 3A1' },
    ...{ phone: '519-555-0142', email: 'r.achterberg@example.org', emailConsent: 'yes' },
  },
  {
    ...{
      given: 'Geneviève',
      family: 'Lafrenière',
      birthDate: '1967-08-29',
      sexAtBirth: 'female',
      language: 'fr',
    },
    ...{ cardNumber: '9876543217', cardVersion: 'FR', city: 'Sudbury', postalCode: 'P3E 2C6' },
    ...{ phone: '705-555-0118', email: 'g.lafreniere@example.org', emailConsent: 'yes' },
  },
  {
    ...{ given: 'Theo', family: 'Nakashima-Bell', birthDate: '2018-05-02', sexAtBirth: 'male' },
    ...{ cardNumber: '4536290176', city: 'Waterloo', postalCode: 'N2L 3G1' },
    others: [
      {
        ...{ name: 'Keiko Nakashima', relation: 'parent', authority: 'parent', phone: '519-555-0177' },
        ...{ email: 'k.nakashima@example.org', emailConsent: 'yes', language: 'en' },
      },
    ],
  },
  {
    ...{ given: 'Wilbert', family: 'Oosterhuis', birthDate: '1938-12-19', sexAtBirth: 'male' },
    ...{ cardNumber: '1234567897', street: 'RR 2', city: 'Elora', postalCode: 'N0B 1S0' },
  },
  {
    ...{
      given: 'Amrit',
      family: 'Dhaliwal',
      birthDate: '1992-02-29',
      sexAtBirth: 'intersex',
      gender: 'non-binary',
    },
    ...{ pronouns: 'they/them', cardNumber: '2345678906', cardVersion: 'B', keepUnverified: true },
    ...{ city: 'Guelph', postalCode: 'N1G 2W1', interpreter: 'Punjabi' },
    ...{ phone: '226-555-0163', email: 'amrit.d@example.org', emailConsent: 'no' },
  },
  {
    ...{ family: 'Suharto', birthDate: '1975-06-01', sexAtBirth: 'male', cardKind: 'interim-federal' },
    ...{ cardNumber: '1112223334', city: 'Cambridge', postalCode: 'N1R 1A1', phone: '519-555-0109' },
    textConsent: 'yes',
  },
  {
    ...{
      given: 'نور',
      family: 'الخطيب',
      birthDate: '1999-10-10',
      sexAtBirth: 'female',
      interpreter: 'Arabic',
    },
    ...{ cardKind: 'none', cardReason: 'waiting', city: 'Kitchener', postalCode: 'N2G 1A1' },
    ...{ phone: '519-555-0151', email: 'noor@example.org', emailConsent: 'yes' },
  },
  {
    ...{
      given: 'Marie-Ève',
      family: 'Tremblay',
      birthDate: '1980-03-11',
      sexAtBirth: 'female',
      language: 'fr',
    },
    ...{
      cardKind: 'QC',
      cardNumber: 'TREM 8053 1101',
      city: 'Gatineau',
      province: 'QC',
      postalCode: 'J8X 1A1',
    },
    ...{ phone: '819-555-0134', email: 'me.tremblay@example.org', emailConsent: 'yes' },
  },
  {
    ...{
      given: 'Baby',
      family: 'Kowalczyk',
      birthDate: '2026-09-14',
      sexAtBirth: 'female',
      cardKind: 'newborn',
    },
    ...{ city: 'Waterloo', postalCode: 'N2J 1N8' },
    others: [
      {
        ...{ name: 'Zofia Kowalczyk', relation: 'parent', authority: 'parent', phone: '519-555-0126' },
        ...{ email: '', emailConsent: 'not-asked', language: 'en' },
      },
    ],
  },
];

/** The invented patients, checked as if they had been typed. */
export function demoPatients(): PatientDetails[] {
  return people.map(one => {
    const checked = checkPatient({ ...blank, ...one }, '2026-11-22');
    if ('details' in checked) return checked.details;
    throw new Error(`demo patient ${one.family}: ${JSON.stringify(checked.problems)}`);
  });
}

/** Fills the list of the demo practice, in the transaction of its network: a start that is killed leaves neither. */
export async function seedDemoPatients(tx: Tx, site: number): Promise<void> {
  const ids: number[] = [];
  for (const details of demoPatients()) ids.push((await tx.patients.add(details, site)).id);
  await tx.audit.add({ act: 'seed', what: 'patient', ids, result: 'ok' });
}
