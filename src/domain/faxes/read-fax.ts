import { birthDateIn } from './days.ts';
import { type Found, hasLabel, linesOf, tidy, valuesOf } from './lines.ts';
import { patientNameIn } from './names.ts';
import { cardIn, licenceIn, phoneIn } from './numbers.ts';
import { senderFaxIn, senderIn } from './sender.ts';

/** What a fax proposes; a person confirms each. A field that is not there was not found, or was doubtful. */
export interface FaxReading {
  card?: Found;
  version?: Found;
  birthDate?: Found;
  family?: Found;
  given?: Found;
  /** `female` or `male`. */
  sex?: Found;
  phone?: Found;
  /** Who sent it, and the practice. */
  sender?: Found;
  licence?: Found;
  senderFax?: Found;
  /** For which service, in its words. */
  service?: Found;
  /** A few words: at most 80 characters. */
  title?: Found;
  /** What it asks, in its own words. */
  question?: Found;
  /** It says that it is urgent. */
  urgent?: Found;
}
export const readingFields = [
  ...(['card', 'version', 'birthDate', 'family', 'given', 'sex', 'phone', 'sender', 'licence'] as const),
  ...(['senderFax', 'service', 'title', 'question', 'urgent'] as const),
] as const satisfies readonly (keyof FaxReading)[];

/** Reads the text of a fax, page by page as a machine saw it. `today` is the day of the site. Never throws. */
export function readFax(pages: readonly string[], today: string): FaxReading {
  const lines = linesOf(pages);
  const { number: card, version } = cardIn(lines);
  const { family, given } = patientNameIn(lines);
  const read: Record<string, Found | undefined> = {
    ...{ card, version, family, given, birthDate: birthDateIn(lines, today), sex: sexIn(lines) },
    ...{ phone: phoneOfPatient(lines), sender: senderIn(lines), licence: licenceIn(lines) },
    ...{
      senderFax: senderFaxIn(lines),
      service: valuesOf(lines, 'service')[0],
      title: titleIn(lines),
      question: questionIn(lines),
      urgent: urgentIn(lines),
    },
  };
  return Object.fromEntries(Object.entries(read).filter(([, found]) => found !== undefined));
}

function sexIn(lines: readonly string[]): Found | undefined {
  for (const { value, line } of valuesOf(lines, 'sex', false)) {
    const said = /^(f|m|female|male|f[ée]minin|masculin|femme|homme)\b/iu.exec(value)?.[1]?.toLowerCase();
    if (said) return { value: /^f/u.test(said) ? 'female' : 'male', line };
  }
  const text =
    /\b\d{1,3}[- ](?:year|yr|ans?)s?[- ]?(?:old)?,? (woman|man|female|male|girl|boy|lady|gentleman)\b/iu;
  for (const line of lines) {
    const said = text.exec(line)?.[1]?.toLowerCase();
    if (said) return { value: /woman|female|girl|lady/u.test(said) ? 'female' : 'male', line: tidy(line) };
  }
  return undefined;
}

/** The number near the patient's name, card or birth date: others are of whoever sent it, or of the clinic. */
function phoneOfPatient(lines: readonly string[]): Found | undefined {
  const about = lines.flatMap((line, i) => (aboutPatient(line) ? [i] : []));
  const near = lines
    .map((line, i) => ({ line, far: Math.min(...about.map(at => (i < at ? (at - i) * 3 : i - at))) }))
    .filter(({ far }) => far <= 5)
    .sort((a, b) => a.far - b.far);
  for (const { line } of near) {
    if (/fax|t[ée]l[ée]c|clinic|clinique|office|cabinet/iu.test(line)) continue;
    const [one] = valuesOf([line], 'phone', false);
    const number = one && phoneIn(one.value);
    if (number) return { value: number, line: tidy(line) };
  }
  return undefined;
}

function aboutPatient(line: string): boolean {
  return hasLabel(line, 'born', false) || hasLabel(line, 'card', false) || hasLabel(line, 'name');
}

/** What it is about: the reason it gives, or its subject when that is not the patient. */
function titleIn(lines: readonly string[]): Found | undefined {
  const reasons = [...valuesOf(lines, 'reason'), ...valuesOf(lines, 're')];
  for (const { value, line } of reasons) {
    const [first = ''] = value.split(/(?<=[.;?])\s|\s{2,}/u);
    const title = first.replace(/[.;:,]+$/u, '');
    if (
      title.length >= 4 &&
      !/\d{3}|^\p{Lu}[\p{L}'’-]+, \p{Lu}/u.test(title) &&
      !patientNameIn([line]).family
    )
      return { value: shortened(title), line };
  }
  return undefined;
}

function shortened(title: string): string {
  if (title.length <= 80) return title;
  return title.slice(0, 80).replace(/\s+\S*$/u, '');
}

const greeting = /^(?:dear|cher|ch[èe]re|bonjour|hello|to whom)\b/iu;
const farewell =
  /^(?:sincerely|(?:kind |best |warm )?regards|thank you|thanks|cordialement|merci|bien [àa] vous|signed|signature|electronically signed)/iu;
const reasonLine =
  /^(?:reason (?:for|of)|referral reason|clinical question|presenting|raison|motif)[^:]{0,40}:?\s*(.*)$/iu;

/** From the greeting to the farewell; else what stands under the reason. */
function questionIn(lines: readonly string[]): Found | undefined {
  const plain = lines.map(tidy);
  const greets = plain.findIndex(line => greeting.test(line));
  const asks = plain.findIndex(line => reasonLine.test(line));
  const from = greets !== -1 ? greets + 1 : asks;
  if (from === -1) return undefined;
  const end = plain.findIndex((line, i) => i > from && farewell.test(line));
  const told = plain.slice(from, end === -1 ? from + 25 : end);
  if (from === asks) told[0] = reasonLine.exec(told[0]!)?.[1] ?? '';
  const value = told.join('\n').trim().slice(0, 4_000);
  return value.length < 10 ? undefined : { value, line: plain[from]! };
}

/** Said in so many words, and not denied, nor one of two boxes on a form. */
function urgentIn(lines: readonly string[]): Found | undefined {
  const line = lines.find(
    one =>
      /\burgent(?:e|ly)?\b|\bASAP\b|\bSTAT\b/u.test(
        one.replace(/URGENT/gu, 'urgent').replace(/Urgent/gu, 'urgent'),
      ) && !/\bnot\b|\bnon\b|non-|if |si |routine|elective|[ée]lective|urgent care|\[ ?\]/iu.test(one),
  );
  return line === undefined ? undefined : { value: 'urgent', line: tidy(line) };
}
