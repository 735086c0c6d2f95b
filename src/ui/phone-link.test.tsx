import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dialled } from './phone-link.tsx';

test.each([
  ['988', '988'],
  ['2-1-1', '211'],
  ['416-555-0100', '+14165550100'],
  ['1-866-531-2600', '+18665312600'],
  ['416-555-0100 ext. 21', '+14165550100'],
  ['819 555-0100 poste 4', '+18195550100'],
  ['+33 1 23 45 67 89', '+33123456789'],
])('%s is dialled as %s', (phone, digits) => {
  expect(dialled(phone)).toBe(digits);
});

test('every number of the community services is one of three digits or a free one', () => {
  const file = new URL('../../data/demo/community.csv', import.meta.url);
  const numbers = [...readFileSync(file, 'utf8').matchAll(/,([\d-]*),https:/g)].flatMap(
    ([, one]) => one || [],
  );
  expect(numbers.length).toBeGreaterThan(15);
  for (const one of numbers)
    expect(dialled(one)).toMatch(/^(?:[289]\d\d|\+18(?:00|33|44|55|66|77|88)\d{7})$/);
});
