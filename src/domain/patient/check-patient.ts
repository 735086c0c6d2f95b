import { type Address, canadianPostalCode, isProvince } from './address.ts';
import { type BirthDateProblem, birthDate } from './birth-date.ts';
import { authorities, type Contact, consents, emailAddress, phoneNumber, relations } from './contact.ts';
import { type CardDoubt, type CardProblem, healthCard } from './health-card.ts';
import { genders, type PatientDetails, sexes } from './patient.ts';
import { type Checked, oneLine, type TextProblem } from './plain-text.ts';

/** How many people besides the patient a record may name. */
export const otherContacts = 3;

/** Characters of a name, as people count them. */
export const nameLimit = 200;

export interface TypedContact {
  relation: string;
  authority: string;
  name: string;
  phone: string;
  email: string;
  emailConsent: string;
  /** To text messages; empty: not asked. */
  textConsent?: string;
  language: string;
}

/** A patient as typed on a page or read from a partner. */
export interface TypedPatient {
  given: string;
  family: string;
  preferredName: string;
  birthDate: string;
  sexAtBirth: string;
  gender: string;
  pronouns: string;
  cardKind: string;
  cardNumber: string;
  cardVersion: string;
  cardReason: string;
  /** Ticked: keep a number that does not add up as unverified. */
  keepUnverified: boolean;
  street: string;
  city: string;
  province: string;
  postalCode: string;
  country: string;
  language: string;
  interpreter: string;
  phone: string;
  email: string;
  emailConsent: string;
  /** To text messages; empty: not asked. */
  textConsent?: string;
  others: readonly TypedContact[];
}

export type PatientProblemCode =
  | TextProblem
  | BirthDateProblem
  | `card-${CardProblem}`
  | `card-${CardDoubt}`
  | 'no-name'
  | 'choose'
  | 'postal-code'
  | 'phone'
  | 'email'
  | 'contact-unreachable'
  | 'consent-without-email'
  | 'consent-without-phone';

/** What is wrong beside which field: a key of TypedPatient, or `other1-email` for the second person. */
export interface PatientProblem {
  field: string;
  code: PatientProblemCode;
}

/** A doubt about the card is a problem until it is ticked; then it stays as a warning of the record. */
export type CheckedPatient =
  | { details: PatientDetails; warnings: PatientProblem[] }
  | { problems: PatientProblem[]; warnings: PatientProblem[] };

/** Checks everything at once, so that a page can say all that is wrong. `today` is the site's day, `YYYY-MM-DD`. */
export function checkPatient(typed: TypedPatient, today: string): CheckedPatient {
  const found = new Findings();
  const names = checkNames(typed, found);
  const born = birthDate(typed.birthDate, today);
  if ('problem' in born) found.add('birthDate', born.problem);
  const card = checkCard(typed, 'value' in born ? born.value : undefined, found);
  const about = {
    sexAtBirth: found.choice('sexAtBirth', typed.sexAtBirth, sexes),
    gender: found.choice('gender', typed.gender || 'not-said', genders),
    pronouns: found.text('pronouns', oneLine(typed.pronouns, 60)),
    language: found.choice('language', typed.language, ['en', 'fr'] as const),
    interpreter: found.text('interpreter', oneLine(typed.interpreter, 60)),
  };
  const address = checkAddress(typed, found);
  const contacts = [ownContact(typed, found), ...checkOthers(typed.others, found)];
  const { problems, warnings } = found;
  if (problems.length > 0 || !card || !('value' in born)) return { problems, warnings };
  return { details: { ...names, ...about, birthDate: born.value, card, address, contacts }, warnings };
}

class Findings {
  readonly problems: PatientProblem[] = [];
  readonly warnings: PatientProblem[] = [];

  add(field: string, code: PatientProblemCode): void {
    this.problems.push({ field, code });
  }

  text(field: string, checked: Checked<string>): string {
    if ('value' in checked) return checked.value;
    this.add(field, checked.problem);
    return '';
  }

  choice<T extends string>(field: string, typed: string, allowed: readonly T[]): T {
    const known = allowed.find(one => one === typed);
    if (known === undefined) this.add(field, 'choose');
    return known ?? allowed[0]!;
  }

  parsed(
    field: string,
    typed: string,
    with_: {
      read: (text: string) => string | undefined;
      code: PatientProblemCode;
    },
  ): string {
    if (typed.trim() === '') return '';
    const value = with_.read(typed);
    if (value === undefined) this.add(field, with_.code);
    return value ?? '';
  }
}

/** One name is enough: many people have only one. */
function checkNames(typed: TypedPatient, found: Findings) {
  const given = found.text('given', oneLine(typed.given, nameLimit));
  const family = found.text('family', oneLine(typed.family, nameLimit));
  const preferredName = found.text('preferredName', oneLine(typed.preferredName, nameLimit));
  if (typed.given.trim() === '' && typed.family.trim() === '') found.add('family', 'no-name');
  return family === '' ? { given: '', family: given, preferredName } : { given, family, preferredName };
}

function checkCard(typed: TypedPatient, born: string | undefined, found: Findings) {
  const fields = { number: 'cardNumber', version: 'cardVersion', kind: 'cardKind', reason: 'cardReason' };
  const checked = healthCard(
    { kind: typed.cardKind, number: typed.cardNumber, version: typed.cardVersion, reason: typed.cardReason },
    born,
  );
  if ('problem' in checked) {
    found.add(fields[checked.field], `card-${checked.problem}`);
    return undefined;
  }
  if (checked.doubt) {
    const warning: PatientProblem = { field: 'cardNumber', code: `card-${checked.doubt}` };
    found.warnings.push(warning);
    if (!typed.keepUnverified) found.problems.push(warning);
  }
  return checked.card;
}

function checkAddress(typed: TypedPatient, found: Findings): Address {
  const country = /^[A-Z]{2}$/.test(typed.country) ? typed.country : 'CA';
  const inCanada = country === 'CA';
  if (inCanada && typed.province !== '' && !isProvince(typed.province)) found.add('province', 'choose');
  return {
    street: found.text('street', oneLine(typed.street, 200)),
    city: found.text('city', oneLine(typed.city, 100)),
    province: inCanada && isProvince(typed.province) ? typed.province : '',
    postalCode: inCanada
      ? found.parsed('postalCode', typed.postalCode, { read: canadianPostalCode, code: 'postal-code' })
      : found.text('postalCode', oneLine(typed.postalCode, 20)),
    country,
  };
}

function ownContact(typed: TypedPatient, found: Findings): Contact {
  return {
    relation: 'patient',
    authority: 'self',
    name: '',
    ...checkChannels(typed, '', found),
    language: typed.language === 'fr' ? 'fr' : 'en',
  };
}

function checkChannels(
  typed: Pick<TypedContact, 'phone' | 'email' | 'emailConsent' | 'textConsent'>,
  prefix: string,
  found: Findings,
) {
  const phone = found.parsed(`${prefix}phone`, typed.phone, { read: phoneNumber, code: 'phone' });
  const email = found.parsed(`${prefix}email`, typed.email, { read: emailAddress, code: 'email' });
  const emailConsent = found.choice(`${prefix}emailConsent`, typed.emailConsent || 'not-asked', consents);
  if (emailConsent === 'yes' && typed.email.trim() === '') {
    found.add(`${prefix}email`, 'consent-without-email');
  }
  const textConsent = found.choice(`${prefix}textConsent`, typed.textConsent || 'not-asked', consents);
  // An extension cannot be texted.
  if (textConsent === 'yes' && (typed.phone.trim() === '' || phone.includes('ext'))) {
    found.add(`${prefix}phone`, 'consent-without-phone');
  }
  return { phone, email, emailConsent, textConsent };
}

/** People besides the patient; a row left empty is nobody. */
function checkOthers(typed: readonly TypedContact[], found: Findings): Contact[] {
  return typed.slice(0, otherContacts).flatMap((one, i) => {
    if ([one.name, one.phone, one.email].every(text => text.trim() === '')) return [];
    const prefix = `other${i}-`;
    const channels = checkChannels(one, prefix, found);
    if (one.phone.trim() === '' && one.email.trim() === '')
      found.add(`${prefix}phone`, 'contact-unreachable');
    return [
      {
        relation: found.choice(
          `${prefix}relation`,
          one.relation,
          relations.filter(r => r !== 'patient'),
        ),
        authority: found.choice(
          `${prefix}authority`,
          one.authority,
          authorities.filter(a => a !== 'self'),
        ),
        name: found.text(`${prefix}name`, oneLine(one.name, nameLimit, true)),
        ...channels,
        language: found.choice(`${prefix}language`, one.language || 'en', ['en', 'fr'] as const),
      },
    ];
  });
}
