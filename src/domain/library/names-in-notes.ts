import type { Mark } from './deidentify.ts';
import { givenNames } from './given-names.ts';
import { ordinaryWords } from './ordinary-words.ts';

/** Before a name; part of what is marked. */
const titles =
  "(?:Mr\\.? and Mrs|Mr|Mrs|Ms|Miss|Mx|Dr|Drs|Prof|Rev|Father|Sister|Brother|Elder|Chief|Nurse Practitioner|Nurse|Constable|Const|Cpl|Sgt|Col|Capt|Lt|Maj|Judge|Resident Dr|RN|RPN|NP|M|MM|Mme|Mlle|Dre|Docteure?|Madame|Monsieur|Mademoiselle|Ma[îi]tre|Me|S[oœ]eur|Sr|Abb[ée]|P[èe]re|Fr[èe]re|l['’]infirmi[èe]re?|[Ii]nfirmi[èe]re?|IPS|[Bb][ée]b[ée]|Baby Boy|Baby Girl|Baby|Petite?|[Ll]e petit|[Ll]a petite|grand-maman|grand-papa|Nana|Grandma|Grandpa|Auntie|Uncle|twin [AB])";
const capital = "(?:(?:al|el|ad|ul)-)?\\p{Lu}[\\p{L}'’]*(?:-\\p{L}[\\p{L}'’]*)*";
const initials = '(?:\\p{Lu}\\.(?:-?\\s?\\p{Lu}\\.)*|Ste?\\.)';
const particle = "(?:(?:de|van|von|der|den|du|la|le|el|al|bin|ibn|da|dos|di|ter|ten)\\s+|d['’])";
const piece = `(?:${initials}|${capital})`;
const chain = `(?:${particle})*${piece}(?:\\s+(?:["“(]\\p{Lu}\\p{L}+["”)]\\s+)?(?:${particle})*${piece})*`;
/** Letters of a degree, a college or an order, as they stand behind a name. */
const letters =
  '(?:MD|md|DO|RN|rn|RPN|NP|np|IPS|ips|IP|ip|inf\\.|T\\.S\\.|MSW|RSW|PhD|RPh|FRCPC?|FRCSC|CCFP|FCFP|CCMF|CRMC|OT|PT|RD|RM|OD|OT Reg\\.|neurologue|cardiologue)';
const degrees = `(?:,?\\s+${letters}(?![\\p{L}]))*`;

/** The same shouted or in small letters: "DRE ANH-THU PHAM", "mrs. oyelaran", "dre s. benmoussa". */
const shoutedTitle =
  /(?<!\p{L})(?:DR|DRE|MRS?|MS|MME|MLLE|MISS)\.?\s+(?:\p{Lu}\.\s*)*\p{Lu}{2}[\p{L}'’-]*(?:\s+\p{Lu}{2}[\p{L}'’-]*)?/gu;
const smallTitle =
  /(?<!\p{L})(?:dr|dre|mrs?|ms|mme|mlle|prof)(?:\.\s*|\s+)(?!(?:is|was|said|has|will|and|for|to|in|a|est|et|dit|who|on|about)\b)(?:\p{Ll}\.\s*)*\p{Ll}[\p{L}'’-]+/gu;
/** TREMBLAY, GASTON and Pereira da Costa, Maria de Lurdes: wherever it stands, when what is behind the comma is a first name. */
const turnedAnywhere = new RegExp(
  `(?<!\\p{L})${capital}(?:\\s+(?:${particle})*${capital})*,\\s+${capital}(?:\\s+(?:${particle})*${capital})*`,
  'gu',
);

const titled = new RegExp(`(?<![\\p{L}])${titles}\\.?\\s+\\(?${chain}${degrees}`, 'gu');
/** SINGH, HARPREET; Kowalski, J.; Gao, Xiulan. */
const turned =
  /(?<!\p{Lu}[\p{L}'’.-]*\s)(?<!\p{L})(?:\p{Lu}['’]?[\p{L}'’-]+),\s+(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}(?:\.|\p{Lu}{2,}(?!\p{L})))?/gu;
/** A label before a name in any case. */
const labelled =
  /\b(?:pt name|patient name|name of patient|named|nom du patient|nommée?)\s*:?\s*([\p{L}'’-]+(?:\s+[\p{L}'’-]+)?)/giu;
const words = new RegExp(`(?<![\\p{L}\\p{N}])${chain}`, 'gu');
const singles = /(?<![\p{L}\p{N}])\p{L}[\p{L}'’-]*/gu;

/** Lower case without accents, as the lists are. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

function isOrdinary(word: string): boolean {
  const bare = plain(word).replace(/\.$/, '');
  return (
    ordinaryWords.has(bare) ||
    ordinaryWords.has(bare.replace(/^[a-z]'/, '')) ||
    ordinaryWords.has(bare.replace(/'s$/, '')) ||
    ordinaryWords.has(bare.replace(/s$/, ''))
  );
}

function isGiven(word: string): boolean {
  return plain(word)
    .replace(/'s$/, '')
    .split('-')
    .some(part => givenNames.has(part));
}

/** ECG, T4, IgG, eGFR: letters of an abbreviation rather than of a name. */
function isAbbreviation(word: string): boolean {
  const capitals = word.replace(/[^\p{Lu}]/gu, '').length;
  return word.length <= 7 && capitals >= 2 && capitals >= word.length / 2;
}

/** JOHN, ODETTE: a first name of a letter written in capitals throughout. */
function isGivenInCapitals(word: string): boolean {
  return word.length >= 4 && isGiven(word) && !isOrdinary(word);
}

/** A sentence, a line or a part of a list begins here, so the capital says nothing. */
function begins(text: string, at: number): boolean {
  return /(?:^|[.?!:;\n]|[-–/+•]\s|\()\s*$/u.test(text.slice(0, at));
}

/** What stands behind somebody's name and seldom behind a thing: an age, a verb of persons, an apposition. */
function speaksOfSomebody(rest: string): boolean {
  return /^(?:['’]s\b|\s*\(?\d{1,3}\s?(?:[FMfm]\b|y|ans|\))|,\s*\d{1,3}\b|\s+(?:is|has|had|was|started|called|requests|takes|works|turned|cannot|refuses|missed|says|reports|a|est|porte|habite|vit|travaille|prend|préfère|propose|et|and)\b|\s*\()/u.test(
    rest,
  );
}

interface Piece {
  word: string;
  from: number;
}

function piecesOf(match: RegExpMatchArray): Piece[] {
  return [...match[0].matchAll(/\S+/gu)].map(one => ({ word: one[0], from: match.index! + one.index }));
}

/** What stands in a name or behind it: a nickname in quotes, III, Jr. */
const insideNames = /^(?:["“(].*["”)]|III|Jr\.?|Sr\.?)$/u;

/** The stretches of a run of capitalised words that are not ordinary. */
function stretches(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [[]];
  for (const piece of pieces) {
    // Right behind a name an ordinary word with a capital belongs to it: "Nguyen Thi Mai".
    const skip = isOrdinary(piece.word) && found.at(-1)!.length === 0;
    const inside = found.at(-1)!.length > 0 && insideNames.test(piece.word);
    if (!inside && (skip || (isAbbreviation(piece.word) && !isGivenInCapitals(piece.word)))) found.push([]);
    else found.at(-1)!.push(piece);
  }
  return found.filter(one => one.length > 0);
}

function isName(text: string, run: readonly Piece[]): boolean {
  const [first] = run;
  const last = run.at(-1)!;
  if (run.some(({ word }) => isGiven(word))) return true;
  if (run.every(({ word }) => /^\p{Lu}\.?$/u.test(word))) return false;
  if (!begins(text, first!.from)) return true;
  if (run.length > 1 && /^\p{Lu}/u.test(last.word)) return true;
  return speaksOfSomebody(text.slice(last.from + last.word.length));
}

function markOf(run: readonly Piece[]): Mark {
  const last = run.at(-1)!;
  const end = last.from + last.word.length;
  return { kind: 'name', from: run[0]!.from, to: /\p{L}{2}\.$/u.test(last.word) ? end - 1 : end };
}

function whole(match: RegExpMatchArray): Mark {
  const said = match[1] ?? match[0];
  const from = match.index! + match[0].lastIndexOf(said);
  return { kind: 'name', from, to: from + said.length };
}

/** Behind a first name in small letters the family's name is small too. */
function withFamily(text: string, mark: Mark): Mark {
  const next = /^\s+(\p{Ll}[\p{L}'’-]{2,})/u.exec(text.slice(mark.to));
  return next && !isOrdinary(next[1]!) ? { ...mark, to: mark.to + next[0].length } : mark;
}

/** "K. Obafemi, MD", "Jo Ferreira RN". */
function withDegree(text: string, mark: Mark): Mark {
  const degree = new RegExp(`^(?:(?:,\\s*|\\s+)${letters}(?!\\p{L}))+`, 'u').exec(text.slice(mark.to));
  return degree ? { ...mark, to: mark.to + degree[0].length } : mark;
}

/** Runs of capitals that are free of what was found before, cut at it. */
function free(text: string, taken: readonly Mark[]): string {
  let out = text;
  for (const { from, to } of taken) out = out.slice(0, from) + ' '.repeat(to - from) + out.slice(to);
  return out;
}

/**
 * Names of persons, and every other capitalised word that is not known to be ordinary, in a text of which `taken` is marked
 * already. Names in small letters are found by their label or by the list of first names.
 */
export function namesIn(text: string, taken: readonly Mark[]): Mark[] {
  const open = free(text, taken);
  const pairs = [...open.matchAll(turnedAnywhere)]
    .map(whole)
    .filter(mark => isTurned(open.slice(mark.from, mark.to)));
  const found = [titled, shoutedTitle, smallTitle, turned, labelled].flatMap(one => [...open.matchAll(one)]);
  const sure = [...pairs, ...found.map(whole).filter(mark => !ordinaryPair(open.slice(mark.from, mark.to)))];
  const rest = free(open, sure);
  const runs = [...rest.matchAll(words)].flatMap(match => stretches(piecesOf(match)));
  const named = runs.filter(run => isName(text, run)).map(markOf);
  const small = [...rest.matchAll(singles)]
    .filter(match => /^\p{Ll}/u.test(match[0]) && isGiven(match[0]) && !isOrdinary(match[0]))
    .map(match => withFamily(text, whole(match)));
  return [...sure, ...named, ...small].map(mark => withDegree(text, mark));
}

/** A family's name, then a first name that the list knows and that is no ordinary word. */
function isTurned(said: string): boolean {
  const [family = '', given = ''] = said.split(/,\s+/);
  const first = given.split(/\s+/)[0] ?? '';
  return isGiven(first) && !isOrdinary(first) && !family.split(/\s+/).every(isOrdinary);
}

/** "Asthma, Symbicort" has the shape of "Smith, John". */
function ordinaryPair(said: string): boolean {
  const [family = '', given = ''] = said.split(/,\s+/);
  if (isGivenInCapitals(given.split(' ')[0]!)) return isOrdinary(family);
  return given !== '' && (isOrdinary(family) || isOrdinary(given) || /^\p{Lu}{2,4}$/u.test(family));
}
