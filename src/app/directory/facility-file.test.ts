import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotADirectory, readFacilities } from './facility-file.ts';

const columns =
  'index,facility_name,source_facility_type,odhf_facility_type,provider,unit,street_no,street_name,postal_code,city,province,source_format_str_address,CSDname,CSDuid,Pruid,latitude,longitude';
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (name: string, index = 1) =>
  [
    `${index}`,
    name,
    'other',
    'Hospitals',
    '',
    '',
    '1',
    'elm st',
    'N1E 6H5',
    'guelph',
    'on',
    '',
    'Guelph',
    '',
    '35',
    '43.5',
    '-80.2',
  ]
    .map(quoted)
    .join(',');
const file = (...lines: string[]) => [columns, ...lines].join('\n');

describe('a facility file', () => {
  it('gives every name back as it was written, quotes and commas included', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'ab é",;\t\''.split('')),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        (names, end) => {
          const lines = names.map((name, index) => line(name, index + 1));
          const { rows, broken } = readFacilities([columns, ...lines, ''].join(end));
          expect(broken).toEqual([]);
          expect(rows.map(row => row.name)).toEqual(names);
          expect(rows.map(row => row.line)).toEqual(names.map((_, index) => index + 2));
        },
      ),
    );
  });

  it('is read with a byte order mark, and without its control characters', () => {
    expect(readFacilities(`\uFEFF${file(line('Elm\u0000 Home'))}`).rows[0]!.name).toBe('Elm  Home');
  });

  it('loses only the line whose quote stays open', () => {
    const lines = [line('One', 1), line('Two', 2).replace('Two', '"Two'), line('Three', 3), line('Four', 4)];
    const { rows, broken } = readFacilities(file(...lines));
    expect(rows.map(row => [row.line, row.name])).toEqual([
      [2, 'One'],
      [4, 'Three'],
      [5, 'Four'],
    ]);
    expect(broken.map(one => one.line)).toEqual([3]);
  });

  it.each([
    ['too few columns', 'a,b,c'],
    ['too many columns', `${line('x')},extra`],
    ['a quote inside a word', line('x').replace('x', 'x"y"')],
    ['text after a closing quote', line('x').replace('x', '"x"y')],
  ])('refuses a line with %s by its number and reads the others', (_, bad) => {
    const { rows, broken } = readFacilities(file(line('One'), bad, line('Two')));
    expect(rows.map(row => row.name)).toEqual(['One', 'Two']);
    expect(broken).toMatchObject([{ line: 3, outcome: 'refused', notes: [{ code: 'columns' }] }]);
  });

  it('may have no facility in it', () => {
    expect(readFacilities(columns)).toEqual({ rows: [], broken: [] });
  });

  it.each([
    ['nothing', ''],
    ['only empty lines', '\n\n'],
    ['another head', 'a,b\n1,2\n'],
    ['no head', line('One')],
  ])('with %s is no directory', (_, text) => {
    expect(() => readFacilities(text)).toThrow(NotADirectory);
  });

  it('accounts for every line that is not empty, whatever is in it', () => {
    const junk = fc.string({ unit: fc.constantFrom(...'a",é 1'.split('')), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.oneof(junk, fc.constant(line('Home')))), lines => {
        const { rows, broken } = readFacilities(file(...lines));
        const wanted = lines.flatMap((one, index) => (one.trim() === '' ? [] : [index + 2]));
        const seen = [...rows, ...broken].map(one => one.line);
        expect(new Set(seen).size).toBe(seen.length);
        expect(wanted.filter(at => !seen.includes(at))).toEqual([]);
      }),
    );
  });
});
