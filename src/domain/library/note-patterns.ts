import type { IdentifierKind, Mark } from './deidentify.ts';

const months =
  '(?:jan(?:uary|v(?:ier)?)?|feb(?:ruary)?|f[ée]v(?:r(?:ier)?)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:let)?|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|d[ée]c(?:embre)?)\\.?';
const weekdays =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const year = '(?:19|20)\\d\\d';
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?';
const units = 'days?|weeks?|months?|wks?|jours?|semaines?|mois';

/** Lines of a pattern: spaces in it count for nothing, so that long ones can be read. */
const of = (source: string, flags = 'giu') => new RegExp(source, flags);

/** Words that begin or end the name of a place of work, care or learning. */
const houses =
  'Hospital|Clinic|Centre|Center|Health|Imaging|Laborator(?:y|ies)|Labs?|Pharmacy|Drugs|School|University|College|Home|Residence|Terrace|Manor|Lodge|Villa|Team|Associates|Practice|Program|Care|Heart|Nephrology|Cardiology|Dialysis|General|Hospice|Church|Site|Group';
const maisons =
  'H[ôo]pital|Clinique|Centre|Foyer|Manoir|Maison|R[ée]sidence|[ÉE]cole|[ÉE]quipe|Institut|Pharmacie|CHSLD|CSCE|CSC|Universit[ée]|Coll[èe]ge|CLSC|Villa|Pavillon|mine';
const cap = "(?:\\p{Lu}[\\p{L}\\p{N}'’.-]*)";
const link = "(?:of|the|and|de|du|des|d'|d’|la|le|les|l'|l’|&|-)";

const streets =
  '(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Crescent|Cres|Court|Crt|Boulevard|Blvd|Way|Place|Line|Sideroad|Trail|Terrace|Pl|Circle|Highway|Hwy|Parkway|Square|Gate|Hill|street|avenue|road|drive|lane|crescent|court|boulevard)';
const voies = '(?:rue|chemin|ch|boul|boulevard|avenue|av|rang|route|all[ée]e|place|c[ôo]te|montée|impasse)';
const directions = '(?:\\s+(?:[Ee]ast|[Ww]est|[Nn]orth|[Ss]outh|[Ee]st|[Oo]uest|[Nn]ord|[Ss]ud|[NSEWO])\\b)?';
const unit = '(?:(?:[Aa]pt|[Uu]nit|[Ss]uite|[Aa]pp|[Aa]ppt|[Bb]ureau|[Aa]partment)\\.?\\s*[\\w-]+,?\\s+)?';

/** Where a place stands: "from Timmins", "à Hearst". The preposition is not part of it. */
const beforePlace =
  '(?<!\\p{L})(?:[Ff]rom|[Nn]ear|[Ll]ives in|[Mm]oved to|[Vv]isiting|[Hh]abite|[Rr]égion de)\\s+';

/** "…Road, Unit 4". */
const unitBehind =
  '(?:,?\\s+(?:[Aa]pt|[Uu]nit|[Ss]uite|[Aa]pp|[Bb]ureau)\\.?\\s*#?(?:\\d[\\w-]*|\\p{Lu})(?![\\p{L}\\d]))?';

/** Roads that have a number instead of a name. */
const numberedRoads =
  '(?:Concession|Conc\\.?|Side|County|Regional|Line|Highway|Hwy|Route|Rural)(?:\\s+(?:Road|Rd\\.?|Line|Route))?';

type Row = readonly [IdentifierKind, RegExp];

/** In this order: what is found first keeps its place. */
const rows: readonly Row[] = [
  ['web-address', of('\\b(?:https?://|www\\.)[^\\s,;)]*[^\\s,;).]')],
  // Without its first letters an address on the web has a path.
  ['web-address', of('\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)+/[^\\s,;)]*[^\\s,;).]')],
  ['email', of("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+")],
  // RAMQ, then ten figures of the others with or without a version code, then Alberta's nine.
  ['health-number', of('\\b(?!OHIP|RAMQ|IFHP|PHSI)[A-Z]{4}[ -]?\\d{4}[ -]?\\d{4}\\b', 'gu')],
  // The same in small letters, when its third and fourth figures are a month of birth.
  ['health-number', of('\\b[a-z]{4}[ -]?\\d\\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])[ -]?\\d{4}\\b', 'gu')],
  [
    'phone',
    of(
      '(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\)|\\b\\d{3})(?:[ .-]?\\d{3}[ .-]\\d{4}|[ .-]\\d{7})\\b(?:,?\\s*(?:ext|x|poste|#)\\.?\\s*\\d+)?',
      'giu',
    ),
  ],
  // Ten figures in whatever groups, with the letters of a version.
  [
    'health-number',
    /(?<![\d.])\d(?:[ -]?\d){9}(?![\d])(?:[\s,-]*(?:(?:version|vers|vc|ver)\.?\s*(?:code\s*)?)?[A-Z]{2}\b)?/gu,
  ],
  [
    'health-number',
    /\b\d{4}[ -]?\d{3}[ -]?\d{3}(?:[ -]?[A-Z]{2}\b)?(?:\s*(?:version\s+)?(?:code|vc)\s+[A-Za-z]{2}\b)?/gu,
  ],
  ['health-number', /\b\d{5}-\d{4}\b|\b\d{3}[ -]\d{3}[ -]\d{3}\b/gu],
  ['postal-code', of('\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z][ -]?\\d[A-Z]\\d\\b')],
  ['address', of(`\\b(?:Lot\\s+)?\\d+[A-Z]?,?\\s+${numberedRoads}\\s+#?\\d+\\b${directions}`, 'gu')],
  [
    'address',
    of(
      `\\b${unit}(?:\\d+[A-Z]?-)?\\d+[A-Z]?,?\\s+(?:[\\p{Lu}\\d][\\p{L}\\d'’.-]*\\s+){1,3}?${streets}\\b\\.?${directions}${unitBehind}`,
      'gu',
    ),
  ],
  [
    'address',
    of(
      `\\b\\d+[A-Z]?(?:-\\d+)?,?\\s+${voies}\\.?\\s+(?:(?:de|du|des|la|le|les)\\s+)*(?:l['’]|d['’])?(?:\\d{1,3}\\b|[\\p{L}'’-]+(?:\\s+(?!app|apt)\\p{Lu}[\\p{L}'’-]+)*)${directions}(?:,?\\s+(?:app|apt)\\.?\\s*\\w+)?`,
      'giu',
    ),
  ],
  [
    'address',
    of(
      `(?:\\b(?:unit|apt|suite)\\.?\\s+[\\w-]+,?\\s+)?\\b[\\dA-Z]+-\\d+\\s+\\p{Lu}[\\p{L}]+\\s+${streets}\\b${directions}`,
    ),
  ],
  [
    'address',
    of(
      '\\b(?:\\d+\\s+(?=Concession))?(?:P\\.?\\s?O\\.?\\s+Box|C\\.?\\s?P\\.?|Concession(?:\\s+Road)?|R\\.?R\\.?|Rural Route|casier postal)\\s*#?\\s*\\d+(?:,\\s*(?:Station\\s+\\p{L}+|(?:Site|Box|Comp\\.?|Compartment)\\s*#?\\d+))*',
    ),
  ],
  // A number that says of what it is comes before the year that it may begin with.
  [
    'record-number',
    of(
      '\\b(?:MRN|chart|dossier|file|reg|IFHP|CPSO|OIIO|CNO|CPSM|OCP)\\.?\\s*(?:no\\.?|n°|#)?\\s*:?\\s*#?\\s*\\d[\\d-]{3,}\\d',
    ),
  ],
  // Dates.
  [
    'date',
    of(
      `\\b(?:${weekdays})?,?\\s*${dayNumber}\\s*(?:au|to|-)\\s*${dayNumber}\\s+${months}(?:\\s+${year})?\\b`,
    ),
  ],
  [
    'date',
    of(
      `\\b(?:(?:le|du)\\s+)?(?:(?:${weekdays}),?\\s+)?${dayNumber}[\\s-]+(?:of\\s+)?${months}(?:,?[\\s-]+${year})?(?=$|[^\\p{L}])`,
    ),
  ],
  [
    'date',
    of(
      `\\b(?:(?:${weekdays}),?\\s+)?(?:wk of\\s+|week of\\s+)?${months}\\s*${dayNumber}(?:,?\\s+${year})?\\b(?!\\s*(?:mg|ml|%))`,
    ),
  ],
  ['date', of(`\\b${dayNumber}[ -]${months}[ -]'?\\d\\d\\b`)],
  ['date', of(`\\b(?:(?:in|en|since|depuis)\\s+)?${months}\\s+${year}\\b`)],
  [
    'date',
    /\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d\d)?\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b/gu,
  ],
  ['date', of(`\\b(?:on |this |last |next |early |late )?(?:${weekdays})\\b(?:\\s+(?:dernier|prochain))?`)],
  [
    'date',
    of(
      `\\b(?:yesterday|tomorrow|today|hier|demain|aujourd['’]hui|last (?:night|week|month|year|spring|summer|fall|winter))\\b`,
    ),
  ],
  ['date', of(`\\b(?:il y a\\s+\\d+\\s+(?:${units})|\\d+\\s+(?:${units})\\s+ago)\\b`)],
  [
    'date',
    of(
      `\\b(?:en|in|since|depuis|d[èe]s|avant|before|since)\\s+${months}(?=$|[^\\p{L}])(?:\\s+(?:dernier|prochain))?`,
    ),
  ],
  ['date', of('(?<![\\p{L}])(?:avant\\s+)?le\\s+(?:[12]?\\d|3[01]|1er)(?=[.,;?]|$)')],
  ['date', /\b(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b(?!-)/gu],
  ['date', /\b(?:en |in |since |depuis )?(?:19[2-9]\d|20[0-4]\d)\b|(?<=\s)['’]\d\d\b/gu],
  // Ages over 89.
  [
    'age',
    of(
      '\\b(?:aged?|turned|âgée? de|age)?\\s*(?:9\\d|1[01]\\d)[\\s-]*(?:years?[\\s-]*old|y\\.?\\/?o\\.?|yrs?|ans|year-old)(?![\\p{L}])(?:\\s+old)?',
    ),
  ],
  ['age', of('\\b(?:is|now|turning)\\s+(?:9\\d|1[01]\\d)(?=[.,;]|\\s+(?:and|et|but|years|ans)\\b|$)')],
  ['age', of('\\b(?:aged?|turned|âgée? de)\\s*:?\\s*(?:9\\d|1[01]\\d)\\b')],
  ['age', /(?<=\p{L},\s)(?:9\d|1[01]\d)(?=[.,;]|$)|\b(?:9\d|1[01]\d)[FM]\b/gu],
  // Whatever has a label of a number, then every long number.
  [
    'record-number',
    of(
      '(?:\\bMRN\\s*:?\\s*#?|\\b(?:chart|file|dossier|permis|licen[cs]e|lic|claim|CPSO|CNO|service number|reg(?:istration)?)\\s*(?:no\\.?|number|num[ée]ro|n°|#)?\\s*:?\\s*#?|\\b(?:no[. ]\\s*|n°\\s*|#))(?:(?:[A-Z]{1,4}[ -]?)?#?\\d[\\dA-Z]*(?:[ -][\\dA-Z]*\\d[\\dA-Z]*)*(?:-[A-Z])?)',
    ),
  ],
  ['record-number', /\b(?:[A-Z]{1,4}[- ]?)?\d{2}[- ]?\d{4,}(?:-?[A-Z])?\b|\b[A-Z]{1,3}-?\d{4,}\b/gu],
  // Places of work, care and learning.
  [
    'institution',
    of(
      `(?:\\b(?:the|St\\.)\\s+)?(?:${cap}\\s+(?:${link}\\s+)?){1,5}(?:${houses})\\b(?:\\s+(?:(?:${link}\\s+)?${cap}))*`,
      'gu',
    ),
  ],
  [
    'institution',
    of(
      `(?:\\b[Ll][ae]s?\\s+|[ld]['’])?(?<![\\p{L}])(?:${maisons})(?![\\p{L}])(?:\\s+(?:[\\p{Ll}]+\\s+){0,4}(?:[ldLD]['’])?${cap})(?:\\s+(?:${link}\\s*)*${cap})*`,
      'gu',
    ),
  ],
];

const shortNames = /(?<=(?<!\p{L})(?:at|à|au|from)\s)\p{Lu}{3,6}\b/gu;

/** Rows whose mark is the first group, not all that was matched. */
function markOf(kind: IdentifierKind, match: RegExpExecArray): Mark {
  const said = match[1] ?? match[0];
  const lead = match[1] === undefined ? said.length - said.trimStart().length : match[0].lastIndexOf(said);
  const from = match.index + lead;
  return { kind, from, to: from + said.trim().length };
}

const places = of(
  `${beforePlace}((?:Saint|Sainte|St\\.|Ste\\.|Fort|Port|New|La|Le|Los|Long|Lake)?[\\s-]?${cap}(?:[\\s-]${cap}){0,2})`,
  'gu',
);

/** Everything but names of persons, in the order in which the patterns stand. */
export function numbersAndPlaces(text: string): Mark[] {
  const found = rows.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(match => markOf(kind, match)),
  );
  return found.filter(({ from, to }) => to > from);
}

/** Places that a preposition gives away; a guess that names of persons come before. */
export function placesIn(text: string): Mark[] {
  return [
    ...[...text.matchAll(places)].map(match => markOf('place', match)),
    ...[...text.matchAll(shortNames)].map(match => markOf('institution', match)),
  ];
}
