import fc from 'fast-check';
import { expect, it } from 'vitest';
import { StemText } from './stem-text.ts';

const stem = fc.stringMatching(/^[a-z0-9']{1,6}$/);

it('a text of stems has what a set of them has', () => {
  fc.assert(
    fc.property(fc.uniqueArray(stem, { maxLength: 8 }), stem, (list, other) => {
      const text = new StemText(list.join(' '));
      expect(text.size).toBe(list.length);
      for (const one of [...list, other, 'a']) expect(text.has(one)).toBe(list.includes(one));
    }),
  );
});

it('an entry that says nothing has no stems', () => {
  expect(new StemText(null).size).toBe(0);
  expect(new StemText('').has('')).toBe(false);
});
