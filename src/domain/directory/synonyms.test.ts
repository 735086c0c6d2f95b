import { expect, it } from 'vitest';
import { conceptsOf, indexSynonyms, type Synonyms, termKey } from './synonyms.ts';

const group = (english: string[], french: string[], also = ''): Synonyms => ({ english, french, also });
const found = (list: readonly Synonyms[], text: string) =>
  conceptsOf(text, indexSynonyms(list)).flatMap(one => one.stems);

it('a word finds what another word of its group says, in both languages and both ways', () => {
  const list = [group(['kidney'], ['rein', 'rognon'])];
  expect(found(list, 'kidney')).toEqual(expect.arrayContaining([termKey('rein'), termKey('rognon')]));
  expect(found(list, 'Rein')).toContain(termKey('kidney'));
});

it('a disease finds its specialty, and the specialty does not find every disease', () => {
  const list = [group(['lupus'], [], 'rheumatology'), group(['gout'], ['goutte'], 'rheumatology')];
  expect(found(list, 'lupus')).toContain(termKey('rheumatology'));
  expect(found(list, 'rheumatology')).toEqual([termKey('rheumatology')]);
  expect(found(list, 'lupus')).not.toContain(termKey('gout'));
});

it('words that only together mean something are looked for apart only where nothing else is', () => {
  expect(found([group(['MI', 'heart attack'], [])], 'MI')).toEqual(
    expect.arrayContaining(['heart', 'attack']),
  );
  const known = [group(['brain fog'], ['brouillard'], 'covid')];
  expect(found(known, 'brouillard')).toEqual(expect.arrayContaining(['covid']));
  expect(found(known, 'brouillard')).not.toContain('brain');
  expect(found(known, 'brain fog')).toEqual(expect.arrayContaining(['covid', termKey('brouillard')]));
});

it('a known term of several words is not about each of them alone', () => {
  const list = [group(['hearing voices'], [], 'psychosis')];
  const [voices, ...rest] = conceptsOf('hearing voices at night', indexSynonyms(list));
  expect(voices).toMatchObject({ stems: [termKey('psychosis')], words: ['hear', 'voic'], known: true });
  expect(rest.map(one => one.typed)).toEqual(['night']);
});

it('case, accents and endings do not matter, and a word nobody looks for has no key', () => {
  expect(termKey('Dépressif')).toBe(termKey('depressed'));
  expect(['the', 'c', '', '  ', '12'].map(termKey)).toEqual(['', '', '', '', '']);
});

it('a term of which one word alone is looked for is meant where all of it is said', () => {
  const fainting = [group(['fainting', 'passing out'], [], 'syncope')];
  expect(found(fainting, 'She passed out twice')).toContain('syncop');
  expect(found(fainting, 'La semaine passée')).not.toContain('syncop');
  expect(found(fainting, 'fainting')).not.toContain('pass');
});
