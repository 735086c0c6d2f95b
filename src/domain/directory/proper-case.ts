/**
 * Proper case for names, streets and towns that came in capitals or small letters, in English and French. Mixed case is
 * trusted except for initialisms and particles, which publishers lose.
 */

const small = new Set(
  'of and the for in at on with to by from a an de du des la le les et pour aux au à en sur dans un une'.split(
    ' ',
  ),
);
const initials = new Set(
  (
    'FHT CHC CSC CSS CMHA ACSM YMCA YWCA VON LTC CHEO CAMH HIV ALS VHA LHIN NPLC UHN II III IV VI VII COTA LOFT PWA CNIB ' +
    'ARCH SOS CHIP PHC NHC CCAC RNAO SHIP USA NW NE SW SE AIDS VIH SIDA SCVIH MS CFB AMHS KFLA CBI CILT DF GTA UCC MLP ' +
    'BISS ADSTV CHIRS LAMP HF LV TC'
  ).split(' '),
);
const spelled = new Map(
  [
    'McConnell',
    'McDonald',
    'MacDonald',
    'McMaster',
    'Inc.',
    'Ltd.',
    'St.',
    'Ste.',
    'Sault-Ste-Marie',
    "M'Chigeeng",
    'v!va',
  ].map(word => [word.toLowerCase(), word]),
);

/**
 * French common nouns and adjectives of these names: small after the first word where the name has a French particle, as
 * "Centre de santé communautaire de Sudbury". What follows a hyphen or is a proper noun keeps its capital.
 */
const frenchCommon = new Set(
  (
    'santé sante communautaire communautaires familiale familial counselling readaptation réadaptation reeducation ' +
    'rééducation academique académique enfant enfants retraités seniors domicile famille communauté région pionniers enfance jeunesse jeunes toxicomanie'
  ).split(' '),
);
const frenchParticle = /(?:^|[\s(])(?:de|du|des|la|le|les|et|pour|aux|à|en)\s|\b[dl]['’]/iu;

/** Towns as published in a file without accents, apostrophes and stops, and as their people write them. */
const towns = new Map(
  [
    ...["Barry's Bay", "Burk's Falls", "Lion's Head", "L'Orignal", "M'Chigeeng", 'Niagara-on-the-Lake'],
    ...[
      'Chute-à-Blondeau',
      'Sault Ste. Marie',
      'St. Isidore',
      'St. Jacobs',
      'St. Marys',
      'St. Thomas',
      'Noëlville',
    ],
  ].map(town => [townKey(town), town]),
);
// The file has the rest of this name in its street.
towns.set('blondeau', 'Chute-à-Blondeau');

function townKey(town: string): string {
  const plain = town.normalize('NFD').replace(/\p{M}|['’.]/gu, '');
  return plain
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/^saint /, 'st ');
}

function capital(word: string): string {
  const at = word.search(/\p{L}/u);
  return at < 0 ? word : word.slice(0, at) + word[at]!.toUpperCase() + word.slice(at + 1);
}

function bareOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/^[dl]['’]/, '')
    .replace(/[,.;]$/, '');
}

/** "l'hôpital" as L'Hôpital or l'Hôpital, "o'connor" as O'Connor, "children's" as Children's. */
function elided(word: string, first: boolean): string | undefined {
  const french = /^([dl]|qu)(['’])(.+)$/i.exec(word);
  if (french) {
    const article = french[1]!.toLowerCase();
    return (first ? capital(article) : article) + french[2] + capital(french[3]!.toLowerCase());
  }
  const irish = /^(o)(['’])(\p{L}{3,})$/iu.exec(word);
  return irish ? `O${irish[2]}${capital(irish[3]!.toLowerCase())}` : undefined;
}

function one(word: string, first: boolean, shout: boolean): string {
  const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
  if (initials.has(bare.toUpperCase()) && bare.length > 1) return word.toUpperCase();
  // "h.r." and "p.a.c.e." are initials; "1st", "5th" and "2e" stay small.
  if (/^(?:\p{L}\.){2,}\p{L}?$/u.test(word)) return word.toUpperCase();
  const lower = word.toLowerCase();
  if (/^\d+(?:st|nd|rd|th|e|er|ère|re)$/u.test(lower)) return lower;
  const fixed = spelled.get(lower);
  if (fixed) return fixed;
  if (!first && small.has(lower)) return lower;
  const cut = elided(word, first);
  if (cut) return cut;
  if (/^mc\p{L}{3,}/iu.test(word)) return `Mc${capital(lower.slice(2))}`;
  if (!shout && /\p{Lu}/u.test(word.slice(1)) && word !== word.toUpperCase()) return word;
  return capital(lower);
}

/** The letters in brackets are the initials of the words before them: "(Psne)" after Psychiatric Survivors Network of Elgin. */
function bracketInitials(text: string): string {
  return text.replace(/\((\p{L}{2,8})\)/gu, (whole, inside: string, at: number) => {
    const words = text.slice(0, at).match(/[\p{L}]+/gu) ?? [];
    const letters = words.map(word => word[0]!.toLowerCase());
    const significant = words
      .filter(word => !small.has(word.toLowerCase()))
      .map(word => word[0]!.toLowerCase());
    const wanted = inside.toLowerCase();
    const ends = (list: string[]) => list.join('').endsWith(wanted);
    return ends(letters) || ends(significant) ? `(${inside.toUpperCase()})` : whole;
  });
}

/** Proper case of a whole name; a trailing ", the" goes to the front. */
export function properName(name: string): string {
  const tidy = name.trim().replace(/\s+/g, ' ');
  const article = /^(.*\S)\s*,\s*(the|le|la|les)\.?$/i.exec(tidy);
  const ordered = article ? `${article[2]} ${article[1]}` : tidy;
  return bracketInitials(casedWords(ordered));
}

/** Proper case of a town, with the full stop that "st" lost, or as the town itself is written where that is known. */
export function properTown(town: string): string {
  const known = towns.get(townKey(town.trim()));
  if (known) return known;
  return casedWords(
    town
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/^(st|ste)\.?(?=[ ]\p{L})/iu, '$1.'),
  );
}

/** Proper case of a street; a last single letter is a direction, and a first "st" or "ste" is a saint. */
export function properStreet(street: string): string {
  const tidy = street
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(st|ste)\.?(?=\s\p{L}{2,})/iu, '$1.');
  return casedWords(tidy).replace(/ ([nsew])$/i, (_, d: string) => ` ${d.toUpperCase()}`);
}

function casedWords(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const shout = letters === letters.toUpperCase();
  // In a shouted name no capital tells a common noun; the particles of its own part do.
  const parts = text.split(/[/–(:]|\s-\s/u).map(part => shout && frenchParticle.test(part));
  let first = true;
  let part = 0;
  return text.replace(/[^\s\-/–(:&]+|[\s\-/–(:&]+/gu, piece => {
    if (/^[\s\-/–(:&]+$/u.test(piece)) {
      if (/[/–(:]|\s-\s/u.test(piece)) {
        first = true;
        part += piece.split(/[/–(:]|\s-\s/u).length - 1;
      }
      return piece;
    }
    const common = !first && parts[part] && frenchCommon.has(bareOf(piece));
    const cased = common ? piece.toLowerCase() : one(piece, first, shout);
    if (/[\p{L}\p{N}]/u.test(piece)) first = false;
    return cased;
  });
}
