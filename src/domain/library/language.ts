/** Little words that one of the two languages has and the other has not. */
const little = {
  en: 'the of and to with for is are was she he her his on at this that not no should would what when how any',
  fr: 'le la les des du une et est dans pour avec sur par elle il son sa ses pas que qui cette aux au faut quand',
} as const;
const sets = { en: new Set(little.en.split(' ')), fr: new Set(little.fr.split(' ')) };

/** The language a text is written in, by its little words and accents; `otherwise` where they do not tell. A guess: a person confirms it. */
export function languageOf(text: string, otherwise: 'en' | 'fr'): 'en' | 'fr' {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (of: ReadonlySet<string>) => words.filter(word => of.has(word)).length;
  const [en, fr] = [count(sets.en), count(sets.fr) + (text.match(/[éèêàçùœ]/giu)?.length ?? 0) / 2];
  if (en === fr) return otherwise;
  return en > fr ? 'en' : 'fr';
}
