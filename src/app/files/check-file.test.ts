import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { type FileKind, fileKinds } from './file-kinds.ts';
import { cleanFileName } from './file-names.ts';

const samples: Record<FileKind, Buffer> = {
  pdf: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj'),
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
  gif: Buffer.from('GIF89a\u0001\u0000'),
  tiff: Buffer.from('II*\0abc', 'latin1'),
  text: Buffer.from('Sertraline 100 mg, dix semaines, peu d’effet\r\n'),
  mp3: Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0]),
  mp4: Buffer.from('\0\0\0\x20ftypisom\0\0', 'latin1'),
};
const kinds = Object.keys(samples) as FileKind[];
const eicar = Buffer.from(
  'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=',
  'base64',
);

describe('a file', () => {
  it('is taken when its name and its bytes agree, and only then', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom(...kinds), (says, is) => {
        for (const ending of fileKinds[says].endings) {
          const result = checkFile({ name: `Lab.${ending.toUpperCase()}`, bytes: samples[is] });
          if (says === is) expect(result).toMatchObject({ kind: says });
          else
            expect(result).toEqual({
              problem: 'not-what-it-says',
              name: `Lab.${ending.toUpperCase()}`,
              says,
              is,
            });
        }
      }),
    );
  });

  it('that declares another type than its name is refused', () => {
    const pdf = { name: 'a.pdf', bytes: samples.pdf };
    expect(checkFile({ ...pdf, declared: 'application/pdf; charset=binary' })).toHaveProperty('kind', 'pdf');
    expect(checkFile({ ...pdf, declared: 'application/octet-stream' })).toHaveProperty('kind', 'pdf');
    expect(checkFile({ ...pdf, declared: 'image/gif' })).toMatchObject({
      problem: 'not-what-it-says',
      is: 'gif',
    });
  });

  it('that is empty, larger than 10 MB or of another kind is refused by name', () => {
    expect(checkFile({ name: 'a.pdf', bytes: new Uint8Array() })).toEqual({
      problem: 'empty',
      name: 'a.pdf',
    });
    expect(checkFile({ name: 'a.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1) })).toMatchObject({
      problem: 'too-large',
    });
    for (const name of [
      'a.exe',
      'a.svg',
      'a.html',
      'a.docm',
      'a',
      'a.zip',
      'pdf',
      'a.pdf.exe',
      'a.pdf\u202eexe.x',
    ]) {
      expect(checkFile({ name, bytes: samples.pdf })).toMatchObject({ problem: 'kind' });
    }
  });

  it('with HTML or SVG in it is refused whatever its name says', () => {
    for (const text of [
      '<!DOCTYPE html><script>',
      '\ufeff  <svg onload=x>',
      '<?xml version="1.0"?>',
      '<ScRiPt>',
    ]) {
      for (const name of ['a.pdf', 'a.txt', 'a.png']) {
        expect(checkFile({ name, bytes: Buffer.from(text) })).toEqual({ problem: 'markup', name });
      }
    }
  });

  it('that every scanner must find is found, alone or inside a PDF', () => {
    for (const bytes of [eicar, Buffer.concat([samples.pdf, eicar, Buffer.from('\n%%EOF')])]) {
      expect(checkFile({ name: 'a.pdf', bytes })).toEqual({ problem: 'malware', name: 'a.pdf' });
    }
  });

  it('of arbitrary bytes under an arbitrary name never breaks the check', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (name, bytes) => {
        const result = checkFile({ name: `${name}.txt`, bytes });
        expect('kind' in result || result.problem.length > 0).toBe(true);
      }),
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\Lab.pdf', 'Lab.pdf'],
    ['report\u202efdp.exe', 'reportfdp.exe'],
    ['nul\u0000l.pdf', 'null.pdf'],
    ['CON.txt', '_CON.txt'],
    ['..', 'file'],
    ['', 'file'],
    ['Résultats "févr."\r\n.pdf', 'Résultats _févr._.pdf'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(116)}.pdf`],
  ])('%s is shown as %s', (sent, shown) => expect(cleanFileName(sent)).toBe(shown));

  it('is always short, visible and stays the same when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), sent => {
        const name = cleanFileName(sent);
        expect(name.length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(121);
        expect(name).not.toMatch(/[\u0000-\u001f\u202a-\u202e/\\"]/);
        expect(() => encodeURIComponent(name)).not.toThrow();
      }),
    );
  });
});
