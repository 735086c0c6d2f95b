import { describe, expect, it } from 'vitest';
import { typeset, typesetFrench } from './typeset.ts';

describe('French marks', () => {
  it('stay with their words', () => {
    expect(typesetFrench('Un « non » : la suite, à 400 %.')).toBe(
      'Un «\u00a0non\u00a0»\u00a0: la suite, à 400\u00a0%.',
    );
  });

  it('are one where a month cut short ends a sentence', () => {
    expect(typesetFrench('Échéance le 9 déc..')).toBe('Échéance le 9 déc.');
    expect(typesetFrench('Le 1er févr. 2026, puis…')).toBe('Le 1er févr. 2026, puis…');
  });

  it('leave times and addresses alone', () => {
    expect(typesetFrench('10:30, https://exemple.org et a :b')).toBe('10:30, https://exemple.org et a :b');
  });

  it('are set in lists and in what functions write', () => {
    const set = typeset({ list: [['a :']], write: (name: string) => `« ${name} »` });
    expect(set.list[0]![0]).toBe('a\u00a0:');
    expect(set.write('x')).toBe('«\u00a0x\u00a0»');
    expect(set.write.length).toBe(1);
  });
});
