/** How somebody stands to the patient; `patient` is the patient. */
export const relations = [
  'patient',
  'parent',
  'guardian',
  'spouse',
  'child',
  'sibling',
  'friend',
  'caregiver',
  'other',
] as const;
export type Relation = (typeof relations)[number];

/**
 * What a contact may do in the patient's place: nothing more than help; decide as a parent of a child; decide as a
 * substitute (Health Care Consent Act, s. 20) or by a power of attorney for personal care.
 */
export const authorities = ['self', 'helps', 'parent', 'substitute', 'attorney'] as const;
export type Authority = (typeof authorities)[number];

/** Whether notices (a line and a link, no health facts) may go to an address or a number. Asked anew when that changes. */
export const consents = ['yes', 'no', 'not-asked'] as const;
export type NoticeConsent = (typeof consents)[number];

/** Somebody to reach about a patient. */
export interface Contact {
  /** Inside id once it is kept; a link to the patient's page is made for one contact. */
  id?: number;
  relation: Relation;
  authority: Authority;
  /** '' for the patient, whose names are on the record. */
  name: string;
  /** `519-555-0142`, `519-555-0142 ext 12` or `+44 20 7946 0000`; '' when there is none. */
  phone: string;
  /** '' when there is none. */
  email: string;
  emailConsent: NoticeConsent;
  /** To text messages on `phone`; absent: not asked, as in records from before it was. */
  textConsent?: NoticeConsent;
  /** Language of notices. */
  language: 'en' | 'fr';
}

/** A number of North America as `519-555-0142`, another with its `+`; undefined when it is no number. */
export function phoneNumber(typed: string): string | undefined {
  const [main = '', extension] = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s*(?:ext\.?|x|poste|#)\s*/);
  if (!/^[+\d\s().\-\u2010-\u2015]*$/.test(main)) return undefined;
  if (extension !== undefined && !/^\d{1,6}$/.test(extension)) return undefined;
  const tail = extension === undefined ? '' : ` ext ${extension}`;
  const digits = main.replace(/\D/g, '');
  if (main.trim().startsWith('+') && !digits.startsWith('1')) {
    return digits.length >= 7 && digits.length <= 15
      ? `+${main.replace(/[^\d ]/g, '').trim()}${tail}`
      : undefined;
  }
  const local = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (!/^[2-9]\d{9}$/.test(local)) return undefined;
  return `${local.slice(0, 3)}-${local.slice(3, 6)}-${local.slice(6)}${tail}`;
}

/** The address with its domain in lower case; undefined when mail could not go there. */
export function emailAddress(typed: string): string | undefined {
  const text = typed.normalize('NFC').trim();
  if (text.length > 254) return undefined;
  const parts =
    /^([^\s@<>"(),:;[\]\\\u0000-\u001f]{1,64})@([\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?\.\p{L}{2,})$/u.exec(text);
  if (!parts || text.includes('..') || parts[1]!.startsWith('.') || parts[1]!.endsWith('.')) return undefined;
  return `${parts[1]}@${parts[2]!.toLowerCase()}`;
}

/** Where notices to a contact go: the e-mail address they agreed to, else the number they agreed to texts on. */
export function wayTo(contact: Contact): string | undefined {
  if (contact.email !== '' && contact.emailConsent === 'yes') return contact.email;
  if (contact.phone !== '' && contact.textConsent === 'yes') return contact.phone;
  return undefined;
}

/** Who may be told by e-mail or text message, those who may decide first. */
export function reachable(contacts: readonly Contact[]): Contact[] {
  const able = contacts.filter(one => wayTo(one) !== undefined);
  return [...able.filter(one => one.authority !== 'helps'), ...able.filter(one => one.authority === 'helps')];
}
