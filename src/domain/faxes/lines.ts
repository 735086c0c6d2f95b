/** Something read in a fax, and the line it was read off, for the eyes of whoever confirms it. */
export interface Found {
  value: string;
  line: string;
}

/** What a label of a fax may be called, in both languages; parts of regular expressions. */
export const labels = {
  card: 'health (?:card|ins(?:urance)?)(?: (?:number|no))?|h\\.?c\\.?n?|h/c|ohip|phn|hin|(?:n[o°º]\\.? (?:de )?)?(?:la )?carte (?:de )?sant[ée]|n\\.?a\\.?m|assurance maladie',
  born: 'date of birth|birth ?date|d\\.?[o0]\\.?b|born(?: on)?|date de naissance|d\\.?d\\.?n|n[ée]e?(?:\\(e\\))? le|naissance',
  family: '(?:patient )?(?:last|family) name|surname|nom de famille',
  given: '(?:patient )?(?:first|given) name(?:\\(?s\\)?)?|pr[ée]nom(?:\\(?s\\)?)?',
  name: "patient(?:'s|’s)? name|name of patient|nom du (?:patient|client)|nom de la patiente|patiente?|client|name|nom",
  re: 're|ref|regarding|concernant|objet|sujet',
  sex: 'sexe|sex|gender|genre',
  version: 'version(?: code)?|ver|vc|code de version',
  phone:
    '(?:patient )?(?:home |cell |mobile |day )?(?:phone|telephone|tel|cell|mobile)(?: (?:number|no))?|t[ée]l[ée]phone|t[ée]l|cellulaire',
  fax: 'fax(?: (?:number|no))?|facsimile|t[ée]l[ée]c(?:opieur)?',
  from: 'from|referr(?:ing|ed by)(?: (?:physician|provider|doctor|practitioner|clinician|md))?|requested by|sender|de la part de|m[ée]decin (?:r[ée]f[ée]rant|demandeur|traitant)|exp[ée]diteur|demandeur|de',
  to: 'to|attention|attn|destinataire|[aà]',
  licence: 'cpso|licen[cs]e|permis|omco',
  reason:
    'reason (?:for|of) (?:referral|consult(?:ation)?|visit)|referral reason|clinical question|presenting (?:problem|complaint)|(?:raison|motif) de (?:la )?(?:consultation|demande|r[ée]f[ée]rence)|motif',
  service:
    'service requested|specialty|referral to|refer to|service demand[ée]|sp[ée]cialit[ée]|consultation en',
} as const;
export type Label = keyof typeof labels;

/** Where a value ends: at another label of the same line. */
const anyLabel = new RegExp(
  `[\\s|,;(]+(?:${Object.values(labels).join('|')})\\s*[:#].*$|[\\s|,;(]+(?:${labels.card}|${labels.born}|${labels.sex})(?=[\\s:#]|$).*$`,
  'iu',
);

/** Lines of a page as a machine read it, without what is no text. */
export function linesOf(pages: readonly string[]): string[] {
  return pages
    .flatMap(page => page.normalize('NFC').split('\n'))
    .map(line => line.replace(/[_|]{2,}|[•·■□▪]/gu, ' ').trimEnd())
    .filter(line => /[\p{L}\d]{2}/u.test(line));
}

/**
 * A label, with what stands behind it. One of names stands before a colon or a gap; one whose value proves itself need not
 * (`strict` false).
 */
function behind(label: Label, strict: boolean): RegExp {
  const end = strict ? '\\s*(?:[:#=]+[.\\s]*|\\s{2,}|$)' : '\\s*[:#=.°ºo-]*\\s*';
  return new RegExp(`(?:^|[\\s|,;(])(?:${labels[label]})(?:\\([es]\\))?(?!\\p{L})${end}(.*)$`, 'iu');
}

/** The line has this label, with a value or above one. */
export function hasLabel(line: string, label: Label, strict = true): boolean {
  return behind(label, strict).test(line);
}

/** Every value behind a label, each with its line. */
export function valuesOf(lines: readonly string[], label: Label, strict = true): Found[] {
  const wanted = behind(label, strict);
  return lines.flatMap((line, i): Found[] => {
    const found = wanted.exec(line);
    if (!found) return [];
    const here = cellsOf(` ${found[1] ?? ''}`.replace(anyLabel, ''))[0];
    if (here !== undefined) return [{ value: here, line: tidy(line) }];
    // In some forms what is asked stands above what is answered.
    const column = cellsOf(line.slice(0, found.index)).length;
    const below = cellsOf(lines[i + 1] ?? '')[column];
    return below === undefined ? [] : [{ value: below, line: tidy(`${line} ${lines[i + 1]}`) }];
  });
}

/** A line with single spaces. */
export function tidy(line: string): string {
  return line.replace(/\s+/gu, ' ').trim();
}

/** What stands apart from each other on a line. */
function cellsOf(text: string): string[] {
  return text
    .split(/\s{3,}|\|/u)
    .map(one => tidy(one))
    .filter(one => /[\p{L}\d]/u.test(one));
}
