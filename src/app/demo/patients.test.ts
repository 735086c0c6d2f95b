import { expect, it } from 'vitest';
import { isReachable } from '../../domain/patient/patient.ts';
import { demoPatients } from './patients.ts';

it('the invented patients are sound, and show every way a patient can be reached', () => {
  const all = demoPatients();
  const rosalind = all[0]!;
  expect(rosalind).toMatchObject({ given: 'Rosalind', birthDate: '1980-03-11' });
  expect(isReachable(rosalind)).toBe(true);
  expect(all.some(one => !isReachable(one) && one.contacts.every(contact => contact.phone === ''))).toBe(
    true,
  );
  expect(all.some(one => one.contacts[1]?.authority === 'parent' && isReachable(one))).toBe(true);
  expect(all.filter(one => one.language === 'fr').length).toBeGreaterThan(1);
});
