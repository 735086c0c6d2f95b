import type { HealthCard } from '../../domain/patient/health-card.ts';
import type { PatientDetails } from '../../domain/patient/patient.ts';
import { filled, type Resource } from '../directory-resources.ts';

/** Administrative sex of R4; what it cannot say is left out, not guessed. */
const sexes: Readonly<Record<PatientDetails['sexAtBirth'], string>> = {
  ...{ female: 'female', male: 'male', intersex: 'other', unknown: 'unknown' },
};

/** The patient as a case carries them. */
export function writePatient(id: string, of: PatientDetails): Resource {
  const own = of.contacts.find(contact => contact.relation === 'patient');
  const { street, city, province, postalCode, country } = of.address;
  const address = filled({ line: street ? [street] : [], ...textsOf({ city, state: province, postalCode }) });
  return filled({
    ...{ resourceType: 'Patient', id, birthDate: of.birthDate, gender: sexes[of.sexAtBirth] },
    identifier: cardOf(of.card),
    name: [
      filled({ use: 'official', ...textsOf({ family: of.family }), given: of.given ? [of.given] : [] }),
      ...(of.preferredName ? [{ use: 'usual', text: of.preferredName }] : []),
    ],
    telecom: own ? telecomOf(own) : [],
    address: Object.keys(address).length > 0 ? [{ ...address, ...textsOf({ country }) }] : [],
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: `${of.language}-CA` }] }, preferred: true },
      ...(of.interpreter ? [{ language: { text: of.interpreter } }] : []),
    ],
    contact: of.contacts
      .filter(contact => contact !== own)
      .map(contact =>
        filled({
          relationship: [{ text: contact.relation }],
          name: contact.name ? { text: contact.name } : undefined,
          telecom: telecomOf(contact),
        }),
      ),
  });
}

function telecomOf({ phone, email }: { phone: string; email: string }) {
  return [
    ...(phone ? [{ system: 'phone', value: phone }] : []),
    ...(email ? [{ system: 'email', value: email }] : []),
  ];
}

/** The number of a plan, typed JHN (HL7 v2 table 0203); its version code with it, as printed on the card. */
function cardOf(card: HealthCard): Record<string, unknown>[] {
  if (card.kind === 'none' || card.kind === 'newborn') return [];
  const value = 'version' in card ? `${card.number}${card.version}` : card.number;
  const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'JHN' }];
  return [{ type: { coding, text: card.kind }, value }];
}

/** FHIR has no empty strings. */
function textsOf(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}
