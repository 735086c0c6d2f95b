import { expect, it } from 'vitest';
import { csvField, csvOf } from './export.ts';

it('a name that looks like a formula reaches a spreadsheet as a name', () => {
  expect(csvField('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
  expect(['+1', '-1', '@x'].map(csvField)).toEqual([`'+1`, `'-1`, `'@x`]);
});

it('commas, quotes and line ends stay inside their field', () => {
  expect(
    csvOf([
      ['Name', 'Note'],
      ['Whitcombe, Arden', 'a "b"\nc'],
    ]),
  ).toBe('\uFEFFName,Note\r\n"Whitcombe, Arden","a ""b""\nc"\r\n');
});
