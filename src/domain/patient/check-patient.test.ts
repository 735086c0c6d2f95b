import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPatient, type TypedPatient } from './check-patient.ts';
import { type Contact, wayTo } from './contact.ts';
import { isReachable, listName, snapshotOf } from './patient.ts';

const today = '2026-11-22';
const rosalind: TypedPatient = {
  given: 'Rosalind',
  family: 'Achterberg',
  preferredName: '',
  birthDate: '1980-03-11',
  sexAtBirth: 'female',
  gender: '',
  pronouns: '',
  cardKind: 'ON',
  cardNumber: '9876 543 217',
  cardVersion: 'KT',
  cardReason: '',
  keepUnverified: false,
  street: '12 King St S',
  city: 'Waterloo',
  province: 'ON',
  postalCode: 'n2j1n8',
  country: 'CA',
  language: 'en',
  interpreter: '',
  phone: '519 555 0142',
  email: 'r.achterberg@example.org',
  emailConsent: 'yes',
  others: [],
};

const own: Contact = {
  ...{ relation: 'patient', authority: 'self', name: '', phone: '519-555-0142', language: 'en' },
  ...{ email: 'r.achterberg@example.org', emailConsent: 'yes' },
};

const problems = (change: Partial<TypedPatient>) => {
  const result = checkPatient({ ...rosalind, ...change }, today);
  return 'problems' in result ? result.problems : [];
};

describe('a patient as typed', () => {
  it('is put in order', () => {
    const result = checkPatient(rosalind, today);
    expect(result).toMatchObject({
      warnings: [],
      details: {
        card: { number: '9876543217', version: 'KT' },
        address: { postalCode: 'N2J 1N8' },
        gender: 'not-said',
        contacts: [{ relation: 'patient', phone: '519-555-0142', emailConsent: 'yes' }],
      },
    });
    if ('details' in result) expect(isReachable(result.details)).toBe(true);
  });

  it('without e-mail is reached by texts that were agreed to, on a number that can be texted', () => {
    const change = { email: '', emailConsent: 'not-asked', textConsent: 'yes' };
    const result = checkPatient({ ...rosalind, ...change }, today);
    expect(result).toMatchObject({ details: { contacts: [{ textConsent: 'yes' }] } });
    if ('details' in result) expect(result.details.contacts.map(wayTo)).toEqual(['519-555-0142']);
    expect(wayTo({ ...own, ...change, textConsent: 'no', emailConsent: 'not-asked' })).toBe(undefined);
    expect(wayTo({ ...own, textConsent: 'yes' })).toBe('r.achterberg@example.org');
    for (const phone of ['', '519 555 0142 ext 7'])
      expect(problems({ ...change, phone })).toContainEqual({
        field: 'phone',
        code: 'consent-without-phone',
      });
  });

  it('may have one name, in either field', () => {
    for (const change of [
      { given: 'Sukarno', family: '' },
      { given: '', family: 'Sukarno' },
    ]) {
      const result = checkPatient({ ...rosalind, ...change }, today);
      expect(result).toMatchObject({ details: { given: '', family: 'Sukarno' } });
      if ('details' in result) expect(listName(result.details)).toBe('Sukarno');
    }
    expect(problems({ given: '', family: ' ' })).toEqual([{ field: 'family', code: 'no-name' }]);
  });

  it('is told everything that is wrong at once, beside its field', () => {
    expect(
      problems({
        given: 'x'.repeat(400),
        birthDate: '2027-01-01',
        sexAtBirth: '',
        postalCode: '90210',
        phone: 'none',
        email: '',
      }),
    ).toEqual([
      { field: 'given', code: 'too-long' },
      { field: 'birthDate', code: 'in-the-future' },
      { field: 'sexAtBirth', code: 'choose' },
      { field: 'postalCode', code: 'postal-code' },
      { field: 'phone', code: 'phone' },
      { field: 'email', code: 'consent-without-email' },
    ]);
  });

  it('with a number that does not add up is asked once, then kept as unverified', () => {
    const doubt = { field: 'cardNumber', code: 'card-check-digit' };
    expect(problems({ cardNumber: '1547896351' })).toEqual([doubt]);
    const kept = checkPatient({ ...rosalind, cardNumber: '1547896351', keepUnverified: true }, today);
    expect(kept).toMatchObject({ details: { card: { unverified: true } }, warnings: [doubt] });
  });

  it('may have a parent, who must be reachable', () => {
    const parent = {
      relation: 'parent',
      authority: 'parent',
      name: 'Ana',
      phone: '',
      email: '',
      emailConsent: '',
      language: 'fr',
    };
    expect(problems({ others: [parent] })).toEqual([{ field: 'other0-phone', code: 'contact-unreachable' }]);
    const result = checkPatient({ ...rosalind, others: [{ ...parent, phone: '4165550100' }] }, today);
    expect(result).toMatchObject({
      details: { contacts: [{}, { name: 'Ana', phone: '416-555-0100', language: 'fr' }] },
    });
  });

  it('never throws and never keeps an invisible character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const wild = fc.record(
      Object.fromEntries(
        Object.entries(rosalind).map(([field, value]) => [
          field,
          typeof value === 'string' ? fc.oneof(text, fc.constant(value)) : fc.constant(value),
        ]),
      ) as { [K in keyof TypedPatient]: fc.Arbitrary<TypedPatient[K]> },
    );
    fc.assert(
      fc.property(wild, typed => {
        const result = checkPatient(typed, today);
        if ('details' in result)
          expect(JSON.stringify(result.details)).not.toMatch(/[\u202a-\u202e]|\\u00[01]/);
      }),
    );
  });

  it('is copied into a case as it was', () => {
    const result = checkPatient(rosalind, today);
    if (!('details' in result)) throw new Error('sound');
    const snapshot = snapshotOf({ ...result.details, id: 7, key: 'secret' } as typeof result.details, 3);
    expect(snapshot).toEqual({ ...result.details, version: 3 });
  });
});
