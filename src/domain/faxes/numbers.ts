import { phoneNumber } from '../patient/contact.ts';
import { luhn } from '../patient/health-card.ts';
import { type Found, tidy, valuesOf } from './lines.ts';

/** Letters that a machine takes for digits, where only digits can stand. */
const mistaken: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', D: '0', Q: '0', l: '1', I: '1', i: '1', '!': '1', '|': '1' },
  ...{ Z: '2', z: '2', S: '5', s: '5', B: '8', G: '6', b: '6', g: '9' },
};
const digitLike = '[\\dOoDQlIi!|ZzSsBGbg]';
const digitsOf = (text: string) =>
  [...text]
    .map(one => mistaken[one] ?? one)
    .join('')
    .replace(/\D/g, '');

/** Ten digits as on an Ontario card, grouped or not, and the letters of its version behind. */
const ontario = new RegExp(
  `(?<![\\d-])(${digitLike}{4}[ .-]{0,2}${digitLike}{3}[ .-]{0,2}${digitLike}{3})(?![\\d])[ .:/()-]*(?:v(?:er(?:sion)?|c)\\.?[ :]*)?([A-Za-z]{2}(?![A-Za-z]))?`,
  'u',
);

/**
 * The number of an Ontario health card and its version. Only one whose check digit is right is proposed: behind a label, or
 * grouped as on the card anywhere.
 */
export function cardIn(lines: readonly string[]): { number?: Found; version?: Found } {
  const labelled = valuesOf(lines, 'card', false);
  const grouped = lines.filter(line => /(?<!\d)\d{4}[ -]\d{3}[ -]\d{3}(?![\d-])/u.test(line));
  for (const { value, line } of [...labelled, ...grouped.map(line => ({ value: line, line: tidy(line) }))]) {
    const found = ontario.exec(value);
    const number = digitsOf(found?.[1] ?? '');
    if (number.length !== 10 || /^0/.test(number) || !luhn(number)) continue;
    const version = found?.[2]?.toUpperCase() ?? versionOn(line);
    return { number: { value: number, line }, ...(version && { version: { value: version, line } }) };
  }
  return {};
}

/** Two letters behind a label of their own. */
function versionOn(line: string): string | undefined {
  const [found] = valuesOf([line], 'version', false);
  return /^([A-Za-z]{2})(?![A-Za-z])/u.exec(found?.value ?? '')?.[1]?.toUpperCase();
}

const phone = /(?<![\d-])(?:\+?1[ .-]?)?\(?([2-9]\d{2})\)?[ .-]{0,2}(\d{3})[ .-]{0,2}(\d{4})(?!\d)/u;

/** The first number of North America in a text, as the product writes it. */
export function phoneIn(text: string): string | undefined {
  const found = phone.exec(text);
  return found ? phoneNumber(found.slice(1).join('')) : undefined;
}

/** The licence of the College: five or six digits behind its name. */
export function licenceIn(lines: readonly string[]): Found | undefined {
  for (const { value, line } of valuesOf(lines, 'licence', false)) {
    const digits = /^\D{0,12}(\d{5,6})(?!\d)/u.exec(value)?.[1];
    if (digits) return { value: digits, line };
  }
  return undefined;
}
