import type { RecordedEvent } from '../../domain/case/events.ts';
import type { PatientSnapshot } from '../../domain/patient/patient.ts';
import type { CaseChange, LockedCase } from '../ports/cases.ts';

type Corrected = Pick<CaseChange, 'requesterPatient' | 'receiverPatient'>;

/**
 * The snapshots after the corrections among these events. A receiver corrects its own copy, a requester its own (which
 * the receiver reads until it has one); what the patient says holds for both.
 */
export function correctedPatient(locked: LockedCase, recorded: readonly RecordedEvent[]): Corrected {
  const corrected: Corrected = {};
  for (const { type, by, body } of recorded) {
    if (type !== 'patient-corrected') continue;
    const values = (body.values ?? {}) as Values;
    const requester = corrected.requesterPatient ?? locked.requesterPatient;
    const receiver = corrected.receiverPatient ?? locked.receiverPatient;
    if (by.side !== 'receiver') corrected.requesterPatient = withValues(requester, values);
    if (by.side === 'receiver' || (receiver && by.side !== 'requester'))
      corrected.receiverPatient = withValues(receiver ?? requester, values);
  }
  return corrected;
}

type Values = Partial<
  Record<
    | 'given'
    | 'family'
    | 'birthDate'
    | 'healthNumber'
    | 'phone'
    | 'email'
    | 'address'
    | 'city'
    | 'postalCode'
    | 'language',
    string
  >
>;

function withValues(patient: PatientSnapshot, values: Values): PatientSnapshot {
  const { given, family, birthDate, healthNumber, language } = values;
  return {
    ...patient,
    ...defined({ given, family, birthDate }),
    ...(language === 'en' || language === 'fr' ? { language } : {}),
    ...(healthNumber !== undefined && { card: withNumber(patient.card, healthNumber) }),
    address: withAddress(patient.address, values),
    contacts: withContact(patient.contacts, values),
  };
}

function withNumber(card: PatientSnapshot['card'], number: string): PatientSnapshot['card'] {
  if ('number' in card) return { ...card, number, unverified: true };
  return { kind: 'ON', number, version: '', unverified: true };
}

function withAddress(address: PatientSnapshot['address'], values: Values): PatientSnapshot['address'] {
  const { address: street, city, postalCode } = values;
  return { ...address, ...defined({ street, city, postalCode }) };
}

function withContact(contacts: PatientSnapshot['contacts'], values: Values): PatientSnapshot['contacts'] {
  const { phone, email } = values;
  if (phone === undefined && email === undefined) return contacts;
  const own = contacts.find(contact => contact.relation === 'patient');
  // A new address or number was never agreed to: notices wait until somebody asks.
  const consent = {
    ...(email !== undefined && email !== own?.email && { emailConsent: 'not-asked' as const }),
    ...(phone !== undefined && phone !== own?.phone && { textConsent: 'not-asked' as const }),
  };
  if (own) return contacts.map(c => (c === own ? { ...own, ...defined({ phone, email }), ...consent } : c));
  const fresh = { relation: 'patient', authority: 'self', name: '', language: 'en' } as const;
  return [
    { ...fresh, phone: phone ?? '', email: email ?? '', emailConsent: 'not-asked' as const },
    ...contacts,
  ];
}

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
