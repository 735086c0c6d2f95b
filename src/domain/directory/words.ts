/**
 * Words as the search compares them: without accents, case or the endings that English and French put on one stem, so
 * that "dépressif", "depressed" and "depression" meet. Light on purpose; what it misses is a line in the synonyms.
 */

const endings = [
  'isations',
  'izations',
  'isation',
  'ization',
  'ements',
  'ement',
  'ments',
  'ment',
  'istes',
  'iste',
  'ists',
  'ist',
  'iques',
  'ique',
  'ation',
  'ations',
  'ions',
  'ion',
  'ives',
  'ive',
  'ifs',
  'if',
  'ics',
  'ic',
  'ies',
  'ys',
  'ie',
  'ings',
  'ing',
  'aux',
  'ales',
  'ale',
  'als',
  'al',
  'eurs',
  'eur',
  'ers',
  'er',
  'ees',
  'ee',
  'ed',
  'es',
  's',
  'x',
  'e',
  'y',
];
const byLength = [...new Set(endings)].sort((a, b) => b.length - a.length);

const silent = new Set(
  (
    'a an and are as at be been but by for from had has have he her his i in is it its me my no not of on or our she so ' +
    'that the their them they this to was we were which will with you your what when where who how than then there since dr ' +
    'still tried several much many some any also only very can may need needs want please help patient patients year ' +
    'did do does done doing would could should about again because if just more most other too up out into while always ' +
    'gets get got getting going goes now today yesterday ago since day days ' +
    'years yo old since after before month months week weeks man woman else try last all ' +
    'au aux avec ce ces cette dans de depuis des du elle en est et il ils je la le les leur mais mes mon ne nous on ou ou ' +
    'par pas plus pour qu que qui sa sans se ses son sont sur ta te tu un une vos votre vous y plusieurs essaye essayes ' +
    'toujours an ans mois semaine semaines besoin svp dre homme femme trop sans effet ai ont ete etait lui eux leurs nos cet ' +
    'aussi comme donc encore fait faire peut puis quand tout tous toute toutes si deja chez vers dont jour jours hier'
  ).split(' '),
);

/** Lower case without accents; ligatures and the British and French "ae", "oe" are one "e". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[oa]*(?:oe|ae|œ|æ)/g, 'e')
    .replace(/[’‘`´]/g, "'");
}

/** The stem of one folded word; at least four letters of it stay. */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  for (const ending of byLength) {
    if (word.length - ending.length >= 4 && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

/** Folded words in order, "covid-19" as "covid"; digits alone and words that say nothing are left out. */
export function plainWords(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
  return words
    .map(word => word.replace(/^(?:[cdjlmnst]|qu)'/, '').replace(/'s$/, ''))
    .filter(word => word.length > 1 && !/^\d+$/.test(word) && !silent.has(word));
}

/** Distinct stems of a text, in order of first appearance. */
export function stems(text: string): string[] {
  return [...new Set(plainWords(text).map(stem))];
}
