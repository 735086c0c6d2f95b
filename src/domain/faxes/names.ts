import { type Found, tidy, valuesOf } from './lines.ts';

const titles = /^(?:mr|mrs|ms|miss|mme|mlle|m|dr|dre|master|mx)\.?\s+/iu;
/** One word of a name: letters with what joins them. */
const word = "\\p{L}[\\p{L}'’.-]*";
const whole = new RegExp(`^${word}(?: ${word}){0,5}$`, 'u');
/** Words that stand where a name might, and are none. */
const noName =
  /^(?:name|nom|information|info|details|demographics?|seen|has|was|is|will|would|the|this|and|of|in|for|to|education|signature|referral|phone|address|adresse|consent|history|id|no)\b/iu;

const otherName =
  /(?:clinic|practice|pharmacy|physician|doctor|provider|hospital|file) name|nom d[eu] (?:la )?(?:clinique|m[ée]decin|cabinet|pharmacie)/iu;

/** A name without titles and with capitals where people write them; undefined for what is no name. */
export function nameIn(text: string): string | undefined {
  const plain = tidy(text.replace(/\(.*$|\d.*$/u, '').replace(/[.,;:*-]+$/u, '')).replace(titles, '');
  if (plain.length < 2 || plain.length > 80 || !whole.test(plain) || noName.test(plain)) return undefined;
  return plain === plain.toUpperCase() ? capitals(plain) : plain;
}

function capitals(name: string): string {
  return name.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, first: string) => {
    return before + first.toUpperCase();
  });
}

/** Family name and given names: each behind its label, or together as `Family, Given` or `Given Family`. */
export function patientNameIn(lines: readonly string[]): { family?: Found; given?: Found } {
  const family = firstName(valuesOf(lines, 'family'));
  const given = firstName(valuesOf(lines, 'given'));
  if (family && given) return { family, given };
  for (const label of ['name', 're'] as const)
    for (const { value, line } of valuesOf(lines, label)) {
      if (otherName.test(line)) continue;
      const read = twoNames(value);
      if (!read) continue;
      return { family: { value: read.family, line }, given: { value: read.given, line } };
    }
  return { ...(family && { family }), ...(given && { given }) };
}

function firstName(found: readonly Found[]): Found | undefined {
  for (const { value, line } of found) {
    const name = nameIn(value.split(',')[0]!);
    if (name) return { value: name, line };
  }
  return undefined;
}

function twoNames(text: string): { family: string; given: string } | undefined {
  const [before = '', after] = text.split(',', 2);
  if (after !== undefined && /\p{L}/u.test(after)) {
    const [family, given] = [nameIn(before), nameIn(after)];
    if (family && given) return { family, given };
  }
  const name = nameIn(before);
  const words = name?.split(' ') ?? [];
  if (words.length < 2 || words.length > 4) return undefined;
  return { given: words.slice(0, -1).join(' '), family: words.at(-1)! };
}
