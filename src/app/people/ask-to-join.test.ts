import { describe, expect, it } from 'vitest';
import { checkJoin, type TypedJoin } from './ask-to-join.ts';

const typed: TypedJoin = {
  ...{ siteName: ' Maple   Landing FHT ', kind: 'practice', address: '1 Main St', city: 'Guelph' },
  ...{ postalCode: 'n1e2a5', phone: '(519) 555-0142', uses: ['refer', 'ask'], leadName: 'T. Okafor-Reid' },
  ...{ leadTitle: 'Lead', email: 'Lead@Example.ORG', language: 'en', remarks: '' },
};
const problemsOf = (change: Partial<TypedJoin>) => {
  const checked = checkJoin({ ...typed, ...change });
  return 'problems' in checked ? checked.problems : [];
};

describe('a site that asks to join', () => {
  it('is kept tidied: one spelling of a code, a phone number, an address', () => {
    expect(checkJoin(typed)).toEqual({
      request: {
        ...{ siteName: 'Maple Landing FHT', kind: 'practice', address: '1 Main St', city: 'Guelph' },
        ...{ postalCode: 'N1E 2A5', phone: '519-555-0142', uses: ['ask', 'refer'] },
        ...{ leadName: 'T. Okafor-Reid', leadTitle: 'Lead', email: 'Lead@example.org', language: 'en' },
        remarks: '',
      },
    });
  });

  it('hears everything that is wrong at once, in the order of the form', () => {
    const wrong = { siteName: '', kind: 'programme', postalCode: 'N1', phone: '12', uses: ['x'], email: 'a' };
    expect(problemsOf(wrong)).toEqual([
      { field: 'siteName', problem: 'missing' },
      { field: 'kind', problem: 'choose' },
      { field: 'postalCode', problem: 'postal-code' },
      { field: 'phone', problem: 'phone' },
      { field: 'uses', problem: 'choose' },
      { field: 'email', problem: 'email' },
    ]);
  });

  it('may leave the remarks empty, not endless', () => {
    expect(problemsOf({ remarks: 'x'.repeat(1001) })).toEqual([{ field: 'remarks', problem: 'too-long' }]);
    expect(problemsOf({ city: 'a\u202eb' })).toEqual([{ field: 'city', problem: 'unreadable' }]);
  });
});
