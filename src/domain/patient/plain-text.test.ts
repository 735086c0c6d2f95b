import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canadianPostalCode } from './address.ts';
import { ageOn, birthDate, daysLived, isDay } from './birth-date.ts';
import { emailAddress, phoneNumber } from './contact.ts';
import { oneLine, paragraphs } from './plain-text.ts';
import { foldName, sameness } from './same-patient.ts';

describe('a name', () => {
  it.each(['Zoë', "O'Neill-Śliwa", 'محمد', '李', 'Nguyễn Thị Ánh', 'נועה', '👩‍⚕️', '<b>Bob</b>', 'a\u200db'])(
    '%s is kept as it is written',
    name => expect(oneLine(name, 200, true)).toEqual({ value: name.normalize('NFC') }),
  );

  it('typed in pieces (NFD) is the same as typed whole', () => {
    expect(oneLine('Zoe\u0308', 200)).toEqual({ value: 'Zoë' });
  });

  it('may have 200 characters as people count them and not 201', () => {
    expect(oneLine('é'.normalize('NFD').repeat(200), 200)).toEqual({ value: 'é'.repeat(200) });
    expect(oneLine('𝒜'.repeat(200), 200)).toHaveProperty('value');
    expect(oneLine('x'.repeat(400), 200)).toEqual({ problem: 'too-long' });
  });

  it('with characters nobody can see is refused, and says which kind', () => {
    for (const bad of ['a\u0000', 'a\u0007b', 'a\nb', 'a\u0085', 'a\ud800b', 'a\u200bb']) {
      expect(oneLine(bad, 200)).toEqual({ problem: 'control-characters' });
    }
    for (const bad of ['a\u202eb', '\u2066a', 'x\u200f']) {
      expect(oneLine(bad, 200)).toEqual({ problem: 'direction-marks' });
    }
  });

  it('once kept stays the same when it is saved again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const first = oneLine(typed, 200);
        if ('value' in first) expect(oneLine(first.value, 200)).toEqual(first);
        const text = paragraphs(typed, 200);
        if ('value' in text) expect(paragraphs(text.value, 200)).toEqual(text);
      }),
    );
  });
});

describe('a birth date', () => {
  it('is a real day between 1880 and today', () => {
    const today = '2026-11-22';
    expect(birthDate('2026-11-22', today)).toEqual({ value: '2026-11-22' });
    expect(birthDate('2026-11-23', today)).toEqual({ problem: 'in-the-future' });
    expect(birthDate('1980/3/11', today)).toEqual({ value: '1980-03-11' });
    expect(birthDate('2024-02-29', today)).toEqual({ value: '2024-02-29' });
    expect(birthDate('1900-02-29', today)).toEqual({ problem: 'not-a-date' });
    expect(birthDate('1879-12-31', today)).toEqual({ problem: 'too-long-ago' });
    expect(birthDate('11/03/1980', today)).toEqual({ problem: 'not-a-date' });
    expect(birthDate(' ', today)).toEqual({ problem: 'missing' });
  });

  it('is a day exactly when the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (y, m, d) => {
        const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        const date = new Date(`${text}T00:00:00Z`);
        const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isDay(text)).toBe(real);
      }),
    );
  });

  it('gives the age in whole years, and months for babies', () => {
    expect(ageOn('1980-03-11', '2026-03-10')).toEqual({ years: 45, months: 11 });
    expect(ageOn('1980-03-11', '2026-03-11')).toEqual({ years: 46, months: 0 });
    expect(ageOn('2024-02-29', '2025-02-28')).toEqual({ years: 0, months: 11 });
    expect(ageOn('2024-02-29', '2025-03-01')).toEqual({ years: 1, months: 0 });
  });

  it('counts the days of the first month of life, over the change of the clocks too', () => {
    expect(daysLived('2026-11-22', '2026-11-22')).toBe(0);
    expect(daysLived('2026-10-31', '2026-11-02')).toBe(2);
    expect(daysLived('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysLived('2026-11-23', '2026-11-22')).toBe(0);
  });
});

describe('ways to reach somebody', () => {
  it('a postal code is put in order, and letters Canada Post never uses are refused', () => {
    expect(canadianPostalCode('n2l-3g1')).toBe('N2L 3G1');
    expect(canadianPostalCode('D2L 3G1')).toBeUndefined();
    expect(canadianPostalCode('N2L 3O1')).toBeUndefined();
  });

  it('a phone number keeps its extension and its country', () => {
    expect(phoneNumber('(519) 555 0142')).toBe('519-555-0142');
    expect(phoneNumber('1-519-555-0142 poste 12')).toBe('519-555-0142 ext 12');
    expect(phoneNumber('+44 20 7946 0000')).toBe('+44 20 7946 0000');
    expect(phoneNumber('555-0142')).toBeUndefined();
    expect(phoneNumber('<script>')).toBeUndefined();
  });

  it('an e-mail address cannot smuggle another line into a letter', () => {
    expect(emailAddress(' R.Achterberg@Example.ORG ')).toBe('R.Achterberg@example.org');
    for (const bad of [
      'a@b',
      'a@b.c\nBcc: x@y.org',
      'a b@c.org',
      '@c.org',
      'a..b@c.org',
      'a@-c.org,d@e.org',
    ]) {
      expect(emailAddress(bad)).toBeUndefined();
    }
  });
});

describe('two records of one person', () => {
  const card = { kind: 'ON', number: '9876543217', version: '', unverified: false } as const;
  const none = { kind: 'none', reason: 'lost' } as const;
  const zoe = { given: 'Zoë', family: 'Tremblay', birthDate: '1980-03-11', card };

  it('are found by the card, whatever its version, or by name and birth date', () => {
    expect(sameness(zoe, { ...zoe, given: 'Z', card: { ...card, version: 'AB' } })).toBe('same-card');
    expect(sameness(zoe, { ...zoe, given: 'TREMBLAY', family: 'zoe', card: none })).toBe(
      'same-name-and-birth',
    );
    expect(sameness(zoe, { ...zoe, family: 'Trembley', card: none })).toBe('near-name-and-birth');
  });

  it('are two people when cards or birth dates differ', () => {
    expect(sameness(zoe, { ...zoe, card: { ...card, number: '1234567897' } })).toBeUndefined();
    expect(sameness(zoe, { ...zoe, birthDate: '1980-03-12', card: none })).toBeUndefined();
  });

  it('compare alike in both directions', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '-'), maxLength: 6 });
    fc.assert(
      fc.property(name, name, name, name, (a, b, c, d) => {
        const left = { given: a, family: b, birthDate: '2000-01-01', card: none };
        const right = { given: c, family: d, birthDate: '2000-01-01', card: none };
        expect(sameness(left, right)).toBe(sameness(right, left));
      }),
    );
    expect(foldName("D'Arçy-Ōta")).toBe('darcyota');
  });
});
